import type { Phrases } from './cues.ts';

/** Shut out of a service that was paid for or an account that is one's own. */
export const blocked: Phrases = {
  cue: 'blocked',
  phrases: {
    en: `
cut off $my (line|phone|internet|service|connection|account|power|contract|number)
(cant|cannot|can not|couldnt|unable to) .. (lock|unlock|open|start|drive) .. (car|door|it|doors|van|bike|scooter|house|flat|vehicle)
(locked|shut|logged|kicked|blocked|lock) .. out
(locked|blocked|suspended|frozen|disabled|deactivated|banned|restricted|closed|hacked|deleted|terminated|blocking|froze) .. (account|card|profile|phone|sim|access|number|wallet|id)
(account|card|profile|sim|access|phone|number|app|wallet|payment|payments) .. (locked|blocked|suspended|frozen|disabled|deactivated|banned|restricted|hacked|declined|deleted|terminated|rejected|closed)
(cant|cannot|can not|couldnt|unable to|wont let me|not able to|doesnt let me|impossible to|not let me|cnt|no way to|never) .. (log in|login|log on|logon|sign in|signin|pay|access|check in|checkin|withdraw|transfer|use my card|make payments|get into|log into|reset my password|use my account|use my phone|make calls|check out|checkout|top up|board)
(login|log in|sign in|checkin|check in|password reset|2fa|verification|payment) .. (not working|doesnt work|fails|failed|failing|broken|down|error|impossible|loop|keeps failing)
`,
    de: `
(ausgesperrt|ausgeloggt|rausgeflogen)
(konto|karte|account|zugang|sim|profil|kreditkarte|bankkarte|girokarte|onlinebanking|banking|app|handy|rufnummer|nummer) .. (gesperrt|blockiert|deaktiviert|eingefroren|gehackt|geloescht|gekuendigt|abgelehnt|gesperrte|eingeschraenkt)
(gesperrt|gesperrtes|blockiert|sperrt|sperren|blockieren|gesperrte|deaktiviert) .. (konto|karte|account|zugang|profil)
(kann|konnte|koennen|konnten|kan|komme|kommen) .. (nicht|nich|net|nie|weder|nicht mehr) .. (einloggen|anmelden|login|bezahlen|zahlen|ueberweisen|zugreifen|einchecken|abheben|ins konto|in mein konto|rein|auf mein konto|ins online|telefonieren)
$kein (zugriff|zugang|login|einloggen)
(login|anmeldung|einloggen|anmelden|bezahlen|zahlung|passwort) .. (geht nicht|funktioniert nicht|klappt nicht|unmoeglich|fehlgeschlagen|schlaegt fehl|nicht moeglich)
`,
  },
};

/** Something that people depend on is gone: what is at stake, never who the person is. */
export const dependence: Phrases = {
  cue: 'dependence',
  phrases: {
    en: `
(lost|losing|lose) .. (clients|client|customers|wages|income|business|earnings|work|orders|day of work|days of work|job|contracts|shifts|pay)
(cant|cannot|couldnt|unable to|no way to|can not) .. (get to work|go to work|work from home|do my job|earn|get to hospital|get to the doctor|leave the house|get out of bed|call for help|see my doctor)
(i|we) (need|rely on|depend on|live on|live off) .. (for work|for my work|to work|to live|for my job|for my business|for medical|for dialysis|for my treatment)
$no .. (heating|heat|hot water|running water|electricity|drinking water|medicine|medication|insulin|oxygen|prescription|food|power|inhaler|gas)
(heating|boiler|hot water|heat) .. (off|broken|not working|broke|down|out|failed|stopped|doesnt work|isnt working|wont|gone)
no water (since|for|in|at|again|from|all)
(not|hasnt|havent|never) .. left the (house|flat|apartment|room) .. (since|for|because)
(without|out of|run out of|running out of) .. (heating|medicine|medication|insulin|oxygen|water|electricity|power|hot water|food|heat)
(stranded|homeless|nowhere to (go|sleep|stay)|sleeping (on the floor|at the airport|in the airport)|slept (on the floor|at the airport|in the airport)|stuck (abroad|in a foreign|in the lift|in the elevator|overnight))
(cant|cannot|couldnt|unable to|not able to) .. (buy food|pay (my|the|our) rent|get my medication|get my medicine|feed (my|our)|get home|call (999|911|112|an ambulance|emergency)|breathe properly|leave (my|the) (house|flat|room))
(wheelchair|hearing aid|medication|medicine|insulin|inhaler|dialysis|oxygen|cpap|prosthesis|mobility scooter) .. (lost|broken|missing|broke|not working|damaged|late|delayed|not arrived|in (my|the) (lost|missing) (bag|luggage))
(lost|broke|damaged|missing) .. (wheelchair|hearing aid|medication|medicine|insulin|inhaler|cpap)
`,
    de: `
(verliere|verlieren|verloren|entgehen|entgangen|fehlen) .. (auftraege|kunden|einnahmen|umsatz|umsaetze|lohn|verdienst|aufträge|auftrag|einkommen)
(komme|komm|kommen|kann|koennen|konnte) .. (nicht|nicht mehr) .. (zur arbeit|auf arbeit|zum arzt|ins krankenhaus|aus dem haus|aus der wohnung|arbeiten|zur dialyse|zur schule|zur uni)
(angewiesen|abhaengig) .. (auf|darauf|davon|von)
(darauf|drauf) angewiesen
$kein (heizung|warmwasser|warmes wasser|strom|wasser|medikamente|medikament|insulin|sauerstoff|trinkwasser|essen|fernwaerme|gas)
(heizung|warmwasser|strom|boiler|heizkoerper|therme) .. (aus|ausgefallen|kaputt|kalt|defekt|geht nicht|funktioniert nicht|abgestellt|weg|bleibt)
(heizung|warmwasser|strom|wasser|boiler|therme|fernwaerme) ... (weg|ausgefallen|abgestellt|abgedreht|gesperrt|tot)
(ohne) .. (heizung|warmwasser|strom|wasser|medikamente|insulin|sauerstoff|essen|medizin)
(gestrandet|obdachlos|sitze|sitzen|sass|sassen|haenge|haengen) .. (fest|am flughafen|im ausland|am bahnhof ueber nacht|im aufzug fest|im fahrstuhl fest)
(gestrandet|festgesessen|im aufzug eingesperrt|im aufzug steckengeblieben|im fahrstuhl steckengeblieben|im aufzug stecken|am flughafen (uebernachten|schlafen|geschlafen|uebernachtet))
(kann|koennen|konnte) .. (miete .. nicht|keine miete|kein essen|keine lebensmittel|keinen notruf|nicht nach hause|meine wohnung nicht|medikamente nicht)
(rollstuhl|hoergeraet|medikamente|insulin|dialyse|sauerstoffgeraet|treppenlift|hausnotruf) .. (kaputt|verloren|defekt|fehlt|fehlen|nicht angekommen|nicht geliefert|weg|beschaedigt|ausgefallen)
`,
  },
};

/** A loss with a date. An ultimatum ("answer by Friday or I call my lawyer") is none: see rules/dated-loss.ts. */
export const datedLoss: Phrases = {
  cue: 'dated_loss',
  phrases: {
    en: `
(cut off|disconnected|disconnection|suspended|suspension|shut off|switched off|terminated|cancelled|locked|blocked|evicted) .. (tomorrow|tonight|on $soon|by $soon|at midnight|in <n> (days|hours))
(warranty|guarantee|visa|offer|ticket|voucher|cover|insurance|lease) .. (ends|expires|runs out|lapses) .. (on|in|$soon|<n>)
$my .. $event .. (is|leaves|departs|starts|begins|due|ends) .. $soon
$my $event .. $soon
(leave|leaves|leaving|fly|flying|travel|travelling|traveling|departing) .. (today|tonight|tomorrow|tmrw|in <n> hours|on $soon)
(by|until|till|before) .. $soon or .. (lose|miss|loses|forfeit|evicted|cut)
(by|until|till|before|on) $soon .. (i|we) .. (lose|miss|forfeit)
(lose|losing|miss|missing|forfeit) $my .. (job|flat|apartment|house|home|flight|visa|deposit|place|connection|wedding|exam|interview|contract|benefits|surgery|appointment|train|business|tenancy|licence|license|insurance) = loss
(need|needed|require|must have) .. (by|before|for|until) .. ($soon|tomorrow|the wedding|the funeral|$my $event)
(evicted|eviction|repossessed|disconnected|late fee) .. (by|$soon|tomorrow|on $soon|in <n> days)
(deadline|due) .. (is|on|by)? .. $soon
(expires|expire|expiring|runs out|ends) .. ($soon|in <n> (days|hours))
`,
    de: `
(sperre|sperrung|abschaltung|abstellung|raeumung|zwangsraeumung|kuendigung|abschalten|gesperrt|abgestellt|abgeschaltet) .. $soon
$soon .. (gesperrt|abgestellt|abgeschaltet|gekuendigt|geraeumt|sperre|sperrung)
(garantie|gewaehrleistung|visum|frist|gutschein|versicherung|vertrag) .. (laeuft|endet|verfaellt) .. (ab|aus|am)
(laeuft|endet|verfaellt) .. (garantie|gewaehrleistung|visum|frist|gutschein|versicherung) .. (ab|aus)?
(mein|meine|meinen|unser|unsere|der|die) .. $event .. (geht|ist|startet|beginnt|faehrt|endet|laeuft ab) .. $soon
(mein|meine|unser|unsere) $event .. $soon
$soon .. (mein|meine|unser|unsere|ist|geht|startet|habe ich|haben wir|fliege|fliegen|reise|reisen) .. $event
$soon (fliege|fliegen|reise|reisen|verreise) (ich|wir)
(fliege|fliegen|reise|reisen) .. $soon
(bis|vor|spaetestens) .. $soon .. (sonst|verliere|verlieren|brauche|brauchen|benoetige)
(brauche|brauchen|benoetige|benoetigen) .. (bis|vor|fuer|spaetestens) .. ($soon|hochzeit|beerdigung|pruefung|termin)
(verliere|verlieren|verpasse|verpassen|platzt|verfaellt|verfallen) .. (job|wohnung|flug|visum|anzahlung|termin|platz|anschluss|pruefung|vertrag|arbeit|arbeitsplatz|studienplatz|hochzeit|operation) = loss
(job|wohnung|flug|visum|anzahlung|arbeitsplatz|studienplatz|reise|termin) .. (verliere|verlieren|verpasse|verpassen|weg|verfaellt) = loss
(frist|mahnung|raeumung|kuendigung) .. (endet|laeuft|ab|bis) .. ($soon|in <n> tagen)
(laeuft|laufen|verfaellt|verfallen|endet) .. ($soon|in <n> tagen) .. (ab|aus)?
`,
  },
};

/** Money that the author names as lost, charged, paid or owed. */
export const lossOfMoney: Phrases = {
  cue: 'loss_of_money',
  phrases: {
    en: `
(charged|charge|charging|charges|lost|lose|losing|owe|owes|owed|refund|refunded|debited|deducted|withdrew|stole|stolen|missing|deposit|overcharged|money back|out of pocket|robbed|scammed|compensation)
(paid|pay|paying|cost|costs|took|taken|billed|bill|spent|transferred|invoice|invoiced|down|short|gone) = weak
`,
    de: `
(abgebucht|abgezogen|berechnet|belastet|verloren|verliere|verlieren|schuldet|schulden|schuldig|erstattung|erstattet|erstatten|rueckerstattung|anzahlung|kaution|kassiert|eingezogen|mahnung|nachzahlung|guthaben|betrogen|gestohlen|gutschrift)
(zurueck|bezahlt|gezahlt|gekostet|weg|fehlen|fehlt|rechnung|ueberwiesen|ausgegeben|schaden|kosten|kostet) = weak
`,
  },
};

export const currency: Phrases = { cue: 'currency', phrases: { en: '$currency\n<money>' } };
