/**
 * German words by how they sound, from 1 (a little) to 3 (strong): our own list, umlauts written out as `fold` writes
 * them. `word*` covers its inflections and compounds. Packages hold none that is worth having: natural's `pattern` list
 * (facts/language.md 3) fills in what is missing here.
 */
export const germanPositive: Readonly<Record<1 | 2 | 3, string>> = {
  3: `liebe lieben liebt liebst geliebt lieblings* begeister* fantastisch* phantastisch* grossartig* hervorragend* ausgezeichnet*
    exzellent* perfekt* wunderbar* wundervoll* wunderschoen* traumhaft* genial* sensationell* brillant* ueberragend* bombig
    geil geile geiler geiles geilste* mega megageil hammer bestens beste bester bestes besten spitze spitzen* klasse weltklasse grandios*
    fabelhaft* herrlich* vorbildlich* toll tolle toller tolles tollen tollste* super superb* hurra juhu jubel* yeah yay
    unschlagbar* erstklassig* vorzueglich* glanzleistung glueckwunsch* gratulier* gratulation* einwandfrei* tadellos* hinreissend*
    bezaubernd* wow bravo chapeau epic episch* verliebt* traumtag hammergeil spitzenmaessig* entzueck* unvergesslich* koestlich*`,
  2: `gut gute guter gutes guten gutem schoen schoene schoener schoenes schoenen schoenem schoenste* freu freue freuen freut freust gefreut freude vorfreude
    gluecklich* glueck zufrieden* lecker* nett nette netter nettes netten netteste* freundlich* hilfsbereit* sympathisch* danke dankeschoen
    dankbar* vielen_dank empfehl* empfiehl* lob lobe loben lobt gelobt lobenswert* respekt stark cool coole cooler cooles coolen
    erfolg* gewinn gewinnen gewinnt gewonnen sieg siegt siegen gesiegt sieger* gewinner* spass spassig* lustig* witzig* angenehm* gemuetlich*
    entspannt* kompetent* zuverlaessig* reibungslos* gelungen* hilfreich* beeindruck* faszinier* spannend* interessant* interessante*
    suess suesse suesser suesses huebsch* niedlich* knuffig* goldig* herzlich* herzallerliebst* lieb lieber_mensch liebevoll* liebenswert* laechel* lachen lach lacht gelacht
    grinsen grins feiern feier gefeiert party* prima prachtvoll* praechtig* ideal* optimal* wohl wohlfuehl* geniess* genoss* geniesst
    vorteil* verbesser* optimier* barrierefrei saniert modernisiert* eroeffn* freigegeben funktioniert klappt geklappt puenktlich* gerettet rettet
    sauber saubere bequem* komfortabel* elegant* charmant* kreativ* talentiert* sexy attraktiv* vorzug* kostenlos* gratis geschenk* gewuerdigt
    sonnig* sonnenschein romantisch* friedlich* harmonisch* motiviert* erleichter* erfreu* erfrisch* wertvoll* hochwertig* preiswert* guenstig*
    schnuckelig* fein feine feiner feines knaller kuss kuesschen knutsch* umarm* vermiss_nicht traum traeumchen haha hahaha hihi hehe lol xd
    gesund gesunde gesundheit_gut freiheit frieden hoffnung* hoffnungsvoll* mutig* tapfer* ehrlich* fair faire vertrau* stolz`,
  1: `gern gerne okay ok passt schnell schnelle schneller schnelles einfach_gut neu neue richtig klar hoffentlich endlich hoffe hoffen willkommen
    guten_morgen morgaehn guten_appetit lohnt lohnen lohnenswert* praktisch* nuetzlich* sinnvoll* sicher sichere sicherheit ruhig* bereit
    zustimm* stimmt wichtig* frei frohe frohes froh froehlich* munter* wach wach_frisch warm sommer* urlaub* ferien wochenende
    unterstuetz* helfen hilft hilfe_danke geholfen bedanken bedankt kuscheln kuschel* herzchen mag moegen moechte_gern chillen chillig* chilln
    modern* neugierig* gelassen* vielfaeltig* fortschritt* innovativ* nachhaltig* ehre ausbau lichtblick barrierefreiheit zugaenglich`,
};

export const germanNegative: Readonly<Record<1 | 2 | 3, string>> = {
  3: `hass hasse hassen hasst gehasst hasserfuellt* scheiss* scheis* kacke verkackt* beschissen* kotz* ankotz* angekotzt zum_kotzen fick* verfickt* arsch* wichser
    idiot* vollidiot* depp deppen trottel* vollpfosten penner* schlampe hurensohn* drecks* dreck drecksladen saftladen abzock* betrug betrueg* betrog*
    katastroph* desaster* unterirdisch* grauenhaft* grauenvoll* grausam* furchtbar* fuerchterlich* entsetz* schrecklich* abscheulich*
    widerlich* ekelhaft* eklig* ekel unverschaemt* unverschaemtheit frechheit dreist* unfassbar unfassbare unglaublich_schlecht inakzeptabel* skandal*
    schande schandfleck schaebig* miserabel* miserable* mies miese mieser mieses miesen miesest* horror* alptraum* albtraum* hoelle hoellisch* verrecken
    nie_wieder finger_weg warnung abgrund* zumutung unzumutbar* menschenverachtend* rassis* nazi nazis mord moerder* ermord* toedlich* tote toten getoetet
    vergewaltig* terror* anschlag attentat gewalt* leiche* schlimmst* schlechtest* drecksbahn scheissbahn wtf hirnlos* widerwaertig* verbrecher*`,
  2: `schlecht schlechte schlechter schlechtes schlechten schlechtem verschlechter* schlimm* enttaeusch* aerger aergerlich* aergern aergert geaergert aergernis* veraerger* wut
    wuetend* sauer stinksauer nerv nerve nerven_weg nervt nervig* genervt entnervt* nervend* dumm dumme dummer dummes dummheit bloed bloede bloeder bloedes bloeden bloedsinn daemlich* doof doofe doofer doofes
    traurig* trauer trauern weinen weine weint geweint heul* tränen traenen deprim* depress* verzweif* hoffnungslos* einsam* angst aengst* panik* schmerz* weh wehtun leid leiden
    leidet krank kranke kranker erkrank* krankheit kaputt* defekt* stoerung* gestoert ausfall ausfaelle ausfallen ausgefallen faellt_aus faellt verspaet* zu_spaet
    versagen versagt versager* gescheitert scheitern scheitert niederlage* verlieren verliert verloren verlor pleite insolven* bankrott* mist verdammt* verflucht* fluch
    mangelhaft* mangel maengel ungenuegend* fehler fehlerhaft* fehlt fehlend* gesperrt* sperrung* streik* bestreik* chaos* chaotisch* unfaehig* inkompetent* unprofessionell*
    unfreundlich* unhoeflich* respektlos* arrogant* ueberheblich* ignorier* ignoranz ausgelacht luegen luegt luege luegner* gelogen verarsch* verarscht
    falsch falsche peinlich* laecherlich* armselig* erbaermlich* jaemmerlich* unsinn quatsch nutzlos* sinnlos* zwecklos unnuetz* unbrauchbar* ueberteuert* wucher
    verschmutzt* schmutzig* dreckig* stinkt stinken gestank gammel* verdorben* schimmel* ranzig* versifft* kalt_gelassen ungeniessbar* unertraeglich* unmoeglich* unbenutzbar*
    beschwer* beschwerde* beanstand* reklam* kuendig* stornier* gestrichen abgesagt gecancelt verweiger* verpasst* verschwunden geklaut gestohlen diebstahl dieb diebe einbruch
    unfall* verletz* verletzt* gefahr gefaehrlich* bedroh* droht drohung* krieg* krise* konflikt* kaempf* feind* verboten* illegal* korrupt* kriminell* straf* festgenommen verhaftet
    tod stirbt sterben gestorben verstorben opfer* brand brennt feuer explodier* zerstoer* beschaedig* vandal* gepluendert ueberfall* pruegel* geschlagen
    hilflos* wehrlos* benachteilig* diskriminier* ausgeschlossen ungerecht* unfair* versaeum* vernachlaessig* verwahrlos* marode* baufaellig* stillstand steckengeblieben stecken_geblieben
    nirgends versaut* vermiest ruiniert ruinier* grottig* grotte lahm lahme lahmer langweil* oede trostlos* fies fiese gemein gemeine boese boeser hinterhaeltig* abartig* pervers*
    unpuenktlich* zugausfall* zugausfaelle ueberfuellt* voellig_ueberfuellt stau staus warte_ewig ewigkeit ewig vergeblich* umsonst_gewartet nix_geht geht_nicht`,
  1: `leider schade problem probleme problemen problematisch* schwierig* schwer muede muedigkeit gestresst stress* anstrengend* kopfschmerz* erkaeltet* erkaeltung schnupfen fieber husten
    warten warte wartet gewartet wartezeit* kritik kritisier* kritisch* zweifel* unsicher* sorge sorgen besorgt* befuercht* bedauer* bedauerlich* vermiss* fehlen seltsam* komisch*
    merkwuerdig* fragwuerdig* zweifelhaft* laut laute laerm* kalt regen regnet dunkel finster* dunkelheit eng teuer teure teurer kostet kosten verlust* schaden schaeden
    schuld* klage klagen verklag* vorwurf vorwuerf* protest* demonstr* gegner* ablehn* absage* scheidung trennung getrennt verzoeger* dauert keine_ahnung egal aua autsch
    huerde* barriere* hindernis* treppe_statt unzureichend* unklar* unverstaendlich* umstaendlich* kompliziert* ausser_betrieb baustelle* umleitung* entfall* entfaellt ersatzverkehr schienenersatzverkehr
    ueberlast* ueberforder* enttarnt rueckgang sinkt gesunken arbeitslos* armut arm hunger schlaflos* verwirr* ignoriere halt_nicht boah oje ohje omg puh ey menno mann_ey hae tja naja
    stoert stoeren stoerend* vergessen vergisst verschlafen verpennt blamier* blamage* eigentor abstieg verletzungs*`,
};
