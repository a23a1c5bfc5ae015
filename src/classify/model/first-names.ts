/**
 * First names of many origins beside those of identity-terms.ts, folded. None that is a word of English or German in small
 * letters as well ("will", "hope", "can", "dank").
 */
export const firstNames = `
  liam oliver theodore lucas levi mateo gabe wyatt grayson isaac luca ezra jaxon josiah colton nolan ezekiel jameson caleb ian micah connor rowan gavin declan tristan xavier evan theo bennett
  wesley silas damian cameron emmett giovanni kaiden camden elias milo jasper barrett zayden dominic nathaniel emilio enzo cormac eamon fergus hamish alastair callum ewan angus rhys gareth
  dafydd owen nigel trevor clive graham barry neil craig stuart gordon malcolm ava scarlett mila nora camille zoey natalia emilia zoe leah lillian eleanor aubrey ellie isla lucy allison
  audrey bella claire aaliyah naomi eliana hailey madelyn gabriella caroline anaya alina josephine eloise imogen phoebe beatrice matilda freya niamh aoife ciara roisin saoirse sinead siobhan
  orla maeve bronwyn carys cerys rhian sian nicola gemma stacey tracey debbie shannon kayleigh chloe becky vicky katie jenny kate katy jess molly abby maggie sally wendy lynn lynne kimmy
  cathy peggy polly tina tanya trudy yvonne zelda greta hilda edith edna ethel mabel agnes harriet hattie henrietta winifred tommy timmy jimmy jim jake josh matt mike mikey nick nicky pete
  phil rick ricky ronnie steve teddy tony vince zack zach alex andy benny bernie brad charlie clint danny dave davey derek doug eddie ernie fred freddie gerry greg harry howard hugh hugo
  irving jeff jerome joel johnnie kenny lenny lou luke marcus marvin maury milton mitch moses nelson oscar quentin ralphie reggie rodney rufus rupert seth sheldon simon sylvester terrence
  toby todd tyrell tyson ulysses vernon warren wilbur winston anke annette anneliese antonia astrid babette barbel baerbel beate bettina bianca britta brunhilde carla carmen carolin christel
  christiane clara cornelia corinna dagmar daniela doerte dorothea edeltraud eleonore elfriede elisabeth elisa ella elfi emmi esther eva evelin frauke frieda friederike gabi gertrud gerda
  gesa gretel gudrun hanna hannelore hedwig heidi heidrun helena henriette hilde hildegard ilka ilona ilse imke ines inge ingeborg irene irmgard isabel isabell jasmin jessika jette josefine
  jule juliane jutta karla karolin kathrin klara kristin laila larissa leni lenja lieselotte lilli lina lisbeth liselotte lore lotta luisa luise lydia magda magdalena maike mareike margarete
  margit margot margret marianne marieke marina marion marita marlene marlies martina mathilda mechthild meike melanie melina merle michaela miriam monique nele nina ottilie pauline pia
  ramona rebekka regine ricarda romy ronja rosemarie roswitha saskia selma sibylle sieglinde sigrid silvia simone sina sonja stefanie svenja sybille tanja tatjana tilda toni traudel trude
  ulla uschi ursel valerie vanessa veronika waltraud wiebke wilhelmine wilma achim adalbert adrian albrecht alfons alfred aloys alwin anton armin arne arnold artur balthasar bastian benedikt
  bengt benno bernhard bertram bjoern bodo burkhard carsten christof christoph clemens constantin cornelius detlef detlev dietmar dietrich dirk eberhard eckhard edgar edmund egon ekkehard
  emil enno erhard erich erwin eugen ewald fabio ferdinand fiete franz friedhelm friedrich fritz gebhard georg gernot gerd gisbert gottfried gregor guido gunnar gustav hannes harald hartmut
  hartwig heiko heiner heinrich hendrik henning henrik herbert hermann hinnerk holger hubert hubertus ingo ingolf jakob janek janis jannik jannis jens joerg johann johannes josef jost justus
  karsten kaspar kilian klemens knut konrad konstantin korbinian laurenz lennart lennox leopold linus ludger ludwig maik malte manuel marc marco marek marian marko marten mathias matti
  mattis maurice mathis meik michel nico niels nikolai nikolas nils norbert ole olaf oskar ottmar pascal patrik raik raimund raphael reiner reinhard reinhold roland rudi rudolf ruediger
  sandro sascha sepp severin siegfried siegmar sigmund silvio soenke stephan theodor thilo thore tilo timo timon titus tjark torben udo ulf ulli ullrich ulrich valentin veit vinzenz
  volker volkmar walther wenzel wendelin wilfried wilhelm willi willy winfried wladimir wolfram yannick adem ahmet alper asli atakan aylin aysel ayten aziz bahar baris berkay beyza burak
  burcu busra cagla cem cemal cemil cengiz ceyda damla demir deniz derya dilara dilek doruk ebru ekrem elcin emel emine engin ercan erdal erdem erdogan eren erhan erkan erol ersin ertan esra
  ezgi fatih feride ferit figen filiz furkan gizem gokhan gonul guel gulay guelay guenes guerkan hakan halil halime haluk hamit hande harun hasan hatice hulya huelya huseyin hueseyin ilhan
  ilkay irem ismail kaan kadir kemal kerem kerim koray lale levent mahmut melek meltem merve mesut metin meryem nazli necati nesrin nihat nilay nuran nuray nurcan oktay okan onur orhan osman
  ozan oezlem ozlem pelin pinar ramazan recep reha ridvan rukiye sabri salih sedat selin selim semra serap serdar serkan sevda sevgi sevim sezen sibel sinan songul suleyman sueleyman taner
  tansu tarkan tolga tuba tugba tugce turgut ufuk ugur umit umut uemit vedat veysel volkan yalcin yasar yasemin yavuz yelda yildiz yilmaz yunus zafer zehra zuhal abbas abdallah abdel
  abdelkader abdi abdirahman abdul abdulrahman adil adnan afaf ahlam ahmad aicha akram alaa aliya amal amani amine amira amir anas anwar asma aya ayman ayoub aziza badr basma bassam bouchra
  dalia djamila driss fadi fahad faisal farid farida faris fathi fatou fawzi feisal firas ghada ghassan habib habiba hadi hafsa haifa hakim hala hamed hamid hamida hanan hani haroun hasna
  hatem hayat hicham hiba houda huda ibtissam idris ilham iman imad imane imran inaya ismael jaafar jabir jalal jamila jawad kamal kamila karima khadidja khaled khalil laith lamia latifa
  leila loubna mahdi maha mahmoud majid malak malika manal mansour mariam marwa marwan maryam mehdi mounir mourad mouna mounia muna munir mustapha nabil nadir naim naima najib najat
  nasser nawal nazir nidal nizar nour noor noura nura omran osama othman rabia rachid rafiq rahim raed rania rashida rayan reem rida riyad saad sabah sabrina saddam safa saida salim salima
  salma salwa sami samia samir shadi shaima sharif shirin siham soraya souad sufyan suleiman sumaya taha tahar talal tamer tarek wafa wael walid wassim yacine yahya yaser yassin yassine
  youssef youssouf zahra zaid zakaria zaynab ziad zineb arash arezoo arman azadeh bahram behrouz bijan cyrus dariush elham farhad farshid farzaneh fereshteh hooman hossein jafar kaveh kian
  kourosh laleh mahsa mahnaz masoud mehran mina mitra mohsen morteza nasrin navid negar nima niloufar omid parisa parvaneh parviz pouya reza roya saeed sepideh shahram shahin shapour siamak
  soheila yasaman aadi aarav aditi aditya akash akshay alok ananya anand anika anita ankit ankita anuj anurag aparna aravind archana arnav arun aruna ashish ashok ashwin avani ayaan balaji
  bhavna bharat chandra chetan daksh devika dhruv divya durga gaurav gauri gayatri geeta gita gopal govind harish harsha hema hemant indira isha ishaan jagdish jaya jayant jyoti kabir
  kajal kalpana kamala karan karthik kartik kavita kavya kishore komal krishna kunal lakshmi lalit leela madhav madhu mahesh manish manisha manoj meena meera mehul mohan mohit mukesh
  nandini naresh narendra naveen neel neelam neha nikhil nisha nitin padma pallavi pankaj parth pooja prabhu pradeep prakash pranav prashant pratik praveen preeti radha raghav raghu rajan
  rajat rajendra rajesh rajiv rakesh rama ramesh rani rashmi ravindra rekha renu ritu rohan rohini rohit roshan sachin sahil sandhya sandeep sangita sanjana sanjeev santosh sapna sarita
  satish saurabh savita seema shalini shankar shanti sharmila shashi shekhar shilpa shiv shivani shobha shreya shruti shweta siddharth sita smita sneha sonali sonia sridhar sudha sudhir suman
  sumit sundar sunil suresh surya sushma swati tanvi tarun umesh usha vandana varun vasant veena venkat vidya vikas vikram vimal vinay vineet vinod vishal vivek yash yogesh zara zainab
  aiko akira akiko asuka ayaka ayumi chihiro daichi daiki emiko fumiko haruka haruki haruto hayato hideki hikari hinata hiroki hiromi hitomi isamu itsuki jiro kaito kana kaori katsumi kazuki
  kazuo keiko keisuke kenta kenzo kohei koji kumiko kyoko makoto manami mariko masaki masato mayumi megumi michiko midori miho mitsuki miyuki mizuki momoko naoki naoko natsuki noriko osamu
  reiko rika rina ryota sachiko satoshi sayaka shigeru shinji shota sora sota takashi takeshi takumi tatsuya tetsuya tomoko toru tsubasa yamato yasuko yoko yoshiko yui yuka yukiko yumi yuna
  yuta yuto yuuki ahn bich binh cheng chun cuong dao duong feng fang guo hao hien hoa hoang huong jiang jian jing jung khanh khoa kuan liang lien lijun linh luan mingyu minh
  minjun minho ngoc nguyet nhung phong phuc phuong qiang qing quang quan quynh rong seojun seung seoyeon shan sooyoung soojin subin thanh thao thien thinh thuy trinh tuyet viet xiao xiaoli
  xiaoming xiu xuan ying yoon yunhee zheng zhi zhiwei abebe abena abiodun achieng adaeze adama adanna adebayo adeola adwoa afua akosua akua akin alemu aminata amadou ayodele ayo babajide
  babatunde bakary binta boubacar chiamaka chidinma chika chinedu chinonso chinua chukwu daouda desta dikembe djibril ebele efua ekene emeka enam esi ezinne fanta fatoumata femi folake funmi
  gebre hadiza hailu haile ibrahima idrissa ifeoma ikenna ikechukwu issouf jabari jelani kamau kehinde kelechi kenyatta khadim kojo kunle kwabena kwaku kwasi lamine lerato lwazi makena
  mamadou mandla mariama modou moussa mpho musa mutua naledi ndidi njeri nkechi nnamdi nomvula nyambura obi obinna ogechi okafor oke okonkwo olamide oluwaseun olu onyeka ousmane salif sefu
  segun sekou seydou sibusiso sipho siyabonga tafari taiwo tariro temitope tendai thabo thandi themba tunde uche uchenna uzoma wambui wangari wanjiru yaa yaw yetunde zola zuri adriana agustin
  alberto alejandra alfonso alfredo alicia alonso alvaro ana angelica antonio araceli armando arturo beatriz bernardo braulio bruno carmela carolina catalina cecilia cesar claudio cristian
  cristina cristobal eduardo elena emiliano enrique ernesto esteban estela eugenia fabiola facundo felipe fermin florencia francisca francisco gabriela gerardo gilberto gonzalo graciela
  guadalupe guillermo gustavo hector horacio ignacio imelda inmaculada irma ivonne jacinto jaime jairo jazmin jimena joaquin jordi josefina josue juana julieta julio leandro leonardo leonor
  leticia liliana lorena lorenzo lourdes lucio macarena manuela marcela marcelo marcos margarita mariana mariano maribel marisol marta matias mauricio maximo micaela mireya monica montserrat
  nestor nicolas noelia octavio osvaldo paco paloma pancho paola patricio pedro rafael ramiro ramon raquel raul renata ricardo roberto rocio rodolfo rodrigo rogelio rosario roxana ruben
  sergio susana tamara teodoro tomas ulises veronica vicente violeta viviana ximena yolanda afonso aline andreia benedita bruna caio catarina cauan celia clarice davi debora diogo duarte
  edson elisabete fabiana fernanda filipa filipe flavia flavio geraldo goncalo guilherme heitor helio henrique igor inacio iolanda isadora ivo joana joao juliana lais livia luana luciana
  luciano luiza madalena mafalda manoel marcia mateus matheus milena murilo nuno otavio paulo rafaela raimundo renan renato rosana rui silvana tais telma thais thiago tiago vagner valeria
  vinicius vitor vitoria adele adrien agathe aimee alain alexandre amandine amelie anais andre anne antoine apolline arnaud aude aurelie aurelien axelle baptiste bastien benoit bernadette
  bertrand blandine brice capucine cecile cedric celine chantal charlene christelle christophe claude clemence clement colette corentin coralie cyril cyrille damien delphine denis didier
  dominique edouard elise elodie emile emilie emmanuel emmanuelle estelle etienne eugenie fabien fabienne fabrice faustine felicite fernand fleur florent francine francois francoise frederic
  gabrielle gael gaelle gaspard gaston genevieve gerard germain ghislain gilles gregoire guillaume guylaine helene henri herve hortense hugues isabelle jacques jeanne jeremie joelle jocelyne
  josephe josiane juliette julien laetitia laure laurence laurent liliane lionel loic louise luc lucie lucien lucile ludovic madeleine maelle magali manon margaux marguerite marine martine
  mathieu mathilde matthieu maud maxime mickael micheline mireille muriel myriam nathalie noemie odette odile olivier pascale patrice perrine philippe pierre rachelle regis remi remy renaud
  romain rosalie sandrine sebastien segolene serge severine solene stephane suzanne sylvain sylvie therese thibault thierry veronique violette virginie viviane yann yves yvette
  alessandra alessandro alessia alessio ambra annalisa antonella arianna benedetta camilla carlo carlotta caterina chiara cinzia clelia cosimo cristiano daniele dario davide domenico
  donatella edoardo eleonora elisabetta emanuele enrico erica ettore eugenio fabrizio federica federico filippo francesca francesco franco gaia giacomo gianluca gianni gigi ginevra gino
  giorgia giorgio giovanna giulia giuliana giulio giuseppe giuseppina grazia graziella ilaria ilenia ivana lara letizia lidia lorenza ludovica luigi luigia maddalena marcello margherita
  marica mariella massimo matilde matteo mattia maurizio michela michele mirella mirko morena nicoletta nunzia ornella ottavia paolo pasquale patrizia pietro pina raffaella raffaele renzo
  riccardo roberta rocco romina rosalba rossella ruggero sabina salvatore samuele serena simona stefania stefano susanna tiziana tiziano tommaso umberto vincenzo vito vittoria vittorio agata
  alicja andrzej ania aneta anastasia antoni arkadiusz bartek bartosz basia beata bogdan boguslaw bozena cezary czeslaw danuta dariusz dorota edyta eliza elzbieta ewa ewelina filip franciszek
  gosia grazyna grzegorz halina henryk honorata iga irena iwona iza izabela jacek jadwiga janina janusz jaroslaw jerzy joanna jolanta jozef justyna kacper kamil karol karolina kasia kazimierz
  kinga klaudia krystyna krzysztof lech leszek lucyna lukasz maciej malgorzata marcin mariola mariusz marzena mateusz michal mikolaj milosz miroslaw nikodem oliwia patrycja patryk pawel
  przemyslaw radoslaw rafal ryszard slawomir stanislaw sylwia szymon tadeusz tomasz urszula wanda weronika wieslaw wiktor wiktoria witold wladyslaw wojciech zbigniew zofia zuzanna zygmunt
  aleksandr aleksandra aleksei alexei alyona anatoly andrei andrey arkady artem artyom bogdana boryana branka branko bojan danica daria dasha desislava dimitar dimitri dmytro dmitry
  dragana dragan dusan ekaterina elvira evgenia evgeny fyodor galina gennady georgi goran gordana grigori hristo ilya inna iryna irina ivanka ivona jasmina jelena jovan jovana julija kalina
  katarina katerina katya kirill kristina ksenia lana larisa lazar lenka leonid liliya ljiljana lubomir ludmila luka lyudmila maksim maksym marija marijana marin maxim mihail mihaela mikhail
  milana milica milos miloslav mirjana miroslava misha mladen nadezhda nastya natalija natalya nataliya nebojsa nenad nevena nikita nikola oksana oleg oleksandr olena ondrej orest pavel pavlo
  petar petr petro polina predrag radka radovan rada ralitsa roksolana ruslan sanja sasha sava semyon serhiy sergey sinisa slavica slobodan snezana sofiya stanislav stefka stepan stojan
  svetla svitlana taras tatyana teodora tetiana tihomir todor uliana vadim valery vasil vasily vasyl vesna veselin viktor viktoriya vitaly vjekoslav vladislav vlad volodymyr vyacheslav yana
  yaroslav yelena yulia yuliya yuri yuriy zdenek zeljko zhanna zlata zoran zoya zvonimir adela adina alin alexandru anca andreea camelia catalin cezar ciprian claudiu corina cosmin costel
  denisa doina dorin dragos dumitru florin gheorghe horia ilie ilinca ioan ioana ionut iulia iulian laurentiu lavinia liviu loredana luminita madalina marius mihai mircea mirela narcisa
  nicoleta nicu octavian oana ovidiu petru radu raluca razvan rodica ruxandra sergiu silviu sorin teodor tiberiu traian vasile viorel aino anneli antti arvid asger birgitta bjorn britt
  carina ebba eero einar eino elin elina ellinor erik eskil eveliina filippa frida fredrik freja gitte gunilla gustaf haakon hakon halvor hanne hedda heikki helle helmi henriikka hilma ingvar
  inka ivar jaakko janne jari jenni jesper joakim johan jonna jorma jorgen jouni juha juhani jukka kaarina kaisa kalle karita katri kerttu kirsi kirsten kjell kristiina kristoffer lauri leena
  liisa maija maren margrethe marja markku marit merja mette mikael minna mikko nanna niina oddvar olav oskari paivi pekka pernille petri petteri pirjo pirkko ragnar ragnhild rasmus riikka
  riitta ritva runar saara sakari sampo sanna satu sigrun sigurd simen sindre sirpa siv solveig soren stig sunniva svein svea taina tapio teemu terhi terje thor tommi torbjorn torunn
  tove tuija tuomas tuula tuuli tyra ulrika unni urpo vegard veikko vibeke vidar vigdis ville vilma virpi yngve agis alexandra alexandros anastasios angeliki apostolos aris athanasios chara
  charis christos despina dimitra dimitris dionysis eftychia eirini eleftheria eleni evangelia evangelos fotini georgios giannis giorgos ioanna ioannis kalliopi konstantina konstantinos
  kostas kyriaki kyriakos lefteris markos michalis nikoleta nikos panagiota panagiotis paraskevi pavlos petros sotiris spyros stavros stelios thanasis theodora theodoros vasiliki vasilis
  yannis aharon amos aviv aviva baruch batya boaz chaim chana dalit dov efraim eitan eliezer elisheva eyal gadi galit gideon hadas hila idan ilan ilana itai itamar liat lior maayan meir
  menachem mordechai moshe naama nachman nira noa noam ofer ofra oren orly osnat rafi raanan reuven rivka ronit sagi shai shani shaul shimon shira shlomo shmuel shulamit tamar tomer tzipi
  yaakov yael yair yaron yehuda yehudit yigal yitzhak yonatan yossi zeev ziva zvi
`;

/** Family names of many origins, as above. */
export const familyNames = `
  adams campbell cox davies diaz edwards ellis evans fletcher flores gomez gonzales greene griffin hamilton harrison henderson holmes hughes jenkins johnston kapoor lawson mcdonald
  mckenzie mitchell morales morgan murphy murray myers obrien oconnor oneill ortiz owens parker patterson perkins peterson phillips powell ramos reyes reynolds richardson roberts rogers russo
  ruiz sanders simmons stewart sullivan tanaka suzuki watanabe yamamoto nakamura kobayashi sato ito turner vasquez watson wilkinson wong chan cheung leung chua goh ahmadi akhtar begum bhatt
  bhattacharya chatterjee chaudhary choudhury desai gandhi ghosh iyer jha joshi khan khatun malhotra mehta menon mishra mukherjee nair pandey pillai rao reddy saha sarkar sethi shah shetty
  sinha srivastava tiwari varma verma yadav adeyemi balogun diallo diop traore keita kone mensah mbeki nkosi odinga okoye owusu boateng asante toure ndiaye sesay kamara conteh mohamud hussain
  iqbal mahmood mirza qureshi rahman siddiqui beckmann berger bergmann boehm ebert eckert fiedler franke heinze herrmann jahn jansen koehler kraemer kraus krause kremer kuehn kuhn lindner
  maier mayer meier moeller nowak petersen peters pfeiffer pohl reuter schmid schmitt schmitz scholz schramm schubert schultz schulze seidel thiel vogt voigt winkler yildirim oeztuerk ozturk
  aydin dogan kilic aslan cetin ozkan simsek korkmaz gunes celik kowalski kowalska wisniewski wojcik kaminski lewandowski zielinski szymanski wozniak dabrowski ivanov ivanova petrov petrova
  smirnov kuznetsov popov popova shevchenko kovalenko bondarenko kovac horvat jovanovic petrovic nikolic markovic popescu ionescu dumitrescu papadopoulos kovacs toth horvath svoboda dvorak
  novotny oliveira souza pereira ferreira almeida carvalho gomes ribeiro alves monteiro mendes barros bianchi ferrari esposito ricci mancini giordano dubois durand lefebvre moreau lefevre
  roux girard bonnet dupont fontaine rousseau chevalier mercier guerin andersson johansson karlsson nilsson eriksson larsson olsson hansen johansen olsen larsen andersen pedersen nielsen
  jensen christensen rasmussen virtanen korhonen nieminen
`;
