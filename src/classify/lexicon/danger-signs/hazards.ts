import type { Phrases } from '../cues.ts';

/** What things do that hurts: heat, fire, current, gas, failing brakes, breaking frames, foreign matter in food. */
export const hazards: Phrases = {
  cue: 'sign',
  phrases: {
    en: `
(explod*|shatter*|detonat*|combust*) = explode
(electrocut*) = shock
(overheat*|scorching*) = heat
(smoulder*|smolder*) = smoke
(flew (apart|off|to bits|to pieces)|came out of the wall|off the wall|ripped out of|pulled out of the wall|came through the (door|ceiling|floor|window|roof)|fell through|went through the (ice|floor|glass|window)|caved in|gave out|sheared off|snapped clean|snapped in (two|half)|split in (two|half)|folded (under|up|on)|closed on (my|his|her|a|the)|shut on (my|his|her|a|the)|crushed (my|his|her|a)|trapped (my|his|her|a) (hand|finger|fingers|arm|leg|foot|head)|sensor (didnt|did not|failed|ignored)|emergency stop|e stop|kill switch|wouldnt (turn off|switch off|shut off|stop)|wont (turn off|switch off|shut off|stop)|keeps (running|going|spinning) (after|even)|kept (running|going|spinning)|(turns|turned|switches|switched|starts|started) (itself on|on by itself|on its own|up by itself|by itself)|not bolted|not screwed|no bolts|bolts (missing|loose|snapped|sheared)|nuts (missing|loose)|wheel nuts|loose bolts|finger tight|not tightened|never tightened|cross threaded|frayed|fraying|rusted through|corroded|rotted|rotten|brake fluid|no pedal|pedal (went|sank|dropped|hit)|cut out (on|at|in|while|doing)|lost (power|all power) (on|at|in|while|doing)|stalled (on|in the)) = breaks
(steam burn|hot (oil|fat|water|soup|coffee|tea) (over|on|all|down|in)|boiling (water|oil|soup) (over|on|all|down)|discoloured|discolored|browned|warped|casing (melted|warped|split|cracked|hot)|plug (melted|hot|brown|burnt|scorched)|socket (melted|hot|brown|burnt|black|scorched)|smouldered|caught on fire|chip pan|grease fire|house filled|room filled|smoke inhalation|inhaled smoke|inhaling|thick smoke|black smoke|white smoke|acrid|soot on|black marks|wiring (melted|burnt|hot)|cable (melted|burnt|hot|frayed)|thermal runaway|vented|venting|fireball|blowtorch|like a firework|like a torch|like a bomb|like a gunshot|like a shot) = burnt
(fire|flame|flames|flaming|ablaze|blaze|blazing|alight|ignite|ignited|ignites|igniting|inferno|burning|caught light|catch light|catches light|went up like|going up like) = fire
((caught|catch|catches|catching|on|took) fire|burst into flames|in flames|up in flames|shot flames|flames (from|out|came|shot|coming|inside)|set (itself|the|our|my) .. (alight|on fire|fire)|started (burning|to burn)|began (burning|to burn)|began to (smoke|smoulder|glow)|fire (brigade|service|crew|engine|fighters|alarm)|firefighters|house fire|put (it|the fire|the flames) out|extinguisher) = fire_frame
(smoke|smoking|smoked|smoky|smouldering|smoldering|smoulder|smouldered|fumes|smoulders) = smoke
(smoke (from|out|came|coming|pouring|billowing|rising|started|in|filled)|started (smoking|to smoke)|(wisp|plume|cloud|puff|full|filled) (of|with) .. smoke|is smoking|was smoking|begins to smoke|smoke detector) = smoke_frame
(burnt|burned|burns|burn|scorched|scorch|scorching|singed|singeing|charred|blackened|soot|sooty|embers|brown ring|brown mark|scorch mark|scorch marks|burn mark|burn marks|burn hole|burnt through|burned through) = burnt
(melt|melts|melted|melting|molten|dripping plastic|plastic .. dripping|fused to|welded itself) = melt
(spark|sparks|sparked|sparking|arcing|arced|crackling|crackles|crackle|crackled|buzzing|fizzing|hissing|hissed|sizzling|blue flash|white flash|bright flash|flash of light|short circuit|short circuited|shorted|tripped the fuse|trips the fuse|fuse box|tripping the breaker|trips the breaker) = spark
(overheat|overheats|overheated|overheating|red hot|glowing|glowed|too hot to (touch|hold)|boiling hot|scalding|searing|so hot|roasting hot|gets hot|got hot|getting hot|burning hot|very hot|extremely hot|hot to the touch|white hot|piping hot|blistering|cooking itself) = heat
(smell|smells|smelled|smelt|smelling|stink|stinks|stank|reek|reeks|reeked|stench|whiff|acrid|fishy smell) = smell
((smell|smells|smelled|smelt|smelling|stink|stinks|stank|reek|reeks|whiff|stench) .. (burning|burnt|burned|gas|plastic|smoke|chemical|rubber|petrol|fuel|chlorine|melting|singed|solvent)|burning (smell|plastic|rubber|odour)|gas smell|burnt smell) = smell_frame
(gas leak|gas leaks|leaking gas|gas escaping|smell of gas|smells of gas|gas smell|smell gas|smelled gas|smelt gas|hissing gas|gas main|gas meter|gas hob|gas cooker|gas tap|gas pipe|gas line|gas bottle|gas cylinder|carbon monoxide|monoxide|co alarm|co detector|co monitor|co sensor|co levels|co reading|gas alarm|flue|propane) = gas
(explode|explodes|exploded|exploding|explosion|blew up|blows up|blow up|blown up|blew (off|out|apart|open|its)|burst|bursts|bursting|ruptured|detonated|detonate|went bang|with a bang|loud bang|massive bang|huge bang|big bang|popped|shattered|shatters|shattering|shatter|imploded|backfired|went off in|lid flew|lid shot|shrapnel|blown (off|out|clean)|flew (off|apart|across|out)|shot (out|off|up|across|through)) = explode
(electric shock|electrical shock|electrocuted|electrocution|electrocute|shock|shocks|shocked me|jolt|jolted|zap|zapped|zaps|tingle|tingling|tingles|live (wire|wires|cable|cables|parts|metal|terminal|terminals|mains)|exposed (wire|wires|wiring|cable|cables|contacts|terminals|copper)|bare (wire|wires|cable|copper)|mains voltage|230v|240v|230 volts|240 volts|wiring|not earthed|no earth|earth wire|current through|threw me (against|across|back)|knocked me (back|off|across|against|over)) = shock
((got|gave|gives|get|getting|give|gotten|received|feel|felt) .. (shock|shocks|jolt|zap|tingle)) = shock_frame
(swollen|swelled|swelling|swell|swells|bulge|bulging|bulged|bulges|bloated|ballooned|ballooning|puffed up|puffy|leaking acid|battery acid|leaking battery|leaked acid|leaks acid) = swell
(brake|brakes|braking|braked|steering|accelerator|throttle|gas pedal|brake pedal|handbrake|hand brake|parking brake|brake lever|brake cable|brake line|steering wheel|handlebar|handlebars|airbag|airbags|seatbelt|seat belt|wheel|wheels|tyre|tyres|tire|axle|suspension|wheel nuts|wheel bolts|lug nuts|fork|forks|stem|crank|pedal) = controls
((brake|brakes|steering|accelerator|throttle|pedal|handbrake|lever) ... (nothing|failed|fail|fails|floor|locked|lock|stuck|sticks|jammed|gone|dead|useless|snapped|gave|soft|spongy|grinding|stopped|ignored|no response|faded|went|seized|came off|broke)|(no|without|lost) (brakes|steering|braking)|wheel .. (came|fell|flew|rolled|detached|worked|collapsed|off)|(tyre|tire) .. (burst|blew|exploded|shredded|blow out|blowout|delaminated)|blowout|(fork|handlebar|handlebars|stem|frame|crank|axle|saddle|seatpost|pedal) .. (snapped|broke|cracked|sheared|gave|collapsed|came off|failed|split)|(accelerated|accelerating|braked|brakes|braking|sped up|drove off|rolled|reversed|took off|swerved|steered|lurched|moved) (by itself|on its own|by its own|itself|away|suddenly|into|towards|without)|wont (stop|slow|brake)|wouldnt (stop|slow|brake)|didnt (stop|slow|brake)|couldnt (stop|brake|steer)|cant (stop|brake|steer)|phantom braking|emergency brake|airbag .. (went|deployed|didnt|did not|never|off|failed)|airbags .. (went|deployed|didnt|did not|never|failed)|seatbelt .. (failed|snapped|came|unlatched|opened|unclipped)|seat belt .. (failed|snapped|came|unlatched|opened|unclipped)|lost control) = controls_frame
(motorway|highway|freeway|dual carriageway|a road|slip road|roundabout|junction|crossing|downhill|at speed|mph|kmh|kph|km h|oncoming|oncoming traffic|hard shoulder|overtaking|fast lane|crash barrier|traffic|ditch|kerb|cornering|hairpin|level crossing|rails|tracks|railway|platform edge|runway|crashed into|near miss|nearly hit|nearly crashed|almost crashed|swerve|swerved|lorry|truck) = road
(snapped|snaps|snap|gave way|gives way|giving way|came (off|away|apart|loose|down|undone|crashing)|comes (off|away|apart|loose)|coming (off|away|loose)|broke (off|in half|in two|clean|apart|under|loose)|fell (off|apart|down|out|from)|falls (off|apart|down|out)|falling (off|down|apart)|collapsed|collapses|collapsing|collapse|sheared|ripped|tore|split|cracked|cracks|toppled|tipped over|tipped|tips over|tipping|folded|buckled|crumbled|dropped|detached|dislodged|unhooked|worked loose|loose|wobbles|rotten|rusted through|hanging (by|off|down|out)|slipped|slid|plunged|plummeted|rolled away) = breaks
(ladder|stepladder|rung|harness|carabiner|karabiner|rope|climbing|belay|scaffold|scaffolding|stairlift|stair lift|stairs|staircase|step|steps|balcony|railing|rail|handrail|banister|ceiling|roof|roof tile|tile|tiles|wall bed|bunk|bunk bed|shelf|bookcase|wardrobe|cabinet|chest of drawers|chair|stool|bench|swing|hammock|trampoline|treadmill|barbell|rack|cable machine|pull up bar|resistance band|exercise|lift|elevator|escalator|gate|shutter|garage door|barrier|roller door|hoist|ride|rollercoaster|zipline|zip line|ski|binding|bindings|chairlift|gondola|bridge|manhole|grate|floorboard|floor|window|windowpane|pane|chandelier|lamp|sign|tree|branch|mirror|glass door|shower screen|shower door|shower|toilet seat|crutch|crutches|walker|rollator|wheelchair|mobility scooter|scooter|e scooter|ebike|bike|bicycle|helmet|knife|blade|blender|mandoline|mower|lawnmower|trimmer|chainsaw|saw|drill|nail gun|grinder|heels|heel|boat|kayak|life jacket|dinghy|pedalo) = carrier
(charger|charging|charge|battery|batteries|power bank|powerbank|power pack|plug|socket|adapter|adaptor|cable|lead|kettle|toaster|microwave|oven|hob|cooker|stove|fryer|air fryer|airfryer|dishwasher|washer|washing machine|dryer|tumble dryer|fridge|freezer|heater|fan heater|radiator|boiler|blanket|electric blanket|heat pad|heating pad|hot water bottle|hairdryer|hair dryer|straightener|straighteners|curling|iron|lamp|light|bulb|extension|extension lead|power strip|meter|fuse|inverter|solar|panel|wallbox|laptop|phone|tablet|watch|smartwatch|earbud|earbuds|headphones|headset|hoverboard|vape|e cig|candle|barbecue|bbq|grill|firepit|fire pit|pressure cooker|instant pot|coffee machine|espresso|mixer|thermostat|humidifier|monitor|baby monitor|tv|television|router|console|controller|toy|engine|bonnet|exhaust|motor|appliance|device|unit|thermos|bottle|jar|can|aerosol|deodorant|spray|fan|vacuum|hoover|robot|drone|shaver|razor|toothbrush|massager|fairy lights|christmas lights|night light|pan|saucepan|cookware|pot|tent|stroller|pram|duvet|curtains|carpet|mattress|sofa|wall socket|power supply|transformer|switch|garage|hall|kitchen|bedroom) = device
`,
    de: `
(brennend*|lichterloh*|stichflamm*|feuerlosch*|feuerloesch*|braende|kokel*) = fire
(qualm*|rauchwolk*|rauchschwad*|russ*|verqualm*) = smoke
(schmor*|verschmor*|verkohl*|versengt*|angesengt*|angekokel*) = burnt
(schmelz*|geschmolz*|schmolz*|verschmolz*) = melt
(explodier*|zerplatz*|zersprung*|zerberst*|geplatz*|zersplitter*|verpuff*) = explode
(stromschlaeg*|gebritzel*|bitzel*|elektrisier*|elektrisch* geladen) = shock
(blaeh*|aufgeblaeh*|aufgequoll*) = swell
(ueberhitz*|gluehend*|kochendheiss*|siedend*) = heat
(*bruch|abgebroch*|gebroch*|durchgebroch*|weggebroch*|eingebroch*|zusammengebroch*|eingestuerz*|herabstuerz*|herabfall*|abgestuerz*|umgestuerz*|losgerissen|abgeriss*|ausgeriss*) = breaks
(*akkus|*netzteil|*stecker|*steckdose|*lampe|*leuchte|*heizung|*ofen|*herd|*kocher|*luefter|*decke|*kissen|*maschine|*trockner|*geraet) = device
(*leiter|*treppe|*gelaender|*balkon|*stuhl|*sessel|*regal|*schrank|*schaukel|*rutsche|*aufzug|*lift|*tuer|*tor|*rad|*bike|*roller|*helm|*haken|*seil|*dach) = carrier
(auseinandergeflogen|auseinandergebrochen|auseinandergefallen|auseinander (geflogen|gebrochen|gefallen)|durchgekracht|durchgebrochen|abgeknickt|weggeknickt|zusammengekracht|eingekracht|umgeklappt|runtergesaust|runtergerauscht|abgesackt|durchgerutscht|durchgefallen|aus der (wand|decke|verankerung|fuehrung|halterung)|von der (wand|decke)|runter(gekommen)|herabgestuerzt|herabgefallene|betonteil|putzbrocken|brocken|dachlawine|klemmt (die|den|das) .. ein|quetscht|zugefallen|zugeknallt|zugeschlagen|schliesst .. (trotz|obwohl|auf)|lichtschranke|notstopp|notaus|not aus|reagiert nicht auf|laeuft (einfach )?weiter|lief (einfach )?weiter|ging von (selbst|allein|alleine|selber) (an|los)|geht von (selbst|allein|alleine|selber) (an|los)|schaltet sich (selbst|von selbst|selber|nachts) ein|startet von selbst|liess sich nicht (abschalten|ausschalten|stoppen)|laesst sich nicht (abschalten|ausschalten|stoppen)|kettensprung|kette gerissen|seil gerissen|haken (gerissen|gebrochen|ausgerissen)|rueckschlag|standsicher*|nicht befestigt|nicht verschraubt|nicht gesichert|ungesichert|schrauben (fehlten|fehlen|lose|locker)|muttern (fehlten|lose|locker)|radmuttern|bremsfluessigkeit|bremsen (weg|los)|druckpunkt) = breaks
(waermt nicht mehr ab|(wird|wurde|ist|war) .. (heiss|gluehend|kochend)|gluehte|glueht rot|rotgluehend|rot geglueht|finger verbrannt|daran verbrannt|hitzestau|dampft aus|dampf schiesst|heisser dampf|heisses wasser|heisses oel|heisses fett|<n> grad heiss|verfaerbt|braun verfaerbt|schwarz verfaerbt|stecker (geschmolzen|braun|heiss)|steckdose (heiss|schwarz|braun|verschmort)|gehaeuse (verformt|geschmolzen|heiss)|verformt|verbogen durch hitze|qualmender|rauchender|schwelt|schwelte|geschwelt|lichtbogen|durchgeschmort|abgeraucht|durchgeknallt|verpufft|fettbrand|brannte lichterloh|hat gezuendet|brandschaden|russflecken|russspuren|feuermelder|brandmelder|rauchgasvergiftung|rauchvergiftung|rauchgas) = burnt
(feuer|flamme|flammen|brennt|brennen|brannte|brannten|gebrannt|brennend|lichterloh|entzuendet|entzuendete|entflammt|entflammte|feuerball|stichflamme|abgefackelt|abgebrannt|ausgebrannt|loderte|lodern|zuendete|verbrannt|brennender|ein brand|den brand|der brand|zum brand|brand (in|im|ausgebrochen|geloescht)|brandherd|(bett|teppich|vorhang|sofa|tisch|boden|wand) brennt|lodert|feuersbrunst|hell entflammt) = fire
(feuer (gefangen|fing|faengt|kam|aus)|(fing|faengt|fangen) .. feuer|in (flammen|brand)|flammen (aus|kamen|geschlagen|schlugen|schossen)|flammen .. geschlagen|hat (gebrannt|gekokelt|gequalmt|geraucht|angefangen zu brennen)|haben gebrannt|zu (brennen|qualmen|rauchen|schmoren|kokeln)|angefangen zu|feuerwehr|feuerloescher|geloescht|loeschen|loeschdecke|brandgeruch|wohnungsbrand|kabelbrand|zimmerbrand|kuechenbrand|kellerbrand|schwelbrand|stichflamme|durchgebrannt) = fire_frame
(rauch|qualm|qualmt|qualmte|qualmen|gequalmt|rauchte|raucht|geraucht|rauchend|rauchwolke|rauchschwaden|dampft|russ|russig|verrusst|rauchmelder|rauchentwicklung) = smoke
(rauch .. (aus|kam|kommt|stieg|steigt|quoll|voller)|(voller|voll) (rauch|qualm)|steigt rauch|stieg rauch|kam .. (rauch|qualm)|kommt .. (rauch|qualm)|quoll|es (qualmt|raucht|qualmte|rauchte)) = smoke_frame
(angekokelt|verkokelt|kokelt|kokelte|gekokelt|verschmort|schmort|schmorte|schmorten|schmorfleck|angeschmort|durchgeschmort|verkohlt|angesengt|versengt|gesengt|brandfleck|brandflecken|brandloch|brandloecher|brandspur|brandspuren|brandstelle|schmauch|schwarzer fleck|schwarze flecken|brauner rand|braune stelle|braune flecken) = burnt
(geschmolzen|schmilzt|schmolz|schmelzen|geschmolzene|geschmolzenes|geschmolzener|zerschmolzen|verschmolzen|klumpen plastik|plastik tropft|tropfte plastik|durchgeschmolzen) = melt
(funken|funkt|funkte|gefunkt|funkenflug|funkensprueh*|spruehte|spruehten|spruehen|sprueht|knistert|knisterte|knistern|zischt|zischte|zischen|gezischt|brummt|lichtbogen|blitzte|blauer blitz|kurzschluss|kurzen|fi schalter|fi fliegt|sicherung flog|sicherung fliegt|sicherung rausgeflogen|sicherungskasten) = spark
(ueberhitzt|ueberhitzte|ueberhitzung|ueberhitzen|gluehend|glueht|gluehte|glueht rot|so heiss|zu heiss|kochend|kochendes|kochendheiss|kochendem|brennheiss|brutal heiss|siedend|extrem heiss|sehr heiss|wird heiss|wurde heiss|wird sauheiss|sauheiss|heiss wie|brueh*|verbrueh*|heiss geworden|heisslief|heissgelaufen|nicht mehr anfassen|anzufassen) = heat
(riecht|roch|riechen|geruch|gestank|stinkt|stank|gestunken|gerochen|beissend|beissender|beissend*) = smell
((riecht|riechts|roch|riechen|geruch|gestank|stinkt|stinkts|stank|gestunken|gerochen) .. (gas|verbrannt|verbrannte|verbranntem|verschmort|verschmortem|angebrannt|verkohlt|plastik|kunststoff|gummi|rauch|benzin|chlor|chemie|loesungsmittel|kabel)|brandgeruch|gasgeruch|schmorgeruch|chemiegeruch|verbrannter geruch|kabelgeruch) = smell_frame
(gasgeruch|gasleck|gas .. (tritt|ausgetreten|stroemt|austritt|riecht|gerochen)|nach gas|gasalarm|gasmelder|gasherd|gastherme|therme|gasleitung|gasflasche|gasgrill|gashahn|gaskocher|gaskartusche|gasheizung|kohlenmonoxid|kohlenmonoxyd|co melder|co alarm|co warner|co wert|comelder|cowarner|propan|abgas|abgase|kamin) = gas
(explodiert|explodierte|explodierten|explodieren|explosion|geplatzt|platzte|platzt|platzten|zerplatzt|zerplatzte|zersprungen|zersprang|zersprangen|zerspringt|zerborsten|geborsten|barst|verpufft|verpuffung|knall|geknallt|knallte|krachte|deckel flog|deckel schoss|in die luft|um die ohren|hochgegangen|in tausend|flog .. (ab|weg|durch|raus|auseinander)|geflogen|weggeflogen|abgesprengt|herausgeschossen|rausgeschossen|schoss) = explode
(stromschlag|stromschlaege|elektroschock|elektrischen schlag|stromstoss|eine gewischt|gewischt bekommen|gewischt|eine gebritzelt|gebritzelt|britzelt|bitzelt|gebitzelt|kribbelt|kribbeln|gekribbelt|kribbelte|unter strom|offene (kabel|leitungen|leitung|draehte|kontakte)|blanke|blankes|blanker|blanken|freiliegend*|blank liegen|liegt blank|liegen blank|stromfuehrend|spannung fuehrend|unter spannung|nicht geerdet|erdung|schutzleiter|230 volt|230v|400 volt|eine gefegt|stromkabel|draht|draehte) = shock
((einen|nen|n|ein) (schlag|stromschlag|stoss) .. (bekommen|gekriegt|abgekriegt|versetzt|verpasst|gegeben|gespuert|abbekommen|kassiert|geholt)|(versetzt|verpasst|verpasste|gab|bekam|kriegte|versetzte|krieg|kriege|bekomme|kriegt|bekommt) .. (schlag|stromschlag|stromschlaege|eine gewischt)|eine (gewischt|gewischt) (gekriegt|bekommen)) = shock_frame
(aufgeblaeht|blaeht|aufgeblaehter|blaehte|geblaeht|gewoelbt|woelbt|woelbte|ausgebeult|beult|aufgequollen|dick geworden|angeschwollen|schwillt|geschwollen|zugeschwollen|schwellung|dick wie|saeure ausgelaufen|akku ausgelaufen|batterie ausgelaufen|batteriesaeure|ausgelaufen) = swell
(*bremse|*bremsen|*bremst|gebremst|bremste|*bremspedal|bremspedal|bremshebel|bremsscheibe|bremsleitung|bremsschlauch|bremskraft|bremsbelaege|bremsseil|*lenkung|lenkrad|lenker|vorbau|gaspedal|gas|handbremse|feststellbremse|airbag|airbags|gurt|gurte|sicherheitsgurt|gurtschloss|rad|vorderrad|hinterrad|raeder|reifen|achse|radmuttern|radschrauben|gabel|federgabel|kurbel|pedal|sattelstuetze|rahmen|tretlager|autopilot|spurassistent|spurhalte*|notbrems*|abstandsregler|tempomat) = controls
((bremse|bremsen|bremspedal|lenkung|gaspedal|lenker|handbremse|bremshebel|pedal|lenkrad) ... (leere|boden|bodenblech|blockiert|blockierte|blockierten|versagt|versagte|versagten|ausgefallen|nichts|tot|weg|klemmt|klemmte|hing|haengt|gebrochen|gerissen|schwammig|durch|durchgetreten|reagiert|gegriffen|greift|griff|ging|gehen|geht|steif|fest|ab)|(ohne|keine) (bremse|bremsen|bremswirkung|lenkung)|(rad|vorderrad|hinterrad|raeder|reifen) .. (abgefallen|ab|verloren|weg|geloest|gebrochen|geplatzt|weggeflogen|fliegt|flog|locker|platzte|gerissen)|reifenplatzer|(gabel|lenker|vorbau|rahmen|kurbel|achse|sattelstuetze|pedal|sattel) .. (gebrochen|gerissen|bricht|brach|durchgebrochen|durch|abgebrochen|weggebrochen|abgeknickt|geknickt)|(faehrt|fuhr|bremst|bremste|beschleunigt|beschleunigte|rollt|rollte|lenkt|lenkte|zieht|zog|gab) .. (von selbst|von selber|von allein|von alleine|ploetzlich|einfach los|los|weg|ungebremst|ungewollt|ohne grund|vollbremsung)|vollbremsung|notbremsung|airbag .. (ausgeloest|aufgegangen|nicht|geplatzt)|gurt .. (gerissen|aufgegangen|geloest|nicht|auf)|kontrolle verloren|kam nicht (mehr)? zum stehen|nicht mehr (bremsen|lenken|anhalten|stoppen)|ungebremst) = controls_frame
(autobahn|landstrasse|bundesstrasse|schnellstrasse|autobahnausfahrt|ausfahrt|kreuzung|bergab|abfahrt|tempo|kmh|km h|stundenkilometer|sachen|gegenverkehr|leitplanke|standstreifen|seitenstreifen|pannenstreifen|ueberholspur|kreisverkehr|kurve|serpentine|graben|gehsteig|bahnuebergang|gleis|gleise|gleisbett|bahnsteigkante|schienen|lkw|laster|fahrbahn|zebrastreifen|ueberholen|beinahunfall|fast gekracht|unfall|auffahrunfall|ausweichen|ausgewichen|a <n>) = road
(gebrochen|gerissen|abgerissen|abgebrochen|durchgebrochen|zusammengebrochen|weggebrochen|eingebrochen|eingestuerzt|einsturz|stuerzt|stuerzte|nachgegeben|gibt nach|gab nach|runtergekracht|heruntergekracht|runtergekommen|heruntergekommen|runtergefallen|heruntergefallen|herabgefallen|heruntergestuerzt|runtergestuerzt|abgestuerzt|abgegangen|geht ab|ging ab|abgeht|abgefallen|fiel ab|faellt ab|geloest|loest sich|loeste sich|loesen sich|umgekippt|kippt|kippte|gekippt|umgefallen|umgestuerzt|weggerutscht|rausgerutscht|rutschen raus|verrutscht|ausgerissen|herausgerissen|rausgerissen|ausgehakt|ausgerastet|aufgegangen|gekracht|kracht|krachte|brach|bricht|riss|reisst|knickte|geknickt|gesplittert|zerbrochen|lockert|wackelt|morsch|durchgerostet|haengt (lose|nur|halb|runter)|durchgesackt|sackt|sackte|eingeklappt|klappt|zugeschnappt|rollte weg|abgesackt|herunter) = breaks
(leiter|sprosse|trittleiter|klettergurt|gurt|karabiner|seil|kletter*|geruest|treppenlift|treppe|treppen|stufe|stufen|balkon|gelaender|handlauf|bruestung|decke|dach|dachziegel|ziegel|putz|schrankbett|hochbett|etagenbett|regal|schrank|kommode|kuechenschrank|haengeschrank|stuhl|buerostuhl|hocker|schaukel|haengematte|trampolin|laufband|hantel|hantelbank|kabelzug|geraet|klimmzugstange|widerstandsband|fitnessband|lift|aufzug|fahrstuhl|rolltreppe|tor|garagentor|rolltor|rollo|schranke|hebebuehne|achterbahn|karussell|seilbahn|sessellift|gondel|ski|bindung|bruecke|gully|kanaldeckel|boden|fenster|scheibe|glasscheibe|glastuer|duschwand|duschkabine|duschtuer|kronleuchter|schild|baum|ast|spiegel|klobrille|kruecke|kruecken|rollator|rollstuhl|e scooter|escooter|scooter|roller|ebike|pedelec|fahrrad|rad|lastenrad|helm|messer|klinge|mixer|hobel|rasenmaeher|heckenschere|kettensaege|saege|bohrer|bohrmaschine|flex|winkelschleifer|absatz|kajak|schwimmweste|tretboot|tuer|tueren|bustuer|zugtuer|schiebetuer) = carrier
(ladegeraet|*ladegeraet|ladekabel|netzteil|akku|*akku|akkus|batterie|batterien|powerbank|stecker|steckdose|mehrfachsteckdose|verlaengerung|kabel|*kabel|wasserkocher|toaster|mikrowelle|ofen|backofen|herd|kochfeld|fritteuse|heissluftfritteuse|spuelmaschine|waschmaschine|trockner|kuehlschrank|gefrierschrank|heizluefter|heizkoerper|heizung|boiler|durchlauferhitzer|heizdecke|heizkissen|waermflasche|foehn|haartrockner|glaetteisen|lockenstab|buegeleisen|lampe|lampen|leuchte|gluehbirne|lichterkette|nachtlicht|sicherung|stromzaehler|zaehler|wechselrichter|solar|photovoltaik|wallbox|laptop|notebook|handy|smartphone|tablet|uhr|smartwatch|kopfhoerer|hoverboard|vape|kerze|grill|feuerschale|schnellkochtopf|dampfkochtopf|kaffeemaschine|vollautomat|thermostat|luftbefeuchter|babyphone|fernseher|router|konsole|spielzeug|motor|motorhaube|motorraum|auspuff|kofferraum|geraet|geraete|flasche|glas|spraydose|deo|ventilator|staubsauger|rasierer|zahnbuerste|massagegeraet|pfanne|topf|zelt|kinderwagen|bettdecke|vorhang|vorhaenge|gardine|teppich|matratze|sofa|schalter|garage|flur|kueche|schlafzimmer|nachttisch|verteilerkasten|trafo|elektro*|herdplatte|thermoskanne|druckkessel) = device
`,
    fr: `
(feu|flamme|flammes|incendie|brule|brulait|bruler|en feu) = fire
(pris feu|prend feu|prendre feu|en flammes|pompiers|mis le feu) = fire_frame
(fumee|fume|fumait|fumer) = smoke
(fondu|fondre|fondait) = melt
(etincelle|etincelles|court circuit|gresille) = spark
(surchauffe|brulant|brulante|bouillant|bouillante|tres chaud|trop chaud) = heat
(odeur|pue|puait|sentait) = smell
((odeur|sent|sentait|pue) .. (gaz|brule|plastique|fumee)) = smell_frame
(fuite de gaz|monoxyde|detecteur de co|odeur de gaz) = gas
(explose|explosee|explosion|eclate|eclatee|saute) = explode
(decharge|electrocute|electrocutee|electrocution|fil denude|fils denudes|fils a nu|coup de jus|choc electrique) = shock
(gonfle|gonflee|gonflait) = swell
(frein|freins|volant|direction|accelerateur|airbag|pneu|roue|ceinture) = controls
((frein|freins|direction|volant|roue|pneu|accelerateur) ... (lache|lachent|marchent|fonctionnent|repondu|repond|bloque|bloquee|bloquent|detachee|eclate|plus|perdu)|plus de freins) = controls_frame
(autoroute|km h|descente|camion) = road
(casse|cassee|cede|effondre|effondree|tombe|tombee|detache|detachee|lache|arrache|decroche|ecroule|ecroulee) = breaks
(echelle|escalier|balcon|plafond|chaise|etagere|ascenseur|porte|portail|velo|trottinette|barriere) = carrier
(chargeur|batterie|prise|telephone|chauffage|chaudiere|bouilloire|lave linge|seche linge|cable|appareil|radiateur|ordinateur|moteur|jouet|lampe) = device
`,
    es: `
(fuego|llama|llamas|incendio|arde|ardio|ardiendo|quema|quemo|quemando|incendiado) = fire
(se incendio|prendio fuego|en llamas|bomberos|pego fuego) = fire_frame
(humo|humeando|humeaba|echando humo) = smoke
(derritio|derretido|derritiendo|fundido) = melt
(chispa|chispas|cortocircuito|chispazo|chispazos) = spark
(sobrecalienta|sobrecalento|recalienta|hirviendo|ardiendo|muy caliente|quemaba) = heat
(huele|olor|olia|apesta) = smell
((huele|olor|olia) .. (gas|quemado|plastico|humo)) = smell_frame
(fuga de gas|escape de gas|monoxido|olor a gas|huele a gas) = gas
(exploto|explota|explosion|explotado|estallo|revento|estallado) = explode
(descarga|calambre|calambrazo|electrocuto|electrocutado|corriente|cable pelado|cables pelados) = shock
(hinchada|hinchado|hincho|inflada|inflado) = swell
(freno|frenos|volante|direccion|acelerador|airbag|rueda|neumatico|cinturon) = controls
((freno|frenos|direccion|volante|rueda|acelerador) ... (fallo|fallaron|fallan|funciona|funcionan|bloqueo|bloqueado|solto|salio|responde|respondian)|sin frenos) = controls_frame
(autopista|carretera|autovia|cuesta abajo|camion) = road
(rompio|roto|rota|cayo|caido|solto|cedio|derrumbo|partio|desprendio|desplomo) = breaks
(escalera|balcon|techo|silla|cama|estante|ascensor|puerta|bicicleta|patinete|barandilla) = carrier
(cargador|bateria|enchufe|telefono|movil|horno|calentador|caldera|hervidor|lavadora|secadora|cable|aparato|portatil|motor|juguete|lampara|estufa) = device
`,
    it: `
(fuoco|fiamma|fiamme|incendio|brucia|bruciava|bruciato|incendiato) = fire
(preso fuoco|prende fuoco|in fiamme|vigili del fuoco|pompieri|andato a fuoco) = fire_frame
(fumo|fumava|fuma|fumare) = smoke
(sciolto|sciolta|fuso|fusa|squagliato) = melt
(scintilla|scintille|cortocircuito|corto circuito) = spark
(surriscalda|surriscaldato|bollente|rovente|scotta|scottava) = heat
(odore|puzza|puzzava) = smell
((odore|puzza) .. (gas|bruciato|plastica|fumo)) = smell_frame
(fuga di gas|perdita di gas|monossido|puzza di gas|odore di gas) = gas
(esploso|esplosa|esplode|esplosione|scoppiato|scoppiata|scoppia) = explode
(scossa|scosse|folgorato|folgorata|fili scoperti|filo scoperto|corrente) = shock
(gonfiata|gonfio|gonfia|gonfiato) = swell
(freno|freni|sterzo|volante|acceleratore|airbag|ruota|gomma|pneumatico|cintura) = controls
((freno|freni|sterzo|ruota|acceleratore|volante) ... (rotti|rotto|funzionano|funziona|funzionavano|bloccato|bloccati|ceduto|staccata|rispondono|risponde)|senza freni) = controls_frame
(autostrada|strada|discesa|camion) = road
(rotto|rotta|crollato|crollata|caduto|caduta|ceduto|staccato|staccata|spezzato|spezzata) = breaks
(scala|balcone|soffitto|sedia|letto|mensola|ascensore|porta|bicicletta|bici|monopattino) = carrier
(caricatore|caricabatterie|batteria|presa|telefono|cellulare|forno|stufa|caldaia|bollitore|lavatrice|asciugatrice|cavo|apparecchio|portatile|motore|giocattolo|lampada) = device
`,
    pt: `
(fogo|chama|chamas|incendio|queimou|queima|queimando|pegando fogo) = fire
(pegou fogo|em chamas|bombeiros|incendiou) = fire_frame
(fumo|fumaca|fumegar) = smoke
(derreteu|derretido|derretendo) = melt
(faisca|faiscas|curto circuito) = spark
(superaqueceu|superaquece|aqueceu demais|a ferver|fervendo|muito quente|sobreaqueceu) = heat
(cheiro|cheira|cheirava) = smell
((cheiro|cheira) .. (gas|queimado|plastico|fumo)) = smell_frame
(fuga de gas|vazamento de gas|monoxido|cheiro a gas|cheiro de gas) = gas
(explodiu|explode|explosao|rebentou|estourou) = explode
(choque|choques|eletrocutado|fio desencapado|fios desencapados|descarga) = shock
(inchada|inchado|inchou) = swell
(freio|freios|travao|travoes|volante|direcao|acelerador|airbag|roda|pneu|cinto) = controls
((freio|freios|travao|travoes|direcao|roda) ... (falhou|falharam|funcionam|funciona|travou|soltou|bloqueou|responderam)|sem (freio|freios|travoes)) = controls_frame
(autoestrada|estrada|rodovia|descida|caminhao|camiao) = road
(partiu|quebrou|caiu|desabou|soltou|cedeu|rebentou|desmoronou) = breaks
(escada|varanda|teto|cadeira|cama|prateleira|elevador|porta|bicicleta|trotinete) = carrier
(carregador|bateria|tomada|telefone|telemovel|celular|forno|aquecedor|caldeira|chaleira|maquina|cabo|aparelho|portatil|motor|brinquedo|lampada) = device
`,
    nl: `
(vuur|vlam|vlammen|brandt|brandde|gebrand|verbrand|in de fik|fik) = fire
(vlam gevat|in brand|vatte vlam|brandweer|in de fik|in vlammen) = fire_frame
(rook|rookt|rookte|gerookt|smeult) = smoke
(gesmolten|smelt|smolt|smelten) = melt
(vonk|vonken|vonkte|kortsluiting|knettert) = spark
(oververhit|gloeiend|bloedheet|kokend|heet|te heet) = heat
(ruikt|rook|stinkt|stonk|geur|lucht) = smell
((ruikt|stinkt|stonk|geur) .. (gas|verbrand|plastic|rook|brand)) = smell_frame
(gaslek|gaslucht|koolmonoxide|gas lekt|ruikt naar gas|comelder) = gas
(ontploft|ontplofte|geexplodeerd|explodeerde|explosie|gesprongen|knal) = explode
(schok|schokken|stroomstoot|geelektrocuteerd|onder stroom|blote draden|kabel bloot) = shock
(opgezwollen|gezwollen|bol|opgeblazen) = swell
(rem|remmen|stuur|stuurbekrachtiging|gaspedaal|airbag|wiel|gordel) = controls
((rem|remmen|stuur|wiel|gaspedaal|band) ... (weigerde|weigerden|werkt|werkten|werken|begaf|begaven|blokkeerde|blokkeert|los|af|kapot|klapte)|geen remmen) = controls_frame
(snelweg|kruising|bergaf|vrachtwagen) = road
(gebroken|afgebroken|brak|losgeraakt|loslaten|gevallen|viel|ingestort|bezweken|gescheurd|knapte|geknapt) = breaks
(ladder|balkon|plafond|stoel|kast|plank|lift|deur|fiets|step|hek) = carrier
(oplader|lader|batterij|accu|stekker|stopcontact|telefoon|oven|kachel|ketel|waterkoker|wasmachine|droger|kabel|apparaat|laptop|motor|speelgoed|lamp|verwarming) = device
`,
  },
};
