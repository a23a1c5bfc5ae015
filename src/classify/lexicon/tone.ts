import type { Phrases } from './cues.ts';

/** Displeasure that names no failure: the lowest rung. Swear words are absent on purpose: rudeness weighs nothing. */
export const annoyance: Phrases = {
  cue: 'annoyance',
  phrases: {
    en: `
(sadly|unfortunately|regrettably|unluckily|alas)
(sorry|sad|disappointed|upset|surprised|concerned|dismayed) to (say|report|tell|see|find|hear that my|learn|discover|have to)
(i|we) (regret|must point out|have to point out|must say)
(im|i am|were|we are) afraid (that|the|it|my|your|there|i|we|this|our|its|nothing|no)
please stop
good luck (getting|reaching|trying|finding|contacting|speaking|talking)
(stop|quit) (sending|spamming|calling|texting|emailing|pushing|messaging|ringing|bothering)
(too many|endless|constant) (ads|adverts|emails|texts|notifications|pop ups|popups|calls)
(love|loving) (that|this) for (me|us)
(badly|poorly) (run|organised|organized|made|designed|managed|planned)
(worst|terrible|awful|horrible|horrendous|appalling|disgusting|disgraceful|disgrace|unacceptable|pathetic|ridiculous|shameful|atrocious|dreadful|abysmal|shocking|joke|nightmare|horrid|lousy|garbage|rubbish|trash|laughable|embarrassing|outrageous|inexcusable|unbelievable|insane|poor|shoddy|lame|fail|epicfail|shambles|farce|useless|crap|crappy|hopeless|sucks|suck|sucked|stinks)
(disappointed|disappointing|disappointment|disappoints|dissatisfied|unhappy|frustrated|frustrating|frustration|annoyed|annoying|angry|furious|fuming|livid|upset|irritating|infuriating|fed up|had enough|sick of|tired of|pissed|disgusted|let down|letting me down|gutted|regret|regretting|hate|hated)
(not|isnt|wasnt|never|hardly|aint) .. (happy|impressed|satisfied|amused|pleased|acceptable|good enough|good|worth|cool|great|recommended|professional|fair|ok|okay|helpful|friendly|thrilled|like)
(waste|wasted|wasting) .. (time|money)
(dont|do not|wouldnt|cant|cannot) (recommend|like|trust|enjoy)
(no|zero|lack of|without) (respect|care|empathy|apology|accountability|sense|taste|service|compassion|customer service|quality|competence|clue|interest|stars)
(so|very|too|really|how|this is|thats|was|is|pretty|super|extremely|such a|just) (bad|poor|rude|disappointing|sad|unfair|stupid|wrong|slow|boring|unprofessional|disrespectful|sloppy|overpriced|awful)
(bad|poor|terrible|worst|horrible|awful|shocking|zero|disgraceful) (service|customer|experience|quality|company|product|airline|book|purchase|support|management|communication|idea|flight|taste|ever)
(shame|come on|seriously|really|do better|get it together|get your act together|step up|what the|wake up|unreal|smh|wtf|wth|ugh|argh|grr) (on you|on|guys|people|!)
(overpriced|overrated|misleading|deceptive|dishonest|greedy|unethical|false advertising|rip off|ripoff|cheap quality|low quality|boring|repetitive|blah|meh|mediocre|unprofessional|incompetent)
(is|are|was|were) .. (a joke|a disgrace|the worst|a nightmare|rubbish|trash|a mess|a shambles|so bad)
(1|one|0|zero) (star|stars)
(expected|expect|deserve|deserved|thought|hoped) (more|better)
(☹|😡|😠|🤬|😤|👎|😞|😒|🙄|😩|😫|😢|😭|🤦|🤮|💩|😔|😣|😖)
:(
:-(
=(
;(
:/
`,
    de: `
(leider|bedauerlicherweise|ungluecklicherweise|dummerweise|bloederweise|bedauerlich|leider gottes)
(zu (meinem|unserem) (bedauern|erstaunen|leidwesen|aerger)|muss ich (leider|anmerken|feststellen|mitteilen)|mussten wir (leider|feststellen)|musste ich (leider|feststellen)|ich bedaure)
(hoert|hoer|hoeren) .. auf .. (mit|zu)
(bitte|endlich) (aufhoeren|lassen|unterlassen|abstellen)
(zu viel|zu viele|staendig|dauernd) (werbung|mails|newsletter|anrufe|sms|benachrichtigungen)
(schlimm|schlimmste|schlimmer|schrecklich|furchtbar|grauenhaft|grauenvoll|katastrophe|katastrophal|katastrophaler|unverschaemt|unverschaemtheit|frechheit|frech|skandal|skandaloes|peinlich|laecherlich|unfassbar|unmoeglich|unglaublich|ungeheuerlich|inakzeptabel|unakzeptabel|armutszeugnis|zumutung|saftladen|sauladen|schlecht|schlechter|schlechteste|mies|miese|mieser|miserabel|unterirdisch|desaster|desastroes|traurig|beschaemend|saumaessig|unterste schublade|grottig|grottenschlecht|witz|unding|schande|schwach|bloed|bloede|doof|daemlich|nervig|nerven|nervt|genervt|aergerlich|aergert|veraergert|wuetend|sauer|stinksauer|enttaeuscht|enttaeuschend|enttaeuschung|frustriert|frustrierend|frust|schade|unzufrieden|satt|schnauze voll|nase voll|kotzt|zum kotzen|hasse|ekelhaft|eklig|widerlich|fail|nixkoenner|versager|unnoetig|sinnlos|unsinn|quatsch|absurd|wahnsinn|unertraeglich|unzuverlaessig|unwuerdig|chaos|chaotisch|tragoedie|trauerspiel|drecksladen|muell|schrott|scheisse|scheiss|mist|verarsche|lachhaft|dreist|asozial)
(nicht|nie|gar nicht|net) .. (zufrieden|begeistert|gluecklich|akzeptabel|schoen|lustig|witzig|gut|nett|hinnehmbar|empfehlenswert|toll|okay|ok|normal|kundenfreundlich|fair|nachvollziehbar|in ordnung|euer ernst|wahr)
(euer|ihr|dein|das) ernst
(kann|darf|muss) (doch|ja|das|es)? .. (nicht wahr sein|nicht sein|wohl nicht|echt nicht)
(was soll das|geht gar nicht|geht garnicht|so nicht|ein witz|das letzte|schlechter scherz|schlechter witz|zum heulen|zum davonlaufen|zum schaemen|armselig|danke fuer nichts|nicht euer ernst|schlechter als|am arsch|macht wuetend)
(zeitverschwendung|geldverschwendung|rausgeschmissenes geld|verschwendete zeit)
`,
  },
};

export const praise: Phrases = {
  cue: 'praise',
  phrases: {
    en: `
no questions asked
credit where (its|it is|credit is|is) due
(no|without|zero|not a single|without any|without a single) (traffic|queue|queues|hassle|fuss|stress|drama|tricks|settings|tricks|hiccups|hiccup|fault|faults|delay|delays|glitch|issue|issues|problem|problems|complaint|complaints|trouble|bother|pressure|wait|stop|stops|scratch|regrets)
(cant|cannot|couldnt|nothing to|no reason to) (fault|complain|complain about|criticise)
(just|simply|always) (works|worked)
(sorted|fixed|solved|replaced|repaired|resolved|refunded|answered|replied|helped) .. (in|within|inside|under) .. (<n>|a|an) (minutes|minute|mins|seconds|hour|day)
(fixed|replaced|repaired|refunded) .. (free of charge|for free|on the spot|straight away|right away|out of warranty)
in (a|the) (good|best) way
(small|little|pure) (joys|joy|pleasures)
(take note everyone|fell in love|in love with|money i spent|never let me down|has never failed|not disappointed|didnt disappoint|never disappoints)
(great|awesome|amazing|excellent|fantastic|wonderful|brilliant|perfect|perfectly|best|superb|outstanding|beautiful|delicious|fabulous|incredible|flawless|impressed|impressive|delighted|lovely|stunning|gorgeous|smooth|comfortable|comfy|favourite|favorite|yummy|cute|super|exceptional|terrific|phenomenal)
(love|loved|loving|loves|enjoy|enjoyed|enjoying|adore|appreciate|appreciated|recommend|recommended|happy|glad|pleased|satisfied|excited|thrilled|grateful|pumped|proud|congrats|congratulations|kudos|props|shoutout|shout out|yay|woohoo|bravo|blessed)
(good|nice|friendly|helpful|quick|fast|easy|kind|polite|professional|cool|fun|clear|decent|worth|useful)
(thank you|thanks|thx|cheers) .. (so much|for your help|for the help|for the great|for helping|for getting|for making|for a great|for an amazing|for the quick|for sorting|for the awesome|for taking care)
(well done|good job|great job|nice job|keep it up|keep up|made my day|made my|you rock|you guys rock|life saver|lifesaver|hats off|thumbs up|must buy|must read|must have|value for money|go for it|no complaints|no problems|no issues|works (fine|great|well|perfectly)|worked (fine|great|well|perfectly))
(❤|❤️|😍|😀|😃|😄|😁|😊|👍|👏|🙌|🎉|💕|💖|😘|🥰|💯|🤩|🥳)
:)
:-)
=)
:D
:-D
< 3
`,
    de: `
(nichts|nix|nie etwas|nicht viel) (schlechtes|negatives|auszusetzen|zu meckern|zu beanstanden|zu bemaengeln)
(kann|koennen) .. nicht (meckern|klagen|beschweren)
(kein|keine|keinen|nicht ein|ohne|nie) (einziger|einziges|einzige|einzigen|ein)? (stopp|stau|stress|druck|fehler|aussetzer|mangel|kratzer|murren|mucken|probleme|problem|beanstandung|beanstandungen|wartezeit|schlange|aerger|zicken|theater|klagen|panne|pannen)
(kein|keine|nicht ein) (einziger|einziges|einzige) .. (laenger|ueber|mehr)
(problemlos|anstandslos|unkompliziert|kulant|ohne wenn und aber|ohne rueckfragen|ohne diskussion)
(verliebt|gefaellt mir|gefaellt uns|begeistert mich|laeuft und laeuft|laeuft wie am schnuerchen|so macht man das|so muss das|so soll es sein|in fuenf minuten|in wenigen minuten)
(funktioniert|geht|laeuft|klappt) (einfach|einwandfrei|super|prima|bestens|wunderbar|perfekt|tadellos)
(toll|tolle|tolles|toller|super|klasse|prima|spitze|spitzenmaessig|hervorragend|ausgezeichnet|genial|perfekt|perfekte|wunderbar|wunderschoen|fantastisch|phantastisch|grossartig|exzellent|einwandfrei|tadellos|vorbildlich|hammer|geil|mega|bestens|beste|bester|besten|traumhaft|begeistert|zufrieden|gluecklich|liebe|lieben|liebt|freue|freuen|freut|freude|empfehle|empfehlen|empfehlenswert|lob|lobe|respekt|chapeau|bravo|glueckwunsch|herzlichen|yeah|juhu|hurra|top|cool|schoen|schoene|schoener|schoenes|angenehm|lecker|sympathisch|entspannt)
(gut|gute|guter|gutes|freundlich|freundliche|freundlicher|hilfsbereit|nett|netter|nette|schnell|schnelle|schneller|puenktlich|kompetent|bequem|sauber|zuverlaessig|reibungslos|gelungen|lohnt|hilfreich|interessant|spannend|lustig)
(vielen dank|danke|dankeschoen|dank) .. (fuer die schnelle|fuer die tolle|fuer die hilfe|fuer eure hilfe|fuer den tollen|fuer den super|fuer die super|fuer die nette|fuer die freundliche|fuer das tolle)
(gut gemacht|weiter so|daumen hoch|gerne wieder|immer wieder gerne|alles bestens|alles gut|kein problem|keine probleme|danke fuer die|macht spass|sehr gut)
`,
  },
};

export const thanks: Phrases = {
  cue: 'thanks',
  phrases: {
    en: `
(thank you|thanks|thankyou|thx|ty|cheers|tysm|thank u)
`,
    de: `
(danke|dankeschoen|vielen dank|dank|merci)
`,
  },
};

/** Words of praise in a courteous request or greeting praise nothing: politeness must not cost a customer the case. */
export const courtesy: Phrases = {
  cue: 'courtesy',
  phrases: {
    en: `
(would|id|wed|could|should|will|might) .. (appreciate|appreciated|grateful|glad|happy|love|great|nice|good|helpful|kind|pleased|wonderful|lovely|awesome)
(much|greatly|highly|really) appreciated
(good|nice|lovely|happy|great) (morning|afternoon|evening|day|weekend|week|night|sunday|monday|friday|to hear from)
(kind|best|warm|warmest) (regards|wishes)
(so|very|be|be so|too) kind .. (as to|to|and|of you|enough)
(please|pls) be (nice|kind|good|so kind)
(good|nice|happy|merry|lovely|great) (new year|christmas|easter|holidays|grief|lord|god|heavens|gracious|riddance|try)
good (afternoon|evening|morning|night|day) .. (from|to|all|everyone|everybody)
a good (<n>|half|few|many|while|hour|week|month|year)
as good as (dead|gone|useless|nothing|broken|none|worthless|lost)
(good for nothing|gone for good|for good|no good|at best|best of all|best before|good question)
(easy|quick|simple|nice|best|good|clear|fast|friendly|useful) (question|way to|fix|answer|solution|reply|response|help)
(many|thousand|huge|big|warm|sincere) thanks in advance
(thanks|thank you|thx|cheers|thanking you) (so much|very much|ever so much|a lot|a million|kindly|indeed|again|all)? (in advance|for (looking|checking|reading|listening|understanding|your (time|patience|attention|understanding|consideration|trouble|kind attention)))
(hope|hoping|hopefully) (you|all|everyone|this|that|the team) .. (well|fine|okay|weekend|safe|right person|right place|right channel|good start)
(hope|hoping) (you|someone|somebody) (can|could|will|would)? (help|assist)
(sorry|apologies|apologise|apologize|apology) .. (bother|bothering|trouble|troubling|disturb|disturbing|the bother|writing|for asking|intrusion|another message)
(forgive|excuse|pardon) (me|my|the|this) .. (asking|impatience|question|message|intrusion|bluntness|frankness|chaser|directness)
(dear|hello|hi|hey|greetings) .. (team|everyone|everybody|all|there|folks|friends|people|support|colleagues|sir|madam|sirs|ladies|gentlemen|customer service)
to whom it may concern
with (all due|all|the greatest|the utmost|great) (due)? respect
(yours|your) (sincerely|faithfully|truly)
have a (nice|lovely|great|good|pleasant|wonderful|fine|blessed) (day|week|weekend|evening|one|time)
(look|looking) forward to (hearing|your|an|a) (from|reply|answer|response|solution)
(could|can|would|will|might|may) (you|somebody|someone|anyone|anybody|one of you) .. (look into (it|this|that)|take (a|another) look|have (a|another) look|please look|please check|please help|please advise|kindly (advise|check|look|help)|sort (it|this) out|get back to (me|us)|let me know|investigate)
(would|could) you (mind|be so kind) .. (looking|checking|having|to look|to check|to help|as to) .. look?
(may|might|could|can) i (just|kindly|gently|politely|briefly|perhaps|humbly|ask)? (mention|point out|ask (for|you)|say|note|add|suggest|draw|raise)
(any|a little|some) (help|guidance|advice|information|pointers|assistance) .. (appreciated|welcome|grateful|great|lovely)
(much|greatly|highly|most|very|ever so) (obliged|welcome|grateful|thankful)
(would|id|wed|will) .. (thankful|obliged|delighted|indebted)
(when|whenever) (convenient|it suits|you (have|get|find) .. (time|moment|minute|chance|second))
at your (earliest|own)? convenience
(i am|im|i m) sure .. (just|only|simply|an honest) .. (oversight|mistake|mix up|misunderstanding)
(i|we) (know|realise|realize|understand|appreciate|see) .. (busy|on your plate|do your best|work hard|doing your best|lot on|swamped|short staffed)
(if i may|if you dont mind|if its not too much trouble|if at all possible|if possible)
(dont|do not|hate to|didnt) (want to|mean to|wish to|like to) .. (nuisance|difficult|rude|unfair|fuss|moan|impolite|pest|bother)
(just|only)? (a|one|my|another) (kind|friendly|gentle|polite|small|humble|little|quick|respectful) (note|remark|suggestion|request|reminder|question|observation|word|heads up|comment)
(please|pls|kindly) (forgive|excuse|bear with|accept)
(wishing|wish) you .. (week|weekend|day|evening|year|all the best)
(used to|until now|so far|for years|always) .. (love|loved|great|good|happy|fine|nice|best|satisfied)
`,
    de: `
(waere|waeren|wuerde|wuerden|faende|faenden|koennte|koennten) .. (schoen|toll|super|nett|gut|lieb|klasse|prima|freuen|freundlich|hilfreich|zufrieden|dankbar|perfekt|genial)
(seien sie|sei|seid|waeren sie|sind sie) .. so .. (gut|nett|freundlich|lieb)
(guten|gute|schoenen|schoenes|schoene|liebe|lieben|lieber|liebes|beste|besten|freundliche|freundlichen|herzliche|herzlichen) (morgen|tag|abend|nacht|wochenende|woche|sonntag|montag|feierabend|gruss|gruesse|gruessen|team|kundenservice|support|leute|damen|frau|herr)
(guten|gute|gutes|schoene|schoenen|schoenes|frohe|frohes|angenehme|angenehmen) (reise|fahrt|flug|rutsch|appetit|besserung|jahr|neues jahr|weihnachten|ostern|feiertage|ferien|urlaub|aufenthalt|vormittag|nachmittag|tach)
(gut|gute|guten) (<n>|ein|eine|einen|einem|einer|ein paar) .. $unit
so gut wie (nie|nicht|nichts|kein|keine|keinen|keiner|niemand|unmoeglich|tot|wertlos|immer|alle|jeden)
(schoen|schoene|schoener|schoenes|schoenen) (mist|bescherung|reinfall|schlamassel|chaos|aerger|scheisse|teuer|frech|dreist|bloed|dumm|lange|langsam|waere|waers|waeren)
(alles|nur das) (gute|beste)
(na gut|gut dann|gut , dann|nun gut|also gut|kurz und gut|gut moeglich|gute frage|schoen und gut|gut und schoen|im guten|zu guter letzt|gut zureden)
(freue|freuen) .. (auf|ueber) .. (antwort|rueckmeldung|loesung|hilfe|nachricht)
(schnelle|schnellen|gute|guten|freundliche|freundlichen|kompetente|bessere) (antwort|loesung|hilfe|rueckmeldung|klaerung)
(vielen|besten|herzlichen|lieben|schoenen|tausend|allerbesten) dank .. (im voraus|vorab|schon mal|schonmal|fuers (lesen|nachschauen|nachsehen|kuemmern|zuhoeren|verstaendnis)|fuer (ihre|eure|die|deine) (zeit|geduld|aufmerksamkeit|muehe|bemuehungen|umstaende))
(danke|dank|merci|dankeschoen) (euch|ihnen|dir|schon mal|vorab|im voraus|schoen|sehr|vielmals)? (im voraus|vorab|schon mal|schonmal|fuers (lesen|nachschauen|nachsehen|kuemmern|zuhoeren|verstaendnis)|fuer (ihre|eure|die|deine) (zeit|geduld|aufmerksamkeit|muehe|bemuehungen))
(hoffe|hoffen|hoffentlich) , (es|ihnen|euch|dir|bei) .. (gut|wohl|ordnung|bestens)
(hoffe|hoffen) , .. (hier richtig|weiterhelfen|helfen)
hoffentlich .. (hier richtig|der richtigen stelle)
(entschuldigen|entschuldigt|entschuldige|verzeihen|verzeiht|verzeihung|entschuldigung|pardon|sorry) .. (stoerung|frage|nachfrage|ungeduld|umstaende|direktheit|muehe|nachricht|belaestigung|sie|dass ich)
(sehr geehrte|sehr geehrter|werte|werter|geschaetzte) .. (damen|herren|team|kundendienst|kundenservice|frau|herr)
(und|,) herren
(liebes|lieber|liebe|hallo|hi|hey|moin|servus) .. (team|kundendienst|kundenservice|support|zusammen|leute|alle|kollegen|kolleginnen)
(mit (freundlichen|besten|herzlichen|lieben)|viele|liebe|beste|herzliche|freundliche|schoene) (gruessen|gruesse)
(hochachtungsvoll|ergebenst)
bei allem respekt
(mit verlaub|wenn sie gestatten|wenn sie erlauben|wenn ich darf|wenn es keine umstaende macht|falls moeglich|wenn moeglich)
(koennten|koennte|koenntet|wuerden|wuerde|wuerdet|duerfte|moegen|kann|koennen) (sie|ihr|jemand|ich|man|da|das) .. (nachsehen|nachschauen|helfen|schauen|pruefen|ansehen|anschauen|weiterhelfen|bitten|kuemmern|einen blick)
(waeren|waere|waert|seien) (sie|ihr|jemand|du) .. (nett|freundlich|lieb|gut|guetig) .. (und|zu|mir)?
(ueber|fuer) (eine|einen|ein|ihre|eure|jede) .. (freuen|dankbar|verbunden)
(wuerde|wuerden) (ich|wir|mich|uns) .. (freuen|dankbar|verbunden)
(waere|waeren) (ich|wir) .. (dankbar|verbunden)
(darf|duerfte|moechte) ich .. (hinweisen|anmerken|aufmerksam|bitten|hoeflich|freundlich|kurz)
(ein|eine|nur|kleiner|kurze) (kleiner|kleine|freundlicher|freundliche|kurzer|kurze|hoefliche|hoeflicher) (hinweis|anmerkung|bitte|frage|nachfrage|anregung|bemerkung|erinnerung)
(es eilt|eilt) (nicht|ueberhaupt nicht|gar nicht)
(bei gelegenheit|wenn es ihnen passt|wann immer es passt|wenn sie zeit haben|in aller ruhe)
(sicher|bestimmt|gewiss) .. (nur|bloss)? .. (versehen|missverstaendnis|irrtum)
(ich weiss|mir ist klar|verstehe) , .. (viel zu tun|um die ohren|ihr bestes)
(sie|ihr) (haben|habt) (sicher|bestimmt|gerade)? .. (viel zu tun|viel um die ohren)
(freue|freuen) (mich|uns) auf .. (antwort|rueckmeldung|nachricht|loesung)
(eine|einen|ein|habt einen|haben sie einen) (schoene|schoenen|schoenes|angenehme|angenehmen|guten|gute|tollen) (woche|tag|abend|wochenende|start|zeit) .. (wuensche|noch)?
(bitte|moechte|will) .. (kein grosses aufheben|nicht unhoeflich|nicht stoeren|nicht laestig)
(bisher|frueher|jahrelang|sonst|eigentlich|normalerweise) .. (zufrieden|gut|gern|gerne|toll|super|begeistert|zuverlaessig|gluecklich)
`,
  },
};

export const sarcasm: Phrases = {
  cue: 'sarcasm',
  phrases: {
    en: `
(love|loving) (that|this|it) for (me|us)
(great|cool|nice|good|wonderful|lovely|fantastic|brilliant|awesome|perfect|super|excellent) , (another|yet another|one more)
(love|loving|loved) (how|it when|when) .. (again|never|not|keeps|crashes|breaks|cancelled|late|charged|nobody|no one)
(just|exactly) what (i|we) (needed|wanted)
(oh great|oh good|oh joy|oh wonderful|oh look|oh nice|oh fantastic|oh brilliant)
(thanks|thank you|thx|cheers) .. for (nothing|losing|ruining|wasting|cancelling|canceling|ignoring|breaking|the delay|not|making me|leaving|delaying|keeping|charging|the wait|another|no|screwing|the terrible|the worst|the awful)
(great|nice|good|awesome|brilliant|fantastic|excellent|well done|bravo|wonderful|lovely|amazing|way to go|perfect) .. (another delay|delayed again|cancelled again|not|another|late again|down again|wait|again|losing my|so far|until|now you|now my|my flight)
(oh|well|just|how) (great|wonderful|lovely|fantastic|brilliant|perfect|joy)
(yeah right|slow clap|👏👏|/s|#sarcasm|way to go|what a surprise|surprise surprise|no surprise|shocker|as usual|as always|once again|nice one|nice work|good luck|thanks a lot|thanks alot)
`,
    de: `
(liebe|lieben) es .. wenn
(toll|super|klasse|prima|cool|spitze|schoen|wunderbar|herrlich|perfekt) , (wieder|schon wieder|noch|mal wieder|der naechste|die naechste|das naechste)
(genau|das hat) .. (was ich|mir noch|gerade noch) .. (brauchte|gefehlt|brauche)
(ganz toll|echt klasse|echt super|echt toll|wirklich toll|na klasse|na herrlich|na wunderbar|na danke|oh toll|oh super|ach toll|ach super|ach herrlich)
(danke|vielen dank|dank) .. fuer (nichts|nix|gar nichts|die verspaetung|das warten|den ausfall|die puenktliche verspaetung|diesen|die verschwendete)
(toll|super|klasse|prima|bravo|spitze|herzlichen glueckwunsch|glueckwunsch|grossartig|na toll|na super|na prima|ganz toll|ganz grosses|respekt|chapeau|applaus|schoen|danke) .. (wieder|verspaetung|ausgefallen|kaputt|nicht|defekt|kein|keine|warten|dass|ausfall|gestrichen|verpasst|zu spaet|leistung db|kino|service)
(na toll|na super|na bravo|ach wie schoen|wie immer|war ja klar|wen wunderts|was fuer eine ueberraschung|wie ueblich|wie gewohnt|ironie|ironie off|sarkasmus|juhu|wer haette das gedacht|laeuft bei euch)
`,
  },
};
