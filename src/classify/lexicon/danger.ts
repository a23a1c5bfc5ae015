import type { Phrases } from './cues.ts';

/**
 * Recall first: each line is enough by itself; the guards of `hyperbole` take back only what is plainly a figure of
 * speech. Labels are the kinds of DESIGN.md 4.
 */
export const danger: Phrases = {
  cue: 'danger',
  phrases: {
    en: `
$medical ... (wont|not|no|dead|down|failed|fails|failing|stopped|stops|broken|broke|offline|cant|cannot|doesnt|isnt|lost|delayed|late|missing|unusable|crashed|crashes|frozen|locked|cut|off) = person_at_risk
(dead|down|broken|failed|faulty|offline|cut off|stopped|without|no|missing|lost|delayed) .. $medical = person_at_risk
(emergency|panic|alarm|sos) .. button .. (dead|broken|not|doesnt|wont|down|failed|no) = person_at_risk
no way to (set|take|give|get|measure|check) .. (dose|insulin|medication|oxygen|glucose|blood sugar|medicine) = person_at_risk
(cant|cannot|couldnt|unable to|not able to) .. (call|reach|dial|phone|ring) .. (999|911|112|ambulance|emergency|doctor) = person_at_risk
(locked|locks|locking|shut|trapped|stuck) ... $child_word = child
$child_word ... (locked|trapped|stuck|shut) (in|inside|in the) = child
(door|doors|car|lift|gate|machine) .. (crushed|trapped|hit|fell on|closed on|ran over) .. (me|my|him|her|a|our|his) = product
(brakes|brake|steering|accelerator|throttle|seatbelt|seat belt|airbags) .. (failed|fail|fails|failing|stopped|gave out|gave up|not working|dont work|didnt work|wont|stuck|locked up|went|locked|unresponsive|dead|useless) = product
(accelerated|accelerates|braked|brakes|drove off|started moving|rolled away|drives) .. (by itself|on its own|itself|suddenly|without) = product
(smell|smells|smelled|smelt|reeks|stinks) .. (gas|burning|burnt|smoke|burned plastic|burning plastic) = product
(smoke|flames|fire|sparks|steam) .. (from|out of|inside|under|in) .. (charger|battery|socket|plug|phone|car|engine|bonnet|hood|oven|washer|dryer|cable|outlet|laptop|device|router|back|it|kettle|heater|machine|scooter|bike|unit|boiler|toaster|wall) = product
(gave|got|getting|get|received|gives) .. (a|an|me|electric) (shock|shocks|electric shock|burn) = product
(hot|heats|heat) .. (burn|burned|burnt|blister|blisters|melted|melts|scalded) = product
(kill|killing|hurt|hurting|harm|harming|hang|shoot|cut) (myself|ourselves|my self) = person_at_risk
(want|wanna|going|gonna|ready|rather|wish|thinking|thought|plan|planning|about) .. (die|end my life|end it all|be dead|kill myself|end everything|take my life) = person_at_risk
(suicide|suicidal|selfharm|self harm|overdose|overdosed|commit suicide|unalive myself|(gonna|going to|wanna|want to) kms) = person_at_risk
(end my life|take my own life|no reason to live|dont want to live|do not want to live|cant go on|cannot go on|cant live like this|better off dead|end it all|dont want to be here anymore|goodbye forever|jump off|jump in front|throw myself) = person_at_risk
(collapsed|unconscious|not breathing|cant breathe|cannot breathe|heart attack|having a stroke|bleeding|anaphylactic|anaphylaxis|allergic reaction|seizure|hypothermia|carbon monoxide|trapped|suffocating|stabbed|assaulted|raped|groped|sexually harassed|attacked me|beat me|hit me|threatened me|stalking me|locked in|in danger|emergency|ambulance|hospital|hospitalised|hospitalized|intensive care|life threatening|lifethreatening) = person_at_risk
(without|no|out of|cant get|need|lost|missing) .. (insulin|oxygen|dialysis|epipen|inhaler|heart medication) = person_at_risk
(i|he|she|we|they|someone|somebody|people|mum|mom|dad|father|mother|wife|husband|child|baby) will die = person_at_risk
(could|almost|nearly|might|going to|would|might have) .. (die|died|dead|killed|been killed|freeze to death) = person_at_risk
(freezing to death|starving) = person_at_risk
(will|gonna|going to|want to|should|im|ill|wanna|i swear) .. (kill|shoot|stab|murder|bomb|burn down|blow up|attack|beat up|hurt|hunt down|poison) .. (you|them|him|her|everyone|somebody|someone|staff|driver|agent|manager|office|store|building|people|all of you|your|the|these) = threat_to_others
(bring|get|buy|have|come with|got) .. (gun|knife|bomb|weapon|rifle) = threat_to_others
(bomb threat|there is a bomb|shoot up|shoot the place|burn your office|burn the place|know where you live|you will all die|you deserve to die|hope you die|watch your back|blood will) = threat_to_others
(exploded|explodes|explode|exploding|caught fire|catch fire|catches fire|on fire|burst into flames|in flames|smoking|sparks|sparking|electric shock|electrocuted|short circuit|burned my|burnt my|burns|melted|melting|overheated|overheats|overheating|gas leak|(smell|smells|smelling|smelt|smelled|reeks|stinks) .. (of )?gas|smoke coming|fire hazard|safety hazard|toxic fumes|brakes failed|brake failed|brakes dont|brakes do not|brakes didnt|no brakes|steering failed|airbag|wheel came off|choking hazard|choked on|food poisoning|salmonella|poisoned|poisonous|contaminated|glass in|shards|razor|mould in|mold in|chemical burn|recall|unsafe|dangerous|hazard|fell on me|collapsed under|live wire|exposed wires|exposed wire|swollen battery|battery swelled|battery swollen|cut $my $body|injured|injury|injuries) = product
(burned|burnt|cut|injured|broke|lost|hurt) .. $my .. $body = product
$child_word .. (choked|choking|burned|burnt|injured|hurt|swallowed|alone|left behind|missing|hospital|abused|hit|poisoned|unconscious|bleeding|cut|locked|trapped|electrocuted|abducted|molested|grooming|groomed|in danger|almost died|nearly died|could have died|unaccompanied|unsupervised|cant breathe) = child
(choked|choking|burned|burnt|injured|hurt|swallowed|left|lost|abused|hit|poisoned|cut|locked|trapped|abducted|molested|grooming|harassed|dangerous) .. (my|our|a|the|his|her) .. $child_word = child
(child abuse|child porn|csam|pedophile|paedophile|minor .. nudes|dangerous for (children|kids|babies|toddlers)|unsafe for (children|kids)|toy .. came off) = child
`,
    de: `
$medical ... (nicht|kein|keine|keinen|tot|kaputt|defekt|ausgefallen|ausfall|gestoert|stoerung|offline|weg|ohne|gesperrt|fehlt|fehlen|abgestellt|abgestuerzt|leer) = person_at_risk
(kein|keine|keinen|ohne|kaputt|kaputte|kaputter|kaputtes|defekt|defekte|defekter|tot) .. $medical = person_at_risk
(notruf|112|110|notarzt|rettungsdienst) .. (nicht|kein|keine|tot|unmoeglich|geht nicht) = person_at_risk
(keinen|kein) (notruf|hausnotruf) = person_at_risk
(verriegelt|eingeschlossen|eingesperrt|zugesperrt|abgeschlossen|verschlossen|festgesessen) ... $child_word = child
$child_word ... (eingeschlossen|eingesperrt|verriegelt|nicht raus|nicht aus dem|drin gefangen|gefangen|eingeklemmt) = child
(bremse|bremsen|lenkung|gaspedal|gurt|sicherheitsgurt|airbags) .. (versagt|versagte|versagten|ausgefallen|ausfaellt|blockiert|blockierte|blockierten|reagiert nicht|reagierte nicht|reagieren nicht|funktioniert nicht|funktionierte nicht|funktionieren nicht|geht nicht|gingen nicht|ging nicht|gehen nicht|klemmt|ohne funktion|tot|weg) = product
(beschleunigt|beschleunigte|bremst|bremste|faehrt|fuhr|rollt|rollte) .. (von selbst|von allein|von alleine|selbststaendig|ploetzlich|unkontrolliert|einfach los) = product
(riecht|roch|stinkt|stank) .. (gas|verbrannt|verschmort|verkohlt|verbranntem|rauch|kabelbrand) = product
(rauch|flammen|feuer|funken|qualm|stichflamme) .. (aus|im|am|unter|vom|kam|kommt|schlagen|schlug|steigt|stieg) = product
(stromschlag|schlag|elektroschock) .. (bekommen|gekriegt|abgekriegt|versetzt|erlitten) = product
(finger|hand|arm|bein|fuss|auge|gesicht) .. (verbrannt|verbrueht|geschnitten|eingeklemmt|gebrochen|gequetscht|veraetzt) = product
(verbrannt|verbrueht|geschnitten|gequetscht) .. (finger|hand|arm|bein|fuss|auge|gesicht) = product
(bringe|bring|bringen|umbringen|toete|toeten|erhaenge|verletze|ritze) .. (mich|uns) .. (um|selbst|selber|auf)? = person_at_risk
(mich|uns) (umbringen|toeten|aufhaengen|erhaengen|umbringe|vor den zug) = person_at_risk
(nicht mehr leben|nicht mehr weiterleben|sterben will|will sterben|will nicht mehr leben|moechte sterben|lieber tot|leben nehmen|leben beenden|suizid|suizidgedanken|selbstmord|selbstmordgedanken|selbstverletzung|ritzen|kann nicht mehr weiter|keinen ausweg|kein ausweg|vor den zug springen|vor den zug werfen|springe von|schluss machen mit meinem leben|mache schluss|ueberdosis|lebensmuede|mach ein ende|alles ein ende) = person_at_risk
(bewusstlos|ohnmaechtig|kollabiert|zusammengebrochen|atemnot|keine luft|bekomme keine luft|kriege keine luft|herzinfarkt|schlaganfall|blutet|blute|blutend|allergischer schock|allergische reaktion|anaphylaktisch|notarzt|krankenwagen|rettungswagen|krankenhaus|notaufnahme|notfall|lebensgefahr|lebensgefaehrlich|unterkuehlt|unterkuehlung|kohlenmonoxid|eingeschlossen|eingesperrt|ersticke|erstickt|ersticken|niedergestochen|angegriffen|vergewaltigt|begrapscht|belaestigt|bedroht|verpruegelt|geschlagen|gestalkt|stalkt|erfriere|erfrieren|verhungern) = person_at_risk
(ohne|kein|keine|brauche|fehlt|fehlen) .. (insulin|sauerstoff|dialyse|epipen|asthmaspray|herzmedikamente) = person_at_risk
(haette|waere|fast|beinahe|koennte) .. (sterben|gestorben|tot|tote|toten|ums leben|umgekommen) = person_at_risk
(bringe|bring|steche|knalle|zuende|fackel|fackle|sprenge|jage|schlage|mache|toete|erschiesse|schiesse|vergifte|pruegle) .. (euch|dich|sie|ihn|alle|den laden|die bude|das buero|den fahrer|die filiale|jemanden|einen von euch|den) .. (um|ab|an|in die luft|zusammen|tot|fertig|kalt|hoch)? = threat_to_others
(euch|dich|ihn|alle|jemanden) .. (umbringen|abstechen|erschiessen|abknallen|toeten|zusammenschlagen|anzuenden|totschlagen|umlegen|in die luft sprengen|vergiften|umbringe|abfackeln) = threat_to_others
(bombe|bombendrohung|amoklauf|amok|komme mit (dem|einem) messer|mit einer waffe|hole meine waffe|weiss wo (du|ihr) wohnt|weiss wo du wohnst|ihr werdet alle sterben|ihr gehoert erschossen|den laden anzuenden|laden in die luft|sollt verrecken|kugel verdient) = threat_to_others
(explodiert|explodierte|explodieren|explosion|feuer gefangen|faengt feuer|fing feuer|in flammen|in brand|brennt|brannte|abgebrannt|verbrannt|verbrennung|verbrennungen|qualmt|qualmte|rauch|raucht|rauchte|funken|stromschlag|kurzschluss|geschmolzen|schmilzt|schmort|schmorte|verschmort|ueberhitzt|ueberhitzte|gasgeruch|(riecht|stinkt|roch|stank|gerochen) ... nach gas|gas tritt aus|gasleck|bremsen versagt|bremse versagt|bremsen versagten|bremsen funktionieren nicht|bremse funktioniert nicht|lenkung ausgefallen|lenkung versagt|airbag|rad abgefallen|erstickungsgefahr|verschluckt|lebensmittelvergiftung|salmonellen|vergiftet|giftig|vergiftung|glassplitter|splitter|scherben|rasierklinge|schimmel im|gefaehrlich|lebensgefahr|brandgefahr|stromkabel|blanke kabel|aufgeblaehter akku|akku aufgeblaeht|akku blaeht|verletzt|verletzung|verletzungen|veraetzt|veraetzung|unfallgefahr|stolperfalle|rueckruf) = product
$child_word .. (verschluckt|erstickt|verbrannt|verletzt|vergiftet|allein|alleine|zurueckgelassen|verschwunden|krankenhaus|misshandelt|geschlagen|eingesperrt|eingeklemmt|blutet|belaestigt|vermisst|in gefahr|bewusstlos|stromschlag|geschnitten|fast gestorben|keine luft) = child
(verbrannt|verletzt|gefaehrdet|verschluckt|vergiftet|misshandelt|eingesperrt|eingeklemmt|gefaehrlich|belaestigt|vergessen|ausgesetzt|rausgeworfen) .. (mein|meine|unser|unsere|das|ein|fuer|sein|ihr) .. $child_word = child
(kindesmissbrauch|kinderpornografie|kinderpornographie|paedophil|kindeswohlgefaehrdung|gefaehrlich fuer (kinder|babys|kleinkinder)|kindersitz .. (gebrochen|gerissen|geloest)) = child
`,
    fr: `
(me suicider|me tuer|en finir|envie de mourir|veux mourir|suicide|mettre fin a mes jours) = person_at_risk
(ambulance|hopital|ne respire plus|crise cardiaque|en danger|urgence vitale|agressee|agresse) = person_at_risk
(je vais|on va) .. (tuer|bruler|frapper|poignarder|faire sauter) = threat_to_others
(a explose|explose|pris feu|prend feu|en feu|incendie|brule|fumee|electrocute|dangereux|intoxication|empoisonne|blesse|blessee|fuite de gaz) = product
(mon fils|ma fille|mon bebe|mon enfant|enfant) .. (blesse|etouffe|brule|avale|hopital|danger|seul) = child
`,
    es: `
(suicidarme|matarme|quiero morir|quitarme la vida|suicidio|acabar con mi vida|no quiero vivir) = person_at_risk
(ambulancia|hospital|no respira|infarto|en peligro|emergencia|inconsciente|agredida|agredido) = person_at_risk
(voy a|vamos a|te voy a|los voy a) .. (matar|quemar|disparar|apunalar|matarlos|matarte) = threat_to_others
(exploto|explotado|se incendio|incendio|en llamas|fuego|humo|quemadura|quemo|descarga electrica|peligroso|intoxicacion|envenenado|herido|herida|fuga de gas) = product
(mi hijo|mi hija|mi bebe|nino|nina) .. (herido|herida|ahogo|quemo|trago|hospital|peligro|solo|sola) = child
`,
    it: `
(suicidarmi|uccidermi|ammazzarmi|voglio morire|togliermi la vita|suicidio|farla finita) = person_at_risk
(ambulanza|ospedale|non respira|infarto|in pericolo|emergenza|svenuto|svenuta|aggredita|aggredito) = person_at_risk
(vi|ti|li|lo) (ammazzo|uccido|sparo|accoltello|brucio) = threat_to_others
(esploso|esplosa|esplode|preso fuoco|in fiamme|incendio|fumo|ustione|ustioni|scossa elettrica|pericoloso|pericolosa|intossicazione|avvelenato|ferito|ferita|fuga di gas) = product
(mio figlio|mia figlia|bambino|bambina|neonato) .. (ferito|ferita|soffocato|ustionato|ingoiato|ospedale|pericolo|solo|sola) = child
`,
    pt: `
(me matar|matar me|suicidar|suicidio|quero morrer|tirar minha vida|acabar com a minha vida|nao quero viver) = person_at_risk
(ambulancia|hospital|nao respira|infarto|em perigo|emergencia|inconsciente|agredida|agredido) = person_at_risk
(vou|vamos) .. (matar|queimar|atirar|esfaquear|explodir) = threat_to_others
(explodiu|pegou fogo|em chamas|incendio|fogo|fumaca|queimadura|queimou|choque eletrico|perigoso|perigosa|intoxicacao|envenenado|ferido|ferida|machucou|vazamento de gas) = product
(meu filho|minha filha|crianca|bebe) .. (ferido|ferida|engasgou|queimou|engoliu|hospital|perigo|sozinho|sozinha) = child
`,
    nl: `
(zelfmoord|mezelf iets aandoen|ik wil dood|wil niet meer leven|maak er een eind aan|van het leven beroven|zelfdoding) = person_at_risk
(ambulance|ziekenhuis|ademt niet|hartaanval|in gevaar|noodgeval|bewusteloos|aangerand|mishandeld) = person_at_risk
(ik|we) .. (vermoord|schiet|steek|maak) .. (jullie|je|hem|iedereen) .. (neer|dood|kapot)? = threat_to_others
(ontploft|geexplodeerd|vlam gevat|in brand|brandgevaar|rook|brandwond|brandwonden|schok|kortsluiting|gevaarlijk|voedselvergiftiging|vergiftigd|gewond|gaslek|gaslucht) = product
(mijn zoon|mijn dochter|kind|baby) .. (gewond|gestikt|verbrand|ingeslikt|ziekenhuis|gevaar|alleen) = child
`,
  },
};

/** Figures of speech that only sound dangerous; a danger cue that overlaps one of these is dropped. */
export const hyperbole: Phrases = {
  cue: 'hyperbole',
  phrases: {
    en: `
(phone|battery|lift|stairlift|escalator|boiler|laptop|tv|router|engine|washer|dryer|fridge|kettle|wifi|app|line|connection|server|charger|screen|console|signal|remote|watch|car|link|account|site|feet|legs|van) (both|just|has|is|are|was|went|just|already|completely)? (died|dead|dies|dying)
(phone|inbox|timeline|feed|mentions|notifications|chat|group) .. (on fire|blowing up|exploding|exploded)
(starved|bored|scared|frozen|froze|talked|worked|tickled|loved|annoyed) .. to death
(worked|laughed|coughed|danced|cried|worked) (my|our|his|her) (arse|ass|head|socks) off
(died|dying|die) .. (of|from) .. (laughter|laughing|embarrassment|boredom|shame|curiosity|thirst|hunger|cringe)
(in (a|the) (good|best) way|just kidding|only kidding|jk|figuratively|metaphorically|not literally|so to speak) = whole
(this|that|it|thing|these|those) (is|are) fire
(laughing|laughter|laughed|giggling|cringe|cringing|excitement|boredom|jealousy|embarrassment|shame|cuteness) .. (killed|killing|died|dead|dying|choked|choking|die)
(killed|killing|died|dead|dying|choked|choking|die) .. (laughing|laughter|giggling|cringe|cringing|excitement|boredom|jealousy|embarrassment|shame|cuteness|of joy)
(choked|choking|spat|spit) .. on my (coffee|tea|drink|lunch|breakfast|beer|popcorn|toast|cereal)
(wallet|bank account|bank balance|purse|budget|diet|waistline|liver|credit card) .. (bleeding|dead|dying|died|hurts|hurting|injured|crying|killed|on fire|melted|emergency)
(brain|brains|head|mind|heart|soul|ears|eyes|thumbs|thumb|feed|timeline|notifications|inbox|mentions) .. (melted|melting|melts|exploded|exploding|explodes|explode|bleeding|bleed|bleeds|on fire|smoking|burning|fried|dead)
(exploded|blew up|exploding|explode) .. (with joy|in popularity|overnight|with messages|with replies|with notifications)
(fashion|wardrobe|coffee|chocolate|pizza|style|hair|makeup|skincare|cake|snack|shopping|glitter) emergency
emergency (chocolate|coffee|pizza|cake|wine|snack|snacks|beer|shopping)
(dangerously|dangerous) (cheap|comfy|comfortable|addictive|tempting|easy|cosy|cozy|moreish|tasty)
(dangerous|hazard) .. (for|to) (my|the) (wallet|bank|budget|diet|purse|productivity)
(kill|murder|die|hurt) .. for .. (a|some|this|that|one|tickets|coffee|pizza|those) (coffee|pizza|beer|slice|cake|tickets|ticket|shoes|burger|nap|croissant|holiday|dress|chips|tea|jacket|version|edition|set|model)
(wanted|want|could|nearly|almost) .. (die|died) .. (of shame|laughing|of embarrassment|from cringe|when i saw|inside)
(starving|famished) .. (lunch|dinner|breakfast|pizza|burger|food here)
(dead|deadly) (serious|tired|good|on my feet|easy|simple|straight|line|lines)
(app|site|website|update|queue|wait|waiting|phone|battery|game|lag|service|heat|boredom|suspense|this|it|it's|its|that|you|you guys|ads|wifi|prices) .. (is|are|s)? (killing|killed|kills) (me|us)
(killing me|(fire|smoke) (alarm|alarms|detector|detectors) .. (test|tested|testing|tests|checked|serviced)|fire drill|kill me now|dying of (boredom|laughter|laughing|hunger|thirst)|dying to (see|know|try|get|go|have|hear)|to die for|die laughing|died laughing|laughing so hard|im dead|i am dead|dead inside|bored to death|scared to death|over my dead body|would kill for|id kill for|could kill for|kill for a|kill the mood|killed it|killing it|nailed it|bucket list|rather die than|die hard|before i die|till i die|until i die|dying over here|drop dead gorgeous|i could die|die of embarrassment|want to die of|phone (is )?(dying|died|dead)|battery (is )?(dying|died|dead)|heart attack when i saw|gave me a heart attack|almost had a heart attack|nearly had a heart attack)
(sale|mixtape|track|song|beat|deal|show|game|album|outfit|party|playlist|lineup|you are|youre|feed|timeline|week|form) .. (on fire|is fire|lit|the bomb|da bomb|fire)
(bath bomb|photo bomb|photobomb|bombshell|da bomb|the bomb dot com|fire sale|fire stick|fire tablet|kindle fire|smoking hot|smoking deal|smoking area|no smoking|smoking room|non smoking|stop smoking|quit smoking|smoke free|smoking gun|fireworks|ring of fire|under fire|fire him|fire her|fire them|fire that|fire your|fired up|hire and fire|sparks joy|sparks interest|recall (the|when|a|that|him|her|my|this)|i recall|as i recall|dont recall|if i recall|can recall|cant recall|total recall|seizure of|no emergency|in case of emergency|emergency exit|emergency row|emergency contact|hospitality|attack of the|panic attack|trapped in (a|the) (loop|phone|queue|menu|contract|subscription)|locked in (a|the|my|our|to) (contract|price|rate|deal|subscription)|locked in at|poison pill|exploding (popularity|prices|demand|phone calls)|exploded in popularity|my head (is )?(exploding|explodes|exploded)|head is about to explode|inbox (is )?(exploding|exploded)|phone (is )?exploding with|on fire sale|melting my heart|melted my heart|burns (calories|fat|me up|through)|burning question|dangerously (good|delicious|cute|close)|dangerous (game|precedent|for my wallet|combination)|insult to injury|injury time|on the injury list|injured list|injury list|injury update|knee injury|out injured|starving for|im starving|i am starving|starving and)
`,
    de: `
(akku|handy|leitung|anschluss|router|internet|netz|bildschirm|fernseher|laptop|hotline|app|server|aufzug|lift|treppenlift|heizung|fuesse|beine|batterie|telefon) .. (tot|gestorben|stirbt|verreckt)
(im positiven sinne|im besten sinne|nur spass|kleiner scherz|scherz beiseite|nicht woertlich|bildlich gesprochen|sozusagen|sprichwoertlich) = whole
(handy|kopf|laptop|tastatur|finger|daumen|hirn|gehirn|tablet|karte|kreditkarte|telefon|timeline|drucker|ohren|schaedel|birne) .. (raucht|rauchen|glueht|gluehen|qualmt|brennt|brennen|explodiert|blutet|bluten|schmilzt) .. (gleich|bald|schon|fast|mir|vor) .. ab?
(raucht|qualmt|brummt|platzt) .. (kopf|schaedel|birne|hirn)
(raucht|qualmt|glueht|explodiert|brennt|platzt) .. (gleich|bald|fast|mir) .. (ab|der kopf|das hirn|der schaedel|die birne|durch)
(vor) (lachen|spannung|langeweile|neid|glueck|freude|scham|peinlichkeit|aufregung|neugier|hunger|hitze|muedigkeit)
(lachen|neid|spannung|langeweile|scham|hunger) .. (gestorben|sterben|sterbe|tot|ersticke|erstickt|umgebracht)
(konto|geldbeutel|portemonnaie|kreditkarte|diaet|budget|geldboerse|herz) .. (blutet|blute|tot|stirbt|schmilzt|verletzt|brennt|leidet|raucht)
(gefaehrlich|brandgefaehrlich|lebensgefaehrlich) (guenstig|bequem|verlockend|schoen|billig|gemuetlich|suess|schoen|nah|einfach|lecker|gut)
gefaehrlich (fuer|fuers) (den|mein|meinen|das|die|meine)? (geldbeutel|konto|portemonnaie|figur|diaet|budget|linie)
(kaffee|schoko|schokoladen|mode|wein|kuchen) .. notfall
(verschluckt) .. (am|an meinem|an der|beim) (kaffee|tee|bier|lachen|fruehstueck|broetchen)
(toeten|morden|sterben|umbringen|killen) .. fuer .. (einen|eine|ein|diesen|diese|dieses|karten|tickets)
(brennt|brennen|brannte) .. (darauf|sonne|licht|lampe|kerze|unter den naegeln|im regen)
(luft|stimmung) .. (brannte|brennt|kochte)
(auf|unter) .. (feuer|beschuss) .. (genommen|gefangen)
(app|seite|webseite|hitze|warteschleife|warterei|update|langeweile|service|wlan|bahn|das|es|ihr|schlange|spannung|werbung|kaelte) .. (bringt|bringen|toetet|killt|macht) (mich|uns) .. (um|fertig|noch um|um den verstand|wahnsinnig|ins grab)
(bringt mich (noch )?um|(feueralarm|rauchmelder|feuermelder|brandmelder) .. (getestet|geprueft|gewartet|test|pruefung|wartung)|feueruebung|raeumungsuebung|zum umbringen|bringt mich ins grab|ich sterbe (vor|fast vor)|sterbe vor|sterben vor (langeweile|lachen|hunger)|tot gelacht|totgelacht|lach mich tot|todmuede|todlangweilig|sterbenslangweilig|koennte sterben fuer|sterbe gleich vor|zum sterben schoen|sterben schoen|nur ueber meine leiche|mich kugeln|toete fuer|toeten fuer|morden fuer|koennte .. morden|bombenstimmung|bombenwetter|bombig|bombe stimmung|sexbombe|badebombe|brandneu|brennt mir auf|brennt darauf|brennende frage|brennpunkt|feuer und flamme|feuerwerk|feuer frei|explodieren die preise|preise explodieren|kopf explodiert|platzt der kopf|preisexplosion|explodierende|rauchen verboten|raucherbereich|nichtraucher|raucherzone|raucht mir der kopf|rauchfrei|rauch nicht|schall und rauch|wenn ich mich recht|gefaehrlich gut|gefaehrlich lecker|gefaehrliches halbwissen|notfallplan|im notfall|fuer den notfall|notfalls|zur not|erstickt in|ersticken in (arbeit|mails|muell)|verhungere gleich|zu tode gelangweilt|langweilt mich zu tode|erschreckt mich zu tode|verletzt (meine|mein) (gefuehle|gefuehl|stolz)|gefuehle verletzt|verletzung (der|des|von) (regeln|datenschutzes|vertrages|vertrags|pflicht)|verletzt (das|die|den|gegen|regeln) (recht|gesetz|regeln|datenschutz|vertrag|menschenrechte)|herzinfarkt bekommen als|fast einen herzinfarkt|fast nen herzinfarkt|bringe mich (ein|auf den|selbst ein)|bring mich (nach|zum|zur|ins)|bringt uns (nach|zum|zur|ins)|bringe euch (das|die|den|ein)|mache dich (auf|bereit|schlau)|mache euch (ein|das)|kein rauch)
`,
  },
};
