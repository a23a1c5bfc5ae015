import type { Phrases } from './cues.ts';

/** What bothers and takes nothing away: tone, taste, looks, noise, a queue, minutes. Undone by a failure beside it. */
export const minor: Phrases = {
  cue: 'minor',
  phrases: {
    en: `
(rude|rudest|ruder|rudely|grumpy|grumpily|grumpiest|surly|snappy|snappish|snarky|unfriendly|unfriendliest|unwelcoming|impolite|impatient|condescending|patronising|patronizing|arrogant|dismissive|sulky|moody|bored|abrupt|curt|frosty|sarcastic|offhand|stroppy|snooty|snobbish|smug|haughty|sullen|gruff|brusque)
(sigh|sighed|sighs|sighing|snorted|snort|sniffed|tutted|tutting|smirk|smirked|smirking|sneer|sneered|scoffed|huffed|glared|glare|shushed|eyeroll|muttered|mumbled|giggled|gossiping|gossiped|shrug|frowned|scowled|scowl|barked|yawned)
(rolled|rolling|rolls|roll) .. (eye|eyes)
(bit|snapped|bites|snapping) .. (head|at me|at us)
(no|not a|not one|without a|never|didnt|nobody|doesnt|wouldnt) .. (smile|hello|greeting|greet|greets|greeted|look up|thank you|eye contact|manners|goodbye|say hello|please)
(look|looks|looked|looking) up .. (from|phone|once|screen|at me)
(tone|attitude|manners|demeanour|demeanor|body language|customer friendly|bedside manner)
(laughed|laughing|laughs|stared|staring|talked|talking|spoke|chatting|chatted|chat) .. (at how|at me|at us|at my|over my head|on (his|her|their) phone|down to|to each other|to (his|her|their) (colleague|friend|mate))
(queue|queues|queued|queueing|queuing|queing) = weak
(people|customers|persons|deep) .. (queueing|queue|queuing|in line|in the line|waiting) ... (till|checkout|counter|cashier|register|open)
(one|1|single|two|only) .. (till|checkout|counter|register|cashier|lane|window|desk) .. (open|staffed|manned|working)
long (line|lines|queue|queues)
(too|so|really|very|super|bit|awfully|incredibly|insanely|how|pretty|rather|quite|deafeningly|painfully|unbearably|ridiculously|far) (loud|noisy|bright|dark|dim|hot|warm|cold|chilly|sweet|salty|spicy|bland|dry|greasy|oily|small|tiny|crowded|cramped|narrow|slow|complicated|confusing|fiddly|stiff|soft|hard|thin|strong|long|clunky|bitter|sour|cluttered|heavy)
(louder|noisier|slower|thinner|smaller|uglier|clunkier|blander|pricier|saltier) = weak
(loud|noisy|deafening|blaring|blared|blasting|booming) .. (music|announcement|announcements|speaker|speakers|adverts|ads|playlist)
(music|announcements|playlist|radio|adverts|ads|tannoy|hold music|jingle) .. (loud|louder|so loud|blaring|deafening|again|nonstop|loop|awful|terrible)
(hold music|holding music|muzak|jingle|playlist|soundtrack)
(slow|slooow|sloow|slowest|slowly|sluggish|laggy|lags|lagging|laggs|stutters|stuttering|clunky|fiddly|cumbersome|finicky|unintuitive|cluttered|janky|buffering|buffers|glitchy|flimsy)
(dark mode|light mode|icons|icon|font|fonts|typeface|wallpaper|emoji|emojis|redesign|redesigned|new design|new layout|layout|new look|new logo|ui|ux|color scheme|colour scheme|splash screen|captcha|captchas|cookie banner|cookie banners|autoplay|subtitles|subtitle|captions|pop up|pop ups|popup|popups|autocorrect|push notifications|notifications|tooltip|carousel)
(extra|more|many|six|five|four|three|ten|too many|another) (click|clicks|tap|taps|menus|steps|swipes)
(ad|ads|advert|adverts|commercials|adverts|newsletter|newsletters|spam|spammy|promo|promos|unsubscribe|unsubscribed|unsubscribing|mailing list|marketing emails|surveys|survey|upsell|upselling|nagging|nags|reminders to rate|rate the app|rate us)
(taste|tastes|tasted|tasteless|bland|soggy|stale|gluey|chewy|rubbery|lukewarm|tepid|overcooked|undercooked|burnt|watery|greasy|mushy|floppy|limp|crumbly|flavourless|flavorless|unseasoned|oversalted|dry as|stodgy|congealed|tough as|flat)
(food|soup|pizza|coffee|chips|fries|curry|meal|burger|tea|steak|pasta|breakfast|dinner|lunch|rice|toast|bread|plate|noodles|starter|dish|latte) .. (cold|lukewarm|late|tepid|small|burnt|dry|soggy|limp|hard|bland|stone cold|tasteless|greasy|raw|floppy|sad|tired|wrong temperature)
(cold|lukewarm|stone cold|soggy|sad|tired|burnt|limp|dry|stale) (food|soup|pizza|coffee|chips|fries|curry|meal|burger|tea|steak|pasta|breakfast|dinner|lunch|rice|toast|bread|fish|eggs)
(portion|portions|serving size|helping|helpings|seasoning|garnish)
(plastic|packaging|wrapping|packing|overpackaged|bubble wrap|polystyrene|cellophane|sachets|cardboard) = weak
(smell|smells|smelled|smelly|smelling|smelt|stink|stinks|stinking|stank|reek|reeks|reeked|stench|musty|whiff|pong|odour|odor|stuffy|grubby|sticky|grimy|dusty|scruffy|shabby|tatty|dingy|dated|draughty|drafty|mouldy smell|crumbs|scratchy|itchy)
(squeak|squeaks|squeaky|squeaking|creak|creaks|creaky|creaking|wobble|wobbles|wobbly|rattly|rattles|gurgles|hums|humming|whines|whirring|beeps|beeping|clicks|clicking|jams a bit|catches|pinches|digs in|fluff|bobbles|bobbly|pilling|frizz|clumpy|sheds)
(crowded|jam packed|packed like|crammed|rammed|overcrowded|sardines|cattle truck|cramped|no legroom|legroom|leg room|knees|squashed|squeezed|standing room|armrest|seat next to|next to the (loo|toilet|toilets|lift|bins|kitchen))
<n> (min|mins|minute|minutes|m) .. (late|behind|delay|delayed|wait|queue|past|longer|overdue|in line|on hold|to|for)
(a few|few|some|several|couple of|twenty|half an|half|three quarters of an|quarter of an) (minutes|mins|min|hour|seconds) .. (late|behind|delay|wait|past|after|longer|in line|for a)
(quarter|half) .. hour .. (late|behind|past|wait|for)
(half an hour|quarter of an hour|twenty minutes|ten minutes|five minutes|fifteen minutes|thirty minutes|forty minutes|fifty minutes|an hour) .. (late|for a|for one|for the|between|past|after|before|behind|wait)
(waited|waiting|waits|wait|took|queue|queued|queueing|kept me waiting|sat) .. (min|mins|minute|minutes|half an hour|quarter of an hour|seconds) 
(a day|one day) .. late(r)?
(late|slow|rude|dirty|dull|boring|ugly|cold|warm|annoying) but
(annoying|irritating|irksome|tedious|boring|dull|ugly|hideous|tacky|gaudy|garish|silly|cheesy|cringe|pointless|baffling|naff|meh|mediocre|underwhelming|overrated|so so|uninspired|unimpressive|disappointing|sloppy|feeble|weak sauce|tired looking)
(small|minor|little|tiny|slight|petty|mini|silly) (thing|things|moan|gripe|complaint|niggle|issue|matter|grumble|point|annoyance|nitpick|quibble|note|detail|bugbear|rant|detail)
(nitpick|nitpicking|niggle|niggles|gripe|pet peeve|bugbear|quibble|first world problem|first world problems)
(only|one) (downside|gripe|niggle|minus|quibble|criticism)
(greeter|barista|waiter|waitress|hostess|receptionist|cashier|teller|bartender|usher|shop assistant|sales assistant|assistant) .. (rude|grumpy|ignored|sighed|bored|looked|rolled|laughed|shouted|acted|was|couldnt|didnt|wouldnt|snapped|chatting|talking)
(reading|reads|read) .. script
(mispronounce|mispronounces|mispronounced|misspelled|misspelt|misspells|spelled wrong|spelt wrong|typo|typos)
(wifi|wi fi) .. (train|bus|coach|plane|hotel|room|lobby|airport|cafe|onboard|on board|flaky|patchy|slow)
(air con|aircon|air conditioning|ac|a c) .. (cold|freezing|arctic|hot|warm|loud|noisy|too|on|off|broken|blasting)
(tap water|table water|bread basket|napkin|napkins|ketchup|sauce|cutlery|lemon|straw|straws|stickers|sticker|menu card|toothpick|dip|dressing)
(seat|seats|bench|bed|mattress|pillow|pillows|towel|towels|chair|blanket) .. (hard|uncomfortable|thin|lumpy|scratchy|sticky|dirty|tiny|narrow|wet|soft|squeaks)
(short|curt|snippy|rude|off|sharp|cross|less than friendly|snotty) with (me|us|him|her|my)
(called|calls|calling) me (love|darling|sweetheart|honey|dear|mate|madam|young man|young lady|grandpa|sweetie|buddy)
(say|said|says|saying) (hello|good morning|hi|thank you|thanks|goodbye|sorry) .. (back)?
(hello|good morning|good day|greetings) back
(eye roll|eyerolls|eye rolls|raised eyebrow|pointed finger|cold shoulder|dirty look|dirty looks|death stare|side eye|huff|grunt|grunted|shrug of)
(finished|texting|scrolling|was|were|on|spent) .. (phone call|on his phone|on her phone|on their phone|on the phone first|on instagram|on tiktok)
(looked|looks|look|staring) at (me|us) (like|as if|as though)
(waited|waiting|wait|took|takes) .. (ages|forever|age) .. (bill|drinks|menu|table|waiter|coffee|starter|starters|mains|dessert|till|lift|page|load|seat)
(seconds|second) .. (to|for|until|before) .. (open|load|start|connect|respond|boot|wake)
(needs|takes|took) so long to (load|open|start|boot)
(signing|signs|logs|logging|signed|logged) (me|us) out
(skip|skipping) (the)? (intro|ad|ads|cutscene|credits|recap)
(traffic lights|bicycles|crosswalks|fire hydrants|robot check|prove im human)
(catalogue|catalogues|catalog|catalogs|leaflets|flyers|brochures|junk mail|cold calls|cold calling|sales calls|sales call|telemarketing|rings me|rang me|calls me) .. (every|again|dinner|sell|sells|evening|keep|coming|more|daily)?
(shade|shades|colour|color|hue|blue|brown) .. (off|different from|not quite|than the photo|than pictured|on screen)
(spell check|spellcheck|autofill|keyboard shortcut|shortcut|search bar|filters|filter|sort order|sorting|scrolling|scroll bar|menu bar|home screen|dashboard|greys out|theme|default setting|defaults|skins|avatar|animations|loading screen|splash)
(cable|cord|lead|flex|strap|sleeves|handle) .. (short|long|thumb|stubby|tiny)
(lost|loses|missing) a (button|bead|sequin|label|sticker)
(seated|sat|served|called in|seen) .. (late|after <n>|<n> minutes|half an hour|an hour later|at)
(trolley|buffet|minibar|vending machine|coffee machine|water cooler|snack|snacks)
(sideways|upside down|wrong way round|blurry|pixelated|grainy|out of tune|crackly|out of sync|faded label)
(eat|ate|served|given|handed|put) .. (lettuce|tray|plate|counter|straw|cup|bag) .. 
(warmer|better|friendlier) (welcome|welcomes|reception|service) .. (from|at|than)
(portal|website|site|app|page|menu|form) .. (clunky|maze|labyrinth|confusing|slow|slooow|crawl|crawls|takes|needs|spins|hides|hidden)
(music|noise|building site|construction|traffic|bin lorry|bottle bank|barking|drilling|lawnmower|leaf blower|church bells|karaoke|nightclub|disco|alarm clock|ice machine|street noise|jackhammer)
(view|sea view|seaview|balcony|garden view) .. (of|onto|car park|wall|bins|brick|nothing|if you)
(once|used to be) .. (worth|great|good|proper|lovely|generous|crisp|charming) .. (now|anymore|last|yesterday)?
(not|no|never) .. (smile|smiles|chocolate|what i pictured|what i imagined|what youd call|as nice|as good|the best)
(is it nice|was it nice|was it good|is it good|is it any good|enjoy it|did i enjoy) ?
(shuffling|shuffled|elbow|elbows|herded|cattle|stairwell) .. 
(uncomfortable|uncomfy|lumpy|unflattering|shapeless)
(cents|cent|pence|5p|10p|20p) 
(hair dryer|hairdryer|hand dryer|hand dryers|soap|toilet paper|loo roll|lockers|changing room|changing rooms|playlist|mirrors)
(i|we) .. (live with it|get over it|survive|cope|manage|laugh about it)
(not a fan|not the end of the world|could be worse|no big deal|nothing dramatic|nothing serious|hardly tragic|life goes on|wont die of it|still grumpy|otherwise fine|otherwise great|otherwise good|otherwise lovely|apart from that|other than that|everything else)
(not|isnt|wasnt|hardly|never|arent|werent) .. (friendly|polite|nice|warm|cosy|charming|comfortable|tasty|appetising|pretty|elegant|inspired|spicy|crispy|fresh|tender|quiet|welcoming|fun|piping hot|hot enough)
(is it|does it|do they|did they) (store|company|house|official)? (policy) (to|that)
`,
    de: `
(unfreundlich*|pampig*|patzig*|pampt|schnippisch*|schroff*|muerrisch*|genervt*|grantig*|zwider*|mufflig*|muffig*|unhoeflich*|barsch*|ruppig*|arrogant*|herablassend*|ueberheblich*|von oben herab|schlecht gelaunt*|mies gelaunt*|launisch*|gelangweilt*|abweisend*|kurz angebunden|desinteressiert*|hochnaesig*|frech|motzig*|brummig*|zickig*|lieblos*|flapsig*)
(angeraunzt|angeschnauzt|angeblafft|angemotzt|angepflaumt|angefahren|angemault|angemeckert|angezickt|angebruellt|angepampt|anraunzen|gemault|gemotzt|geseufzt|seufzt|seufzte|gegrinst|grinste|gelacht|geduzt|belaechelt|geschnaubt|schnaubt|schnauben|getratscht|getuschelt|geraunzt|geblafft|abgefertigt|abgekanzelt|zusammengestaucht|genuschelt)
(augen|auge) (verdreht|rollen|gerollt|verdrehen|rollte|verdrehte)
augenrollen
(kein|keine|keinen|ohne|nicht einmal|nichtmal|weder|nie ein) .. (laecheln|gruss|hallo|guten tag|gruessen|augenkontakt|blickkontakt|danke|wort des dankes|begruessung|manieren|anstand|gegruesst|hallo gesagt)
(ton|tonfall|umgangston|manieren|kinderstube|ausdrucksweise|benehmen|wortwahl)
(blick|blicke) .. (bedienung|kellner|verkaeuferin|dame|herr|kassiererin|toeten|haette|dieser)
(schlange|schlangen|warteschlange|anstehen|angestanden|schlangestehen) = weak
(leute|personen|kunden|menschen|zehnt) .. (schlange|vor mir|warten|anstehen)
(eine|nur eine|einzige|1|nur 1|zwei|ein) .. (kasse|kassa|schalter|tuer|toilette|klo|theke|fenster) .. (offen|besetzt|geoeffnet|auf|geht)?
(zu|so|viel zu|echt|sehr|ziemlich|extrem|arg|etwas|bissl|bisschen|recht|wahnsinnig|unglaublich|dermassen|ganz schoen|ordentlich|reichlich) (laut|grell|hell|dunkel|heiss|warm|kalt|kuehl|suess|salzig|scharf|fad|trocken|fettig|klein|voll|eng|langsam|umstaendlich|kompliziert|verwirrend|weich|hart|duenn|spaet|zaeh|muffig|unuebersichtlich|stickig|unbequem|teuer|schmal|lahm|bunt|streng|kitschig|mager|knapp|stark)
(lauter|langsamer|duenner|kleiner|umstaendlicher|haesslicher|unuebersichtlicher|lahmer|kratziger) = weak
(musik|durchsagen|durchsage|ansage|ansagen|radio|playlist|werbung|gedudel|warteschleifenmusik|wartemusik|werbespots|beschallung) .. (laut|lauter|so laut|droehnt|aufgedreht|nervt|dauernd|nonstop|zu laut|doppelt|schon wieder|in dauerschleife)
(warteschleifenmusik|wartemusik|dudelei|gedudel|beschallung|dauerbeschallung|geraeuschkulisse|laermpegel)
(langsam|langsame|langsamer|lahm|lahme|lahmarschig|traege|ruckelt|ruckelig|ruckeln|haengt kurz|zaeh|zaehe|hakt|haken|hakelig|fummelig|umstaendlich|unuebersichtlich|schwammig|wackelig|wackelt|ladekreis|puffert|laggt|laggy|nervig|nervige|nerviges)
(nachtmodus|dunkelmodus|dark mode|icons|symbole|schriftart|schriftgroesse|neues design|neue design|neuen design|redesign|layout|oberflaeche|neues logo|neue optik|optik|captcha|captchas|cookie banner|autoplay|untertitel|popup|popups|pop ups|push nachrichten|benachrichtigungen|menuefuehrung|startbildschirm|farbschema|zwinkersmiley|emojis|autokorrektur)
(mehr|drei|vier|fuenf|sechs|sieben|zehn|tausend|zusaetzlich*) (klicks|klick|mal tippen|mal klicken|schritte|menues|mal wischen)
(werbung|werbungen|werbespot|werbespots|newsletter|werbemails|werbemail|spam|abbestellt|abbestellen|umfrage|umfragen|bewerten sie|bewertet uns|zufriedenheitsumfrage|werbeunterbrechung*|reklame|gewinnspielmails|dauerwerbung)
(schmeckt|schmeckte|schmecken|geschmack|geschmacklos|fad|fade|lasch|labbrig|labberig|matschig|zaeh wie|lauwarm|lauwarme|lauwarmer|lauwarmes|verkocht|versalzen|ungewuerzt|pappig|wuerzlos|verbrannt|angebrannt|trocken|troge|laetschert|durchgeweicht|eingetrocknet|knochentrocken|zerkocht|verwaessert)
(essen|suppe|pizza|kaffee|pommes|schnitzel|tee|burger|fruehstueck|nudeln|braten|knoedel|doener|beilagen|semmel|broetchen|reis|fleisch|gemuese|vorspeise|hauptgang|mittagessen) .. (kalt|eiskalt|lauwarm|trocken|zaeh|hart|fad|versalzen|spaet|verbrannt|labbrig|matschig|spaeter|nach dem)
(kalte|kalter|kaltes|lauwarme|lauwarmer|labbrige|matschige|zaehe|trockene) (essen|suppe|pizza|kaffee|pommes|schnitzel|burger|broetchen|semmel|nudeln)
(portion|portionen|portionsgroesse|beilage|deko)
(verpackung|verpackungen|plastik|folie|verpackt|verpackungsmuell|plastikmuell|umverpackung|styropor|pappe|luftpolster*) = weak
(riecht|riechen|roch|rochen|geruch|gestank|stinkt|stank|stinken|mief|mieft|miefig|gemueffel|muffelt|mueffelt|klebrig|klebt|klebte|kleben|klebten|schmuddelig|schmuddlig|staubig|staub|verstaubt|abgewohnt|abgewetzt|fleckig|kruemel|krumm|kratzt|kratzig|fusselt|flust|fusseln|zwickt|drueckt|zieht rein|zugig|altbacken|in die jahre)
(quietscht|quietschen|knarzt|knarrt|knarzen|gluckert|brummt|surrt|piept|piepst|piepen|rauscht|pfeift|scheppert|eiert|knackt)
(ueberfuellt|gedraengt|eingequetscht|gequetscht|sardinen|oelsardinen|beinfreiheit|knie|stehplatz|stehen muessen|kein sitzplatz|keinen sitzplatz|rappelvoll|proppenvoll|gesteckt voll|gequetscht|neben dem klo|neben der toilette|knallvoll)
<n> (min|minuten|minute|minuetchen) .. (verspaetung|zu spaet|spaeter|verspaetet|gewartet|warten|ueber|drueber|auf|nach|laenger|rum|unpuenktlich|in der|lang)?
(paar|einige|wenige|ein paar|zwanzig|zehn|fuenf|fuenfzehn|dreissig|vierzig) (minuten|min|sekunden) .. (verspaetung|zu spaet|spaeter|verspaetet|gewartet|warten|nach|drueber|stehen|laenger|auf)?
(viertelstunde|halbe stunde|halben stunde|dreiviertelstunde|viertelstuendchen|sekunden)
(warten|gewartet|wartezeit|warte) .. (minuten|min|halbe stunde|viertelstunde|stunde auf)
(einen tag|1 tag|ein tag) (zu spaet|spaeter|verspaetung|verspaetet)
(haesslich*|scheusslich*|kitschig*|geschmacklos*|langweilig*|oede|albern*|peinlich*|laestig*|belanglos*|durchschnittlich*|mittelmaessig*|naja|na ja|geht so|ausbaufaehig|verbesserungswuerdig|enttaeuschend*|lieblos*|uninspiriert*|einfallslos*|nervt|nerven)
(kleiner|kleine|kleines|winzige|minimaler) (kritik|kritikpunkt|makel|manko|minuspunkt|wermutstropfen|haken|detail|schoenheitsfehler|anmerkung|hinweis|anregung|meckern|abzug|stoerfaktor|punktabzug)
(kleinigkeit|kleinigkeiten|wermutstropfen|schoenheitsfehler|jammern auf hohem niveau|meckern auf hohem niveau|luxusproblem|luxusprobleme|minuspunkt|punktabzug|abzug|manko|anregung|bitte fuer naechstes mal|klitzeklein*)
(kellner|kellnerin|bedienung|kassiererin|kassierin|kassierer|verkaeuferin|verkaeufer|schalter|empfang|rezeption|busfahrer|schaffner|kassa|trainer|trainerin|coiffeuse|friseurin|dame|beamtin) .. (unfreundlich|grantig|genervt|ignoriert|geseufzt|gelangweilt|telefoniert|gegrinst|quatscht|tratscht|angeschnauzt|gelacht|kein|keine|wort)
(falsch geschrieben|falsch ausgesprochen|tippfehler|rechtschreibfehler|nennt mich|genannt)
(wlan|wifi) .. (zug|bus|flieger|hotel|zimmer|bord|ice|lobby|abteil|fernzug|langsam|lahm)
(klimaanlage|klima|lueftung) .. (winter|kalt|eiskalt|heiss|laut|zu|aus|kaputt|auf|defekt|laeuft)
(leitungswasser|brotkorb|serviette|servietten|ketchup|sauce|sosse|besteck|zitronenscheibe|strohhalm|aufkleber|gedeck|trinkgeld|dip)
(sitz|sitze|bank|bett|matratze|kissen|handtuch|handtuecher|stuhl|armlehne|sessel|decke) .. (hart|unbequem|duenn|durchgelegen|klebrig|dreckig|schmal|nass|weich|quietscht|klebte|kratzt|feucht)
(unbequem*|ungemuetlich*|lieblos)
(nicht|wenig|kaum) .. (geduldig|freundlich|hilfsbereit|zuvorkommend|gruessen|gegruesst|charmant|aufmerksam)
(guten morgen|guten tag|gruess gott|servus|moin|hallo|bitte|danke) .. (sagen|zu sagen|gesagt|zurueck|kosten|gekostet)
(musste|muss|musst|mussten|darf|durfte) .. (ampeln|zebrastreifen|captcha|fahrraeder|hydranten|roboter)
(ampeln|zebrastreifen|hydranten) .. (anklicken|klicken|geklickt|immer)
(laedt|laed|braucht|oeffnet|dauert) .. (so lang|so lange|ewig|sekunden|ewigkeiten|eine ewigkeit|lange|laenger)
(menue|menu|filter|suche|suchfunktion|sortierung|startseite|knopf|button|einstellung|einstellungen|tastenkombination|ansicht|kacheln|profilbild|animation|ladebildschirm) .. (verschoben|versteckt|umstaendlich|anders|weg|neu|fehlt|langsam|umgebaut|nervt|unauffindbar)
(kataloge|katalog|prospekte|prospekt|flyer|werbeanrufe|werbepost|black weekend|black friday|aktionsmails|werbesendung|postwurf) 
(tippen|wischen|klicken|scrollen|einloggen) .. (jedes mal|staendig|immer|neu|mal um|dauernd)
(jedes mal|jedes einzelne mal|staendig|immer wieder) .. (neu einloggen|anmelden|einloggen|untertitel|neu einstellen|abmelden)
(quer|verkehrt herum|auf dem kopf|kopfstehend|verpixelt|unscharf|koernig|blechern|uebersteuert|asynchron|in pixeln|pixelig)
(kabel|netzteilkabel|ladekabel|schnur|traeger|aermel) .. (kurz|cm|lang|steckdose)
(aussicht|ausblick|blick|seeblick|meerblick|balkon) .. (auf|fernglas|parkplatz|muelltonnen|mauer|wand|klo)
(baustelle|grossbaustelle|strassenlaerm|laerm|laubblaeser|rasenmaeher*|glockenlaeuten|karaoke|disco|presslufthammer|glascontainer|bohrmaschine|getrampel|eismaschine|lueftungsgeraeusch)
(krumelt|kruemelt|broeselt|schmiert|verwischt|fusselt|haart|glitscht|knittert|ausgeleiert)
(hingeknallt|hingeworfen|hingepfeffert|entgegengeschleudert|augenrollen|achselzucken|schulterzucken|naserumpfen|schief angeschaut|angestarrt|gemustert|behandelt als|behandelt wie|vor allen leuten)
(anleitung|montageanleitung|bedienungsanleitung|gebrauchsanweisung|handbuch|kleingedruckt*|qr code) .. (bilder|text|seiten|fehlt|chinesisch|unverstaendlich|kein|winzig|login)?
(kassenautomat|automat|parkautomat) .. (nur muenzen|nur bargeld|nur karte|kein wechselgeld|wechselt nicht|kein kleingeld)
(dreck|schmutz|krumen|fussabdruecke|fussspuren) .. (flur|hinterlassen|hinterliess|teppich|boden)
(wartezeit|warten|gewartet|gesessen|warte) .. (trotz termin|wartezimmer|ewig|ewigkeit|zwei stunden|eine stunde|h <n>|auf die karte|auf die rechnung|aufs essen|aufs bier)
(sauber|heiss|warm|frisch|knusprig|freundlich|leise|ruhig|schnell) (ist|war|geht|waer|waere) (anders|was anderes|da nix|da nichts|nicht|es nicht)
(war|ist) .. (gut|lecker|schoen|sauber|freundlich|schmeckts) ? (nein|naa|nee|noe)
(kuschelige|frische|gefuehlte|lauschige|nur|gerade mal) <n> grad
(schmeckts|schmeckt das|riechts|gemuetlich) 
(voll|eng|muffig|spaet|laut|kalt|langsam|zaeh) , (voll|eng|muffig|spaet|laut|kalt|langsam|etwas|und)
(jeden|jeder) (tag|abend|morgen) .. (minuten|min|spaeter|verspaetung)
(taeglich|jeden tag) .. <n> (min|minuten)
<n> (min|minuten) .. (taeglich|jeden tag|wieder|schon wieder|immer)
(cent|rappen|cents)
(foehn|seife|klopapier|toilettenpapier|spinde|umkleide|umkleiden|duschkopf|kleiderhaken|parkplatz|parkplaetze)
(kann|koennen|werd|werde|laesst sich) .. (damit leben|ueberleben|verschmerzen|drueber lachen|aushalten)
(haltbar|kein weltuntergang|kein drama|halb so wild|nicht schlimm|nix dramatisches|gibt schlimmeres|sonst alles|ansonsten|sonst top|sonst super|sonst prima|rest war|uebrigen)
(nicht|nie|kaum|wenig|gar nicht|ned) .. (freundlich|hoeflich|nett|herzlich|gemuetlich|bequem|lecker|schoen|knusprig|frisch|zart|ruhig|einladend|begeistert|warm genug|puenktlich)
(frueher|damals|einst|voriges jahr|letztes jahr|unter der alten|unter dem alten) .. (besser|fester|groesser|leckerer|dicker|schoener|freundlicher|gast|mehr)
`,
  },
};
