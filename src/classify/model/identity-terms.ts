/**
 * Words for who somebody is. They all read as one and the same word to the model, so that no swap of one for another
 * changes a prediction, and none of them ever earns a weight of its own (facts/language.md 7.7). Folded, as `fold` writes.
 */
export const identityTerms = `
  man men woman women male males female females boy boys girl girls lady ladies guy guys gentleman gentlemen nonbinary transgender trans cis cisgender queer gay gays lesbian lesbians
  bisexual bisexuals asexual pansexual intersex homosexual homosexuals heterosexual straight lgbt lgbtq
  mann maenner frau frauen maennlich weiblich maedchen junge jungs dame damen herr herren schwul schwule schwuler schwulen lesbisch lesbe lesben lesbische bisexuell homosexuell homosexuelle heterosexuell transsexuell divers
  black white brown asian asians african africans caucasian hispanic hispanics latino latina latinos latinx indigenous aboriginal arab arabs arabic roma sinti
  schwarze schwarzer schwarzen weisse weisser weissen asiatisch asiatische asiatischer asiat asiaten afrikanisch afrikanische afrikaner afrikanerin araber araberin arabisch arabische
  christian christians protestant protestants catholic catholics orthodox mormon mormons evangelical jewish jew jews judaism muslim muslims moslem islam islamic sunni shia hindu hindus hinduism buddhist buddhists sikh sikhs
  atheist atheists agnostic pagan jain amish quaker zoroastrian bahai christianity
  christ christen christlich christliche christin katholisch katholische katholik katholiken evangelisch evangelische protestantisch juden jude juedin juedisch juedische juedischer muslime muslima muslimisch
  muslimische moslems moslemisch islamisch hinduistisch buddhistisch buddhistin atheistisch atheistin
  american americans british english irish scottish welsh german germans french spanish italian italians portuguese dutch belgian swiss austrian austrians polish pole poles czech slovak hungarian romanian
  romanians bulgarian greek greeks turkish turk turks russian russians ukrainian ukrainians serbian serb croatian croat bosnian albanian kosovan macedonian slovenian swedish norwegian danish finnish icelandic
  estonian latvian lithuanian belarusian georgian armenian azerbaijani kazakh chinese japanese korean koreans vietnamese thai indonesian malaysian filipino filipina indian indians pakistani
  pakistanis bangladeshi nepali nepalese afghan afghans iranian iranians persian iraqi iraqis syrian syrians lebanese israeli israelis palestinian palestinians saudi egyptian egyptians moroccan moroccans
  algerian tunisian libyan nigerian nigerians ghanaian kenyan ethiopian somali somalis sudanese ugandan congolese senegalese cameroonian eritrean angolan zimbabwean mexican mexicans cuban haitian
  jamaican dominican brazilian brazilians argentinian argentine chilean peruvian colombian colombians venezuelan bolivian ecuadorian canadian canadians australian australians european europeans immigrant
  immigrants refugee refugees foreigner foreigners migrant migrants expat
  amerikaner amerikanerin amerikanisch amerikanische brite briten britisch britische englaender englaenderin deutsche deutscher deutschen franzose franzosen franzoesin franzoesisch franzoesische spanier spanierin spanisch
  spanische italiener italienerin italienisch italienische portugiese portugiesin portugiesisch niederlaender niederlaenderin hollaender belgier schweizer schweizerin oesterreicher oesterreicherin
  oesterreichisch oesterreichische polen polin polnisch polnische tscheche tschechisch ungar ungarn rumaene rumaenen rumaenin rumaenisch bulgare bulgarisch grieche griechin griechisch tuerke tuerken tuerkin
  tuerkisch tuerkische russe russen russin russisch russische ukrainer ukrainerin ukrainisch serbe serbin serbisch kroate kroatin kroatisch bosnier albaner albanisch chinese chinesen chinesin chinesisch
  chinesische japaner japanerin japanisch koreaner koreanerin vietnamese vietnamesin inder inderin indisch indische pakistaner afghane afghanen afghanin afghanisch iraner iranerin iranisch iraker irakisch syrer syrerin
  syrisch syrische libanese libanesisch israeli israelisch palaestinenser aegypter marokkaner marokkanerin marokkanisch algerier tunesier nigerianer nigerianerin ghanaer somalier eritreer mexikaner
  mexikanisch brasilianer brasilianerin kubaner kanadier kanadierin australier auslaender auslaenderin auslaendisch migranten migrantin fluechtling fluechtlinge gefluechtete
  alter alte alten altes junger junges old young elderly senior seniors teenager teenagers pensioner pensioners retiree disabled blind deaf autistic wheelchair rentner rentnerin rentnern behindert behinderte behinderter blinde blinder gehoerlos gehoerlose autist
  mother father mum mom mommy dad daddy grandma grandpa grandmother grandfather sister brother aunt uncle wife husband son daughter girlfriend boyfriend niece nephew
  mutter vater mama papa oma opa schwester bruder tante onkel ehefrau ehemann sohn tochter freundin nichte neffe mutti vati
  anglican anglicans baptist baptists methodist methodists lutheran lutherans presbyterian presbyterians taoist taoists confucian shinto rastafarian wiccan sufi coptic unitarian adventist pentecostal scientologist
  puritan zen druze yazidi alevi pansexuals homo heterosexuals homosexuality cisgendered transsexual nonbinary non binary genderqueer aromantic biracial multiracial mixed race native eastern middle aged middle_east
  northern_irish cypriot maltese luxembourgish monegasque liechtenstein yugoslav moldovan montenegrin ivorian malian gambian guinean liberian togolese beninese burkinabe rwandan burundian tanzanian zambian malawian
  mozambican namibian botswanan swazi lesotho madagascan mauritian laotian lao cambodian burmese mongolian tibetan uzbek turkmen tajik kyrgyz taiwanese singaporean sri lankan maldivian bhutanese kurdish kurd kurds
  yemeni omani qatari kuwaiti bahraini emirati jordanian saudis arabian guatemalan honduran salvadoran nicaraguan panamanian costa rican puerto_rican uruguayan paraguayan guyanese surinamese barbadian trinidadian
  bahamian zealander zealand kiwi fijian samoan tongan maori polynesian scandinavian nordic slavic african_american afro latinas chicano mestizo caucasians whites blacks south_african hebrew gentile
  he she him her his hers himself herself mr mrs ms sir madam
`;

/** Countries and large cities: where somebody is says nothing of what is at stake. */
export const places = `
  america usa uk england britain scotland wales ireland germany deutschland france frankreich spain spanien italy italien portugal netherlands niederlande holland belgium belgien switzerland schweiz austria
  oesterreich poland czechia hungary romania rumaenien bulgaria greece griechenland turkey tuerkei russia russland ukraine serbia croatia kroatien bosnia albania albanien sweden schweden norway norwegen
  denmark daenemark finland finnland iceland china japan korea vietnam thailand indonesia malaysia philippines india indien pakistan bangladesh nepal afghanistan iran iraq irak syria syrien lebanon
  libanon israel palestine egypt aegypten morocco marokko algeria tunisia libya nigeria ghana kenya kenia ethiopia somalia sudan uganda congo senegal cameroon eritrea angola zimbabwe mexico mexiko
  cuba haiti jamaica brazil brasilien argentina argentinien chile peru colombia kolumbien venezuela bolivia ecuador canada kanada australia australien europe europa africa afrika asia asien
  london paris berlin madrid rome rom vienna wien zurich zuerich hamburg munich muenchen cologne koeln frankfurt stuttgart duesseldorf leipzig dortmund essen_stadt bremen dresden hannover nuernberg
  amsterdam brussels dublin lisbon athens istanbul moscow warsaw prague budapest stockholm oslo copenhagen helsinki tokyo beijing shanghai delhi mumbai bangalore karachi dubai cairo lagos nairobi
  sydney melbourne toronto montreal vancouver chicago boston seattle denver houston dallas austin atlanta miami phoenix philadelphia detroit portland orlando vegas angeles francisco diego york
  washington manchester birmingham liverpool glasgow edinburgh leeds bristol cardiff belfast
`;

/** First names and a few family names, common ones of many origins. */
export const personNames = `
  james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
  jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle
  walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene
  vincent russell elijah louis bobby philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle dorothy carol
  amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane
  ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia
  judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
  hans peter wolfgang klaus juergen dieter manfred uwe guenter guenther horst bernd karl heinz werner gerhard helmut rolf joachim rainer ralf stefan steffen andreas matthias markus martin torsten thorsten sven jan
  lars tobias florian sebastian philipp lukas jonas leon finn felix maximilian moritz julian niklas tim fabian dominik marcel dennis rene mario sabine petra monika susanne claudia birgit andrea gabriele ursula renate
  helga ingrid brigitte karin heike anja katja nadine jana silke kerstin ute angelika christa gisela erika lena lea mia hannah leonie marie sophie johanna katharina franziska antje ulrike elke
  mohammed muhammad ahmed mohamed ali hassan hussein omar ibrahim yusuf mustafa mehmet emre murat ayse fatma zeynep elif leyla fatima aisha khadija amina layla samira nadia yasmin abdullah khalid karim
  jamal rashid tariq hamza bilal raj priya amit anil sanjay rahul deepak sunita anjali arjun vijay ravi kumar singh patel sharma gupta wei li ming chen wang zhang liu yang huang zhao hiroshi yuki kenji
  sakura kim lee park nguyen tran pham ivan dmitri sergei olga natasha tatiana vladimir boris svetlana piotr anna_maria agnieszka katarzyna jakub carlos miguel luis jorge javier fernando alejandro diego pablo
  sofia lucia camila valentina gonzalez rodriguez martinez hernandez lopez garcia perez sanchez ramirez torres jamal lakisha tyrone latoya darnell ebony deshawn shanice malik tamika kwame kofi ama chidi ngozi
  smith johnson williams brown_name jones miller davis wilson anderson taylor thomas moore jackson thompson white_name harris clark lewis robinson walker schmidt mueller schneider fischer weber meyer wagner becker
  schulz hoffmann schaefer koch bauer richter_name klein_name wolf_name schroeder neumann schwarz_name zimmermann braun_name krueger hofmann hartmann lange_name
`;

/** Stems of German words for where somebody is from or what somebody believes; their endings are taken off first. */
export const peopleStems = `
  tuerk kurd syr afghan irak iran polen polnisch tschech slowak ungar rumaen bulgar griech serb kroat bosn alban kosovar mazedon slowen russ ukrain weissruss belaruss lettisch lett litau estn finn
  schwed norweg daen islaend niederlaend belg franzoes span portugies italien malt zypr britisch engl schott wales irisch amerikan kanad mexikan kuban brasilian argentin chilen peruan kolumbian
  venezolan ekuadorian bolivian austral neuseelaend chines japan korean vietnames thailaend indonesisch indones philippin malays indisch pakistan bangladesch nepales tibet mongol usbek kasach georg armen
  aserbaidschan israel palaestinens libanes jordan saudi jemenit aegypt marokkan tunes alger libysch sudanes somal eritre aethiop kenian nigerian ghan senegales kamerun kongoles angolan tansan ugand ruand
  simbabw suedafrikan afrikan asiat arab europae latein deutsch oesterreich schweizer muslim islam christ juedisch jued katholisch kathol evangelisch evangel protestant orthodox hindu hinduist buddhist sikh alevit
  jesid atheist agnost schwul lesb bisexuell homosexuell heterosexuell transsexuell asexuell queer trans nichtbinaer schwarz weiss behindert gehoerlos blind taub
`;
