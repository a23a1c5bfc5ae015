/** More words for who somebody is, beside identity-terms.ts: peoples, beliefs, bodies, ages. Folded; plurals in -s are added. */
export const morePeoples = `
  impaired ire iren irin student pupil apprentice trainee citizen azubi azubis south north sri puerto costa cape equatorial
  andorran antiguan belizean bruneian verdean chadian comoran djiboutian timorese gabonese grenadian ivoirian marshallese micronesian nauruan nigerien palauan papuan seychellois leonean
  tuvaluan hongkonger basque catalan breton cornish sicilian sardinian corsican bavarian swabian flemish walloon frisian sami inuit cherokee navajo apache sioux hawaiian alaskan texan
  californian floridian londoner parisian berliner viennese venetian neapolitan punjabi bengali tamil gujarati marathi telugu malayali pashtun hazara uyghur uighur rohingya hausa yoruba igbo
  zulu xhosa tutsi hutu berber bedouin copt maronite assyrian ossetian chechen dagestani tatar sinhalese hmong cantonese manchurian ashkenazi sephardic romani sinto dane swede spaniard
  frenchman frenchwoman frenchmen frenchwomen englishman englishwoman englishmen irishman irishwoman irishmen scotsman scotswoman scot welshman welshwoman dutchman dutchwoman briton brit
  aussie yank slovene bosniak luxembourger icelander greenlander faroese muscovite kirghiz salvadorian antillean martiniquan creole cajun latine chicana gabon lesothan swati eswatini sahrawi
  tuareg maasai kikuyu luo fulani wolof mandinka ashanti akan amhara oromo tigrayan ewe shiite sunnite ismaili ahmadi ahmadiyya salafi hasidic haredi jehovah jehovahs mennonite calvinist
  episcopal episcopalian congregationalist gnostic heathen druid spiritualist animist parsi satanist humanist secular secularist irreligious nonreligious religious devout believer unbeliever
   monk priest rabbi imam vicar pastor bishop clergyman reverend mosque synagogue gurdwara churchgoer torah quran koran ramadan hanukkah theist deist nonbeliever interfaith zionist bi
  polyamorous demisexual omnisexual sapphic genderfluid agender bigender androgynous transmasculine transfeminine transman transwoman transgendered hetero lgbtqia lgbtqi lgbtqi2 enby bloke
  chap lassie dude widow widower gran granny grannies nan nana grandad granddad gramps grandparent stepmother stepfather stepmom stepdad stepson stepdaughter godmother godfather
  spouse bride groom fiance fiancee housewife househusband womanhood bachelor divorcee coloured colored skinned bipoc poc bame ethnic ethnicity ethnically racial descent heritage brownskinned
  autism adhd dyslexic epileptic diabetic paraplegic quadriplegic tetraplegic amputee neurodivergent neurodiverse neurotypical abled bodied impaired handicapped dyspraxic aspergers
  schizophrenic bipolar visually teen teenage adolescent retired millennial boomer octogenarian septuagenarian centenarian adult grownup youngster oap geriatric asylum seeker gypsy gypsies
  tourist newcomer undocumented stateless
`;

/** As `peopleStems`. */
export const moreStems = `
  dunkelhaeutig hellhaeutig aelter minderjaehrig schuel schueler weiblich maennlich diverser autistisch asexuell
  kirgis tadschik luxemburg moldau moldaw moldauisch zypriot zyprisch kosovo nordmazedon monegass sardisch sizilian katalan bask korsisch bretonisch flaemisch wallonisch friesisch ostfries
  bayerisch bayer bayr schwaebisch schwab saechsisch sachs hessisch thueringisch rheinlaend westfaelisch pfaelz fraenkisch badisch muenchn tirol kaernt steir vorarlberg ossi wessi ostdeutsch
  westdeutsch norddeutsch sueddeutsch afrodeutsch deutschtuerk russlanddeutsch rumaeniendeutsch aussiedl spaetaussiedl einwander zuwander zugewandert eingewandert auslaend gefluechtet
  asylbewerb asylsuch heimatlos staatenlos einheimisch staemmig tuerkischstaemmig arabischstaemmig russischstaemmig nordafrikan westafrikan ostafrikan zentralafrikan suedkorean nordkorean
  suedamerikan nordamerikan lateinamerikan mittelamerikan osteuropae westeuropae suedeuropae nordeuropae suedlaend morgenlaend orientalisch sintizz romn jenisch zigeun dunkelhaeut hellhaeut
  farbig hautfarb gemischt gambisch gambi guine malisch mali togo togoles benin burkin nigrisch tschad gabun sambi malaw mosambik namib botswan madagass mauriti ruandisch burundisch
  sierraleon dschibut somalisch jemenitisch omanisch katar kuwait bahrain emirat kurdisch zaza assyr aram armenisch tschetschen baschkir uigur singhales bengal punjab paschtun belutsch burmes
  birman laot kambodschan singapur taiwan hongkong tibetisch nepalisch bhutan malediv srilank fidschi tongaisch papua jamaikan karibisch trinidad barbad baham guyan surinam paraguay uruguay
  guatemaltek hondur nicaragu salvador costarican panamaisch dominikan puertorican hispanisch lutherisch reformiert freikirchlich baptistisch methodistisch mennonit pfingstl neuapostolisch
  zeuge zeugin jehova altkatholisch griechischorthodox schiit schiitisch sunnit sunnitisch salafist drus jesidisch alevitisch zoroastr taoistisch konfuzian shintoist heid heidnisch glaeubig
  strengglaeubig andersglaeubig tiefglaeubig religioes konfessionslos religionslos nichtglaeubig saekular nonn moench pfarr rabbin kopftuch kippa koptisch kopt aramaeisch orthodoxisch
  agnostisch nonbinaer intergeschlechtlich transgeschlechtlich transfrau transfrauen transmann transmaenn intersexuell pansexuell demisexuell gleichgeschlechtlich geschlechtslos aelt juenger
  betagt hochbetagt pensioniert pensionaer rentn volljaehrig jugendlich erwachsen halbwuechsig greis verwitwet witw witwer geschieden alleinerziehend alleinstehend hausfrau hausmann hausmaenn
  student studentisch studierend azubi autistisch gehbehindert sehbehindert hoerbehindert schwerbehindert koerperbehindert mehrfachbehindert lernbehindert schwerhoerig querschnittsgelaehmt
  gelaehmt epileptisch epilept kleinwuechsig legasthen neurodivers beeintraechtigt rollstuhlfahr sehbeeintraechtigt geistig nichtbehindert
`;

/** More countries and towns, also such as are written small in haste. None that is a word as well ("essen", "nice", "reading", "zug"). */
export const morePlaces = `
  albany albuquerque anaheim anchorage arizona arkansas arlington auckland bakersfield baltimore barcelona baton rouge belgrade boise bologna bordeaux brasilia bratislava brisbane bucharest
  buenos aires calgary california canberra caracas carolina casablanca cincinnati cleveland colorado columbus connecticut dakota delaware des moines edmonton fargo florence florida fresno
  galway geneva glendale hawaii honolulu idaho illinois indiana indianapolis iowa jacksonville jakarta johannesburg kabul kampala kansas kathmandu kentucky kiev kyiv krakow krakau lahore laos
  lima lisboa lissabon lodz louisiana louisville lyon macedonia malta manila marrakesh marseille maryland massachusetts memphis michigan milan milano milwaukee minneapolis minnesota minsk
  mississippi missouri monaco mongolia montana montenegro montevideo nashville nebraska nevada newcastle newark nicaragua nicosia nottingham norwich oakland ohio oklahoma omaha ontario oregon
  osaka ottawa oxford cambridge panama pennsylvania pittsburgh porto portsmouth quebec queensland quito riga riyadh rwanda sacramento santiago sarajevo saskatchewan scottsdale seoul sheffield
  singapore slovakia slovenia southampton stockton strasbourg suffolk surrey sussex swansea tallinn tampa taipei tanzania tasmania tbilisi tehran tennessee texas tonga toulouse trieste tucson
  tulsa tunis turin utah utrecht valencia venice vermont vilnius wakefield wellington wichita winnipeg wisconsin wyoming yemen yorkshire zagreb zambia barbados bahamas belarus belize botswana
  brunei burkina faso burundi cambodia comoros cyprus djibouti dominica estonia fiji gambia grenada guatemala guinea guyana honduras kazakhstan kyrgyzstan latvia liberia lithuania luxembourg
  madagascar malawi maldives mauritania mauritius moldova mozambique myanmar burma namibia nauru niger oman palau qatar samoa seychelles sierra leone somaliland lanka suriname swaziland
  tajikistan turkmenistan tuvalu uzbekistan vanuatu aachen augsburg baden bielefeld bochum bonn bottrop brandenburg braunschweig bremerhaven chemnitz cottbus darmstadt detmold duisburg
  eisenach emden erfurt erlangen esslingen flensburg freiburg friedrichshafen fuerth fulda gelsenkirchen giessen goerlitz goettingen goslar greifswald guetersloh hanau heidelberg heilbronn
  herne hildesheim ingolstadt jena kaiserslautern karlsruhe kassel kiel klagenfurt koblenz konstanz krefeld landshut leverkusen linz luebeck ludwigsburg ludwigshafen lueneburg luzern
  magdeburg mainz mannheim marburg moenchengladbach muelheim muenster neuss oberhausen offenbach oldenburg osnabrueck paderborn passau pforzheim potsdam recklinghausen regensburg remscheid
  reutlingen rosenheim rostock saarbruecken salzburg salzgitter schleswig schwerin solingen graz basel bern genf lausanne winterthur innsbruck bregenz stralsund thueringen sachsen hessen
  bayern westfalen niedersachsen saarland trier tuebingen ulm wiesbaden wolfsburg wuerzburg wuppertal zwickau castrop rauxel steiermark kaernten burgenland niederoesterreich oberoesterreich
  ruhrgebiet allgaeu mallorca teneriffa lanzarote ibiza kreta sizilien sardinien korsika toskana aethiopien algerien armenien bolivien bosnien botsuana bulgarien elfenbeinkueste estland
  grossbritannien indonesien irland jemen jordanien kambodscha kasachstan kirgisistan kongo lettland libyen litauen madagaskar malediven mauretanien mongolei neuseeland nordmazedonien
  philippinen ruanda sambia arabien schottland serbien simbabwe slowakei slowenien suedafrika tadschikistan tansania tschechien tunesien usbekistan weissrussland zypern palaestina mailand
  venedig neapel florenz bruessel antwerpen rotterdam haag warschau breslau danzig prag bruenn pressburg bukarest belgrad athen saloniki ankara izmir antalya moskau petersburg kiew lemberg
  tiflis eriwan bagdad teheran kairo algier kapstadt peking schanghai tokio hanoi saigon bangkok
`;
