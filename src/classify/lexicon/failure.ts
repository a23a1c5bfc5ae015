import type { Phrases } from './cues.ts';

/** Something that the company sold or promised did not come, does not work, or was wrong. */
export const failure: Phrases = {
  cue: 'failure',
  phrases: {
    en: `
(invoice|bill|statement|amount|balance|order|size|address|name|date|price|charge|reading|total|booking|seat) .. (wrong|incorrect|mistaken)
(took|taken|takes|taking|withdrew|debited|deducted) .. ($currency|<money>) .. (from|out of|off|twice|again|without)
(leaks|leaking|leaked|rattles|rattling|creaks|squeaks|smells|stinks|overheats|rusts|rusted|peels|shrunk|faded)
(arrived|came|delivered|received|got) .. with .. (hole|holes|crack|cracks|dent|dents|scratch|scratches|stain|stains|mould|mold|parts missing|missing|tear|marks|water damage)
(signal|line|lines|call|calls|connection|internet|wifi|picture|sound|screen|router|phone|battery|engine|car|app|stream|speaker|headset|watch|tablet|laptop|display|charger|heating|lift) .. (drops|dropped|dropping|cuts|cut out|cutting out|dies|died|dying|flickers|freezes|vanishes|vanished|is dead|been dead|went dead|goes dead|gives up|gave up|packed in)
(came|arrived|delivered|turned up|was sent|shipped) .. (without|empty|damaged|broken|late|wrong|open|opened|wet|torn|used|incomplete|smashed|cracked|scratched|in pieces)
without (asking|consent|permission|notice|warning|telling|authorisation|authorization|explanation|my (consent|permission|knowledge|approval))
(moved|switched|changed|put|upgraded|signed|transferred|downgraded) (me|us|$my) .. (dearer|more expensive|higher|pricier|costlier|another plan|premium|up to)
(price|prices|bill|fee|rate|premium) .. (doubled|tripled|went up|gone up|raised|increased) = weak
cut off $my
cut (me|us) off
(line|phone|power|internet|service|gas|water) .. (cut off|shut off|disconnected|switched off)
(only|just) .. instead of
(shows|showed|took|takes|gives|gave|sent|got|received|charges|delivered) .. instead of
(has|had|have|got|kept|holding|holds) $my .. (since|for <n>|for (two|three|four|five|six|seven|eight|weeks|months|days))
(on its way|on the way|in transit|processing|pending|under review|out for delivery) .. (since|for <n>|for (days|weeks|months))
ordered .. (on|in) .. (now|still|nothing|never)
(dealer|support|they|agent|manager|shop|staff|clerk) .. (shrugs|shrugged|laughed|laughs)
(cant|cannot|can not|couldnt|unable to|wont) .. (lock|unlock|drive|start|charge|print|move|top up|hear|type|scroll|save|upload|switch it|turn it)
(lost|wiped|deleted|erased|gone) .. (all|$my) .. (data|photos|contacts|files|settings|progress|points|savings|messages|history)
(blocked|cancelled|canceled|rejected|declined|refused) (my|our|me|us)
(my|our) (refund|claim|money|deposit|repayment) .. (under review|pending|nowhere|missing|outstanding|gone|vanished)
(<n>|<money>) .. gone
nobody (came|turned up|showed|comes|shows up)
(no one|no-one) (came|turned up|showed up|comes|shows up)
$not .. $work
$not .. $work properly
no longer $work
stopped $work
(quit|stops|keeps) working
(keeps|kept|keep) (crashing|freezing|failing|breaking|buffering|dropping|cutting|stopping|disconnecting|logging|saying|telling|giving|asking|getting|changing|cancelling|canceling)
(is|are|was|were|been|be|arrived|came|come|its|has|got|totally|completely|still|being) .. $broken
$my .. $broken
$broken $thing
$thing .. $broken
(crashes|freezes|crashed)
(app|site|website|server|servers|system|network|internet|service|page|portal|signal|wifi|line|power|email|game|psn|live) .. (down|offline|unavailable|dead)
(down|offline) again
(is|are|still|been|be) down
out of (order|service|action|operation)
not in (service|operation|use)
(lift|elevator|escalator|stairlift|stair lift|heating|boiler|pump|inhaler|hearing aid|wheelchair|scooter|machine) .. (died|dead|broke down|packed up|gave up|quit)
(hour|hours|minutes|days|weeks) late
gone for good
without (a|any) working
(left|leaves|leaving) (me|us) .. (standing|stranded|waiting|behind|sitting|hanging|outside)
(you|they|somebody|someone) lost (it|them|everything)
(wont|wouldnt|would not|refused to) .. (lower|open|stop for|deploy)
(power|network) (cut|outage|failure)
outage
$havent .. (received|arrived|come|got|gotten|shipped|delivered|sent|turned|shown|seen|been|had|heard|fixed|posted|processed|credited|updated)
(not|never) (received|arrived|delivered|shipped|sent|came|got|posted|turned|showed|credited|processed|happened|appeared|installed|refunded|fixed|resolved)
didnt (arrive|come|receive|get|turn|show|deliver|work|send|appear|bother)
(still|yet) .. (not|havent|hasnt|no|waiting|nothing|to arrive|to receive|isnt|cant|wont|doesnt|without)
still (broken|missing|waiting|down|pending|late|unresolved|nothing|same|wrong|delayed|unable|showing|says|saying|stuck|having|getting)
(waiting|waited) .. $units
(waiting|waited) .. (for|on) .. ($parcel|refund|reply|response|answer|call|flight|train|bus|bag|engineer|technician|delivery|someone|hold|plane|line|queue)
been (waiting|trying|sitting|stuck|delayed|cancelled|canceled|charged|told|stranded|bumped|down|holding|hold)
on hold
(sitting|stuck) on .. (plane|train|tarmac|runway|bus)
(missing|lost|stolen|misplaced) .. ($parcel|item|items|part|parts|bag|bags|page|pages|piece|pieces|button|screw|screws|points|miles)
(lost|losing|misplaced|damaged|destroyed|ruined|broke|forgot|cancelled|canceled|delayed|missed|ignored) $my
$parcel .. (late|lost|missing|damaged|broken|delayed|stolen|wrong|empty|incomplete)
(wrong|incorrect|different|incomplete|false|misleading) (item|order|product|size|colour|color|one|address|price|amount|information|info|part|model|thing|items|name|date|flight|gate|seat|bill|pizza|food|meal|advice)
(sent|delivered|received|got|gave|given|charged|billed|booked|told) .. (wrong|incorrect|broken|damaged|faulty|defective|used|expired|fake|empty|nothing|twice|double|someone else)
(double|over|wrongly|incorrectly|mistakenly|still being|been) charged
(charged|charging|billed|debited|paid|billing) .. (twice|double|extra|again|without|wrongly|incorrectly|multiple|for nothing|too much)
(overcharged|overbilled|overcharging|doublecharged)
charged $i
(took|taken|taking|withdrew|deducted|debited|stole|steal|stealing|robbed) .. money
(unauthorised|unauthorized|hidden|unexpected|extra|fraudulent) (charge|charges|fee|fees|payment|payments|transaction|transactions|costs)
(refused|refuse|refuses|refusing|denied|declined|rejected|denying) .. (refund|return|exchange|help|claim|honour|honor|boarding|entry|replace|to)
(cancelled|canceled|cancelling|canceling|cancel|cancels) .. (my|our|without|last minute|again|flight|flights|order|on me|on us|train|appointment)
(flight|flights|train|trains|bus|order|booking|reservation|appointment|delivery|class) .. (cancelled|canceled|delayed|late|overbooked|rescheduled|postponed|diverted|stuck)
(cancelled|canceled) flighted
(late|delayed|cancelled|canceled) again
(always|constantly|forever|consistently|over|already|running|is|are|was|arrived|been|being|hours|hrs|mins|minutes|now|were) (late|delayed)
<n> $unit (late|delay|delayed|wait|behind|overdue)
(delay|delayed|late|wait) .. <n> $unit
missed .. (connection|connecting|flight|train|appointment|delivery|meeting|wedding)
(never|not) (turned up|showed up|called back|came back|got back|turned|again)
(didnt|did not|never|failed to|fails to|fail to|failure to) (deliver|turn up|show up|arrive|fix|repair|honor|honour|provide|respond|resolve|tell|inform|notify|process|call|come|send|load|update|connect|recognise)
(error|fault|bug|glitch|malfunction) (message|code|page|when|on|in|while|again|every)
(getting|get|gives|giving|got|shows|showing|keep getting|an|says) .. error
(goes|went|going) wrong
something wrong with
(stopped|stops|fell|falls|falling|came|coming|broke|breaks|died|dies|leaks|leaking|overheats|failed|fails|failing|malfunctioned|shrank|ripped|tore|peeled|peeling|burst|bleeds|scratched|scratches) .. (after|apart|off|down|within|during|already|again|now|on me)
(poor|bad|terrible|awful|low|cheap|worst|horrible|pathetic|substandard) (quality|product|material|build|battery|performance|sound|signal|connection|packaging|camera|display|service|customer|experience|communication|coverage|print|fit|stitching|reception)
quality .. (poor|bad|terrible|awful|worst|low|pathetic|cheap|worse)
(not|isnt|wasnt|arent|nothing) (as|like) (described|advertised|pictured|shown|promised|expected|ordered|picture|the picture|per)
(not|isnt|wasnt) (good|worth|great|happy|satisfied|impressed|helpful|acceptable|comfortable|clear|clean|useful|original|genuine|available|right|correct|possible|ok|okay|fair|enough|up to|the right|fixed|resolved|valid|recognised|responding|showing|loading|letting|able|allowing|what i)
(cant|cannot|can not|unable to|couldnt|could not|wont let me|impossible to|wont allow me to|struggling to|not able to) .. (access|find|get|see|use|open|play|watch|download|install|reach|contact|speak|talk|book|check|change|cancel|return|track|order|buy|send|receive|update|add|view|load|activate|register|connect|redeem|submit|call|hear|believe)
(wont|doesnt|does not|will not|didnt|did not|would not|wouldnt) (let|allow|accept|recognise|recognize|give|show|charge|fit|match|include|stay|last|play|turn|stop|fix|honor|honour|refund|replace|help|ship|deliver|respond|answer|connect|close|arrive)
(trying|tried|try) .. (to get|to contact|to reach|to call|to book|to cancel|to order|to speak|to fix|to buy|to change|to use|to return|everything|hours|days|weeks|multiple|several) = weak
(trying|tried) to
(what|whats|anything|something) .. (wrong|up|going on|happening|happened) .. (with|to) .. (app|site|website|$thing|service|servers|order)
(why|how) (is|are|do|does|did|was|were|has|have|am|cant|wont|isnt|dont|come|hasnt|havent|doesnt) .. (so|not|still|always|keep|never|been|taking|late|delayed|down|charged|cancelled|no|slow|broken|charging|different|more|impossible|hard) = weak
why (cant|wont|isnt|arent|dont|doesnt|didnt|havent|hasnt|wasnt|wouldnt) = weak
how come = weak
(fake|counterfeit|expired|mouldy|moldy|rotten|stale|rancid|spoiled|contaminated|used|second hand) (product|item|food|goods|milk|meat|piece|phone|book|one|products)
(fake|duplicate|counterfeit|useless|faulty|defective|damaged) 
(hair|bug|insect|glass|plastic|metal|mould|mold|worm|maggots|cockroach) in my (food|meal|drink|salad|soup|burger|coffee|pizza)
(too|so|very|really|super|extremely|painfully) (slow|late|laggy|small|tight|thin|expensive|loud|dirty|cold|hot|crowded|heavy|big|noisy|low|dark|tiny|short) = weak
(no|without) (reply|response|answer|help|solution|explanation|information|info|update|updates|signal|connection|internet|service|hot water|refund|confirmation|email|delivery|sign|notice|warning|reason|bags|luggage|wifi|seat|seats|driver|network|tracking|one)
(heating|power|water|electricity|internet|phone) .. (off|out|failed|down) 
(rude|unhelpful|incompetent|useless|unprofessional|disrespectful|ignorant|arrogant) (staff|agent|agents|driver|service|employee|manager|rep|reps|customer|person|lady|man|crew|attendant|people|flight)
(staff|agent|agents|driver|drivers|employee|employees|manager|crew|attendant|rep|customer service|service|they|you) (is|are|was|were) .. (rude|unhelpful|useless|incompetent|unprofessional|disrespectful|ignorant|lying|awful|terrible|horrible|appalling|shocking|disgusting|pathetic|poor|slow)
(hung|hang) up on
(lied|lying|lies) to
(got|get|getting|being|been) (ripped|scammed|cheated|robbed|conned|overcharged|ignored|charged|disconnected|kicked|bumped)
(lent|sold|gave|given) .. (somebody|someone) else
(took|takes|taking|take) (forever|ages|too long|so long|hours|days|weeks|months)
how (long|many|much) (longer|more|does it take|do i have)
(promised|supposed|meant|due|expected|scheduled|guaranteed|should have|shouldve) .. (but|today|yesterday|last|delivered|arrived|by|ago|never|to be|been|arrive|not|hours)
(used to|it was) .. (good|great|work|fine|better|love) .. (now|anymore|today)
(needs|need) (fixing|replacing|repairing|fixed|to be fixed)
(gone|went|going|getting|goes) (downhill|worse|missing|down)
(water|food|product|phone|ceiling|boiler|machine|shoes|shoe|jacket|bag) .. (leaking|mouldy|moldy|dirty|smells|stinks|cracked|falling)
`,
    de: `
(rechnung|betrag|abrechnung|bestellung|groesse|adresse|name|datum|preis|buchung|zaehlerstand|summe) .. (falsch|fehlerhaft)
(paket|pakete|lieferung|bestellung|ware|koffer|gepaeck|gutschrift|erstattung|geld|rechnung|artikel|teil|sendung) .. (fehlt|fehlen|fehlte|fehlten)
(wenn|dass|damit|bis|wann) .. (wieder|endlich) (geht|funktioniert|laeuft|klappt|ginge|funktionieren|erreichbar)
(aufzug|fahrstuhl|lift|rolltreppe|treppenlift|eingang|tuer|tor|toilette|rampe) .. (gesperrt|geschlossen|verschlossen|blockiert|stillgelegt|ausser betrieb|still)
(mich|uns) .. (stehen|sitzen|warten|haengen) (lassen|gelassen)
$nicht .. (ausgeklappt|ausgefahren|abgesenkt|geoeffnet|angehalten|eingeschaltet)
(abgefallen|abgebrochen|abgerissen|durchgebrochen|ausgelaufen|durchgebrannt)
(tropft|leckt|klappert|quietscht|rostet|stinkt|wackelt|flackert|ruckelt|spinnt|streikt)
(mit) .. (loch|riss|delle|kratzer|flecken|schimmel|wasserschaden) .. (geliefert|angekommen|bekommen|erhalten|geschickt)
(kam|kamen|angekommen|geliefert|zugestellt|ankam) .. (leer|ohne|kaputt|beschaedigt|falsch|offen|geoeffnet|zerdrueckt|nass|unvollstaendig|zerbrochen|zerkratzt|zu spaet|verspaetet)
(paket|lieferung|karton|sendung|packung|paeckchen) .. (leer|offen|zerrissen|nass|beschaedigt|zerdrueckt|verschwunden|weg)
(bucht|buchen|kassiert|kassieren|zieht|ziehen|berechnet|berechnen|buchte) .. (weiter|weiterhin|trotzdem|einfach|ohne) .. (ab|ein)?
(gekuendigt|kuendigung) .. (bucht|buchen|kassiert|zieht|berechnet|abgebucht|abgezogen|rechnung|ignoriert|nicht)
(nur|nur noch|bloss|gerade mal|statt) .. <n> .. statt .. <n>
(nur|nur noch|bloss) .. statt
(steht|liegt|haengt|wartet|ist|sind|stehen|liegen) .. seit .. $unit .. (werkstatt|reparatur|haendler|lager|zoll|depot|hof|herum|rum|in)
(steht|liegt|haengt) .. seit .. (wochen|monaten|tagen|<n> $unit)
(mir|uns|man|einfach|glatt) .. (verweigert|verwehrt|abgelehnt)
(verweigert|verwehrt) .. (mir|uns|man|jede|jeden)
(lehnt|lehnen|lehnte|lehnten) .. (ab|garantie|erstattung|anspruch|kulanz)
(termin|termine|technikertermin|liefertermin|abholung|lieferung|techniker|reparatur|uebergabe) .. (geplatzt|verschoben|abgesagt|versetzt|nicht gekommen|platzt|verpennt|vergessen)
(keiner|niemand|kein techniker|kein mensch|kein monteur) .. (kommt|kam|erschienen|erschien|gekommen|aufgetaucht|da|zustaendig)
(ohne) (verbindung|funktion|leitung|netz|internet|anschluss|telefon|empfang|vorwarnung|ankuendigung|grund|begruendung|zustimmung|auftrag|rueckfrage|zu fragen|ersatz)
(ungefragt|eigenmaechtig) .. (umgestellt|geaendert|gewechselt|verlaengert|hochgestuft|erhoeht|abgebucht|gebucht)
(umgestellt|hochgestuft|verlaengert|umgebucht) .. (ungefragt|ohne|teureren|teurer)
(rechnung|betrag|beitrag|abschlag) .. (stimmt|passt) .. nicht
(immernoch|immer noch|noch immer) .. (nicht|nix|nichts|kein|keine|keinen)
(abgesagt|abgesagte|abgesagten|verschoben) .. (mal|termin|lieferung|am selben|kurzfristig|wieder)
(zum) (zweiten|dritten|vierten|fuenften|x ten|xten) mal .. (abgesagt|verschoben|kaputt|ausgefallen|falsch|storniert|defekt|nicht|geplatzt)
(umsonst|vergeblich|vergebens) .. (da|gewartet|gefahren|gekommen|angereist|genommen|dort|probiert)
(ignoriert|ignorieren) .. (mich|uns|meine|unsere)
(gestohlen|geklaut|unterschlagen)
(geht|gehen|ging|gingen|laeuft|laufen|lief|tut|tun|funktioniert|funktionieren|funktionierte|klappt|klappte|laedt|laed|oeffnet|startet|kommt|kommen|kam|kamen|faehrt|fahren|fuhr|haelt|halten|reagiert|stimmt|stimmen|passt|passiert|ankommt|existiert|erscheint|leuchtet|haelt|wirkt) .. $nicht
(geht|gehen|laeuft|laufen|tut|funktioniert|funktionieren|klappt|passiert|kommt) .. (gar nichts|nichts|nix|nie|ueberhaupt|nur teilweise)
$nicht .. (funktioniert|funktionieren|funktionierte|geht|gehen|klappt|gekommen|angekommen|geliefert|erhalten|bekommen|da|moeglich|zugestellt|erstattet|bearbeitet|repariert|verfuegbar|nutzbar|erreichbar|gutgeschrieben|storniert|verschickt|versendet|angezeigt|abgeholt|benutzbar|zumutbar|akzeptabel|barrierefrei|gereinigt|sauber|in betrieb|losgefahren|aufgetaucht|erschienen|gehalten|gefahren|behoben|freigeschaltet|vorhanden|lesbar|zu gebrauchen|fertig|gebucht|an)
(noch|immer noch|bisher|bis heute|noch immer|weiterhin) .. ($nicht|$kein|nichts|nix|kaputt|defekt|gesperrt|ausser betrieb|verspaetet|gestoert|da)
(schon wieder|mal wieder|wieder mal|wieder einmal|immer wieder|staendig|dauernd|andauernd|permanent|jeden tag|erneut|wieder) .. (kaputt|defekt|gestoert|verspaetung|verspaetet|ausfall|zu spaet|ausgefallen|ausser betrieb|stoerung|probleme|problem|abgestuerzt|offline|gesperrt|$kein|$nicht|falsch|aus|nix|faellt|verpasst)
(ist|sind|war|waren|wird|werden|kam|kommt|sei|wieder|immer|total|komplett|alle|auch|beide) .. (kaputt|defekt|gestoert|ausser betrieb|ausgefallen|gesperrt|verspaetet|beschaedigt|undicht|abgestuerzt|offline|verschwunden|hinueber|gerissen|dreckig|verdreckt|verschmutzt|versifft|vermuellt|eiskalt|ueberfuellt|unbenutzbar|ausser funktion|tot|verstopft|stillgelegt|unzumutbar|dunkel|unleserlich)
(kaputt|kaputte|kaputter|kaputtes|kaputten|kaput|defekt|defekte|defekter|defektes|defekten|putt)
(ausser|auser) (betrieb|funktion|gefecht)
(gestoert|ausgefallen|ausfall|zugausfall|zugausfaelle|ausfaelle|totalausfall|stoerung|stoerungen|signalstoerung|weichenstoerung|*stoerung|betriebsstoerung|ausfaellt|ausfallen|entfaellt)
(faellt|fallen|fiel|fielen) .. aus
(stuerzt|stuerzte|stuerzen) .. ab
(abgestuerzt|absturz|abstuerze)
(haengt|haengen) .. (fest|auf|nur)
(verspaetung|verspaetungen|verspaetet|zugverspaetung|unpuenktlich|unpuenktlichkeit)
<n> $unit (verspaetung|zu spaet|verspaetet|spaeter|warten|gewartet|wartezeit|ueberfaellig)
(zu spaet|viel zu spaet) 
(warte|warten|wartet|gewartet|wartete|wart) .. (seit|schon|auf|immer noch|vergeblich|vergebens|$units|umsonst|ewig|lange|noch)
(seit|schon|nach|ueber) .. <n> $unit .. ($kein|$nicht|nichts|kaputt|defekt|nix|gesperrt|ausser betrieb|ausgefallen|warte|warten)
(seit|nach) $units
(seit|schon) .. (wochen|monaten|tagen|stunden|ewigkeiten|jahren) .. ($kein|$nicht|nichts|kaputt|defekt|nix|gesperrt|ausser betrieb|warte)
$kein (antwort|rueckmeldung|reaktion|hilfe|loesung|info|infos|information|informationen|ansage|ansagen|durchsage|durchsagen|auskunft|internet|netz|empfang|verbindung|lieferung|paket|ware|erstattung|geld|rueckruf|bestaetigung|ersatz|zug|bahn|bus|heizung|strom|warmwasser|licht|klimaanlage|wlan|aufzug|rolltreppe|fahrstuhl|personal|entschuldigung|anzeige|anzeigen|zugang|zugriff|chance|moeglichkeit|termin|sitzplatz|platz|sitzplaetze|barrierefreiheit|toilette|ersatzverkehr|anschluss|hinweis|besserung|rampe|alternative|gutschrift|rechnung)
(fehlt|fehlen|fehlte|fehlten|fehlende|fehlender|fehlendes|verschwunden|verloren|verlorengegangen) .. (teil|teile|zubehoer|artikel|paket|$my|komplett|noch|leider|jede|geld|koffer|gepaeck|immer|schon|ansage|beleuchtung)
(es|mir|uns|da|hier|immer|wieder|noch|leider) (fehlt|fehlen)
(verloren|zerstoert|beschaedigt|verschlampt|zerkratzt|verbummelt|ruiniert) .. (koffer|gepaeck|paket|$my|wurde)
(falsch|falsche|falschen|falscher|falsches|falsch) (artikel|ware|groesse|farbe|adresse|bestellung|rechnung|paket|betrag|lieferung|geliefert|abgerechnet|berechnet|gebucht|angezeigt|produkt|preis|information|auskunft|gleis|zug|teil|informationen|anzeige|geschickt|eingestellt|beraten)
(doppelt|zweimal|mehrfach|zu viel|zuviel|unberechtigt|faelschlich|ohne .. auftrag|einfach|trotzdem|trotz kuendigung|nochmal) .. (abgebucht|berechnet|belastet|abgezogen|kassiert|eingezogen|gezahlt)
(abgebucht|abgezockt|betrogen|belogen|verarscht|ueber den tisch|abgezogen|abzocke|betrug)
(verweigert|verweigern|weigert|weigern|abgelehnt|ablehnen|lehnt .. ab) .. (erstattung|rueckgabe|umtausch|garantie|reparatur|sich|rueckzahlung|ersatz|geld|wurde)
(erstattung|rueckerstattung|gutschrift|rueckzahlung|geld zurueck) .. (abgelehnt|verweigert|$nicht|warte|warten|noch|seit)
(storniert|stornieren|gestrichen|annulliert|abgesagt|gecancelt|gekuendigt) .. (worden|wurde|einfach|ohne|$my|bestellung|flug|zug)
(bestellung|flug|zug|termin|auftrag|buchung|verbindung|bus|lieferung|konto) .. (storniert|gestrichen|annulliert|abgesagt|gecancelt|ausgefallen|entfallen|verspaetet|geplatzt|verschoben|gesperrt)
(anschluss|zug|bus|flug|anschlusszug) .. (verpasst|weg|verpasse|verpassen)
(fehler|fehlermeldung|fehlercode|systemfehler|fehlermeldungen|bug)
(probleme|problem|schwierigkeiten|aerger) (mit|beim|bei|in)
(laesst|lassen|liess) .. (sich|mich) .. (nicht|nie|kaum)
(kann|koennen|konnte|konnten|kannst|kan) .. $nicht .. (einloggen|anmelden|bezahlen|zahlen|buchen|oeffnen|nutzen|bestellen|kaufen|verwenden|erreichen|aufrufen|abrufen|zugreifen|einsteigen|aussteigen|telefonieren|kuendigen|aendern|finden|herunterladen|installieren|abholen|benutzen|lesen|sehen|raus|rein|starten)
(kann|koennen|konnte|konnten) .. (weder|$kein) 
(kommt|kommen|komme|kam|kamen) .. (zu spaet|$nicht|nie|viel|nicht mehr|nicht rein|nicht hoch|nicht rauf)
(sperre|gesperrt|gesperrte|sperrung) .. (grund|ohne|konto|karte|seit|wegen)
(schlecht|schlechte|schlechter|schlechtes|schlechten|miese|mieser|mieses|mangelhafte|miserabel|miserabler|miserable|minderwertig|minderwertige) (qualitaet|service|kundenservice|verarbeitung|empfang|verbindung|beratung|lieferung|kommunikation|bedienung|akku|zustand|support|organisation|erfahrung|information|material|luft|beleuchtet)
(qualitaet|verarbeitung|service|kundenservice|support) .. (schlecht|mangelhaft|mies|katastrophal|unterirdisch|miserabel|grottig|lausig|desastroes|furchtbar|null|nicht gut)
(unfreundlich|unfreundliche|unfreundlicher|unfreundliches|pampig|patzig|inkompetent|inkompetente|unverschaemte|respektlos|unfaehig|unfaehige)
(aufgelegt|abgewimmelt|vertroestet|hingehalten|weggeschickt|stehengelassen|stehen gelassen|rausgeworfen|im stich|sitzen gelassen)
(zu|viel zu|so|sehr|extrem|total|wahnsinnig|super) (langsam|laut|voll|teuer|klein|eng|kalt|heiss|dreckig|schmutzig|dunkel|leise|steil|kurz|schmal|ueberfuellt) = weak
(ueberfuellt|ueberfuellte|ueberfuellten|verdreckt|vermuellt|verschimmelt|schimmel|schimmlig|verdorben|abgelaufen|vergammelt|verschmutzte)
(anders als|nicht wie|nicht so wie|entgegen|wie versprochen) .. (beschrieben|bestellt|abgebildet|vereinbart|versprochen|angekuendigt|zusage|angegeben)
(versprochen|zugesagt|angekuendigt|vereinbart) .. (aber|nicht|nie|nichts|seit|worden)
(warum|wieso|weshalb|weswegen) .. ($nicht|$kein|immer|schon wieder|staendig|so|noch|nur|wieder|nie|muss|wird|eigentlich|dauert|kaputt) = weak
(wann|wie lange) .. (endlich|wieder|noch|repariert|behoben|funktioniert|faehrt|gefixt|gedenkt|soll|dauert) = weak
(wird|werden) .. (endlich|$nicht) .. (repariert|behoben|geliefert|bearbeitet|gebaut|gereinigt)
(reparieren|repariert|reparatur|gefixt|fixen) 
(behoben|instandgesetzt|instand)
(dauert|dauerte|braucht|brauchen) .. (ewig|lange|zu lang|wochen|monate|stunden|wieder|laenger|jahre|noch)
(bleibt|bleiben|blieb|blieben|steht|stehen|standen|stecken|steckt|feststecken|haengen) .. (stehen|stecken|auf der strecke|fest|wieder|liegen|im tunnel|rum|im regen|weg|dunkel)
(nur|immer nur|staendig) .. (bandansage|warteschleife|standardantwort|textbausteine|computerstimme|werbung|schrott)
(einem|einer|jemand) anderen (gegeben|verkauft|verliehen|ausgeliefert|zugestellt)
(technische|technischen|technischer|technisches) (stoerung|probleme|problem|stoerungen|defekt|defekts)
(nicht|nie|niemals) (gehalten|erledigt|passiert|gebracht|hin)
(barriere|hindernis|unmoeglich|unzumutbar|unzugaenglich|unbrauchbar|unbenutzbar) 
`,
  },
};

/** Words of trouble that alone decide nothing: a problem, a delay, a claim. */
export const trouble: Phrases = {
  cue: 'trouble',
  phrases: {
    en: `
(problem|problems|issue|issues|trouble|fault|error|errors|bug|bugs|glitch|mess|failure|delay|delays|delayed|late|cancelled|canceled|cancellation|cancelation|cancelling|missing|wrong|broken|broke|lost|stuck|damaged|crash|crashes|crashed|fail|fails|failed|failing|slow|refund|refunds|complaint|complaints|complain|complained|complaining|defect|leak|scam|scammed|scammers|fraud|incorrect|missed|waiting|waited|wait|downtime|dead|waste|wasted|returning|return|returned|disconnected|overcharged|mistake|stolen|expired|dropped|refused|ignored|ignoring|lack|poorly|worse|unable|impossible|resolve|sort|fix|repair|unresolved|useless|faulty|defective|hung|never|nothing|nobody)
(cant|cannot|wont|doesnt|didnt|havent|hasnt|isnt|couldnt|wasnt|dont)
(not|no)
(poor|bad)
down
`,
    de: `
(problem|probleme|problemen|aerger|mangel|maengel|fehler|fehlerhaft|defekt|verspaetung|storniert|falsch|fehlt|fehlen|verloren|beschaedigt|verzoegerung|wartezeit|reklamation|beschwerde|beschweren|stoerung|gestoert|sperrung|gesperrt|chaos|chaotisch|schlecht|umsonst|vergeblich|vergebens|warten|warte|gewartet|kaputt|stau|leider|mangelhaft|dunkel|dreckig|dreck|schmutzig|stinkt|gestank|eng|ueberfuellt|voll|ersatzverkehr|schienenersatzverkehr|sev|stehen|steht|kundenservice|hindernis|barrieren|treppen|schleppen|hochtragen|runtertragen|tragen|kinderwagen|gehbehinderte|gehbehinderten|umsteigen|endlich|eigentlich|wenigstens|ueberhaupt|geschlossen|abgesperrt|einzige|immernoch|nix)
(nicht|kein|keine|keinen|nie|niemand|nichts|nix|keiner|weder)
(warum|wieso|weshalb)
`,
  },
};
