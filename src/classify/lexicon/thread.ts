import type { Phrases } from './cues.ts';

/** "Same here": clear wherever it stands. */
export const same: Phrases = {
  cue: 'same',
  phrases: {
    en: `
(same|similar) (case|fate|nightmare|drama|old story|result|saga|mess) (here|with|for|too)
same (here|her|hre|problem|issue|thing|happened|for me|with me|story|situation|experience|boat|in|goes for|as me|error|question|over here)
(exact|exactly the|exactly|the) same .. (here|problem|issue|thing|happened|story|situation|experience|boat|error)
(me too|me to|mee too|metoo|me 2|me three|so do i|neither can i|me neither|us too|mine too|mine as well|mine does the same|also me|i am too|im too|same same|ditto|dito|dittos|samesies|likewise)
(happened|happening|happens) to (me|us|mine) (too|also|as well)
(have|having|had|got|getting|has|facing|seeing|experiencing) .. same .. (problem|issue|error|trouble|experience|thing|here)
(you are|youre|ur) not (alone|the only)
(not|isnt) just (you|me)
(not the only one|also affected|affected too|affected as well|i second this|seconded|joining the club|join the club|add me to|adding my voice|count me in|count me)
(also|too) (not working|happening|having this|having the same|experiencing|broken|down) .. (here|for me|for us)?
(im|i am) (also|too) (having|waiting|affected|experiencing|locked|stuck)
+ 1
(plus one|+1|plus 1|this ^|^ this)
`,
    de: `
(gleicher|selber|derselbe|der gleiche|aehnlicher) (fall|fehler|aerger|vorgang|mist|kaese|stand)
(gleiches|selbes|dasselbe|das gleiche) (drama|elend|trauerspiel|ergebnis|bild|schicksal)
(bei|von) (mir|uns|mr|mri) (auch|auhc|acuh|ebenso|genauso|genau so|dasselbe|das gleiche|das selbe|ebenfalls|genau das|nicht anders|ähnlich)
(auch|ebenfalls|genauso|dasselbe|ebenso|genau so|gleiches|das gleiche|das selbe) bei (mir|uns)
(geht|gings|ging|geht's|gehts|erging|ergeht|geth) .. (mir|uns) .. (genauso|auch so|genau so|ebenso|aehnlich|nicht anders|auch|gleich)
(mir|uns) (geht|ging|gehts|ergeht|erging) .. (genauso|auch so|genau so|ebenso|aehnlich|nicht anders|auch|gleich|so)
(genauso|genau so|ebenso|auch so) .. (mir|uns|hier)
(mir|uns) (auch|ebenso|genauso|ist das auch|ist dasselbe|ist das gleiche|passierte das auch|ist es auch)
(ich|wir) (auch|ebenfalls|ebenso|genauso)
(habe|hab|haben|hatte|hatten) .. (gleiche|gleichen|selbe|selben|dasselbe|identische|das gleiche) .. (problem|fehler|aerger|thema|erfahrung|erlebt|erfahrungen|situation)
(gleiches|selbes|gleiche|dasselbe|selbe|das gleiche|das selbe) (problem|hier|spiel|thema|erlebnis|erfahrung|fehler|bei|situation|geschichte|theater)
(dito|ditto|dtio|dto|hier auch|hier ebenso|hier genauso|hier dasselbe|hier das gleiche|hier das selbe|dasselbe hier|genau das gleiche|genau dasselbe|schliesse mich an|reihe mich ein|kann ich bestaetigen|kann ich nur bestaetigen|nicht der einzige|nicht die einzige|nicht allein|auch betroffen|ebenfalls betroffen|same)
bin auch .. (betroffen|dabei)
+ 1
(+1|plus 1|plus eins)
`,
    fr: 'moi aussi\npareil\nmeme probleme\nidem',
    es: '(yo|a mi) tambien\n(lo mismo|igual aqui|mismo problema)',
    it: 'anche a me\n(anche io|stesso problema|idem)',
    pt: '(eu tambem|mesmo problema|comigo tambem)',
    nl: '(ik ook|bij mij ook|zelfde probleem|hier ook|idem)',
  },
};

/** Words that mean "same here" only when they are all that a reply says. */
export const sameTerse: Phrases = {
  cue: 'same_terse',
  phrases: {
    en: '(same|sme|saem|yes|yep|yup|too|also|this|same!|exactly|mee|smae|me|agreed|similar)',
    de: '(auch|auhc|ja|jup|jep|jo|ebenfalls|ebenso|genauso|stimmt|genau|leider|selbiges|aehnlich|gleichfalls|dasselbe|gleiches|mir|hier)',
  },
};

/** Tells when, and of no problem that is shared. */
export const sameTime: Phrases = {
  cue: 'same_time',
  phrases: {
    en: 'same (second|minute|hour|moment|time|day|morning|afternoon|evening|night|weekend|week|month|year|date)',
  },
};

export const otherProblem: Phrases = {
  cue: 'other_problem',
  phrases: {
    en: `
(and|plus|also|additionally|moreover|besides|furthermore) .. $problem_other .. (problem|issue|thing|question|matter|complaint)
(different|another|separate|unrelated|other|second) (problem|issue|matter|complaint|topic)
(on top of|besides|apart from|in addition to|as well as) (that|this|it)
(and on top|and also|and additionally|additionally|plus|moreover|furthermore|what is worse|even worse|and now)
(my|mine|our) .. (problem|issue|case) is .. (different|another|something else)
`,
    de: `
(anderes|weiteres|zweites|ein anderes|noch ein) (problem|thema|anliegen)
(ausserdem|zusaetzlich|obendrein|dazu kommt|hinzu kommt|darueber hinaus|zudem|und dann noch|noch dazu|und auch noch)
(mein|unser) .. (problem|fall) ist .. (anders|ein anderes|was anderes|etwas anderes)
(etwas|was) anderes
`,
  },
};

export const solved: Phrases = {
  cue: 'solved',
  phrases: {
    en: `
(refund|money|order|parcel|package|replacement|payment|delivery|compensation) .. (came through|went through|has arrived|is here|just arrived|arrived today|finally came|finally arrived|received today)
(works|working|worked|functioning|running|up|back|online|fine|sorted|fixed|resolved|solved|arrived|okay|good|all good|all sorted|all ok) (now|again|finally|today|for me now|since then)
(now|finally|already|has|is|been|got|all|just|was|have|gets|its) (works|working|sorted|fixed|resolved|solved|arrived|refunded|received it|got it|came|settled)
(it works|its working|is working|sorted out|thanks for (sorting|fixing|resolving)|problem (solved|fixed|gone|resolved)|issue (solved|fixed|gone|resolved)|never mind|nevermind|no longer needed|has been (resolved|fixed|sorted|refunded)|got my (refund|money back|order|parcel|package|bag|luggage)|was resolved|were resolved|matter resolved)
(resolving|resolved|solved|fixed|sorted) (my|our|the|this|it) .. (issue|problem|matter|quickly|promptly)?
(case|matter|topic|ticket|saga|chapter) (closed|settled|done|over)
(edit|update|solved|sorted|resolved|fixed) :
(solved|sorted|fixed|resolved) (for me|by|after|itself|within|in minutes|on the spot|thanks|thank you)
(was|turned out|turns out|it was) .. (my (own)? (fault|router|bad|mistake|error|ad blocker|firewall|cable|settings|vpn|end|side|browser|junk folder|spam folder)|user error|a dud cable|dud cable|wrong meter)
(my bad|user error|false alarm|scrap that|as you were|crisis averted|panic over|nothing further|no further action|all sorted|sorted now|nightmare is over|thats all i wanted|fairs fair|can be closed|you can close|please close|deleting (the|my|this) .. (one|post|tweet|review|complaint))
(appeal|claim|dispute|refund|chargeback|complaint|compensation) .. (upheld|paid|approved|accepted|granted|decided in (our|my) favour|in my favour|honoured|settled|successful|won|came through)
(changing|changed|updating|updated|upping|raising) .. (review|rating|stars) .. (to|from|up)
(apologised|apologized|said sorry) .. (put it right|fixed|refunded|replaced|sorted|credited|settled)
(rang|called|wrote|emailed|got|came) .. (back|within the hour|within an hour|within minutes|same day|straight away) .. (sorted|fixed|settled|resolved|apologised|all good|put right)
(credited|refunded|replaced|exchanged|repaired|reimbursed|mended|corrected|restored|unlocked|reinstated|rebooked) .. (within|in minutes|straight away|no questions|without fuss|same day|today|next day|free of charge|immediately|promptly|on the spot|in full)
(home|found|alive|arrived) (at last|safe|finally)
(bug|fault|error|noise|rattle|problem|charge|issue|glitch) (gone|is gone|s gone|has gone|disappeared|vanished|has stopped|stopped)
(bugs|faults|problems|noises|issues|charges) gone
(direct debit|charges|calls|emails|letters|noise) .. (has|have) stopped
(restarting|reinstalling|restart|reinstall|reboot|rebooting|update|firmware|resetting|reset|new cable|new battery) .. (did it|did the trick|fixed|solved|cures|cured|helped|sorted|worked)
(fixed|solved|cured|sorted) by (reinstalling|restarting|rebooting|updating|turning|a restart|an update|resetting)
(thank you|thanks|cheers|ty) .. (for (the|my|sending|sorting|getting|putting|looking|staying|chasing|not|fixing|finding)|to everyone|to everybody) .. (replacement|refund|quick|swift|it|line|into this|done|me)
(cant|cannot|couldnt) .. (thank|complain)
`,
    de: `
(hat|haben) sich .. (erledigt|geklaert|geloest)
(erledigt|geklaert|geloest|behoben|gefixt|angekommen|gefunden|betriebsbereit|repariert)
(geht|funktioniert|laeuft|klappt|tut|faehrt|fahren|ist) .. (jetzt|nun|wieder|inzwischen|mittlerweile) .. (wieder|gut|normal|einwandfrei|betriebsbereit|in betrieb|da|ok|frei)
(wieder|inzwischen|jetzt|nun) .. (in betrieb|betriebsbereit|funktionsfaehig|behoben|repariert|erreichbar|online|erledigt|in ordnung)
(jetzt|nun|endlich|inzwischen|mittlerweile) .. (geht|funktioniert|laeuft|klappt) .. (es|wieder|alles)?
(problem|stoerung|fehler|klappern|fehlermeldung) .. (geloest|behoben|weg|beseitigt|beendet|verschwand|verschwunden)
(nachtrag|edit|update|loesung) :
(fall|thema|sache|angelegenheit|ticket|kapitel) (abgeschlossen|durch|erledigt|geschlossen|gegessen|beendet|vom tisch)
(vom tisch|schwamm drueber|alles gut|alles bestens|passt alles|passt wieder|entwarnung|fehlalarm|kein handlungsbedarf|bin versoehnt|alles bereinigt|kann geschlossen werden|koennt schliessen|nehme alles .. zurueck|nehm alles .. zurueck|hat geklappt|bin drin|wie neu|sorry fuers gemecker|macht das aergernis|wett)
(laeuft|tut|funktioniert|klappt) (wieder|jetzt|nun)
(zurueckgezahlt|zurueckueberwiesen|gutgeschrieben|ueberwiesen|ersetzt|getauscht|umgetauscht|korrigiert|bereinigt|nachgeliefert|ausgetauscht|erstattet|eingetragen|storniert) .. (danke|dank|anstandslos|problemlos|kostenlos|sofort|schnell|prompt|ratzfatz|kulant|ohne diskussion|alles gut|respekt|super|alle zufrieden|entschuldigung)
(sofort|prompt|ratzfatz|kulant|anstandslos|umgehend|binnen|innerhalb|sogleich|noch am selben tag) .. (ersetzt|getauscht|erstattet|ueberwiesen|gutgeschrieben|nachgeliefert|repariert|behoben|reagiert|geliefert|entschuldigt)
(ist|war|sind) (da|aufgetaucht|zurueck|retour|wieder da|gefunden|geloest|bestaetigt) .. (danke|dank|!|juhu|endlich|puls)
(wieder|doch noch) (da|gefunden|aufgetaucht|aufgefunden|bekommen|online|frei|drin)
(wiedergefunden|aufgetaucht|klaerte sich|geklaert)
(geld|gutschrift|erstattung|bescheid|paket|koffer|ersatz|karte|brautkleid) .. (ist da|retour|ist zurueck|war da)
(lag|war|wars|war ja|tatsaechlich) .. (an mir|mein router|mein fehler|bei uns im haus|am kabel|meine schuld|am router|mein eigener)
(schaden|kosten) .. (wird|werden|wurde) .. (uebernommen|bezahlt|erstattet)
(neustart|neuinstallation|update|reset|anruf) .. (wieder|verschwand|half|geholfen|geloest|zurueckgezahlt|alles gut|bescheid da)
(endlich|danke fuer den|danke fuers) .. (rueckruf|nachschicken|fixen|tipp|schnelle|ersatz)
`,
  },
};

/** Somebody else's case, passed on. */
export const relay: Phrases = {
  cue: 'relay',
  phrases: {
    en: `
(author|blogger|writer|singer|actor|streamer|influencer|youtuber|novelist|celebrity|politician|passenger|resident|residents) .. (says|said|claims|alleges|complains|writes|reports|sues|accuses|calls out)
(a|one|another|voltara) (customer|man|woman|owner|buyer|couple|family|student|pensioner) (says|claims|alleges|complains|blogs|writes|sues|accuses|waits|takes)
(chief executive|ceo|boss|company|firm|spokesman|spokesperson|spokeswoman|carmaker|retailer|airline) (steps in|responds|reacts|apologises|apologizes|defends|denies|intervenes|declined to comment|said in a statement)
(doing the rounds|going viral|went viral|has gone viral|making the rounds|worth a read|is a must read)
(update|news) (on|from|in) (the|his|her|their) (blog|thread|story|case|forum)
(blogger|author|customer|owner|man|woman) whose
(read|see|look at|watch|check out|have a look at) .. what .. (happened|did|does|do|is doing|are doing) .. (to|with|this|a|his|her|their)
(read|share|spread|retweet|rt|pass on|boost|signal boost) .. (this|story|thread|post|blog|article|experience|account)
(this|that|another|some|one) $person_word .. (had|was|has|got|lost|paid|waited|is|bought|says|claims|tells|writes|told|ordered|called)
(his|her|their) .. (story|blog post|blog|thread|experience|case|ordeal|nightmare|complaint|post)
(happened|happening) to (this|that|him|her|them|another|a|one of) 
(via|h/t|hat tip|source :|seen on|saw this|found this|crossposting|cross posting|reposting|not my story|not mine|somebody elses|someone elses|on behalf of|posting for|poor guy|poor man|poor woman|what they did to|how they treat|how they treated)
(interesting|shocking|sad|crazy|wild|scary|worrying|unbelievable) (read|story|thread|blog|post|article)
(forum|reddit|blog|article|video|story|thread) .. (about|where|of) .. (man|woman|customer|guy|someone|owner|buyer|couple)
(a|some|this) (customer|guy|man|woman|owner|buyer) .. (on|from|in) .. (forum|reddit|blog|twitter|facebook)
according to .. (post|blog|report|owner|customer)
^ rt
`,
    de: `
(ein|eine|der|die|dieser|diese) (kunde|kundin|mann|frau|kaeufer|kaeuferin|besitzer|nutzer|nutzerin|autor|autorin|blogger|bloggerin|rentner|rentnerin|familie|schriftsteller|schriftstellerin) .. (bloggt|klagt|beklagt|beschwert sich|behauptet|schreibt|berichtet|erzaehlt|schildert|verklagt|zieht|wirft)
(im|in einem|laut) (forum|blog|netz|thread|beitrag) (heisst|steht|liest|schreibt|berichtet|wird) .. (es|man|dass)?
(update|neues|neuigkeiten|nachtrag) (im|zum|aus dem|in seinem|in ihrem) (blog|thread|fall|forum|beitrag)
(bei|von|fuer) (ihm|ihr|ihnen)
(bestellung|auftrag|vertrag|konto|auto|wagen|geld) (des|der|eines|einer) (verfassers|verfasserin|kritikers|kritikerin|kunden|kundin|bloggers|bloggerin|autors|autorin|rentners|rentnerin|paares|familie)
*kundin (zieht|klagt|verklagt|wehrt|wartet|fordert|beklagt)
(kritikers|kritikerin|verfassers|klaegers)
(streit|prozess|klage) (um|gegen|wegen) .. (garantie|batteriegarantie|erstattung|rueckerstattung|bestellung|vertrag|*garantie)
(vorstandschef|vorstandschefin|konzernchef|konzernchefin|firmenchef|sprecher|sprecherin|geschaeftsfuehrer) .. (verteidigt|verteidigte|erklaerte|erklaert|teilte|sagte|kuendigte|entschuldigte|reagiert|reagierte|aeusserte|lehnte)
(lest|lies|schaut|schau|seht|guckt) .. was .. (passiert|gemacht|widerfahren|erlebt|los ist|passierte|angetan)
(diesem|diesen|dieser|einem|einen) (mann|frau|kunden|kundin|herrn|familie|typen|besitzer|kaeufer|nutzer) .. (passiert|widerfahren|ergangen|gemacht|geschehen|erzaehlt|schreibt|wartet|hat)
(seine|ihre|seinen|ihren|sein|ihr) .. (geschichte|blogbeitrag|blog|erfahrung|fall|erlebnis|erfahrungsbericht)
(bitte teilen|teilt das|teilen erwuenscht|weitersagen|gefunden bei|gelesen bei|fundstueck|nicht von mir|quelle|via|im forum gelesen|geteilt von|interessanter beitrag|krasse geschichte|lesenswert|der arme kerl|die arme frau)
(dieser|der|ein) (kunde|mann|kaeufer|besitzer|nutzer|typ|kerl) .. (hat|wartet|schreibt|berichtet|erzaehlt|wurde|schildert)
(bericht|beitrag|artikel|thread|video|post) .. (ueber|von) .. (einen|einem|einer) .. (kunden|mann|kaeufer|frau|besitzer|kundin)
(wie|so) (die|sie) .. (ihn|diesen|diese|den mann|die frau) .. (behandelt|abserviert|abgezogen|behandeln)
`,
  },
};

/** News, and views on news. */
export const opinion: Phrases = {
  cue: 'opinion',
  phrases: {
    en: `
(not a|isnt a|not the|hardly a) (great|good|best) look
(chief executive|the company|big company|a company|corporation|a brand) .. (picking|fight|attacking|mocking|bullying|shaming)
(unpopular opinion|hot take|both sides|for once|on the other hand|explaining to do|if .. is true|if true|curious how|curious whether|private company|free to choose|freedom of speech)
(in my opinion|imo|imho|i think|i believe|i agree|i disagree|agree with|disagree with|he is right|she is right|they are right|hes right|shes right|personally|frankly|the ceo|the boss|ceo|billionaire|shareholders|stock|stocks|shares|investors|investor|earnings|quarter|valuation|market cap|breaking|report|reports|reported|according to|announces|announced|analyst|analysts|headline|article|news|journalist|the author|the blogger|the customer|this customer|politicians|government|election|team|season|album|episode|match|movie|coach|players)
(he|she|him|his|her) .. (deserved|deserves|deserve|right|wrong|overreacted|whining|should have|shouldnt|is entitled|can do|acted|tweeted|insulted|was rude|complained)
(good|right|serves him|serves her|serves them|well done|bad|poor) .. (decision|move|call|choice|pr)
(companies|customers|people|everyone|entrepreneurs|ceos) (like|should|shouldnt|are|have|need|always|who|just|must)
`,
    de: `
(muss|sollte|darf|kann|soll) (ein|eine|jeder|jede|der|so ein) (konzern|firma|unternehmen|hersteller|kunde|chef|chefin|autobauer|anbieter|kritiker|blogger)
(kritik|kunden|konzern|firma|hersteller|unternehmen) .. (aushalten|vorfuehren|abkanzeln|einstecken|austeilen|muss man)
(hausrecht|vertragsfreiheit|meinungsfreiheit|beweislast|vertrag ist vertrag|geschmackssache|keine anlageberatung|beide seiten|wenn das stimmt|sollte das stimmen|die ganze branche|bin skeptisch|bin gespannt|wer austeilt|selbst schuld|selber schuld|leser aus|leserin aus)
(meiner meinung|meines erachtens|ich finde|ich denke|ich glaube|finde ich|denke ich|stimme zu|bin der meinung|hat recht|haben recht|recht so|richtig so|der chef|ceo|milliardaer|aktionaere|aktie|aktien|aktienkurs|boerse|anleger|quartal|laut|bericht|berichtet|artikel|nachrichten|schlagzeile|journalist|der autor|der blogger|der kunde|dieser kunde|politik|politiker|regierung|wahl|partei|afd|demo|polizei|unfall|verkehrsunfall|autobahn|baustelle|spd|cdu)
(er|sie|ihm|seine|ihn) .. (selbst schuld|verdient|uebertreibt|uebertrieben|recht|jammert|beleidigt|haette|darf|soll sich|beschwert)
(gute|richtige|falsche|schlechte) (entscheidung|reaktion|wahl|pr)
(firmen|kunden|leute|unternehmen|man|alle|jeder) (sollten|sollte|muessen|muss|duerfen|darf|wollen|will|haben|ist)
`,
  },
};

/** Advertising, spam, job offers, prize draws. */
export const advert: Phrases = {
  cue: 'advert',
  phrases: {
    en: `
(click|tap) (here|the link|link|below|now|on the link)
(link in (bio|profile)|sign up (now|today|here)|buy now|shop now|order now|limited time|limited offer|special offer|discount code|promo code|use code|coupon|giveaway|win a|chance to win|enter to win|free shipping|% off|on sale now|check out our|visit our|follow us|follow and rt|rt to win|dm us for|whatsapp me|earn money|make money|work from home (job|jobs|opportunity|and earn)|earn from home|passive income|crypto signals|forex|guaranteed profit|recovery expert|hacker who helped|contact him on|he helped me recover|subscribe to my|my onlyfans|our new collection|now available|available now|pre order now|check out this|check out my|follow me on|new blog post|we are pleased to announce|just posted)
(we are hiring|were hiring|is hiring|now hiring|join our team|join the team|job opening|vacancy|apply now|apply today|open position|send your cv|career opportunity|#job|#jobs|#hiring|looking for a (developer|manager|sales|driver|designer|nurse|engineer))
`,
    de: `
(hier klicken|klick hier|klickt hier|link in (bio|der bio|profil)|jetzt (kaufen|bestellen|sichern|anmelden|bewerben|shoppen|zugreifen|entdecken|lesen)|rabattcode|gutscheincode|code|gewinnspiel|gewinne|verlosung|verlosen|sonderangebot|nur heute|versandkostenfrei|% rabatt|rabatt|folgt uns|besucht unsere|unser neues angebot|geld verdienen|passives einkommen|von zuhause (geld|verdienen)|jetzt verfuegbar|neue kollektion|jetzt neu|neu im shop)
(wir suchen|wir stellen ein|stellenangebot|stellenanzeige|stellenausschreibung|bewirb dich|bewerbung an|jobangebot|m w d|mwd|komm ins team|verstaerke unser team|karriere bei|ausbildungsplatz|werde teil|quereinsteiger)
`,
  },
};

/** People who tell of their own work at the brand. */
export const employee: Phrases = {
  cue: 'employee',
  phrases: {
    en: `
(i|ive|we) (work|worked|working|been working) .. (at|for|in|as) .. (there|here|company|store|warehouse|the|this|support|them|@)
(my|our) (shift|shifts|boss|manager|coworker|coworkers|colleagues|paycheck|wage|wages|salary|break room|supervisor|workplace|job at|employer|night shift|overtime|first day at work)
(as an|im an|am an|i am an|former|ex|current) (employee|worker|staff member|engineer here|driver here)
(at work|off work|quit my job|got fired|laid off|getting paid|pay rise|works council|union rep|day at work)
`,
    de: `
(ich|wir) (arbeite|arbeiten|arbeitete|habe .. gearbeitet|jobbe) .. (bei|fuer|dort|hier|als|im|da|seit)
(arbeite|arbeiten) .. (selbst|selber|da|dort|bei) 
(meine|unsere|meiner|mein|unser|mit meinem) (schicht|spaetschicht|nachtschicht|fruehschicht|chef|chefin|kollegen|kollegin|vorgesetzter|arbeitgeber|lohn|gehalt|ueberstunden|arbeitsplatz|teamleiter|betriebsrat)
(als|bin) (mitarbeiter|mitarbeiterin|angestellter|angestellte|ex mitarbeiter|ehemaliger mitarbeiter|fahrer bei|lokfuehrer|busfahrer|zugbegleiter)
(betriebsrat|feierabend|tarifvertrag|lohnerhoehung|personalmangel bei uns)
`,
  },
};

export const image: Phrases = {
  cue: 'image',
  phrases: {
    en: '(see|look at|check) .. (pic|picture|photo|image|screenshot|attached|attachment|below)\n(pic|picture|photo|screenshot|attached|see attached|look|^|this)',
    de: '(siehe|seht|schaut|guck|schau) .. (bild|foto|screenshot|anhang|unten)\n(bild|foto|screenshot|anhang|siehe anhang)',
  },
};
