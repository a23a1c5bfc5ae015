import type { Phrases } from './cues.ts';

/** Asking somebody to help with something of one's own. */
export const help: Phrases = {
  cue: 'help',
  phrases: {
    en: `
(can|could|would|will|may) (you|u|someone|anyone|somebody|i get) .. (help|assist|look|check|tell|explain|advise|confirm|dm|respond|call|contact|please)
(need|needs|want|looking for|get|getting) .. (help|assistance|support|advice|someone)
(please|pls|plz) .. (help|advise|assist|dm|respond|check|look|let me know|reply)
(help me|help us|help with|any help|who can i|who do i|how do i (contact|complain|get|report)|where do i|what can i do|what should i do|what do i do|any update|any updates|any news|when will|any idea when|any idea why|is anyone else|is there a problem|are there any (issues|problems)|is there an issue|anyone else|follow me so|i sent you|ive sent you|sent you a dm|check your dm|dm sent|dmed you)
(email|account|order|phone|reference) (address|number|no|is)
`,
    de: `
(koennt|koennen|koennten|kannst|kann|wuerdet) (ihr|sie|du|jemand|mir|man) .. (helfen|sagen|erklaeren|pruefen|nachsehen|schauen|kuemmern|bitte|weiterhelfen|mal|das)
(brauche|benoetige|bitte um) .. (hilfe|unterstuetzung)
(was soll ich|was kann ich|an wen|wer hilft|wer ist zustaendig|wie lange noch|gibt es neuigkeiten|was ist (da )?los|wann geht|wann kommt|wann faehrt|wann wird|ist .. bekannt)
(habt|hat) (ihr|jemand|noch jemand) .. (stoerung|problem|probleme|infos)
`,
  },
};

/** A why about something that went wrong. */
export const why: Phrases = {
  cue: 'why',
  phrases: {
    en: '(why|how come|whats up|what is up|whats going on|what is going on|what happened|whats wrong|what is wrong|whats happening|how hard|how is it|where is|wheres|what is the point|whats the point|when are you|when will you|how long|y)',
    de: '(warum|wieso|weshalb|weswegen|wie kann es|wie kann das|wie kann man|was ist los|was ist denn|was ist da|was soll|wo ist|wo bleibt|wo bleiben|wann kommt|wann wird|wann gibt|wann kommen|wie lange)',
  },
};

/** Questions that ask and tell nothing. */
export const ask: Phrases = {
  cue: 'ask',
  phrases: {
    en: `
(is it|would it be|what would|what do you) 
(how do i|how can i|how to|do you|does it|does the|is there|are there|can i|could i|what time|which|what is the|whats the|when do|when does|when is|where can i|is it possible|will there be|would it be|do i need|any chance|is the|are you|have you|what are|may i|should i|anyone know|does anyone)
`,
    de: `
(ist es|waere es|stimmt es|macht es|wie lange) 
(wie kann ich|wie komme ich|gibt es|kann ich|kann man|habt ihr|hat jemand|welche|welcher|welches|was kostet|wann ist|wann oeffnet|wo kann|wo finde|ist es moeglich|wird es|darf ich|darf man|muss ich|lohnt sich|weiss jemand|wie viel|wie teuer|ab wann|bis wann|was ist der|was bedeutet)
`,
  },
};

/** The author speaks of what is the author's own. */
export const own: Phrases = {
  cue: 'own',
  phrases: {
    en: '(i|im|ive|id|my|me|we|our|us|were|weve|mine|myself)',
    de: '(ich|mein|meine|meinen|meinem|meiner|mir|mich|wir|uns|unser|unsere|unseren|unserem)',
  },
};

/** "What if", "in case": nothing of it happened. */
export const hypothetical: Phrases = {
  cue: 'hypothetical',
  phrases: {
    en: '(is it (bad|ok|okay|harmful|normal|safe|dangerous|a problem) .. (if|to|when)|would it be (bad|ok|okay) (if|to)|what if|what happens if|in case|what should i do if|what do i do if|suppose|imagine|hypothetically|if ever|would happen if|how do i report|what happens when)',
    de: '((ist|waere) es (schlimm|schaedlich|okay|ok|gefaehrlich|normal|ein problem|moeglich|sinnvoll) .. (wenn|dass|falls)|was waere wenn|was ist wenn|was passiert wenn|was wenn|falls|angenommen|stell dir vor|stellt euch vor|fuer den fall|was mache ich wenn|was tun wenn)',
  },
};

export const identifier: Phrases = {
  cue: 'identifier',
  phrases: {
    en: `
(order|booking|ticket|case|reference|ref|tracking|invoice|customer|contract|account|confirmation|complaint|claim|reservation|policy|shipment|parcel|incident|pnr|serial|file|transaction|request) (number|no|nr|ref|reference|id|code|num|#|:|is)
(order|booking|ticket|case|reference|ref|tracking|invoice|reservation|pnr|confirmation|claim)
`,
    de: `
(bestellnummer|bestellnr|auftragsnummer|auftragsnr|vorgangsnummer|vorgangsnr|kundennummer|kundennr|ticketnummer|ticketnr|buchungscode|buchungsnummer|buchungsnr|sendungsnummer|sendungsnr|rechnungsnummer|rechnungsnr|fallnummer|aktenzeichen|vertragsnummer|vertragsnr|paketnummer|referenznummer|schadennummer|seriennummer|trackingnummer|auftrag|bestellung|vorgang|ticket|buchung|rechnung|sendung|az|fall)
(bestell|auftrags|kunden|vorgangs|ticket|rechnungs|sendungs|vertrags|buchungs) (nummer|nr)
`,
  },
};

/** What posts of own accounts do; the label is the kind. */
export const ownAccount: Phrases = {
  cue: 'own_account',
  phrases: {
    en: `
(we|ill|i|well|will|team) .. (fix|fixing|look into|take care|make this right|make it right|make sure|sort this|sort it|sort out|refund you|refund it|get back to you|investigate|be in touch|personally handle|resolve this|improve|get this) = promise
(will|shall|going to) (fix|change|refund|replace|call|contact|resolve|improve|be fixed|be refunded|follow up|take care|look into|make) = promise
(you have my word|on it|looking into|will be fixed|should never happen|let me fix|ill fix|being fixed|promise) = promise
(have|has|weve|ive|just|been|already) .. (refunded|replaced|credited|reimbursed|issued a refund|issued your refund|fixed your|restored|sent you a replacement|compensated|sent a replacement|processed your refund|unlocked your) = remedy
(sorry|apologies|apologise|apologize|apologizing|regret|our fault|my fault|my mistake|our mistake|my apologies) = apology
(cant|cannot|can not|unable to|wont|will not|not able to|not going to|not possible to|wont be able to|not eligible|no refunds|not entitled|do not offer|dont offer|decline|must decline) .. (refund|offer|accept|exchange|help|do|replace|compensate|make an exception|process|further|for a refund)? = refusal
(policy|terms) .. (does not|doesnt|dont|not) (allow|permit|cover) = refusal
(you|your|he|she|this|such) .. (liar|lying|idiot|troll|rude|super rude|entitled|ungrateful|pathetic|clown|moron|stupid|whiner|whining|crybaby|fool|shameful|embarrassment|nobody|hater|scammer) = attack
(cancelled|canceled) .. (his|her|your|their) (order|account|booking|reservation|contract) = attack
(shame on you|should be ashamed|grow up|get a life|go elsewhere|we dont need customers like|dont want you as a customer|banned him|banned you|blacklisted) = attack
`,
    de: `
(wir|ich|unser|werden|werde) .. (kuemmern|kuemmere|pruefen|schauen uns|klaeren|beheben|melden uns|melde mich|erstatten ihnen|erstatten euch|erstatte|nachgehen|in ordnung bringen|regeln|loesen) = promise
(versprochen|verspreche|versprechen|wird behoben|wird erstattet|das bringen wir in ordnung|darum kuemmern|arbeiten daran) = promise
(haben|habe|wurde|ist) .. (erstattet|gutgeschrieben|ersetzt|ueberwiesen|storniert und erstattet|behoben|ersatz verschickt|freigeschaltet|entschaedigt) = remedy
(entschuldigung|entschuldigen|entschuldige|tut mir leid|tut uns leid|bedauern|unser fehler|mein fehler|verzeihung|sorry|bitten um verzeihung) = apology
(koennen|kann|werden|leider) .. (keine erstattung|nicht erstatten|nicht moeglich|keine kulanz|nicht anbieten|nicht helfen|nicht umtauschen|nicht ersetzen|keinen ersatz|nichts machen|nichts fuer) = refusal
(lehnen|lehne) .. ab = refusal
(ausgeschlossen|laut agb|gemaess agb|kein anspruch|keinen anspruch|nicht vorgesehen) = refusal
(sie|du|er|wer|so) .. (luegner|idiot|troll|unverschaemt|frech|undankbar|jammerlappen|peinlich|dumm|noergler|schwaetzer|wichtigtuer|spinner) = attack
(haben|habe) .. (seine|ihre|deine) (bestellung|konto|vertrag|buchung) .. (storniert|gekuendigt|gesperrt) = attack
(schaem dich|schaemen sie sich|werden sie erwachsen|werd erwachsen|solche kunden|auf kunden wie|verzichten wir) = attack
`,
  },
};
