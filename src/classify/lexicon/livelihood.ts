import type { Phrases } from './cues.ts';

/** Money that somebody lives on or has put by; `home` pays for a roof. */
export const livelihood: Phrases = {
  cue: 'livelihood',
  phrases: {
    en: `
(wage|wages|salary|salaries|payroll|paycheck|paycheque|pay check|payslip|payday|take home pay|my pay|our pay|pay packet|child support|maintenance payment|maternity pay|sick pay|disability payment|benefit payment|benefits|universal credit|unemployment|pension|pensions|state pension|student loan|student finance|stipend|scholarship|grant money|bursary|pay landed|months pay|weeks pay|child benefit|carers allowance|furlough|redundancy)
(savings|life savings|nest egg|isa|retirement fund|college fund|inheritance|emergency fund|rainy day|everything we had|everything i had|all our money|all my money|my whole account|entire balance)
(rent|mortgage|rent money|my rent|our rent|electric bill) = home
(nothing|no money|not a penny|not a cent|zero|broke|skint|minus) .. (for food|to eat|to live on|for groceries|til payday|till payday|until payday|left for|for the kids|in my account|on the account)
(cant|cannot|couldnt|unable to|how do i|how am i|nothing to) .. (buy food|buy groceries|feed|pay rent|pay the rent|pay my rent|pay our rent|pay staff|pay my staff|pay the bills|pay my bills|pay wages|pay suppliers|afford food|eat) = plain
(all|whole|entire|every penny|every cent|everything) .. (account|balance|bouncing|bounced) = home
`,
    de: `
(lohn|loehne|gehalt|gehaelter|gehaltskonto|lohnkonto|lohnzahlung|lohnabrechnung|lohnfortzahlung|rente|pension|elterngeld|kindergeld|krankengeld|arbeitslosengeld|buergergeld|wohngeld|bafoeg|sozialhilfe|stipendium|unterhalt|unterhaltszahlung|mutterschaftsgeld|pflegegeld|kurzarbeitergeld|notstandshilfe|mindestsicherung|grundsicherung|ahv|iv rente|weihnachtsgeld|azubigehalt|monatsgehalt|monatslohn)
(ersparnis|ersparnisse|ersparten|ersparte|erspartes|sparbuch|sparkonto|ruecklagen|notgroschen|altersvorsorge|lebensversicherung|erbe|tagesgeldkonto|tagesgeld|festgeld|sparguthaben)
(miete|mieten|mietgeld|kreditrate|hypothek|hausrate|warmmiete) = home
(wovon|womit|nichts|kein geld|keinen cent|null euro|nix) .. (einkaufen|leben|essen|zum leben|zu essen|miete zahlen|auf dem konto|bis monatsende|kuehlschrank|lebensmittel) = plain
(kann|koennen|konnte) .. (miete|einkaufen|lebensmittel|essen|lieferanten|mitarbeiter|loehne|rechnungen) .. (nicht|nimmer|kein|keine) = plain
kuehlschrank leer = plain
(konto) .. (auf null|leer|leergeraeumt|im minus|abgeraeumt) = home
`,
  },
};
