/**
 * Words one letter away from one that a phrase holds ("gegangen", "gefangen"; "tapped", "trapped"): real ones, which are
 * not to be mended. Met in posts.
 */
export const realWords = {
  en: `moore booth refugee starring stoops trees lesser warren losses supper queer latter grass fiancee manny madden balloon careers brooke barre halls rapped hopped starred copped comma brass fills steep hopping finnish torre roost hatter troop weeds tinny allot bellow looses shott buffett litter scarred filling filled holly dessert loose choose noose planned winning dinning stripped gripped dinner robber tapped wedding addiction additive aggression altitude analyses analysis announcers apologists apparat apparel appealed appetizing
    aptitude arising arrest assumed attaching autopay babbled backed bagging bailing bangers banker bankers barley
    barring batista battles beached beamer bearing beefing bending bidding blankets blanks blended blinding blinking
    bobbing bolster bondage bothers bounding bowing bowling bracing brainer braised branded braving breathed breeder
    breeding bridging bubbles bugging burying buster busting busyness buttery caching calming calving capping caricature
    cashed cashing casually cellular centimeters chancel changes chargers charmer chatter chirped chucking clamping
    clashed clashes clashing clattered cleansing clearing clever clipped clocking cloning clothing cloying clutches
    collage commenced complexion compliant concealed concept concession conform conformation contest context contracted
    contrast contrasts convection convert corner courting coveted cracking cranked crashers created creating creation
    criticize crocked crowned crumpled crushes crushing crystal curing currant cursing daring debated debuted decides
    decreased defeats defects depleted desert deserted despatch despatched detective discussion distract divers divided
    diving doubted downed downing drafting dripped drooped drubbing drunken dunker earrings ejection emergencies empires
    employers estate evaluate exited expansive explores exploring expose extensive falters farther feuding fiance fights
    finest firearms flailing flaking floored forming freezers frying fueling funding gaping generate genetic gentleman
    graceful grafted granddad granite granting grasping greater grinning grosse growing habits halfway handing handler
    handling hangover hardness harping haters hating headers hemming herding herring honored hunting hurling inciting
    infections inferior infested injected insert instill intense interval krater lacking lending lightening lodging
    longing looming looting lunched marches marmalade marred mattered mediation meditation meditations messing minster
    mishandled misusing moaning morale mourning mucking needless neighbors nether noting offences offends offense
    organization overdone overhears painted painter painters pallets panning parting patent patting pausing payers
    peasant peeking pennant petting pheasant piling pitched planted planting plattform playback pleaded pleated plugged
    pointer polling portman potion potions powdered prayers premise printed printers produces program property prospect
    pulling punches qualify quartier rainfall ranking reacting reaping rearing rebooted refuted relied remainder
    remedies renders renter renters renting replaying resist resorted resorting resorts respite retainer retaining
    retching reused revenue revered reverted revolve revolving rewards robbery rowling sacred salter sayings scaling
    scamming scandal scattered schacht schutz schwerin scolding scouted scouting scrapped section seniors settling
    severs shameless shavings shirking shogun shooter shootout shutout sifted sighting silver singing sinking sinner
    siting skelton skinner slammed slamming slaying slurping smarter smeared sneaker sneakers sneaking snickers snoring
    snorting snuffed soaking soldering spammed spammer spanking sparkling sparring speeding spilled spirits sporting
    sprint sprite spurred sputters squealing squeals squished stacked staked stamped starched starke starlet startling
    stated stations stepped stepping sterling stints stocked stoking stomped stomping storing stranding streaking
    streamed stringer stripped stronger stuffed sturgeon stutter sundaes sunning swearing swinging tables tacked tapped
    tapping taster testing thinker thinkers thorough threads ticked topped topping torched trailing transmit trapping
    treats trough trucking tuning unloaded unseen vetting violet warming wheeling wherever widows withhold wondered
    wonders`,
  de: `bussen palle allee lasst armee bonne huelle saale frisst tonne reissen rennt kannte kannten quitte homme matte mamma begann boote booten passte wappen komma caffe stollen hausse appell spittal damme waage grippe bellt staffeln katzenstaffel malle sitte steiff carre getroffen angetroffen uebertroffen wiedergetroffen rohstoffen hasse rasse betten retten ketten bitten kassen gassen tassen massen wetten blassen chasser poissons courrier donne notte killeen starr abfaehrt abgeben abgefahren abgegeben abgeholt abgelaufene abgelegt abgelenkt abschluss absicht abstand adress
    ambulante anfahrt angehen angepasst angesagt angeschlossen angezogen anlegen anreise anschlag auffaellt auffahrt
    aufgang aufgehoben aufgenommen aufgeregt aufgerissen aufgesetzt aufgetaucht aufgewacht aufhalten aufsehen augenbraue
    ausgelegt aushang ausstiegen besonderes bezahlten bildung blinken braeuchte brille brueche charakter deines dienen
    drehte druecker dueren einigen einiges einlaufen erheben erlaubten erscheinen flaschen freunden gedreht gefahren
    gefallen geflickt gefuehrt gegangen gehalten geheilt gehoben geholfen geladen gelegen gelesen gelungen gemieden
    geparkt gerannt geraten geredet gereicht gerissene gerufen gesaess geschaeft geschossen gesessen gestalten gestiegen
    gestrickt gesungen getippt getraeumt gewaehlt gewandert gewartete gewaschen geweint gewollt geworden gezahlt gezeigt
    gezogen gezuckt groesste hindern hinten hinteren kennen koenne konzept krueppel laender langer letztens lichter
    machte maerchen neustadt patientin quetschen rauschen reichen renner schacht schaemt schale schalke schatten
    schaufel schaute scheine scheinen schenken schert schicke schieben schlaf schlafe schlappen schlossen schraenke
    schreie schreien schutz schwere schwerin selten seniorin sicheren spitzen sprachen stadion starken starren stehlen
    stellten stornierte stuermen stuetze stuetzen teuren ueberlegt uebertreiben unterhaelt unterschrieben verbracht
    verdient verfangen vergisst vergnuegen verirrt verkauft verlangen verlasse verlassen verlauf verlegen verliebte
    verlieh verrueckt versagen versammelt verschickt verschlafen verschwinden verspielt verstehen versteht versuchte
    versuchten vertrauen verwandte verweisen verwendet verziehen vormieter vorstand wechsel weitergeben wiederholen
    wuenschte wunsch zeiten`,
  /** Who somebody is, names and places: mended, "Greta" would be great and "Schwede" heavy. */
  names: `schwulen rentnern autists barbadians shiite reverend transman charles steven stephen brian brians walters willies heathers lauren denise christas anils walkers schaefer katie abbys greta clints sylvester barbel margots hanness damlas emine emines fatih lales driss faridas faris raeds bijan liens marcelo marcello andres elise laure cosimos antti niina reuters scholz schramm cetins moreau andersen bremen surreys erlangen sardinien peking serben letten finne schwede schweder schott schotten alger behindertin blinden pensionaer erwachsenin gehbehindertin nonne finnisch`,
} as const;
