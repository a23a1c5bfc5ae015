import type { Phrases } from './cues.ts';

/** Nobody answered, in more words than `unanswered` knows; automatic answers are none. */
export const silence: Phrases = {
  cue: 'silence',
  phrases: {
    en: `
(not|never) (a|one|so much as a|even a|a single) .. (word|peep|squeak|sausage|line|whisper|thing|syllable|reply|answer|response|acknowledgment|acknowledgement|hello|human|person|soul|callback|call|letter|email|sound)
(nobody|noone|no one|no ones|nobodys|not one|none) .. (come back|came back|comes back|got back|gotten back|gets back|getting back|rung|rang|called|ring|rings|replied|replies|answered|answers|answering|looked|looks|picks|picked|responded|commented|returns|returned|reading|reads|written|wrote|reacted|acknowledged|listening|home|there|bothered|at that company)
(without|no) .. (reply|response|answer)
(coughed|said sorry|lifted a finger|batted an eyelid|raised a finger|moved a muscle)
(human|person|agent) .. (count|zero|yet|never)
(no|zero|without) (reply|replies|response|responses|answer|answers|callback|callbacks|acknowledgment|acknowledgement|news|sign of life|feedback|reaction|human|humans|a reply|a response|an answer|a single reply|contact|return call)
(no|zero|without) (word|one word|a word|so much) = quiet
(silence|silent|silently|the void|deaf ears|unread|blanked|blanking|dead air) = quiet
(radio silence|crickets|tumbleweed|tumbleweeds|ghosted|ghosting|stonewalled|stonewalling|black hole|into the void|fobbed off|left on read|on read|unanswered|unacknowledged|unreturned|dead silence|falls on deaf)
(automatic|automated|auto|canned|bot|chatbot|generic) (reply|replies|response|responses|thanks|message|answer|email|acknowledgement|receipt|acknowledgment)
(autoreply|autoresponder|auto responder|auto reply|out of office|noreply|no reply address)
(fifth|fourth|third|sixth|seventh) .. (letter|email|mail|message|call) .. (reply|answer|response)
(hasnt|havent|never|didnt|not|wont|doesnt|dont|hadnt|cant be bothered to|yet to|have yet to|has yet to|fails to|failed to|refuse to|refuses to) .. (acknowledged|acknowledge|answered|answer|answers|replied|reply|responded|respond|come back|came back|get back|got back|rung back|ring back|called back|call back|commented|looked at|written back|wrote back|write back|heard back|heard from|heard a|heard anything|returned (my|our|a|any)|reacted)
(status|ticket|case|page|request|claim|complaint|case page) .. (new|open|pending|awaiting|received|unassigned|unread|under review|submitted)
(is|are) (anybody|anyone|someone|somebody|there anyone|there anybody) .. (there|in|home|alive|behind|reading|listening|awake|working|out there)
(anyone|anybody) (there|home|in|alive|out there|awake|reading this)
(any|an) (update|news|answer|reply|response|sign of life|word|reaction)
hello ?
(still|yet) .. (no answer|no reply|no response|nothing|waiting for|waiting to hear|waiting on)
(nothing|zilch|nada|nowt|diddly squat|silence) .. (back|since|heard|from you|from them|in return|happened|happens|scheduled|so far|yet)
(answer|reply|response|reaction|replies|answers) (:|?|.|,) (none|zero|nil|zilch|nada|nothing|silence|nowt)
(nobody|noone|no one|not one) .. (returns|returned|return) .. (message|messages|call|calls|email|emails)
(wait|waiting|waited) .. (answer|reply|response|callback|call back|email back|acknowledgement|sign|to hear|word)
(last|when they last) .. (wrote|heard|replied|answered|spoke)
(rings|ring|rang|ringing) out
(number|line|phone|hotline) .. (engaged|busy|rings|unplugged|voicemail|goes nowhere|fax tone|ringing)
(reach|reaching|get hold of|get through to|contact|find|speak to|talk to) .. (person|human|someone|somebody|anyone|anybody|them|you)
(impossible|unable|cannot|cant|couldnt|no way) .. (reach|get hold|get through|contact)
`,
    de: `
(kein|keine|keinen|keinerlei|null|ohne|nicht eine|nicht ein|nicht einmal eine) .. (antwort|antworten|rueckmeldung|rueckmeldungen|reaktion|reaktionen|rueckruf|rueckrufe|lebenszeichen|auskunft|bestaetigung|feedback|eingangsbestaetigung|neuigkeiten|mail|brief|menschenseele)
(kein|keine|keinen|keinerlei|null|ohne|nicht eine|nicht ein|nicht einmal eine) .. (wort|zeile|pieps|mucks|silbe|ton|nachricht|sterbenswoertchen|echo|mensch) = quiet
(niemand|keiner|keine menschenseele|keine sau|kein schwein|kein mensch|kein aas|niemanden|noch keiner) .. (ruft|reagiert|antwortet|geantwortet|meldet|gemeldet|ran|dran|ab|zurueck|reingeschaut|liest|ans telefon|erreichbar|zu erreichen|erreicht|hebt|zurueckgerufen|zustaendig|beantwortet|da)
(antwortet|reagiert|meldet|ruft|geht|hebt|melden|antworten|reagieren|rufen|gehen) .. (niemand|keiner|nicht|nie|keine menschenseele|kein mensch|keine sau)
(schreibt|ruft|meldet) keiner
(keiner|niemand) (schreibt|ruft|meldet)
(antwortet|reagiert) (weder|nicht)
(weder) .. (mails|anrufe|mail|brief)
(irgendeine|irgendwelche) (reaktion|antwort|rueckmeldung)
(schweigt|schweigen|schwiegen|schweigsam|stumm|stille|taub|ungelesen|stillschweigen|totenstille|grabesstille) = quiet
(funkstille|sendepause|tauchstation|unbeantwortet|unbeantworteten|unbeantwortete|unbearbeitet|abgetaucht|ins leere|schwarzes loch|schwarze loch|nirwana|ignoriert|ignorieren|ignoriert werden|wird ignoriert|antwort fehlanzeige|reaktion fehlanzeige|nix zurueck|nichts zurueck|untergetaucht|auf gelesen)
(eingangsbestaetigung|eingangsbestaetigungen|abwesenheitsnotiz|abwesenheitsmeldung|autoreply|automatische antwort|automatische mail|automatische danke|automatischen|automatische|automatisch|gelesen haekchen|lesebestaetigung|standardmail|textbaustein mail|anrufbeantworter|mailbox|bandansage|besetztzeichen|dauerbesetzt|warteschleife)
(nie|nicht|nichts|nix|niemals|gar nichts|garnix|bisher nichts|noch nix|weder) .. (gehoert|geantwortet|reagiert|gemeldet|beantwortet|zurueckgerufen|zurueckgeschrieben|erfahren|zurueck|gekommen|zurueckbekommen|rueckgemeldet)
(hoer|hoere|hoeren|hoert) .. (nix|nichts|niemand)
(nix|nichts) .. (kommt|kam|passiert|tut sich|geschieht|von euch|von ihnen|gehoert)
(kommt|kam|passiert|passierte|tut sich) .. (nix|nichts|garnix|keine|kein)
(ist|isch) (da|dort|bei euch|hier) .. (jemand|wer|irgendwer)
(jemand|wer|irgendwer) .. (da|zuhause|daheim|dran|zustaendig) ?
(wartet|warte|warten|gewartet) .. (antwort|rueckmeldung|rueckruf|reaktion|bescheid|nachricht|lebenszeichen|termin|guthaben|geld|zeile|auskunft)
(wartet|warte|warten|gewartet) ... (antwort|rueckmeldung|rueckruf|reaktion|bescheid|lebenszeichen)
(antwort|antworten|reaktion|rueckmeldung|rueckruf|resonanz|echo) (:|?|.|,) (keine|keiner|null|nix|nichts|fehlanzeige|niente|stille|schweigen)
(zurueckgeschrieben|zurueckgerufen|geantwortet|gemeldet) .. (niemand|keiner)
(keiner|niemand) schreibt zurueck
(bis|wann) .. jemand .. (antwortet|reagiert|sich meldet|zurueckruft)
(ticket|vorgang|status|anfrage|fall) .. (offen|neu|in bearbeitung|unbearbeitet|eingegangen|keiner dran|ungelesen)
(liegt|liegen|lag) .. (unbearbeitet|unbeantwortet|ungelesen|herum|rum)
(gelesen) .. (ja|haken|haekchen|nicht beantwortet|keine antwort|antwort nein)
(erhalten|erhaltene|bestaetigt) .. (mehr|sonst|danach|seither|seitdem) .. (nicht|nichts|nix)
(bleibt|bleiben|blieb|blieben) .. unbeantwortet
(bleibt|bleiben|blieb|blieben) .. (stumm|still|aus|offen|ohne) = quiet
`,
  },
};

/** Somebody did answer, however little it helped. */
export const answered: Phrases = {
  cue: 'answered',
  phrases: {
    en: `
(each|every|everyone|different|all) (agent|agents|reply|answer|time they|rep|reps|person|one|call) .. (said|says|told|asks|asked|was|were|blamed|different|says something|helpful|nice|polite|with|apologised)
(was|were|been|get|got|being|am|keep being|keep getting) told
(they|he|she|agent|support|lady|guy|rep|manager|team|someone|somebody) .. (said|told|promised|apologised|apologized|insisted|explained|answered|replied|offered|assured|claims|claimed|laughed|keeps saying|keep saying|responded|reset)
(replied|answered|responded|answers|replies|responds) .. (with|by|that|to each|to every|to all|promptly|politely|fast|quickly|asking|within|each|every|same|saying)
(did|do|does) (answer|reply|respond)
(send|sends|sent) (a|me a) (man|link|voucher|new|another|technician|person)
(put through|passed (around|on)|transferred)
(phone agent|back and forth|going back|fixed now|has me|have me|had me|asks me|ask me|asked me)
(same|another|one more) (answer|reply|excuse|excuses|link|story|response|script)
`,
    de: `
(jedes mal|jedesmal|immer|jeder|jede|beide male|beides mal) .. (heisst|hiess|sagt|gesagt|dieselbe|gleiche|andere|anders|erzaehlt|versprochen|vertroestet|freundlich|nett)
(vertroestet|vertroesten|textbaustein|textbausteine|standardantwort|standardantworten|abgewimmelt|weiterverbunden|versprochen|hiess es|heisst es|zur antwort|absage|absagen|abgelehnt)
(antworten|antwort|geantwortet|reagiert|zurueckgerufen) .. (tun sie|ja|haben sie|kam prompt|sofort|freundlich|immer dasselbe|dass|schnell|brav|hoeflich)
(man|er|sie|dame|hotline|mitarbeiter|support|herr) .. (sagte|sagt|meinte|meint|versprach|behauptet|behauptete|antwortete|erklaerte|erzaehlt)
(gesagt|mitgeteilt|erklaert|versichert|versprochen|erzaehlt|empfohlen) (worden|bekommen|wurde|hat man)
(wurde|wurden|werde) .. (gesagt|mitgeteilt|versichert|versprochen|vertroestet|verwiesen|weitergeleitet|erklaert)
(eingeschickt|zurueckbekommen|kein fehler feststellbar|antworten tun)
`,
  },
};

/** Whom the author can tell: what is announced beside it is no answer that fails to come. */
export const boast: Phrases = {
  cue: 'boast',
  phrases: {
    en: `
(followers|follower|subscribers|verified|verified account|audience|blogger|influencer|journalist|reporter|columnist|press|my channel|my readers|my podcast|my listeners|go viral|going viral|goes viral|went viral|think twice|lawyer|solicitor|attorney|ombudsman|regulator|trading standards|broadcasting authority|consumer watchdog|watchdog|newspaper|newspapers|the papers|evening news|blue tick|listeners|in high places)
(my|our) .. (channel|podcast|blog|column|livestream|newsletter|vlog|show) .. (has|have|gets|will|reaches|with)
(million|thousand|<n>) .. (views|readers|viewers|people follow|listeners)
(platinum|gold|diamond|elite|vip) (member|customer|status|guest)
(live|interview) on .. (radio|tv|air)
(one|1) star (everywhere|review|reviews|on)
(know|knows) (people|someone|somebody|a few people) (at|in|on)
(lawyers|solicitors|attorneys|journalists|reporters|columnists|camera team|camera crew|tv crew|tv station|radio show|talk show|morning show|front page|city council|town council|member of parliament|my fans|my fan base|my viewers|my reach|my platform|content creator|consumer council|consumer protection)
(as a|as an|as the|im a|i am a|i am an|being a|speaking as a) .. (editor|critic|reviewer|creator|presenter|producer|author|actor|actress|architect|chairman|chairwoman|mayor|councillor|politician|professor|celebrity|youtuber|streamer|insider|expert)
(i|we) (host|run|present|moderate) a .. (show|channel|podcast|programme|blog|newsletter)
(do you|you) .. know who i am
(mayor|mp|minister|ceo|senator|councillor) .. (is a friend|friend of|knows|has my|my (brother|cousin|uncle|neighbour|husband|wife))
(friend|brother|sister|cousin|uncle|aunt|husband|wife|in law) .. (mayor|council|parliament|newspaper|head of|editor|minister|your boss|your ceo)
(i|we) (fly|travel|stay|eat|shop) (<n>|hundreds of|dozens of) times a (year|month)
`,
    de: `
(follower|followern|abonnenten|reichweite|verifiziert|verifizierter account|blogger|bloggerin|influencer|influencerin|journalist|journalistin|presse|mein kanal|meinem kanal|meinen kanal|leserschaft|live gehe|live geht|viral|anwalt|anwaeltin|rechtsschutz|verbraucherzentrale|schlichtungsstelle|aufsichtsbehoerde|aufsicht|zeitung|zeitungen|podcast|hoerer|abendnachrichten|blauer haken|blauem haken|gastrokolumne|kolumne|medien)
(mein|meinem|meinen|unser) .. (reisekanal|podcast|blog|kanal|kolumne|newsletter)
(million|millionen|tausend|<n>) .. (aufrufe|leser|zuschauer|hoerer)
(platin|gold|vip|stamm) (mitglied|kunde|kundin|status)
(platinmitglied|goldkunde|goldkundin|goldmitglied|vip kunde)
live im (radio|fernsehen)
(einen|ein|1) stern (ueberall|von mir|bei)
(kenne|kennt) .. leute .. (bei|im|in|ganz oben)
(anwaelte|anwaelten|rechtsbeistand|journalisten|journalistinnen|reporter|kolumnist|kolumnistin|kamerateam|fernsehteam|talkshow|fruehstuecksfernsehen|titelseite|schlagzeile|stadtrat|gemeinderat|bundestag|landtag|meine fans|meine zuschauer|meine leser|meine hoerer|meine follower|verbraucherschutz|verbraucherbeirat|lokalradio|influencern)
(als|bin|hier schreibt|hier spricht) .. (redakteur|redakteurin|kritiker|kritikerin|tester|testerin|moderator|moderatorin|schriftsteller|schriftstellerin|autor|autorin|schauspieler|schauspielerin|architekt|architektin|vorsitzender|vorsitzende|politiker|politikerin|professor|professorin|youtuber|streamer|streamerin|insider|experte|expertin)
(ich|wir) (moderiere|moderieren|betreibe|betreiben) .. (sendung|kanal|podcast|blog|show|newsletter)
(wisst ihr|weisst du|wissen sie) .. wer ich bin
(buergermeister|minister|ministerin|abgeordneter|abgeordnete|vorstand|chefredakteur) .. (freund|kenne|kennt|bekannt|schwager|onkel|in einer klasse|zur schule)
(freund|bruder|schwester|cousin|cousine|onkel|tante|schwager|mann|frau) .. (buergermeister|stadtrat|gemeinderat|bundestag|zeitung|chefredakteur|minister|leitet bei euch|in eurem vorstand)
`,
  },
};

/** One attempt to reach somebody; the words that number it stand beside it. */
export const attempt: Phrases = {
  cue: 'attempt',
  phrases: {
    en: `
(telephoned|chivvied|been on to|got on to|badgered|pestered|followed up|phoned|rang|rung|ringing|dialled|dialed|emailed|mailed|wrote|messaged|messaging|texted|contacted|chased|chasing|reminded|complained|complaining|tweeted|reached out|pinged|nudged|dmd|faxed|emailing|phoning|enquired|inquired) = did
(called|written|writing|asked|asking|ask|reported|reporting|submitted|uploaded|requested|begged|knocked|visited|calling|telling|tried|trying|explained|explaining|been in|raised|opened|logged|filed|pressed|sent) = loose
(call|calls|phonecalls|phone calls|dials|email|emails|mail|mails|letter|letters|message|messages|dm|dms|text|texts|voicemail|voicemails|voice messages|ticket|tickets|reminder|reminders|chat|chats|chat sessions|conversation|conversations|request|requests|enquiry|enquiries|inquiry|inquiries|complaint|complaints|form|forms|fax|faxes|report|reports|posts|tweets|follow ups|follow up|contact forms|support chats|registered letter|recorded letter|queries|query|logs) = thing
`,
    de: `
(angerufen|rufe an|telefoniert|geschrieben|schreibe|gemailt|maile|nachgefragt|nachgehakt|beschwert|kontaktiert|angeschrieben|urgiert|angefragt|gefaxt|angemahnt|gemahnt) = did
(schreib|gefragt|frage|frag|erinnert|gemeldet|reklamiert|versucht|probiert|gebeten|bitte ich|bitt ich|verlangt|gefordert|eingereicht|geschickt|hingeschickt|vorbeigegangen|hingegangen|angefordert|gesimst|hingewiesen|gesagt|beantragt|vorgesprochen|angeklopft|schreiben|angetippt) = loose
(anruf|anrufe|anrufen|anrufversuch|anrufversuche|anrufversuchen|telefonat|telefonate|telefonaten|schreiben|mail|mails|email|emails|e mail|e mails|brief|briefe|briefen|einschreiben|nachricht|nachrichten|anfrage|anfragen|nachfrage|nachfragen|erinnerung|erinnerungen|meldung|meldungen|beschwerde|beschwerden|ticket|tickets|kontaktformular|formular|formulare|fax|faxe|dm|dms|chat|chats|maengelanzeige|reklamation|reklamationen|sprachnachrichten|whatsapps|voicemails|bitte|bitten|antrag|antraege|schreibens) = thing
`,
  },
};
