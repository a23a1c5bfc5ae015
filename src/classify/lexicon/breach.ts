import type { Phrases } from './cues.ts';

/** Something owed was not kept: money, goods, repair, access, a promise. More than an annoyance whatever else is told. */
export const breach: Phrases = {
  cue: 'breach',
  phrases: {
    en: `
(charged|charge|charging|charges|overcharged|billed|billing|invoice|invoiced|debited|direct debit|deducted|withdrew|refund|refunds|refunded|refunding|reimburse*|chargeback|money back|deposit|premium|premiums|fined|penalty fare|owe|owed|owes|owing|cashback|surcharge|overdraft|compensation|payout|repayment)
(cancelled|canceled|cancel|cancelling|cancellation|cancels|rebooked|overbooked|double booked|rescheduled|postponed|no show|not turned up|didnt turn up|never turned up|never showed|didnt show|stood me up|stood us up)
(faulty|defective|defect|broken|broke|breaks|breaking|cracked|crack|snapped|smashed|shattered|burst|torn|ripped|tore|split|leak|leaks|leaking|leaked|damaged|damage|ruined|dead|died|dies|bust|kaput|knackered|malfunction*|short circuit|collapsed|unglued|peeling|peeled|shrunk|shrank|rusted|rust|dented|dent|jammed|seized|fell apart|came apart|fell off|came off|fell out|given up|gave up|packed in|packed up|fallen apart|conked)
(doesnt|does not|dont|wont|will not|didnt|isnt|not|never|stopped|no longer|stops|quit|hasnt|barely) .. (work|working|works|worked|start|turn on|switch on|charge|charging|connect|print|fit|load|open|move|close|lock|heat|ring|sync|arrive|arrived|come|came|delivered|deliver|show|showed|appear|appeared|recognised|recognized|fixed|repaired|mended|resolved)
(wrong|incorrect) (item|order|product|size|colour|color|one|ones|address|price|amount|part|parts|model|name|date|room|medication|bill|reading|account|person|house|door|city|prescription|dose|book|flight|day|time|number|pair|shoe|shoes|lens|plan|tariff|class|ticket|seat|key|code|tyres|kit|bed|dog|cat)
(sent|received|got|delivered|given|shipped|ordered|booked|fitted|paid for|bought|promised) .. (instead|wrong|someone else|not what|different|empty|nothing|another|only one|half)
(missing|lost|stolen|mislaid|misplaced|vanished|disappeared|nowhere to be found|gone missing|unaccounted|went astray|swallowed|ate|wiped|erased|deleted|overwritten|corrupted)
(parcel|package|order|delivery|letter|courier|shipment|luggage|suitcase|baggage|bag|replacement) .. (late|lost|missing|empty|never|not|no|wrong|still|somewhere|nowhere|neighbour|neighbor|returned|depot|tracking|transit|delivered|dumped|bin)
(still|yet) .. (no|not|waiting|nothing|havent|hasnt|isnt|without)
(no|zero|without) (signal|internet|broadband|connection|service|phone|refund|delivery|parcel|order|record|replacement|engineer|technician|receipt|contract|booking|reservation|landline|dial tone|line|coverage|reception|sofa|grill|luggage|suitcase|confirmation|ticket|tickets|key|access|hot water|heating|water|power|statement|results|appointment)
(locked|shut|kicked|frozen|froze) .. out
(cant|cannot|can not|couldnt|unable|impossible|wont let me|not able|no way) .. (log in|login|sign in|pay|access|get in|use|cancel|change|book|port|update|download|open|reach|reset|withdraw|transfer|register|submit|activate|print|save|play|watch|return|delete|check in|board|enter|claim|redeem|call|send|receive|see|export|upload|load|connect|turn off|find)
(refused|refuse|refuses|refusing|refusal|declined|denied|denies|rejected|rejects|turned down|turned away|sent away|disputed|wont honour|wont honor|not honour|voided|voids|withheld|withholding|confiscated|banned|suspended|blocked|disabled|deactivated|hacked|breached|leaked my|scammed|fraud*|counterfeit|fake|forged)
(app|site|website|server|servers|system|portal|page|game|update|line|landline|internet|broadband|network|payment|terminal|software|module|stream|phone|laptop|tv|fridge|oven|boiler|dishwasher|washing machine|car|lift|elevator|screen) .. (down|offline|crash|crashes|crashed|dead|froze|frozen|blank|error|errors|stuck|spinning|out|fails|failed|broken|died|gone)
(crashes|crashed|crash|crashing|outage|blackout|error code|error message|white page|white screen|black screen|blank page|blue screen|corrupt|down again|offline)
(outage|power cut|out of order|out of service|out of action)
(warranty|guarantee|repair|repairs|repaired|technician|engineer|workshop|garage|insurance claim|claim|premium|policy|contract|lease|tenancy|landlord|letting agent)
(sold|advertised|described|listed|marketed) .. as
(double|twice) .. (charged|billed|booked|paid|debited|taken)
(charged|billed|paid|debited|took|taken) .. (twice|double|again|four times|three times)
(went|gone|goes|put|increased|raised|doubled|tripled|jumped) .. (up|from <n>)
(bumped|downgraded|diverted|rerouted|denied boarding|skipped our stop|drove past|drove off|pulled off|left without)
(allergic|infection|infected|injury|bruise|burnt my|bled|rash|vomit*|food poisoning|maggots|cockroach|bedbugs|bed bugs|mice|rats|mouse|mold|mould|mouldy|moldy|hair in|glass in|rotten|expired|out of date|use by|spoiled|gone off|raw chicken)
(swore|insulted|racist|slur|discriminat*|harass*|humiliated|groped|touched me|called me|called my|people like you|spat|shoved|pushed me|dragged|threatened|hung up|put the phone down|lied|lying|liars|forged|privacy|data breach|gdpr|personal data|without asking|without permission|without notice|without consent|never agreed|never ordered|never signed|didnt order|did not order|didnt agree|against my|without my)
(lost|loses|losing|forgot|forgotten|mixed up|swapped|mislabelled|botched|butchered|ruined|wrecked|scratched|flooded|burned|burnt a|melted|shredded) $my
(half|one) (day|days) off work
(doesnt|does not|wont|will not|didnt|isnt|not|no longer|stopped) .. (cool|cooling|heat|heating|spin|spinning|drain|draining|dry|drying|clean|cleaning|fit|brew|recline|inflate|steer|brake|zip|stick|hold|last|respond|recorded|included|honoured|credited|transferred|issued|sent|installed|connected|collected|picked up|emptied|refunded|listed|covered|paid|booked|registered)
(packed in|gave out|conked out|fell over|cut out|went bang|blew up|blown|tripped|shorted|burnt out|burned out|worn through|holes|hole in|lining|sole off|soles)
(first|second|third|fourth|fifth) (visit|repair|replacement|attempt|time back|technician|engineer|pair|one)
(searched|accused|suspected|thief|stealing|strip search|tipped out|turned away|escorted|security guard|called the police)
(deceased|declared dead|wrong gender|someone elses|someone else|stranger|a stranger|strangers|another customer|another person)
(after|since) (the|my|their|your|a) (service|repair|inspection|update|upgrade|migration|move|switch|patch|release|storm|works)
(paid|paying|charged) .. (extra|for nothing|for that|for it|in full|upfront)
(withdrawn|pulled|removed|discontinued|shut|closed) .. (without|early|overnight|again|for good)
(mould|leak|damp|flood|flooded|blocked drain|sewage|drain|rats|roof|ceiling|gutter)
(battery|batteries) .. (hour|hours|minutes|dies|dead|empty|drains|lasts|flat|percent|%)
`,
    de: `
(abgebucht|abbuchung|abgezogen|berechnet|verrechnet|kassiert|eingezogen|belastet|doppelt|rechnung|rechnungen|mahnung|mahngebuehr|inkasso|erstattung|rueckerstattung|erstatten|erstattet|gutschrift|rueckzahlung|kaution|anzahlung|nachzahlung|nachforderung|guthaben|schuldet|schulden|ueberweisung|strafe|strafzettel|bussgeld|gebuehr|gebuehren|entgelt|aufpreis|zuschlag|beitragserhoehung|entschaedigung|geld zurueck|lastschrift)
(abgesagt|absage|absagen|storniert|stornierung|storno|annulliert|gestrichen|umgebucht|ueberbucht|verschoben|versetzt|verlegt|ausgefallen|faellt aus|entfaellt|fiel aus|geplatzt|nicht erschienen|nicht gekommen|kam nicht|kamen nicht|kommt nicht|keiner gekommen|niemand gekommen)
(kaputt*|defekt*|gebrochen|bricht|gerissen|riss|risse|sprung|geplatzt|undicht|zerbrochen|zerkratzt|kratzer|beschaedigt*|schaden|ruiniert|tot|hinueber|im eimer|durchgebrannt|abgebrochen|abgefallen|abgerissen|faellt ab|loest sich|geht ab|eingelaufen|verbogen|verzogen|verrostet|rostet|rost|delle|verbeult|klemmt|blockiert|ausgelaufen|laeuft aus|tropft|tropfen|leckt|rinnt|flackert|durchgebrochen|zerlegt sich|auseinandergefallen|mangel|maengel|mangelhaft*|geloest)
(funktioniert|funktionieren|geht|gehen|ging|gingen|klappt|laeuft|startet|springt|laedt|verbindet|druckt|heizt|schliesst|oeffnet|passt|passen|reagiert|stimmt|stimmen) .. (nicht|nimmer|nix|nie|ned|net|nichts|nicht mehr)
(falsch|falsche|falscher|falsches|falschen|verkehrte|verkehrter|verwechselt|vertauscht|fehllieferung|falschlieferung|irrtuemlich|faelschlich)
(statt|anstatt|anstelle)
(fehlt|fehlen|fehlte|fehlten|fehlend*|verschwunden|verschollen|verloren|weg|verlegt|gestohlen|geklaut|unauffindbar|verschlampt|verbummelt|abhanden|geloescht|gefressen|verschluckt|ueberschrieben|vergessen)
(paket|pakete|paeckchen|lieferung|bestellung|sendung|brief|koffer|gepaeck|retoure|ersatzteil|ware|einschreiben|moebel|sofa|kueche) .. (nicht|nie|weg|kein|keine|noch|fehlt|verloren|leer|offen|zurueck|nachbarn|nachbar|abgestellt|seit|irgendwo|unterwegs|zugestellt|beschaedigt)
(kein|keine|keinen|ohne|null) (netz|internet|empfang|verbindung|signal|leitung|strom|wasser|warmwasser|heizung|lieferung|paket|erstattung|geld|ersatz|ersatzteil|ersatzwagen|techniker|termin|beleg|vertrag|zugang|zugriff|bestaetigung|ticket|schluessel|telefon|reservierung|koffer|gepaeck|warmes wasser|buchung|tram|bus|zug|anschluss|ergebnis|fahrstuhl|aufzug|auskunft|grill|bett)
(ausgesperrt|gesperrt|gesperrte|gesperrten|sperre|blockiert|rausgeflogen|fliege raus|flieg raus|eingefroren|deaktiviert|gehackt|gebannt|gekuendigt|geloeschtes|betrug|betrogen|betrueger|abgezockt|abzocke|gefaelscht|faelschung|fake|plagiat)
(komme|komm|kommt|kommen|kann|koennen|konnte|konnten|laesst|lassen) .. (nicht|nimmer|nix|ned|nie) .. (rein|einloggen|anmelden|bezahlen|zahlen|nutzen|benutzen|oeffnen|zugreifen|buchen|stornieren|kuendigen|abheben|telefonieren|laden|drucken|aendern|speichern|loeschen|einchecken|zu|bestellen|hochladen|aktivieren|verbinden|ueberweisen|abschicken|starten|einrichten)
(verweigert|verweigern|abgelehnt|ablehnung|lehnt ab|lehnen ab|lehnt|zurueckgewiesen|abgewiesen|weggeschickt|heimgeschickt|nicht zustaendig|nicht anerkannt|nicht uebernommen|kulanz|abgewimmelt|vertroestet|stellen sich quer|stellt sich quer|zahlt nicht|zahlen nicht|gekuerzt)
(app|seite|webseite|portal|server|system|spiel|update|leitung|festnetz|internet|anlage|terminal|automat|software|programm|handy|laptop|fernseher|kuehlschrank|backofen|waschmaschine|spuelmaschine|auto|wagen|drucker) .. (stuerzt|absturz|abgestuerzt|tot|schwarz|weiss|leer|fehler|haengt|eingefroren|aus|weg|kaputt|streikt|spinnt|offline|gestoert|zerschossen)
(stuerzt|abgestuerzt|absturz|abstuerze|stoerung|fehlercode|fehlermeldung|weisse seite|schwarzer bildschirm|offline|netzausfall|stromausfall|totalausfall|ausser betrieb|stillstand)
(garantie|gewaehrleistung|reparatur|repariert|reparieren|werkstatt|techniker|monteur|handwerker|reklamation|reklamiert|schadensfall|schadenfall|versicherung|kuendigung|vertrag|vertragslaufzeit|vermieter|hausverwaltung|umtausch|ersatzgeraet|nachbesserung|retoure|widerruf)
(noch|immer noch|bis heute|bisher|nach wie vor) .. (nicht|kein|keine|keinen|nichts|nix)
(nicht|nie) .. (angekommen|geliefert|erhalten|bekommen|da|zugestellt|verschickt|gutgeschrieben|eingetroffen|repariert|behoben|erledigt|erstattet|ueberwiesen|freigeschaltet|verbucht|erreichbar|abgeholt|montiert|gemacht|vorhanden)
(erhoeht|erhoehung|verdoppelt|verdreifacht|teurer|angehoben|hochgestuft|gestiegen|steigt)
(ungefragt|eigenmaechtig|ohne zu fragen|ohne zustimmung|ohne einwilligung|ohne ankuendigung|ohne vorwarnung|nie bestellt|nie gebucht|nie abgeschlossen|nicht bestellt|nicht gebucht|ohne auftrag|ohne bescheid|untergeschoben|angedreht)
(stehen gelassen|stehengelassen|stehen lassen|sitzen gelassen|vorbeigefahren|durchgefahren|nicht mitgenommen|ohne uns|weggefahren|befoerderung verweigert)
(verschimmelt|schimmel|schimmlig|abgelaufen|ranzig|vergammelt|verdorben|faul|faulig|maden|kakerlake*|maeuse|ratten|bettwanzen|wanzen|haar in|glasscherbe|scherbe|ausschlag|allergisch|entzuendet|entzuendung|verbrueht|blutet|geblutet)
(beschimpft|beleidigt|diskriminiert|rassistisch|belaestigt|gedemuetigt|bedroht|geschubst|begrapscht|angefasst|gezerrt|bezeichnet als|leute wie sie|aufgelegt|gelogen|luege|luegen|datenschutz|dsgvo|datenleck|weitergegeben|veroeffentlicht|fremde|fremden|fremder|fremdes)
(bestellt|gebucht|bezahlt|gekauft|versprochen|zugesagt|vereinbart|reserviert|ordered|bestaetigt) .. (bekommen|gekommen|geliefert|kam|angekommen|erhalten|war|gab|ist|sind|da|aber|nicht)
(inspektion|wartung|service|montage|einbau) .. (bezahlt|danach|nach|seit|noch|immer noch|quietscht|klappert)
(nach) .. (inspektion|reparatur|update|umstellung|wartung|umzug|service|patch)
(akku|batterie) .. (stunde|stunden|minuten|leer|stirbt|tot|prozent|%|haelt)
(durchgelegen|ausgeleiert|aufgeloest|abgeloest|verstummt|verstummte|gestorben|stirbt|aufgegeben|gibt den geist auf|geist aufgegeben|links tot|rechts tot|gruener pelz|pelz)
(foehnt|kuehlt|heizt|spuelt|schleudert|saugt|pumpt|laedt|druckt|schneidet|bremst|dichtet|haelt|klebt|leuchtet|mahlt) .. (nicht|nix|nimmer|ned|kaum|nur|schlecht)
(stand|steht|war|waren|hiess) .. (buchung|bestaetigung|vertrag|angebot|inserat|beschreibung|katalog) .. (gab|nicht|keins|nichts|nix|anders|kein|keine)
(stromausfall|im tunnel|liegen geblieben|liegengeblieben|evakuiert|notbremsung|steckengeblieben|abgehaengt)
(als verstorben|verstorben gemeldet|fuer tot|wildfremd*|verdaechtigt|beschuldigt|durchsucht|taschenkontrolle|hausverbot|polizei gerufen|rausgeworfen|vor die tuer gesetzt)
(blau statt|grau statt|statt grau|statt blau|ist blau|nicht graublau)
(extra|umsonst|vergeblich|vergebens) (frei|freigenommen|urlaub|hingefahren|angereist|gewartet|urlaub genommen)
`,
  },
};
