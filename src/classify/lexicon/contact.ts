import type { Phrases } from './cues.ts';

/** The company does not answer. */
export const unanswered: Phrases = {
  cue: 'unanswered',
  phrases: {
    en: `
(still|yet|simply|just) ignored
(just|only|nothing but|always) (music|voicemail|hold music|a machine|a recording|bots|copy paste|canned replies|the bot|an auto reply|automated replies)
not (one|a single) (reply|answer|response|word|callback|call back)
($nobody|no one|not one person) .. (answers|answer|answered|picks up|picked up|pick up|replies|replied|responds|responded|calls back|called back|cares|helps|gets back|got back|reacts|can help|is answering|will help)
(no|zero|without|any) (reply|response|answer|callback|feedback|reaction|acknowledgement|replies|answers)
(no|zero) (communication|word|contact) (from|since|back|at all)
(never|not|havent|hasnt|didnt|still not|dont|doesnt|wont) .. (replied|responded|answered|reply|respond|answer|called back|call back|heard back|heard anything|heard from|get back|got back|getting back)
(waiting|waited) .. (for|on) .. (reply|response|answer|callback|call back)
(ignored|ignoring|ignores|ignore) .. (my|me|us|our|emails|email|messages|calls|tickets|customers)
(been|being|get|getting|getting|am|completely) ignored
(still|yet) .. (heard nothing|no reply|no response|no answer|waiting to hear|to hear back)
(radio silence|ghosted|ghosting|left on read|dead line|fobbed off|goes to voicemail|straight to voicemail)
(unanswered|unreturned)
(cant|cannot|impossible to|unable to|no way to) (reach|get hold of|get through to|get through|contact|speak to) ..
(calls|phone|emails|email|messages|tickets|chat) .. (go|goes|going|went|been|remain|stays) .. (unanswered|nowhere|ignored|dead|voicemail)
(do|does|will|can) (anyone|anybody|someone|you) .. (even|ever) (answer|reply|respond|read|work|pick)
(reply|respond|answer) to (my|our) (dm|dms|email|emails|message|messages|tweet|ticket)
on hold (for|since)
(hung|hang|hanging|hangs) up
`,
    de: `
(gemailt|gemeldet|kontaktiert|nachgefragt|angeschrieben) .. (nix|nichts|fehlanzeige|null)
(auf) (mails|emails|anfragen|nachrichten|briefe|anrufe) .. (antwortet|reagiert|reagieren|antworten) .. (nicht|keiner|niemand|nie)
(erreiche|erreichen|erreicht) .. (nicht|niemanden|nie|keinen)
(rueckrufe|antworten|reaktionen) .. (keine|nie|nicht)
(mails|mail|anrufe|anrufen|angerufen|briefe|geschrieben) .. (nix|nichts|fehlanzeige|null)
(niemand|keiner|kein mensch|keine sau|kein schwein) .. (geht|nimmt|antwortet|meldet|reagiert|ruft|erreichbar|hilft|zustaendig|kuemmert|da|hebt|fuehlt|interessiert|weiss)
(geht|hebt|nimmt) .. (niemand|keiner|nie jemand) .. (ran|dran|ab|ans telefon|hin)?
(meldet|reagiert|antwortet|kuemmert|ruft) .. (niemand|keiner|nicht|sich nicht|nie|keine sau)
$kein (antwort|antworten|rueckmeldung|reaktion|rueckruf|response|feedback|lebenszeichen|auskunft|reply)
(nicht|nie|bis heute nicht|immer noch nicht) (geantwortet|beantwortet|reagiert|gemeldet|zurueckgerufen|rueckgemeldet)
(antwort|rueckmeldung|rueckruf) .. (nicht|nie|vergeblich|warte|warten|fehlanzeige|ausgeblieben|blieb aus)
(warte|warten|warteten|gewartet) .. (antwort|rueckmeldung|rueckruf|reaktion)
(nicht|nie|niemanden|niemand|keinen) (zu erreichen|erreichbar|erreicht|zu sprechen)
(warteschleife|bandansage|funkstille|wird ignoriert|werde ignoriert|werden ignoriert|ignoriert .. mails|ignoriert .. mich|einfach aufgelegt|aus der leitung geworfen|aus der leitung geflogen|unbeantwortet|ins leere)
(nichts|nix) (mehr|davon|weiter)? (gehoert|passiert)
`,
  },
};

/** The author went to the company before. The number of attempts is the number inside the phrase. */
export const contact: Phrases = {
  cue: 'contact',
  phrases: {
    en: `
<n> (called|phoned|rang|emailed|mailed|wrote|messaged|tried)
(first|second|third|fourth|fifth|sixth|seventh|eighth|formal|official) (formal|official|written) (complaint|request|letter|complaints)
(third|fourth|fifth|sixth|seventh|eighth) (complaint|ticket|reminder|email|call|letter|request)
(ticket|complaint|email|call|reminder|letter|attempt) number <n>
<n> (voicemails|phonecalls|times rung|reports|requests)
(called|phoned|rang|emailed|mailed|written|wrote|messaged|contacted|dmd|tweeted|asked|chased|tried|complained|reported|visited|texted|rung|spoken|tried calling|been in touch) .. <n> (times|time|x|emails|mails|calls|messages|letters|different|people|agents|tickets)
(called|phoned|rang|emailed|mailed|wrote|messaged|contacted|dmd|complained|chased|asked|reported|tweeted|rung|texted|written) .. (once|twice|thrice|repeatedly|several times|many times|multiple times|countless times|again and again|every day|daily|a dozen times|dozens of times|so many times)
<n> (calls|emails|mails|phone calls|messages|letters|tickets|attempts|dms|chats|reminders|complaints)
<n> .. (times|x) .. (called|phoned|rang|emailed|contacted|wrote|complained|asked|chased|tried)
(second|third|fourth|fifth|sixth|seventh|eighth) (time|call|email|attempt|complaint|ticket|visit|message|letter) .. (calling|called|i|asking|asked|writing|wrote|contacting|contacted|to|complained|ive|have|reporting)
(multiple|several|many|countless|numerous|repeated|endless) (calls|emails|messages|attempts|times|dms|letters|tickets|phone calls)
(my|our) .. (calls|emails|email|messages|tickets|letters|dms)
(i|we|ive|weve|have|has|after) .. (called|phoned|rang|emailed|contacted|messaged|dmd|complained|spoken|spoke|raised a ticket|opened a ticket|reported|filed|calling|emailing|contacting|chased|chasing)
(spoke|spoken|talked|chatted|speaking) (to|with) .. (agent|agents|rep|manager|supervisor|support|service|someone|people|department|you|team|person)
(sent|send|sending) .. (email|emails|message|messages|dm|dms|letter|mail|complaint)
(opened|raised|filed|submitted|logged) .. (ticket|case|claim|complaint|report|request)
`,
    de: `
<n> (angerufen|geschrieben|gemeldet|nachgefragt|kontaktiert|reklamiert|nachgehakt|versucht|gemailt|beschwert|telefoniert|probiert)
(dritte|vierte|fuenfte|sechste|siebte|zweite|achte) (mail|email|beschwerde|anfrage|erinnerung|mahnung|nachricht|reklamation|anruf)
<n> (mal|x) .. (hotline|kundenservice|warteschleife|service)
(formular|hotline|chat|service) .. (versucht|probiert|kontaktiert)
<n> (mal|x|male) .. (angerufen|geschrieben|gemeldet|nachgefragt|kontaktiert|reklamiert|nachgehakt|versucht|gemailt|beschwert|dort|telefoniert|probiert|gefragt)
(einmal|zweimal|dreimal|viermal|fuenfmal|sechsmal|siebenmal|achtmal|neunmal|zehnmal|zwanzigmal) .. (angerufen|geschrieben|gemeldet|nachgefragt|kontaktiert|reklamiert|nachgehakt|versucht|gemailt|beschwert|telefoniert|probiert|gefragt)
(angerufen|rufe|geschrieben|nachgefragt|kontaktiert|gemeldet) .. <n> (mal|x)
<n> (mails|emails|anrufe|anrufen|briefe|nachrichten|tickets|anfragen|erinnerungen|telefonate|telefonaten|versuche|versuchen|beschwerden)
zum (zweiten|dritten|vierten|fuenften|sechsten|siebten|achten|wiederholten|x ten|xten|hundertsten|zigsten) mal
(mehrfach|mehrmals|wiederholt|x mal|xmal|zigmal|unzaehlige male|schon oft|staendig|mehrere male|etliche male|taeglich) .. (angerufen|geschrieben|gemeldet|nachgefragt|kontaktiert|reklamiert|nachgehakt|versucht|gemailt|beschwert|telefoniert|angeschrieben)
(mehrere|viele|unzaehlige|etliche|zahlreiche|trotz) (mails|emails|anrufe|nachrichten|anfragen|tickets|erinnerungen|versuche|beschwerden|anrufen|nachfragen)
(meine|unsere|meiner|unserer|auf) (mails|mail|anfragen|anfrage|nachrichten|anrufe|briefe|email|beschwerde|reklamation|e mail|e mails|nachricht)
(ich|wir|habe|haben|hab) .. (angerufen|angeschrieben|geschrieben|kontaktiert|reklamiert|nachgefragt|nachgehakt|gemailt|beschwert|telefoniert|gemeldet)
(rufe|schreibe|telefoniere) .. (an|seit|staendig|hinterher|taeglich)
(ticket|fall|vorgang) .. (eroeffnet|erstellt|aufgemacht|angelegt)
`,
  },
};

/** A length of time told in the text: the number and the unit are read from the words of the phrase. */
export const duration: Phrases = {
  cue: 'duration',
  phrases: {
    en: `
(for|since|after|over|past|last|nearly|almost|than|about|been|another|within|of|waited|waiting|took|the|already|around|in) .. <n> $unit
<n> $unit (now|ago|later|and|already|late|waiting|without|of|since|on|straight|have|overdue|for|to|no|passed|gone)
(for|since|after|over|waited|waiting|taken|took) .. (days|weeks|months|years|ages)
(for|since|after|in|over) (a|an|one|the|more than a|over a) .. (week|month|year|day|hour|fortnight)
(since|from) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last week|last month|january|february|march|april|may|june|july|august|september|october|november|december|last year|christmas)
`,
    de: `
(seit|schon|nach|ueber|vor|fast|knapp|mittlerweile|als|rund|bereits|nun|etwa|gut|jetzt|inzwischen|die|letzten) .. <n> $unit
<n> $unit (her|lang|spaeter|und|schon|warten|warte|gewartet|keine|ohne|verspaetung|vergangen|jetzt)
(seit|schon|nach|ueber) .. (tagen|wochen|monaten|jahren|stunden|ewigkeiten)
(seit|nach|schon|ueber|vor) (einem|einer|einen|eine|ein|ueber einer|ueber einem|letzter|letztem) (tag|woche|monat|jahr|stunde)
(tagelang|wochenlang|monatelang|jahrelang|stundenlang)
(seit|schon) (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|gestern|januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|letzter woche|weihnachten)
`,
  },
};

/** What the author wants put right. */
export const demand: Phrases = {
  cue: 'demand',
  phrases: {
    en: `
(refund|refunds|reimburse|reimbursed|reimbursement|compensation|compensate|replacement|chargeback|refunded)
(my|our) money back
(want|need|demand|like|expect|give|get) .. (refund|money back|replacement|compensation|my money)
(fix|sort|resolve|repair|address) .. (this|it|that|your|issue|problem|asap|now|out|please|the|my)
(sort|get) .. (it|this) (out|together|sorted|fixed)
(please|pls|plz|can you|could you|kindly|someone) .. (fix|help|sort|resolve|check|look into|respond|reply|refund|explain|do something|restore|send|give|call|contact|sort out)
(cancelling|canceling|cancel|closing|leaving|switching|switched|returning) .. (account|subscription|membership|contract|provider|order|to|you|my)
(never|wont|not|last time|dont) .. (again|buying|using|fly|flying|buy|order|ordering|shop|recommend|shopping|use you|purchase)
(avoid|boycott|stay away|do not buy|dont buy|dont waste|dont go|beware|warning|dont purchase|never buy|please dont|think twice)
(want|need) (answers|an answer|an explanation|this resolved|help|it fixed|my order|to know why)
`,
    de: `
(erstattung|rueckerstattung|schadensersatz|schadenersatz|entschaedigung|gutschrift|umtausch|rueckzahlung|wiedergutmachung)
(mein|unser|das) geld .. (zurueck|wieder)
(will|moechte|verlange|fordere|erwarte|brauche) .. (geld|erstattung|ersatz|antwort|loesung|erklaerung|entschaedigung|klaerung)
(bitte|koennt ihr|koennen sie|koenntet ihr|wuerde|kann man|kann das|kannst du|macht) .. (reparieren|beheben|kuemmern|klaeren|fixen|pruefen|aendern|helfen|antworten|reparieren|schicken|anschalten|einschalten|sagen|abstellen|reinigen|repariert|behoben|wieder|mal)
(kuendige|kuendigung|kuendigen|wechsle|storniere) 
(nie|niemals) (wieder|mehr)
(finger weg|vorsicht|nicht kaufen|nicht empfehlenswert|nicht zu empfehlen|nicht empfehlen|geldverschwendung|boykott)
(kuemmert|macht|tut|unternehmt) (euch|ihr|mal|endlich|was|etwas)
`,
  },
};

/** Announcing press, lawyers, reviews or regulators: changes route and notes, never what is at stake. */
export const threat: Phrases = {
  cue: 'threat',
  phrases: {
    en: `
(go|going|report|reporting|complain|complaining|contact|contacting|call|calling|write|tell|telling|inform|sue|suing|take|taking|see|speak|leave|post|hear|escalate|hand|talk) .. (to|from|you|a|the|my|our|in|this)? .. $press
(legal action|small claims|sue you|take you to court|see you in court|class action|bad review|one star|1 star|name and shame|go viral|make this viral|my followers|tell everyone|trading standards|trustpilot)
$press .. (will hear|will know|involved|informed|contacted)
`,
    de: `
(gehe|gehen|wende|melde|schalte|schalten|informiere|sage|schreibe|rufe|einschalten|verklage|hole|hinterlasse|uebergebe|mache) .. (zum|zur|an|den|die|das|eine|meinen|mit|mich|es)? .. $press
(rechtliche schritte|vor gericht|strafanzeige|schlechte bewertung|einen stern|1 stern|gehe viral|meine follower|meinen followern|verbraucherzentrale|bundesnetzagentur|bafin|anwalt eingeschaltet)
`,
  },
};
