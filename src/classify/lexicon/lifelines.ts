import type { Phrases } from './cues.ts';

/**
 * What a household or a body needs every day; a label says of which sort. It weighs beside a word of lack (`lack`). Said
 * of things, never of who somebody is.
 */
export const need: Phrases = {
  cue: 'need',
  phrases: {
    en: `
(landline|land line|phone line|telephone|phone lines|telephone line|lines down) = line
(heating|central heating|pellets|heating oil|coal|firewood|storage heaters|boiler|radiators|furnace|heat pump|heater|district heating|prepay meter|prepayment meter|gas meter|gas supply|the gas|our gas|my gas|gas (cut|shut|turned)) = warmth
(hot water|running water|drinking water|tap water supply|water supply|clean water|mains water|water) = water
(electricity|electric|power|mains) = power
(insulin|inhaler|inhalers|epipen|meds|medication|medications|medicine|medicines|prescription|prescriptions|tablets|tablet for my heart|pills|antibiotics|blood thinners|thyroid|epilepsy|chemo|dialysis|oxygen|oxygen concentrator|ventilator|cpap|bipap|nebuliser|nebulizer|glucose|glucose sensors|test strips|stoma|stoma bags|catheter|catheters|feeding tube|feed pump|growth hormone|hormones|painkillers|morphine|pacemaker|infusion|eye drops|dressings|incontinence pads|sensors|pump supplies|anti rejection|antirejection|transplant|immunosuppressants|injection|injections|syringes|last dose|statins|beta blockers|hrt|methadone|antidepressants|seizure|warfarin|heparin|eyedrops for glaucoma) = medicine
(wheelchair|powerchair|power chair|powered wheelchair|mobility scooter|stairlift|stair lift|through floor lift|hoist|riser recliner|rise and recline|hospital bed|care bed|walker|rollator|walking frame|prosthesis|prosthetic|prosthetic leg|artificial leg|orthosis|leg brace|hearing aid|hearing aids|cochlear|cochlear implant|hearing implant|screen reader|guide dog|braille|alarm pendant|emergency pendant|panic button|care alarm|fall alarm|call button|baby monitor|breathing machine|apnea monitor) = device
(meals on wheels|carer|carers|home help|home care|care visit|care worker|nurse visit|district nurse|patient transport|ambulance transport|ramp assistance|wheelchair assistance|special assistance|passenger assistance|assistance booked|booked assistance) = care
(formula|baby formula|infant formula|baby milk|special diet food|renal diet|renal food) = medicine
(emergency line|emergency number|emergency call|emergency calls|999|911|112) = phone
`,
    de: `
(festnetz|festnetzanschluss|telefonleitung|telefonanschluss|telefon|festnetztelefon) = line
(heizung|heizungen|pellets|heizoel|brennholz|fernwaerme|therme|gastherme|gasetagenheizung|etagenheizung|heizkoerper|heizkessel|waermepumpe|ofen|nachtspeicher|kessel|fussbodenheizung|gasanschluss|gasversorgung|das gas|unser gas|gas (abgedreht|abgestellt|gesperrt)) = warmth
(warmwasser|warmes wasser|leitungswasser|trinkwasser|fliessend wasser|fliessendes wasser|wasser|wasserversorgung) = water
(strom|stromversorgung|elektrizitaet) = power
(spritze|spritzen|*spritzen|*tabletten|*tropfen|immunsuppress*|abstossung*|rheumaspritze*|heparin|blutdruck*|antidepressiv*) = medicine
(insulin*|medikament|medikamente|medikamenten|medizin|tabletten|tablette|pillen|rezept|e rezept|rezepte|blutverduenner*|schilddruesen*|herzmittel|herzmedikament*|blutdruckmittel|antibiotikum|antibiotika|schmerzmittel|asthmaspray|inhalator|notfallspray|adrenalinpen|dialyse|dialysezentrum|chemo|sauerstoff*|beatmung*|cpap|schlafapnoe*|glukosesensor*|blutzucker*|teststreifen|stoma*|katheter|sondennahrung|wachstumshormon*|hormone|infusion*|epilepsie*|augentropfen|verbandsmaterial|windeln fuer|inkontinenz*|herzschrittmacher|spezialfutter|diaetfutter|nierendiaet) = medicine
(rollstuhl|rollstuhls|elektrorollstuhl|e rollstuhl|rollator|treppenlift|plattformlift|hublift|hebelift|patientenlift|pflegebett|krankenbett|prothese|beinprothese|orthese|hoergeraet|hoergeraete|hoergeraeten|cochlea*|implantat|screenreader|blindenhund|hausnotruf|notrufknopf|notrufarmband|notfallknopf|gehhilfe|gehwagen|aufstehsessel|elektromobil|babyphone) = device
(essen auf raedern|pflegedienst|haushaltshilfe|pflegerin|pflegekraft|krankentransport|krankenfahrt|einstiegshilfe|mobilitaetsservice|rollstuhlhilfe|fahrdienst) = care
(babynahrung|saeuglingsnahrung|saeuglingsmilch|milchpulver|pre nahrung|babymilch) = medicine
(notruf|notrufnummer|notdienst|notfallnummer) = phone
`,
  },
};

/** Makes a lack of warmth, water or a person's aid weigh: cold, time, small children, no way out of the house. */
export const strait: Phrases = {
  cue: 'strait',
  phrases: {
    en: `
(biopsy|op|operation|surgery|cataract|cataract op|chemo|transplant|mri|ct scan|bypass|radiotherapy|procedure) .. (cancelled|canceled|put off|postponed|pushed back|called off|moved|bumped|forgotten) = alone
(cancelled|canceled|postponed|put off|called off|pushed) .. (biopsy|op|operation|surgery|cataract|chemo|transplant|mri|radiotherapy) = alone
(cant|cannot|couldnt|can not) .. (walk|stand|see to|swallow|breathe|hear at all|move|get home|get in or out)
(still (here|there|waiting|standing) at|here at|off at) .. (am|a) = alone
(broke down|breakdown|broken down) .. (mountain|motorway|roadside|nowhere|night|dark|snow|middle)
(hard shoulder|side of the motorway|side of the road|in the dark|dead of night|till dawn|until dawn|till morning|all night|free camping|no taxi|no roof|no train no|every room in town|no rooms) = alone
(were|we are|sleeping|slept|sitting|sat|spending|spent) .. (in the car|in our car|in the van|in my car|on the floor|on a bench)
(no|without) .. (mobile signal|mobile mast|mobile coverage|mobile reception|other phone|way to call|other way|second lift|other lift) = alone
(nobody|no one|cant|couldnt|cannot) .. (can reach|reach (him|her|them)|call for help|ring for help|hear the alarm|get help) = alone
(all|only thing) (my|our) (father|mother|dad|mum|gran|grandad|parents|aunt|uncle) .. has
(use|uses|in|need|needs) .. wheelchair = small
(nine|eight|seven|six|five|four|ten|eleven|twelve|thirteen|<n>) degrees .. (in|inside|bedroom|flat|house|living|indoors) = alone
(room|bedroom|flat|house) .. (is|was|at) .. (nine|eight|seven|six|five|ten|eleven|twelve|thirteen|<n>) degrees = alone
(residents|patients|care home|nursing home|hospice|herz|heart patient|heart condition|pensioner|pensioners|mother in law|father in law|dialysis patient) = small
(lives on|relies on|depends on) .. (it|this|that|them)
(stranded|marooned|stuck overnight|slept (on|in) the|sleeping (on|in) the|slept in (our|the|a) (car|hire car|hall|station)|night (on|in|at) the (floor|airport|station|bench|platform)|nowhere to (sleep|stay|go|live|put)|nothing free in town|no hotel|sleeping rough|homeless|without a roof|on the street|last (train|bus|ferry|coach|tram)) = alone
(stuck|left|abandoned|dumped) .. (at|in|on) .. (airport|terminal|platform|station|motorway|hard shoulder|roadside|middle of nowhere|abroad|foreign|lift|elevator|tarmac|island)
(only|single|one) .. (phone|line|landline|connection|way out|bus|lift|toilet|warm meal|income|source|link|contact|route|means)
(housebound|bedbound|bedridden|prisoner in|prisoners up|trapped in|cant leave the|cannot leave the|cant get out|cant get up|cant get down|cant get in|cant get upstairs|cant climb|cant wash|cant cook|not left the (house|flat)|not been outside|havent been out|stuck upstairs|stuck downstairs|in bed since|in my chair|in an armchair|in her armchair|in his armchair|sleeping in (her|his|my|an) (armchair|chair)) = alone
(blood thinners|insulin|tablets|pills|doses|dose|sensors|pens|bags|inhaler|meds|medication|last pen|last dose|last tablet) .. (left|last|run out|ran out|gone|days|one more) = alone
(last|only|two|three|four|one|no) .. (tablet|tablets|dose|doses|insulin|pill|pills|sensor|pen|vial|puff|bag) .. (left|at home|remaining|this morning|until|for|at breakfast|in the) = alone
(live|lives|living|rely|relies|depend|depends|dependent|survive) (on|off) (it|this|that|the|a state pension|state pension|benefits|disability|pension|my pension|them|him|her|its)
(cant|cannot|couldnt|unable to|no way to|wont) .. (breathe|sleep without|hear a|hear anything|get to work|go to work|do my job|call (999|911|112)|call for help|call an ambulance|ring for help|leave the house|leave the flat|get to dialysis|get to hospital|get to the doctor|get out of bed|earn|work without) = alone
(number|sim) .. (ported|hijacked|transferred to a stranger|stolen) = alone
(frost|freezing|snow|snowing|minus <n>|below zero|ice on|degrees in|degrees inside|wears her coat|wearing coats|hot water bottle|hot water bottles|in our coats|january|february|december|winter|heatwave|subzero|-3|shivering|see our breath|cold snap|blizzard) = cold
(newborn|new born|baby|babies|infant|toddler|toddlers|twins|kids|children|elderly|grandmother|grandfather|nan|gran|pregnant|premature|ill|sick) = small
(since|for|days|day <n>|nights|weeks|overnight|second day|third day|twenty third day|again tonight|all week|hours) = time
`,
    de: `
(biopsie|op|operation|chemo|transplantation|mrt|bestrahlung|kataraktop|augenop|herzop|bypass|eingriff) .. (verschoben|abgesagt|gestrichen|verlegt|vergessen|verschieben) = alone
(verschoben|abgesagt|gestrichen) .. (biopsie|op|operation|chemo|transplantation|bestrahlung) = alone
(kann|koennen|konnte) .. nicht .. (laufen|gehen|stehen|schlucken|atmen|alleine)
(schlafen|uebernachten|sitzen|harren|warten) .. (am kai|im freien|draussen|auf der strasse|im wartesaal|am strassenrand|am hafen|im terminal)
(zweite|dritte|vierte|ganze|erste|halbe) nacht = alone
(rolli|e rolli|rollifahrer|drinnen fest)
(sitzt|haengt|sitzen|haengen) .. (im|in|auf|oben|hier|zu) .. fest
(darf|duerfen) .. nicht mehr arbeiten
(behindertenfahrdienst|fahrdienst|schulbus fuer) .. (kam|kommt|nicht|ausgefallen|vergessen) = alone
(pannenstreifen|standstreifen|bis zum morgen|die ganze nacht|kein taxi|kein zimmer|kein dach|kein zug mehr|letzter zug weg) = alone
(schlafen|uebernachten|uebernachtet|sitzen|geschlafen) .. (im auto|auf dem boden|auf der bank|am boden|in der halle)
(kein|keinen|keine|ohne) .. (handyempfang|handynetz|mobilempfang|anderes telefon|zweiten aufzug|anderen aufzug|zweiter lift) = alone
(niemanden|keinen|keine hilfe|kein arzt|nicht) .. (rufen|erreichen|holen|alarmieren) .. (koennen|kann|konnten)? = small
(sitze|sitzt|bin|ist) im rollstuhl = small
(nutze|brauche|benutze|fahre) .. rollstuhl = small
(neun|acht|sieben|sechs|fuenf|vier|zehn|elf|zwoelf|dreizehn|vierzehn|<n>) grad .. (schlafzimmer|wohnung|wohnzimmer|kinderzimmer|zimmer|drinnen|haus|in der) = alone
(nicht mehr|nimmer|nicht|nie) .. (draussen|vor der tuer|aus dem haus|rausgekommen|vor die tuer)
(minus <n>|zweistellig minus|minus (fuenf|sechs|sieben|acht|neun|zehn|elf|zwoelf|fuenfzehn|zwanzig)|minusgraden) = cold
(herzpatient*|dialysepatient*|pflegeheim|altenheim|bewohner|patienten|schwiegermutter|schwiegervater|demenz*|senioren|rentnerin) = small
(vorrat|reserve|packung) .. (reicht|haelt|fuer heute|bis) = alone
(gestrandet|festgesessen|festsitzen|stehen gelassen in|sitzen fest|sitze fest|sitzt fest|haenge fest|haengen fest|uebernachten (am|im|auf)|uebernachtet (am|im|auf)|geschlafen (am|im|auf)|letzter (zug|bus|s bahn)|letzte (bahn|faehre|tram|verbindung)|kein hotel|kein taxi|bahnhof zugesperrt|wartesaal zugesperrt|faehrt nix mehr|faehrt nichts mehr|nirgends ein zimmer|kein dach|obdachlos|auf der strasse sitzen|mitten in der nacht|nachts halb|nachts um|mutterseelenallein|bin allein in) = alone
(am flughafen|im ausland|in athen|in doha|am bahnhof|auf der autobahn|im nirgendwo|im lift|im aufzug|im fahrstuhl) .. (fest|festgehalten|gestrandet|stehen gelassen|stecken|steckengeblieben|sitzen gelassen|stehen|eingesperrt)
(stehen|sitzen|haengen) (lassen|gelassen) .. (kein|keine|ohne|nachts|flughafen|ersatzflug)
(einzige|einziges|einziger|einzigen) .. (telefon|verbindung|leitung|bus|zugang|aufzug|toilette|mahlzeit|warme|einkommen|anschluss|moeglichkeit|weg)
(nicht aus dem haus|nicht aus der wohnung|nicht aus dem bett|nicht mehr aus dem|nicht mehr raus|komm nicht raus|kommt nicht raus|komme nicht raus|sitzt fest|oben fest|stock fest|nicht draussen|bettlaegerig|gefangen|eingesperrt in der|kommt nicht (hoch|runter|rauf|auf)|nicht aufstehen|nicht waschen|im sessel|praktisch taub|hoere nichts|nichts hoeren|im unterricht verloren) = alone
(letzte|letzten|letzter|noch eine|noch zwei|noch drei|keine|noch einen|reicht) .. (tablette|tabletten|dosis|dosen|spritze|ampulle|ampullen|pen|pille|pillen|beutel|filter|in reserve|ration|bis morgen|noch bis) = alone
(nehme|nimmt) seit .. keine mehr = alone
(angewiesen|abhaengig)
(kann|koennen|komme|kommen|kommt) .. (nicht zur arbeit|nicht arbeiten|nicht atmen|nicht zum arzt|nicht zur dialyse|keinen notruf|keine hilfe rufen|nicht telefonieren im notfall|nicht schlafen ohne|nicht nach hause|nicht heim) = alone
(frost|minus <n>|minusgrade|schnee|schneit|grad im|grad in der|grad im schlafzimmer|grad in|eiseskaelte|januar|februar|dezember|winter|decken|jacken|in maentel*|winterjacke|warmflasche|waermflasche|eisblumen|friert|frieren|frier|bibbern|gefrier*|unter null|hitzewelle) = cold
(baby|babys|saeugling|neugeborene|neugeborenes|neugeborenen|kleinkind|kleinkinder|zwillinge|kinder|kind|oma|opa|schwanger|hochschwanger|rentner|kranke|krank|pflegebeduerftig*|bettlaegerig*) = small
(seit|tagen|tag <n>|naechte|nacht|vierter tag|dritten tag|zweiten tag|stunden|tage|woche|wochen) = time
`,
  },
};
