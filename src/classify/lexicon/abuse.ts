import type { Phrases } from './cues.ts';

/** Insults and curses: how angry somebody is, never what happened. */
export const abuse: Phrases = {
  cue: 'abuse',
  phrases: {
    en: `
(idiot|idiots|idiotic|moron|morons|moronic|imbecile|imbeciles|cretin|cretins|halfwit|halfwits|dimwit|dimwits|nitwit|nitwits|twit|twits|dunce|dunces|numpty|numpties|numbskull|numbskulls|numskull|numskulls|blockhead|blockheads|airhead|airheads|dumbass|dumbasses|dipshit|dipshits|bonehead|boneheads|thicko|thickos|plonker|plonkers|pillock|pillocks|wally|wallies|muppet|muppets|clown|clowns|buffoon|buffoons|amateurs|dingbat|dingbats)
(wanker|wankers|tosser|tossers|bastard|bastards|git|gits|sod|sods|bugger|buggers|prick|pricks|dickhead|dickheads|knob|knobs|knobhead|knobheads|bellend|bellends|arse|arses|arsehole|arseholes|asshole|assholes|twat|twats|cunt|cunts|bitch|bitches|fucker|fuckers|motherfucker|motherfuckers|shithead|shitheads|scum|scumbag|scumbags|lowlife|lowlifes|slimeball|sleazeballs|ratbag|ratbags)
(crook|crooks|thief|thieves|swindler|swindlers|cheats|cheaters|con artists|scammers|criminals|liars|thieving|cowboy|cowboys|bunglers|slackers|layabouts|sluggards|jobsworth|jobsworths|wasters|good for nothing|good for nothings|lazybones|sadists|maniacs|psychos|barbarians)
(fuck|fucks|fucked|fucking|fuckin|fking|fkn|effing|frigging|friggin|freaking|freakin|sodding|blasted|blooming|poxy|shitty|shite|shit|bullshit|crap|crappy|bollocks|bloody|damn|damned|dammit|goddamn|goddam|wtf|ffs|omfg|stfu|fck|what the hell|go to hell|rot in hell|burn in hell|screw you|sod off|piss off|fuck off|bugger off|up yours|drop dead|get stuffed|my arse|my ass|my foot)
(brain dead|braindead|brainless|clueless|gormless|witless|spineless|gutless|heartless|soulless|shameless|useless lot|lazy lot|stupid|dumb|thick as|absolute state|slow clap|get a grip|pull your fingers out|are you kidding|are you serious|are you people for real|for crying out loud|give a toss|give a damn|give a shit|give a fuck|couldnt be arsed|cant be arsed)
`,
    de: `
(idiot|idioten|idiotisch*|vollidiot|vollidioten|depp|deppen|vollpfosten|trottel|volltrottel|dummkopf|dummkoepfe|hohlkopf|hohlkoepfe|hirni|hirnis|hirnlos*|schwachkopf|schwachkoepfe|schwachmat|schwachmaten|honk|honks|spast|spasten|spacken|flachzange|flachzangen|nulpe|nulpen|pappnase|pappnasen|knalltuete|knalltueten|witzfigur|witzfiguren|clown|clowns|kasperl|hampelmann|hampelmaenner|schlafmuetze|schlafmuetzen|schnarchnase|schnarchnasen|faulpelz|faulpelze|faulenzer|stuemper|dilettant|dilettanten|amateure|pfuscher|versager|totalausfall|totalausfaelle|intelligenzbestie|intelligenzbestien|analphabeten|ignoranten|hornochse|hornochsen)
(arsch|aersche|arschloch|arschloecher|arschgeige|arschgeigen|wichser|hurensohn|hurensoehne|penner|drecksack|drecksaecke|mistkerl|mistkerle|mistviecher|raffzaehne|raffzahn|gesindel|luegenpack|lumpenpack|diebespack|diebesgesindel|betruegerbande|verbrecherbande|sadisten|wahnsinnige|wahnsinnigen|psychopathen|unmenschen|halsabschneider|wegelagerer|gauner|ganove|ganoven|banditen|abzocker|betrueger|luegner|schwindler|geizhaelse|geizkragen|paragrafenreiter|sesselfurzer|hanswurst|kotzbrocken|lackaffe|stoffel|ruepel)
(scheisse|scheiss|scheissladen|scheissverein|kack|verdammt|verdammte|verdammten|verdammter|verdammtes|verflucht*|verfickt*|fuck|fucking|wtf|drecksladen|drecksverein|saftladen|sauhaufen|sauladen|saustall|affenzirkus|affentheater|kasperltheater|herrgott|herrgott noch mal|himmelarsch|zum teufel|zum geier|zum henker|fahrt zur hoelle|geht zur hoelle|schert euch|leckt mich|ihr koennt mich|verpisst euch|halt die fresse|pfui teufel|pfui)
(bloed|bloede|bloeder|bloeden|daemlich*|dumme|saudumm|strohdumm|bescheuert*|bekloppt*|behaemmert*|hirnverbrannt*|unverschaemtes pack|schaemt euch|noch ganz dicht|noch alle tassen|alle latten am zaun|nicht mehr alle|lack gesoffen|den arsch hoch|reisst euch am riemen|gehts noch|spinnt ihr|spinnt der|seid ihr irre|tomaten auf den augen)
`,
  },
};
