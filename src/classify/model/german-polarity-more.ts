/** More German words by how they sound, as those of german-polarity.ts, which keep their value where both hold a word. */
export const moreGermanPositive: Readonly<Record<1 | 2 | 3, string>> = {
  3: `phaenomenal* famos* exquisit* formidabel* makellos* mustergueltig* unuebertroffen* unvergleichlich* meisterhaft* meisterlich* himmlisch* goettlich* paradiesisch* fulminant* bravouroes* spektakulaer* bahnbrechend*
    umwerfend* atemberaubend* ueberwaeltigend* erstklass* hochklassig* weltklasse bockstark* hammermaessig* affengeil* obergeil* endgeil saugut bestnote* traumnote volltreffer goldwert genialst*
    meisterwerk* kompliment* daumenhoch fuenfsterne schwaerm* vergoetter* wunderschoenst* topp top topservice superservice superlecker supernett superfreundlich`,
  2: `aufmerksam aufmerksame aufmerksamer aufmerksames aufmerksamen zuvorkommend* entgegenkommend* hoeflich* hoeflichkeit gastfreundlich* warmherzig* gutherzig* ruecksichtsvoll* verstaendnisvoll* einfuehlsam* fuersorglich* geduldig*
    respektvoll* kundenfreundlich* kundenorientiert* serviceorientiert* servicefreundlich* fachkundig* sachkundig* fachmaennisch* professionell* versiert* erfahren erfahrene erfahrener gewissenhaft* sorgfaeltig* gruendlich* verlaesslich*
    vertrauenswuerdig* serioes* solide solider solides soliden robust* stabil* langlebig* hochwert* wertig* edel edle edler edles edlen schick schicke schicker schickes stilvoll* geschmackvoll* luxurioes* geraeumig*
    gepflegt* blitzblank* blitzsauber* reinlich* hygienisch* sauberkeit picobello ordentlich* uebersichtlich* benutzerfreundlich* bedienerfreundlich* unkompliziert* problemlos* muehelos* stressfrei* kinderleicht* fluessig*
    zuegig* flott flotte flotter flottes prompt prompte prompter effizient* effektiv* wirksam* lohnenswert* erholsam* wohltuend* belebend* frisch frische frischer frisches knusprig* saftig* aromatisch* schmackhaft*
    delizioes* vorzueglich* kulinarisch* appetitlich* gelungen* geglueckt* stimmig* stimmungsvoll* idyllisch* malerisch* reizvoll* reizend* anmutig* ansprechend* einladend* behaglich* heimelig* kuschlig* wohnlich*
    kurzweilig* unterhaltsam* amuesant* humorvoll* mitreissend* packend* fesselnd* bewegend* beruehrend* ergreifend* inspirier* motivier* ermutig* aufbauend* beeindruck* imponier* ueberzeug* begluecken* beglueckend* erfuellend*
    bewunder* bewunderns* schaetze schaetzt schaetzen geschaetzt* wertschaetz* lobpreis* wuerdig* hochzufrieden* vollstzufrieden glueckselig* selig freudig* heiter* vergnueg* gutgelaunt*
    liebling* favorit* highlight* hoehepunkt* glanz* gluecksgriff* schnaeppchen* fair fairer faires fairen gerecht* grosszuegig* kulant* kulanz transparent* nachvollziehbar* verbessert* besser besserer besseres besseren behoben repariert
    geloest geklaert erstattet gutgeschrieben wiederbekommen zurueckbekommen gelobt* sauber sauberer vorteilhaft* empfehlenswert* brauchbar* tauglich* alltagstauglich* durchdacht* ausgereift* ausgewogen* harmonisch*
    liebenswuerdig* umgaenglich* zugaenglich* zuversicht* optimistisch* hoffnungsfroh* lebensfroh* lebendig* energiegeladen*`,
  1: `angemessen* akzeptabel* annehmbar* passabel* ausreichend* befriedigend* okay leise ruhiger bequemer schneller guenstiger freundlicher netter leckerer sauberer puenktlicher erstaunlich* hell helle heller aufgeraeumt*
    gluecklicherweise erfreulicherweise dankenswerter* immerhin`,
};

export const moreGermanNegative: Readonly<Record<1 | 2 | 3, string>> = {
  3: `grottenschlecht* saumaessig* hundsmiserabel* bodenlos* himmelschreiend* haarstraeubend* hanebuechen* skandaloes* schaendlich* niedertraechtig* verwerflich* verabscheu* verachtens* verheerend* verhaengnisvoll* vernichtend* mordsschlecht*
    scheusslich* graesslich* ekelerregend* abstossend* widerwaertig* brechreiz* zumkotzen unertraeglich* indiskutabel* unverzeihlich* unentschuldbar* unzumutbar* betruegerisch* abzocke* abzocker* nepp wucherpreis* halsabschneid* gauner*
    ganoven* verbrecherisch* saftladen* drecksladen* schrott* schrottig* muellig* rotz* dreckig* niewieder niemehrwieder nevermore fingerweg vollkatastroph* totalausfall* supergau gau fiasko debakel* trauerspiel* armutszeugnis*
    schweinerei* sauerei* unding frechheiten lachnummer* witzfigur* kotzt kotze scheisse`,
  2: `lausig* schlampig* schluderig* schlud* nachlaessig* fahrlaessig* lieblos* herzlos* gefuehllos* kaltherzig* gleichgueltig* desinteressiert* teilnahmslos* unaufmerksam* unachtsam* ruecksichtslos* ruppig* schroff* barsch* patzig*
    pampig* muerrisch* griesgraem* missmutig* launisch* zickig* hochnaesig* eingebildet* herablass* abfaellig* abwertend* beleidig* kraenk* demuetig* erniedrig* aggressiv* feindselig* unfreundlichkeit* unhoeflichkeit* ungehobelt*
    ungeduldig* ungehalten* unkooperativ* unwillig* stur sture sturer bockig* inkompetenz* planlos* ahnungslos* unfaehigkeit* unqualifiziert* laienhaft* dilettant* stuemper* pfusch* gepfuscht verpfusch* murks* vermurks* verhunz*
    verbock* vergeig* verpatz* vermassel* unzuverlaessigkeit* unserioes* dubios* zwielicht* fadenscheinig* irrefuehrend* taeusch* getaeuscht* betrogen* hintergangen verlogen* unehrlich* unaufrichtig* geizig* gierig* raffgier* ueberzogen*
    ueberhoeht* unverhaeltnismaessig* unangemessen* sauteuer* schweineteuer* horrend* mager* duerftig* kuemmerlich* armselig* schaebig* abgenutzt* abgewrackt* heruntergekommen* runtergekommen* vergammelt* verrostet* verrottet*
    verschlissen* zerkratzt* zerrissen* zerbrochen* zersplittert* rissig* undicht* wackelig* wacklig* klapprig* instabil* fehleranfaellig* stoeranfaellig* anfaellig* verbuggt* buggy ruckelt ruckeln ruckelig* absturz abstuerz*
    laggt eingefroren unbrauchbarkeit* unbedienbar* unuebersichtlich* verwirrend* umstaendlich* kompliziert* muehsam* muehselig* zaeh zaehe zaeher langwierig* schleppend* langsam langsame langsamer langsames traege* trantuetig*
    langatmig* eintoenig* monoton* fad fade fader fades geschmacklos* versalzen* verkocht* angebrannt* matschig* labbrig* labberig* pappig* lauwarm* abgestanden* muffig* modrig* miefig* mief stickig* stinkig* uebelriechend*
    verdreckt* speckig* klebrig* schmierig* schmuddel* unsauber* unhygienisch* versaut* vermuellt* verwanzt* schimmlig* verdorben* unappetitlich* beengt* ueberlaufen* ueberbucht* rappelvoll* ungemuetlich* trist*
    deprimierend* niederschmetternd* frustrier* frust frustig* nervtoet* nervraub* stressig* anstrengend* ermuedend* zermuerb* aetzend* laestig* stoerend* unangenehm* unerfreulich* unerquick* bedrueck* beaengstig* erschreck* erschuetter*
    besorgniserreg* alarmierend* bedenklich* riskant* ungesund* giftig* schaedlich* unzufrieden* unzufriedenheit missvergnueg* empoer* erzuern* zornig* zorn verbitter* verzweifl* fassungslos* genervt* angefressen angepisst verstimmt*
    verdross* abraten abzuraten abgeraten meckern meckert gemeckert motzen schimpf* beklag* bemaengel* beschwert beschweren bereue bereut bereuen verabscheue* verachte* verfluche* verteufel* hasserfuell* schaemt schaem*
    zumutungen blamabel* beschaemend* unwuerdig* stuemperhaft* amateurhaft* chaosladen missachtet* vernachlaessigt* abgewimmelt* abgespeist* vertroest* hingehalten hinhaltetaktik* verschleppt* verschlampt* verbummelt* liegengelassen
    schlimmer schlechter nutzlosigkeit* wertlos* sinnfrei* idiotisch* bescheuert* bekloppt* behaemmert* schwachsinn* schwachsinnig* bloedsinn* affig* albern* laecherlichkeit* reinfall* fehlkauf* fehlgriff* flop flops enttaeuscht`,
  1: `mittelmaessig* maessig* durchwachsen* verbesserungswuerdig* ausbaufaehig* holprig* hakelig* unausgereift* unfertig* unvollstaendig* unpraktisch* unpassend* ungluecklich* ungenau* unzulaenglich* schwach schwache schwacher
    schwaches zweifelhaft* skeptisch* misstrau* ratlos* verunsicher* muerbe eiskalt* zugig* duster* laermend* verspaeten beunruhig* nachteil* nachteilig* umsonst ueberfluessig* wuerg* bitter bittere bitteres`,
};
