import type { Phrases } from './cues.ts';

/** A date close ahead; `day` is a bare weekday or date, which lies ahead only beside a word that says so. */
export const ahead: Phrases = {
  cue: 'ahead',
  phrases: {
    en: `
(tomorrow|tomorrows|tmrw|tomoz|tonight|tonights|tomorow|overmorrow)
(this|later this) (afternoon|evening|weekend|morning) = day
(on|this|by|before|until|till|is|next|come|leaves|for|be) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|weds|thu|thurs|fri|sat|sun) = day
(mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|monday|tuesday|wednesday|thursday|friday|saturday|sunday) = bare
(in|under|less than) <n> (hours|hrs|days|day)
in (two|three|four|five|a couple of|a few|an) (hours|days|hour)
(day after tomorrow|by midnight|at midnight|is midnight|end of today|end of the day|in the morning|first thing|in the next hour|in an hour|at dawn|at noon today|weekend)
<n> (days|hours|hrs) (left|away|to go|before|until|till)
(on|by|before|until|till|from) the <n> = day
(next week|friday week|this week|end of the week|week on friday|end of the month|next month) = day
today = day
`,
    de: `
(morgen|uebermorgen|heute abend|heute nacht|heute mitternacht|morgen frueh|morgen abend|ab morgen|heut abend|heut nacht|mitternacht|morgn|heute nachmittag|heute mittag)
(am|bis|diesen|bis zum|fuer|ist|kommenden|naechsten|ab|steht|schon|vor|zum) (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|sonnabend|wochenende) = day
(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|sonnabend) = bare
in (zwei|drei|vier|fuenf|sechs|<n>|wenigen|ein paar|einer|einem) (stunden|tagen|std|stunde|tag)
(noch|nur noch|bleiben|in) <n> (stunden|tage|tagen|tag)
(am|bis|zum|ab|bis zum) <n> = day
(naechste woche|kommende woche|diese woche|ende der woche|ende des monats) = day
(heute|heut) = day
`,
  },
};

/** What is lost for good when its day goes by; `travel` has its date in the fare, `once` comes once. */
export const occasion: Phrases = {
  cue: 'occasion',
  phrases: {
    en: `
(cake|dress|suit|suits|catering|flowers|wreath|rings) .. (wedding|funeral|christening|tomorrow|saturday|sunday) = once
(wedding|weddings|funeral|burial|cremation|wake|christening|baptism|bar mitzvah|graduation|graduates|prom|ceremony|golden wedding|honeymoon|engagement party|memorial|gets married|getting married|married|anniversary party|birthday party|eid|diwali|first communion|confirmation day) = once
(exam|exams|finals|viva|driving test|theory test|interview|audition|hearing|tribunal|court date|court hearing|matura|surgery|operation|procedure|transplant|scan|chemo|biopsy|eviction|bailiff|bailiffs|visa appointment|job offer|first day|starting work|start work|new job|admission|enrolment|enrollment|closing date|completion|completion date|handover|move out|moving day|moving out|moving house|we move|i move|removal van|opening|grand opening|launch|premiere|recital|vote|ballot|election|polls|tender|submission|auction|conference|keynote|exhibition|trade fair|gig|performance|show opens) = once
(flight|flights|fly|flies|flying|plane|train home|ferry|cruise|departure|depart|boarding|holiday|vacation|honeymoon|trip|travel|travelling|traveling|check in|eurostar|connection|sail|sails|sailing) = travel
(deadline|closes|expires|expire|expiring|expiry|lapses|lapse|runs out) = term
`,
    de: `
(tauftorte|hochzeitstorte|brautstrauss|ehering|eheringe|trauringe|brautkleid|trauerkranz|massanzuege) = once
(hochzeit|trauung|standesamtliche trauung|standesamtliche|beerdigung|begraebnis|beisetzung|trauerfeier|taufe|kommunion|konfirmation|firmung|jugendweihe|einschulung|abschlussfeier|abschlussball|abiball|goldene hochzeit|flitterwochen|heirate|heiraten|heiratet|geburtstagsfeier|zuckerfest|verlobung|polterabend|brautkleid) = once
(pruefung|pruefungen|klausur|examen|abitur|staatsexamen|fuehrerscheinpruefung|fahrpruefung|theoriepruefung|vorstellungsgespraech|bewerbungsgespraech|gespraech|vorsprechen|gerichtstermin|verhandlung|anhoerung|matura|abschlusspruefung|op termin|operation|eingriff|transplantation|mrt|chemo|raeumung|zwangsraeumung|gerichtsvollzieher|visumstermin|arbeitsantritt|arbeitsbeginn|erster arbeitstag|neuen job|neue stelle|einzug|auszug|umzug|ziehen um|ziehe um|wohnungsuebergabe|uebergabe|schluesseluebergabe|einschreibung|immatrikulation|eroeffnung|premiere|auftritt|konzert|messe|wahl|stimmabgabe|abgabe|einreichung|versteigerung|klinikplatz|reha|studienplatz) = once
(flug|fluege|flieger|fliege|fliegen|fliegt|abflug|rueckflug|faehre|kreuzfahrt|abreise|abfahrt|boarding|urlaub|reise|verreisen|check in|nachtzug|anschlussflug) = travel
(frist|fristende|ablauf|stichtag|verfaellt|verfallen|laeuft ab|laufen ab|ablaufdatum|faellig|letzter tag|letzte mahnung|deadline|einsendeschluss|abgabefrist|anmeldeschluss) = term
`,
  },
};

/** Lost with its day, by the words themselves. */
export const forfeit: Phrases = {
  cue: 'forfeit',
  phrases: {
    en: `
(miss|misses|missed|missing|lose|loses|losing|lost|forfeit) .. (wedding|funeral|burial|exam|interview|hearing|tribunal|surgery|operation|graduation|cruise|christening|visa|job|flat|tenancy|mortgage|the sale|scholarship|ferry|connecting flight|flight home|honeymoon|offer|place)
(flight|plane|ferry|cruise|wedding|funeral|ceremony) .. (gone without|left without|is gone|leaves in|leaves at|departs in|boards in)
(moved|changed|rebooked|rescheduled|shifted) ... (day after|after the) .. (wedding|funeral|exam|interview|hearing|birthday|flight)
(open|opens|opening|doors open|we open) (tomorrow|on $soon|$soon)
(kicked off|bumped from|bumped off) .. (flight|plane|tomorrows)
(withdrawn|withdraw|given away|reallocated|cancelled|forfeited|terminated|released) (on|by|tomorrow) .. (unless|if|$soon|tomorrow)
(evicted|eviction|bailiffs|repossessed|repossession|foreclosure)
(disconnect|disconnected|disconnection|cut off|cut us off|shut off|switched off|suspended|terminated|closed) (tomorrow|on $soon|$soon|by $soon|this (week|afternoon|evening))
(warranty|guarantee|visa|offer|lease|licence|license|passport|permit|certificate|voucher|place) .. (expires|ends|lapses|runs out|expire) .. ($soon|tomorrow|tonight|midnight|in <n> (days|hours)|on the <n>)
`,
    de: `
(verpasse|verpassen|verpasst|versaeume|versaeumen|verliere|verlieren|platzt|futsch|hinfaellig) .. (hochzeit|trauung|beerdigung|pruefung|gespraech|op|termin vor gericht|flug|kreuzfahrt|faehre|arbeitsstelle|stelle|wohnung|visum|studienplatz|reise|taufe|job|zusage|platz)
(hochzeit|trauung|beerdigung|pruefung|vorstellungsgespraech|flug|flieger|kreuzfahrt|faehre|stelle|platz|studienplatz|klinikplatz|wohnung|job) ... (futsch|verpasst|weitervergeben|hinfaellig|weg|platzt|verfaellt|verloren|ohne uns|ohne mich)
(verpassen|verpasse) .. (wir|ich)? .. (hochzeit|trauung|beerdigung|pruefung|flug|taufe|flieger)
(raeumung|zwangsraeumung|raeumungsklage|obdachlos|auf der strasse|gerichtsvollzieher|zwangsversteigerung)
(laeuft|verfaellt|endet|laufen|verfallen) ... (morgen|uebermorgen|mitternacht|in <n> tagen|am (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|heute|am <n>)
(sperrung|abschaltung|abgestellt|abgeschaltet|abgedreht|gekuendigt|geraeumt) .. (morgen|uebermorgen|am (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag))
(morgen|uebermorgen|(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)) .. (abgestellt|abgeschaltet|abgedreht|gesperrt|geraeumt|eroeffnen|eroeffne)
`,
  },
};

/** A word for tomorrow that says morning: nothing of it lies ahead. */
export const past: Phrases = {
  cue: 'past',
  phrases: {
    en: 'see you (in|tomorrow|tonight|monday)\n(good|every|each) (evening|monday)',
    de: '(heute|heut|guten|am|jeden|gestern|diesen|eines|schoenen|dieser) morgen',
  },
};

/** What would weigh much weighs less here: other means, time enough, by the author's own account. */
export const mitigated: Phrases = {
  cue: 'mitigated',
  phrases: {
    en: `
(no|not|isnt|hardly|not really) (an)? (emergency|urgent|rush|hurry|tragedy|drama|big deal|biggie|disaster|harm done|end of the world|problem for us|pressing|worried|bothered|biggie)
(no (date|deadline|wedding|flight|plans|one is|one was|harm|damage|pressure)) .. (hangs|depends|missed|on it|freezing|hurt|cold|done|this time)
(train|bus|carriage|coach|tram|office|cinema|hotel|restaurant|pub|shop) .. (heating|heater|hot water|water|power)
(im|were|i am|we are|am) .. (flexible|patient|in no hurry|insured|retired so)
(luckily|thankfully|fortunately|thank god|good thing|lucky for me|lucky for us)
(mobile|other (one|lift|door|entrance|bathroom|shower|phone|car|line)|upstairs|downstairs|neighbours|neighbor|neighbours|next door|second car|second lift|spare) .. (fine|works|working|ok|okay|nice|kind|lent|helps|has)
(guest room|spare room|spare bedroom|garage|garden|greenhouse|shed|cellar|summer house|holiday home|gym|leisure centre|leisure center|swimming pool|swim club|sauna|jacuzzi|hot tub|fish tank|lobby|office kitchen|meeting room|conference room)
(we|i) .. (managed|coped|made do|laughed|walked instead|took the stairs|took the bus|dont mind|dont really mind|can wait|can live)
(nobody|no one) .. (sleeps|lives|suffered|froze|needs it|minds|was hurt|hurt)
(month|months|weeks|good) supply left
(plenty of|lots of|still|enough) (time|left|stock)
`,
    de: `
(kein|keine|nicht) (notfall|drama|eile|eilig|dringend|weltuntergang|beinbruch|tragoedie|stress|problem fuer uns|hektik|zeitdruck|drumherum)
(zug|bus|bahn|tram|wagen|abteil|waggon|buero|kino|hotel|restaurant|s <n>) .. (heizung|warmwasser|wasser|strom)
(heizung|warmwasser|wasser) .. (zug|bus|bahn|tram|wagen|abteil|waggon|buero|kino|hotel)
(draussen|bei) .. (<n> grad plus|plus <n>|sommer|zwanzig grad|24 grad|25 grad|warm)
(zum glueck|gott sei dank|gluecklicherweise|immerhin|bin flexibel|sind flexibel|bin geduldig|haben zeit|hab zeit|noch zeit|genug zeit)
(gaestezimmer|keller|garage|garten|gartenhaus|ferienwohnung|fitnessstudio|schwimmbad|hallenbad|sauna|whirlpool|waschkueche|dachboden|hobbyraum|pool|turnhalle)
(nachbarn|nachbar|nachbarin|kollegen|zweite|andere|anderer|handy) .. (nett|hilft|helfen|funktioniert|geht|gehts|gibts|ausgeholfen|geliehen)
(treppe|treppen|treppensteigen) .. (steigen|gelaufen|laufen|nehmen|muss halt|sportlich|fit)
(nehme|nahm|nehmen|nahmen) .. (treppe|treppen|rad|bus)
(in der kueche gehts|im bad gehts|oben gehts|unten gehts|warm ist (er|es|sie))
(ausgehalten|ueberlebt|verschmerzbar|halb so schlimm|nicht so schlimm|kann warten|hat zeit|das macht nix|das macht nichts|macht ja nix|macht ja nichts|macht aber nichts)
`,
  },
};
