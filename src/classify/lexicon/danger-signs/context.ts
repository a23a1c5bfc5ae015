import type { Phrases } from '../cues.ts';

/** What speaks against an own or witnessed danger: news, film and game talk, jokes, suppositions, an event long settled. */
export const context: Phrases = {
  cue: 'sign',
  phrases: {
    en: `
((police|officials|authorities|firefighters|operator|investigators|witnesses) (say|says|said|believe|confirm|confirmed)|(injured|killed|hurt|dead|die|dies) (in|after|as) (a|an|the|tram|train|bus|crash|fire|blast|explosion)|in the (film|movie|episode|series|game|book|finale|trailer)) = news_frame
(what (if|happens if|happens when|would happen if)|could (a|an|my|the|this|that|it|someone|somebody|kids|children|they)|can (a|an|my|the|kids|children|this|it|you)|would (it|this|that|you) .. if|is it (dangerous|safe|risky) to|if .. ever) = supposed
(recall|recalls|recalled|recalling|regulator|investigators|investigation|authorities|officials|spokesman|spokesperson|spokeswoman|reportedly|according to|police said|police say|council|minister|court|jury|inquest|report|reports|article|headline|news|breaking|study|survey|injured in|hurt as|dead after|killed in|customers told|owners told|owners urged|voluntary|affected models|serial numbers|batch numbers|shareholders|announced|announces|orders|warns|probe|hurt in) = news
(film|movie|series|season|episode|finale|documentary|trailer|character|plot|novel|book|chapter|scene|actor|podcast|song|album|band|concert|gig|crowd|playlist|drop|verse|lyrics|rapper|festival|stage|dj|tour|comedian|show|match|goal|striker|derby|league|penalty|team|coach sacked) = show
(game|games|gaming|boss|level|raid|raids|dungeon|quest|loot|npc|npcs|respawn|spawn|mission|map|clan|guild|server|servers|patch|skin|dlc|beta|console|controller|lobby|sniper|grenade|zombie|zombies|multiplayer|headshot|loadout|ranked|mmo|rpg|streamer|process|thread|daemon|container|build|deploy|script|sql|parent process|child process|kernel) = game
(lol|lmao|haha|hahaha|rofl|xd|😂|🤣|😅|😆|😜|jk|tbh|lads|meme|pun|joke|joking|kidding|figuratively|metaphor|basically|literally my|metaphorically|so to speak) = laugh
(cost|costs|price|prices|pricing|bill|tariff|fee|fees|refund|charged|overcharged|invoice|subscription|fare|voucher|discount|deal|cheap|expensive|rent|interest|premium|budget|salary|stock|shares|market|investor|dividend|quarter|ceo) = money
(app|website|site|page|login|password|update|checkout|account|browser|wifi|broadband|network|signal|notifications|inbox|email|emails|feed|timeline|software|download|upload|form|forms|portal) = digital
(queue|queues|queueing|waiting|wait|on hold|hold music|hotline|chat|chatbot|call centre|ticket|reply|replied|customer service|helpline|delivery|parcel|package|courier|order|tracking|delivered|delayed|late) = office
(hiring|vacancy|apply|applicants|job|jobs|shift|rota|wages|colleagues|coworkers|my boss|we are looking for|training|course|drill|workshop|webinar|apprenticeship|per hour) = work
(great|brilliant|love|loved|lovely|amazing|fantastic|excellent|perfect|delicious|recommend|thanks|thank you|cheers|happy|best|gorgeous|wonderful|superb|well done|congrats|enjoyed|fun|kudos|favourite|favorite|star|legend|beautiful|worth it|tasty) = good
(could|would|can|might|does anyone know|is there|are there|is it (possible|normal|ok|okay)|what happens if|what if|in case|if|whether|planning|thinking of|wondering|question|advice|suitable for|do you|should|asking before|asking for|hypothetically|ever) = suppose
(years ago|last year|back in|ages ago|decades|as a child|when i was|used to|once|since then|meanwhile fixed|has been fixed|all good now|all fine|sorted|resolved|replaced|fully recovered|back then|history|in the nineties|in the eighties) = past
(like a|like an|as if|feels like|felt like|looks like|looked like|sounds like|might as well|practically|so bad|so good|so much|i could|i would|id|for a|to death|of boredom|of laughter|alive by|my soul|my will|my dignity|my patience|my sanity|my nerves|my brain|my wallet|my diet|my heart|my ears|my eyes|my feet|my faith|soul|dignity|patience|sanity|wallet|emotionally|psychologically|mentally|spiritually|inside) = figure
(hell|torture|nightmare|crime|criminal|murder|massacre|zombie|grave|ghost|funeral|corpse|skeleton|hostage|ransom|weapon|psychological|assassin*|bloodbath|apocalypse|armageddon|warzone) = drastic
(i|me|my|we|us|our|mine|im|ive|were|weve|myself) = own
(he|she|his|her|him|they|them|their) = other
(apparently|friend of a friend|someone told me|heard that|read that|read about|saw a|saw that|posted|post|posts|shared|share|thread|viral|poor (woman|man|girl|family|guy|lady)|this (woman|man|lady|guy|family|poor)|people are saying|some customer|a customer|one customer|a reader|a woman in|a man in|look what|look at what|have you seen|has anyone seen|did you see) = hearsay
(call|rang|rung|phoned|told|reported|complained|emailed|support|manufacturer|says|said|they offered|they offer|offered|refuse|refuses|hotline|nobody|no one|still|again|second time|third time|answer) = contact
`,
    de: `
(laut (polizei|behoerden|feuerwehr|angaben|bericht|medien|radio|zeitung|lokalzeitung)|polizei mit|teilte .. mit|(staffel|folge|film|serie|szene|kapitel) .. (explodiert|brennt|stirbt|erschossen|tot)|bei einem (unfall|brand|unglueck)|in (der|dieser) (folge|staffel|szene)) = news_frame
(was (passiert|waere|waer|ist) .. wenn|(kann|koennte|koennten|koennen) (sich|ein|eine|mein|meine|das|man|kinder|kleinkinder|da|so)|ist es (gefaehrlich|riskant|sicher)|rein (theoretisch|hypothetisch)|falls .. mal|wenn .. mal) = supposed
(rueckruf|rueckrufe|zurueckgerufen|ruft|laut|behoerde|behoerden|polizei mit|staatsanwaltschaft|ermittler|ermittelt|ermittlungen|sprecher|sprecherin|mitteilung|angaben|zufolge|meldung|meldet|bericht|berichtet|berichte|artikel|schlagzeile|nachrichten|eilmeldung|studie|umfrage|verletzte bei|tote bei|verletzt bei|hersteller|betroffen sind|verzehr|seriennummer|seriennummern|warnt vor|warnen|bundesamt|ministerium|gericht|prozess|urteil|aktie|gab bekannt|kuendigt|chargen) = news
(film|filme|serie|staffel|folge|finale|doku|trailer|figur|roman|buch|kapitel|szene|schauspieler|podcast|song|album|band|konzert|gig|publikum|playlist|drop|rapper|festival|buehne|dj|tour|tatort|krimi|theater|spiel gegen|tor|stuermer|derby|liga|elfmeter|trainer entlassen) = show
(game|games|gaming|zocken|gezockt|boss|endboss|endgegner|level|raid|dungeon|quest|loot|npc|npcs|respawn|mission|map|clan|gilde|server|patch|skin|dlc|beta|konsole|controller|lobby|sniper|granate|zombie|zombies|headshot|ranked|streamer|prozess|elternprozess|thread|daemon|container|build|deploy|skript|sql|kernel|spielstand) = game
(lol|haha|hahaha|hihi|rofl|xd|😂|🤣|😅|😆|😜|scherz|spass|witz|lach|lachen|gelacht|lachend|grins|zwinker|sozusagen|quasi|gefuehlt|wortwoertlich|sprichwoertlich|ironie) = laugh
(kosten|kostet|preis|preise|rechnung|tarif|gebuehr|gebuehren|erstattung|abgebucht|abbuchung|abo|ticketpreis|gutschein|rabatt|angebot|schnaeppchen|billig|teuer|miete|zinsen|praemie|beitrag|budget|gehalt|aktien|markt|dividende|quartal|abschlag|geld zurueck|euro) = money
(app|webseite|website|seite|login|passwort|update|kasse|konto|browser|wlan|internet|netz|empfang|benachrichtigungen|postfach|mail|mails|feed|timeline|software|download|upload|formular|formulare|portal|kundenportal) = digital
(schlange|anstehen|warten|warteschleife|warteschlange|hotline|chat|chatbot|callcenter|ticket|antwort|geantwortet|kundenservice|kundendienst|lieferung|paket|sendung|bestellung|geliefert|zugestellt|verspaetung|verspaetet|spaet) = office
(stellenanzeige|wir suchen|gesucht|bewerbung|bewirb|bewerben|job|jobs|schicht|dienstplan|lohn|kollegen|kollegin|mein chef|schulung|kurs|uebung|workshop|webinar|ausbildung|azubi|pro stunde|arbeite|nachtdienst) = work
(super|toll|klasse|liebe|geliebt|wunderbar|grossartig|perfekt|lecker|koestlich|empfehle|empfehlung|danke|dank|gluecklich|beste|bester|bestes|schoen|herrlich|hervorragend|gratuliere|glueckwunsch|genossen|spass|lieblings*|spitze|mega|geil|begeistert|lohnt|top|mag ich|gern) = good
(koennte|koennten|kann man|wuerde|weiss jemand|gibt es|gibts|ist es normal|was passiert wenn|was waere|falls|ob|wenn|ueberlege|ueberlegen|frage|frag|geeignet|habt ihr|sollte|rein theoretisch|theoretisch|hypothetisch|jemals) = suppose
(vor jahren|letztes jahr|damals|frueher|als kind|frueher mal|inzwischen|mittlerweile|alles gut|alles in ordnung|geklaert|erledigt|behoben|ersetzt|ausgetauscht|wieder gesund|anno|geschichte) = past
(wie ein|wie eine|wie auf|wie in|als ob|als waere|fuehlt sich|gefuehlt|sieht aus|klingt|koennte|koennt|haett|haette|vor lauter|vor wut|vor hunger|vor scham|vor spannung|zu tode|seele|wuerde|geduld|nerven|nervlich|geldbeutel|diaet|herz|ohren|augen|fuesse|hirn|innerlich|seelisch|mental|gleich|bald|fast|echt|voll) = figure
(hoelle|folter|albtraum|alptraum|verbrechen|kriminell|mord|massaker|zombie|gespenst|beerdigung|leiche|skelett|geisel|loesegeld|krieg|waffe|moerder|moerderisch|blutbad|apokalypse|tatort|wahnsinn|irre|krise|kragen) = drastic
(ich|mich|mir|mein|meine|meinen|meinem|meiner|meines|wir|uns|unser|unsere|unserer|unserem|unseren|unsrer|hab) = own
(er|sie|ihn|ihm|ihr|seine|seinen|ihre|ihren) = other
(angeblich|anscheinend|bekannte von|habe gehoert|gehoert dass|gelesen|gesehen dass|gepostet|beitrag|beitraege|geteilt|teilen|thread|viral|arme (frau|familie|kerl|maedchen)|armer mann|diese (frau|familie)|dieser (mann|frau|familie)|diesem mann|eine kundin|ein kunde|leser|leserin|schaut euch|lest|lest mal|habt ihr gesehen|habt ihr das|lesetipp) = hearsay
(angerufen|ruf|rufe|gemeldet|reklamiert|gesagt|sagt|sagen|support|hersteller|schreibt|bieten|bietet|angeboten|weigert|hotline|niemand|keiner|wieder|schon wieder|zum zweiten|zum dritten|antwort) = contact
`,
  },
};
