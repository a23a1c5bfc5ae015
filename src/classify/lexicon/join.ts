import type { Phrases } from './cues.ts';

/** Joins what was said before; under a post that is answered, beside the own person, it means "same here". */
export const joiner: Phrases = {
  cue: 'joiner',
  phrases: {
    en: `
(too|to|also|aswell|either|neither|nor|same|sme|saem|smae|likewise|ditto|dito|snap|samesies|identical|similarly|similar|seconded|toooo|tooo|exactly|precisely|yup|yep|yeah|aye|yes|agreed|myself|ourselves|2) = joins
as well = joins
(they|he|she|it) (got|did|had|hit|charged|told|left|sent|closed|locked|cancelled|lost) .. (me|us|mine|ours) (too|for|as well|also)
(can|will|could) confirm
(mine|ours) (was|is|were|are|did|does|has|had|came|went|broke|died|stopped|too|also|as well)
(nothing|not|doesnt|wont) .. for (me|us) (2|too|either|as well)
(exactly|precisely|all of) (this|that|the same|what)
(this|that) .. (exactly|100|so much)
(welcome to|join|joining) (my|the|our) (world|club|queue|party|gang|team)
(day|week|month|year|visit|attempt|ticket) <n> .. (for|of) (me|mine|us|ours)
(they|it|he) (got|did|hit|bit|caught) (me|us) (for|too|again|last|yesterday)
(one|another|and another|make that|count) .. (more|one|two|three|me in|us)
(for|with) (me|us|mine|ours) (too|also|as well|either)
(nor|neither) (can|could|did|do|does|has|have|is|was|will) (i|we|mine|ours|my|our)
(so|as) (did|does|do|has|have|is|are|was|am|were) (i|mine|ours|we|my|our|all)
(am|are|were|im|weve|ive|youre|not) .. (alone|the only one|only one|only person)
(had|have|got|get|getting|seeing|facing|hit by) .. (identical|same|exact)
(i feel you|feel your pain|know the feeling|story of my (life|week|month)|been there|am there right now|same boat|me three|me four|hear hear|hand raised|guilty as charged|add me|add us|count me in|+ (1|2|3)|plus one|plus two)
(been|still|also) (waiting|stuck|locked out|charged|without) .. (myself|ourselves|here|too)
(🙋|🙋‍♀️|🙋‍♂️|✋|☝️|👆|👆🏻|^)
`,
    de: `
(ja|joa|jaa|jawohl|stimmt|wahr|auch|auhc|acuh|ach|ebenfalls|ebenso|genauso|gleichfalls|dasselbe|daselbe|derselbe|dieselbe|selbe|selber|selbes|gleiche|gleicher|gleiches|gleichen|gleichem|selben|selbem|detto|dito|ditto|identisch|identisches|aehnlich|jep|jup|jo|jepp|genau|ditto) = joins
(kann|koennen) .. (so)? (unterschreiben|bestaetigen)
(geht|ging|gehts) (uns|mir) (nicht|keinen deut|genauso|kein bisschen)
^ ^
(bestaetige|bestaetigt|kann bestaetigen|same)
(nicht anders|genau so|genau das|same|me too|me three|so gehts|so wars|auch so)
(willkommen im club|im selben boot|im gleichen boot|selbes boot|geteiltes leid|leidensgenosse|leidensgenossin|leidensgenossen|kenn ich|kenne ich|kann ich bestaetigen|kann das bestaetigen|schliesse mich an|schliess mich an|reihe mich ein|reih mich ein|und noch einer|und noch eine|noch einer|noch eine|nummer zwei|in gruen|unterschreib ich|unterschreibe ich)
(tag|woche|monat) <n> .. (hier|bei (mir|uns)|auch)
(warte|warten|sitze|stehe|haenge|steh|sitz|haeng) .. (selber|selbst|auch|ebenfalls|gleichen|selben)
(nicht|ned|net) .. (der einzige|die einzige|allein|die einzigen|alleine)
(hier|und) + <n>
+ (1|2|3)
(🙋|🙋‍♀️|🙋‍♂️|✋|☝️|👆|👆🏻|^)
`,
  },
};

/** What a reply with "same" or "too" says when it is no complaint: that all is well, wishes, questions, advice, jokes. */
export const otherwise: Phrases = {
  cue: 'otherwise',
  phrases: {
    en: `
(all good|all fine|all well|rang back|called back|all ok)
(works|working|worked|runs|running|is|are|was|went|going|been|goes) .. (fine|great|well|perfect|perfectly|ok|okay|smoothly|flawless|flawlessly|brilliant|lovely|good|for me|again|here)
(mine|ours|it|all|everything|line|app|net|internet) .. (works|fine|ok|okay|working again|came back|is back|back up|arrived|turned up|came early|on time)
(not|never) (me|us|here|mine|ours|for me|happened to me|had (that|this|any))
(no|zero|without|never any|never had a|havent had) (problem|problems|issue|issues|trouble|complaints|bother)
(couldnt|could not|cant|cannot) be .. (happier|pleased|better|nicer)
(pleased|happier|ordered|in (blue|red|green|black|white))
(love|loved|loving|loves|adore|enjoyed|delicious|yum|yummy|gorgeous|awesome|excellent|fantastic|brilliant|amazing|lovely|wonderful|happy|glad|thrilled|chuffed|favourite|favorite|best|angels|angel|beautiful|great stuff|recommend|obsessed|cute|excited|cant wait|looking forward|see you|congrats|gone in one|perfect|impressed|well done)
(want|wanted|want the|would like|id like|wish|dream|hope|hoping|hopefully|fingers crossed|need one|buying|thinking of|consider|considering|planning to|might get|tempted)
(solved|sorted|fixed|resolved|refunded|got (it|mine|my money|ours) back|back to normal|working again|they paid|paid me back|was sorted|got sorted|got fixed|came through)
(does|did|do|has|have|is|are|was|were) (yours|you|anyone|anybody|your|any of you)
(which|what|how|where|who|when) (model|version|did|do|is|are|does|was|branch|phone|one|area)
(have you|did you|you should|you could|you can|try|tried turning|just|maybe you|perhaps you|why dont you|why not|you need to)
(sorry to hear|so sorry|im sorry|thats awful|thats terrible|oh no|hope they|hope you|hope it|good luck|hang in|get well|thoughts)
(but|though|although|however|except) .. (my|mine|our|ours|i|me) .. (issue|problem|case|complaint|trouble|is the|is about|is with|was the|different)
(my|our) (issue|problem|case|complaint|trouble) .. (is|was) .. (the|a|with|about|different|another|invoice)
(different|another|other|unrelated|separate) (issue|problem|matter|question|topic|story|thing)
(happened to|same for) .. (a|an|my) (bloke|guy|friend|colleague|coworker|neighbour|neighbor|lady|man|woman|mate|cousin|person|customer|client)
(read (his|her|their|this)|his thread|her thread|their thread|thread about|article|check out|dm (him|her|them|me)|contact (him|her|them)|recovery|recovered|whatsapp|hacker|expert|link in|telegram)
(should|shouldnt|ought to|everyone|everybody|people|politicians|government|banks|companies|schools) .. (teach|learn|ban|know|boycott|should|stop|regulate|pay)
(serves|cry harder|first world|get over it|calm down|boo hoo|who cares|grow up|poor you|the horror|lol no)
(hate|avoid|never set foot|on principle|never been|never used|never bought|not a customer|dont use|wouldnt touch|switched to|left them)
(as an|i work|we work|we sell|our customers|my shop|working here|employee|my shift|our shift|behind the counter)
(joke|joking|jk|kidding|haha just)
(thank you|thanks|ta|cheers|thx)
`,
    de: `
(laeuft|lief|funktioniert|geht|ging|klappt|klappte|ist|war|gings|gehts|laufen|lief es|alles) .. (wieder|gut|super|prima|einwandfrei|problemlos|bestens|perfekt|alles|top|ohne|tadellos|normal|rund|okay|ok|fein|reibungslos|anstandslos)
(bei) (mir|uns) .. (laeuft|funktioniert|geht|klappt|alles gut|kein|keine|nicht|nie|ging)
(unserer|unsere|meiner|meine|meins) .. (laeuft|funktioniert|geht|kam|tut|haelt)
(nicht|nie|noch nie) .. (probleme|problem|passiert|stress|aerger|gehabt|beschweren|klagen)
(kein|keine|keinerlei|null|ohne) (probleme|problem|aerger|stress|thema|mucken|beschwerden|stoerung)
(bescheid da|anruf genuegt|ein anruf|nach einem anruf|am naechsten tag war)
(bitte|einladung|freu mich|freue mich|bin dabei|komme auch|woanders)
(erledigt|hat sich erledigt|geklaert|geloest|behoben|zurueckgezahlt|zurueckbekommen|erstattet|repariert worden|wieder da|wieder online|alles gut|alles ok|passt wieder|tut wieder|geht wieder|gefunden|angekommen|kam an|kamen an)
in (blau|rot|schwarz|weiss|gelb)
(liebe|lieben|toll|super|klasse|genial|lecker|freue|freuen|begeistert|top|hammer|spitze|geil|schoen|gluecklich|zufrieden|beste|bester|wunderbar|empfehle|empfehlung|frueher da|zwei tage frueher|gerne wieder|mag ich|mein liebling|traum|daumen hoch|lieblings*)
(will|moechte|haette gern|haette gerne|wuensche|wuensch|hoffe|hoffentlich|plane|ueberlege|kaufe mir|bestelle mir|mag)
(hast|habt|ist|war|geht|macht|hat) (du|ihr|jemand|deiner|deine|eurer|eure|das|es) .. (auch|schon|mal|neu)
(welche|welches|welcher|was fuer|wie|wo|wann|wer) (modell|version|baujahr|filiale|hast|habt|ist|genau|lange hast|strecke)
(versuch|probier|probiert|schau|guck|ruf|starte|nimm|musst|solltest|koenntest|geh) .. (mal|doch|einfach|du)
(mein beileid|tut mir leid|gute besserung|viel glueck|drueck die daumen|drueck dir|druecke|das ist ja|oh je|oje|kopf hoch|hoffe die)
(aber|nur|jedoch) .. (mein|meine|bei mir|unser|ich) .. (problem|anliegen|fall|thema|rechnung|anders)
(mein|unser) (problem|anliegen|fall|thema) .. (ist|war|liegt)
(anderes|andere|anderer|was anderes|etwas anderes|ganz anders) (problem|thema|frage|baustelle|fall|sache|geschichte)?
(kollege|kollegin|kollegen|bekannter|bekannte|bekannten|kumpel|freund|freundin|nachbar|nachbarin|schwager|typ|kunde) .. (passiert|ergangen|hatte|hat auch|ging es|gings)
(lest|lies|schreibt ihm|schreibt ihr|schreib ihm|kontaktiert|link|thread|artikel|dank (dr|crypto|ihm|ihr)|crypto|hilfe von|hacker|telegram|whatsapp)
(sollte|sollten|muesste|muessten|gehoert|gehoeren) .. (man|alle|jeder|verboten|politik|banken|firmen|schulen|boykott*)
(heul|heult|mimimi|selbst schuld|selber schuld|stellt euch|stell dich|beruhig|luxusproblem|geh arbeiten)
(nie wieder|noch nie dort|nie dort|nie gekauft|kein kunde|keine kundin|war nie|kauf da nie|gewechselt|aus prinzip)
(ich arbeite|wir arbeiten|als verkaeufer|uns verkaeufern|uns mitarbeitern|als mitarbeiter|meine schicht|unsere kunden|bei uns im laden|als fahrer)
(scherz|spass|ironie|witz)
(danke|dankeschoen|vielen dank|merci)
`,
  },
};
