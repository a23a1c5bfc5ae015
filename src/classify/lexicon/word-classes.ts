import type { WordClasses } from '../reading/symbols.ts';
import { realWords } from './real-words.ts';

/** Words that mean the same to a phrase: `$soon`, `$person` … Members may be `word`, `word*`, `*word`, `~word`. */
export const wordClasses: WordClasses = {
  negator: `not no never dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt cant cannot couldnt
    shouldnt aint without hardly neither nor none nobody nicht kein keine keinen keinem keiner keinerlei nie niemals nix
    nichts ohne weder kaum`,
  after_empty_negation: `believe only just nur bloss glauben fassen wait you ihr du even mal help stand understand sure
    imagine single`,
  contrast: `but however aber jedoch allerdings trotzdem dennoch except although yet obwohl nur`,
  not: `not dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt cant cannot couldnt never aint cnt
    doesn didn`,
  no: `no zero not any without kein keine keinen keinem keiner keinerlei ohne null`,
  dont: `dont doesnt didnt wont wouldnt cant cannot couldnt never`,
  havent: `havent hasnt hadnt havnt haven hasn`,
  isnt: `isnt arent wasnt werent aint`,
  nicht: `nicht net ned nich nie niemals nix`,
  kein: `kein keine keinen keinem keiner keinerlei null`,
  nobody: `nobody noone niemand keiner`,
  i: `i we ich wir me us mir uns`,
  my: `my our mein meine meinen meinem meiner meins unser unsere unseren unserem unserer`,
  unit: `minute minutes min mins hour hours hr hrs day days week weeks wk wks month months mth mths year years yr yrs
    minuten stunde stunden std tag tage tagen woche wochen monat monate monaten jahr jahre jahren`,
  units: `hours days weeks months years stunden tagen tage wochen monaten monate jahren jahre ewigkeiten ages forever`,
  times: `times time x mal occasions`,
  service: `service support customer helpdesk hotline team staff kundenservice kundendienst kundenbetreuung servicehotline
    callcenter helpline agents agent representative reps`,
  thing: `app website site page portal system server internet wifi wlan network signal line phone machine router screen
    battery laptop device printer tv remote heating boiler fridge washer dishwasher car lift elevator escalator door
    toilet toilets ticket machine code link button order parcel package delivery payment card account login password
    service product item update download email booking checkout chat ~aufzug aufzuege fahrstuhl fahrstuehle ~rolltreppe
    rolltreppen ~anzeige* *anzeige *anzeigen *tafel *tafeln *automat *automaten seite webseite homepage gerät handy geraet
    geraete bildschirm akku heizung kuehlschrank waschmaschine spuelmaschine auto tuer tueren klo wc toiletten klima
    klimaanlage licht beleuchtung *beleuchtung zug bahn bus karte konto bestellung paket lieferung lautsprecher
    lautsprecheranlage funktion lampe verbindung leitung dienst`,
  parcel: `order orders parcel parcels package packages item items delivery shipment goods luggage bag bags baggage
    suitcase letter replacement ~paket pakete bestellung bestellungen lieferung sendung ware brief gepaeck koffer ersatz
    ersatzteil ersatzgeraet`,
  broken: `broken broke faulty defective damaged cracked dead crashed crashing bust busted frozen stuck ruined smashed
    leaking kaputt kaputte kaputter kaputtes kaputten kaput defekt defekte defekter defektes defekten beschaedigt
    beschaedigte zerbrochen gerissen undicht tot gestoert hinueber`,
  work: `work works working worked load loads loading open opens start starts starting turn charge charging function
    functioning connect connecting connects respond responding update updating sync`,
  soon: `today tonight tomorrow tmrw monday tuesday wednesday thursday friday saturday sunday heute morgen uebermorgen
    montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend`,
  event: `flight train wedding funeral exam interview surgery operation appointment deadline rent mortgage court visa
    flug zug hochzeit beerdigung pruefung vorstellungsgespraech op operation termin frist miete umzug gerichtstermin
    visum trip holiday vacation urlaub reise party geburtstag birthday concert konzert move`,
  currency: `€ $ £ eur euro euros usd dollar dollars gbp pound pounds quid bucks chf franken francs fr sfr`,
  close: `my our mein meine unser unsere`,
  person_word: `man woman guy lady girl boy customer person couple family friend mum dad mother father mann frau kunde
    kundin familie freund freundin kollege kollegin nachbar nachbarin`,
  body: `hand finger fingers face arm leg eye eyes skin head gesicht auge augen haut kopf bein`,
  body_part: `hand hands finger fingers fingertip fingertips thumb thumbs face faces arm arms forearm forearms leg legs eye eyes
    skin head heads neck throat chest back shoulder shoulders knee knees foot feet toe toes ankle ankles wrist wrists elbow hip
    lip lips mouth tongue gums tooth teeth nose ear ears scalp forehead chin cheek cheeks stomach belly thigh thighs shin shins
    palm palms rib ribs spine lung lungs kidney kidneys liver nail nails eyelid eyelids hair collarbone skull jaw heel heels
    haende finger fingern fingerkuppe daumen gesicht arm arme unterarm unterarme bein beine auge augen haut kopf hals nacken
    kehle brust ruecken schulter schultern knie fuss fuesse zeh zehe zehen knoechel handgelenk ellbogen ellenbogen huefte lippe
    lippen mund zunge zahnfleisch zahn zaehne nase ohr ohren kopfhaut stirn kinn wange wangen bauch magen oberschenkel
    unterschenkel schienbein handflaeche rippe rippen wirbel wirbelsaeule lunge nieren leber augenlid lid lider haare schaedel
    kiefer ferse gaumen rachen hintern steissbein gliedmassen
    mains doigt doigts visage bras jambe jambes oeil yeux peau tete gorge bouche langue ventre
    mano manos dedo dedos cara brazo pierna ojo ojos piel cabeza cuello boca lengua garganta
    mani dito dita faccia viso braccio gamba occhio occhi pelle testa gola bocca lingua schiena
    maos rosto braco perna olho olhos pele cabeca garganta
    handen vinger vingers gezicht been benen ogen huid hoofd keel mond tong`,
  child_words: `child children kid kids kiddo baby babies toddler toddlers todler newborn son sons daughter daughters boy girl boys girls infant
    infants nephew niece grandson granddaughter grandchild grandchildren twins pupil pupils schoolchildren stepson
    stepdaughter godson goddaughter teen teenager teenage teenagers underage teens littlest
    kind kinder kindes kindern baby babys sohn sohnes toechter tochter kleinkind kleinkinder saeugling neugeborenes bub buben
    maedchen maedl madl dirndl enkel enkelin enkelkind neffe nichte zwillinge
    schueler schuelerin knirps zwerg mausi maus teenager minderjaehrig* tochterkind stiefsohn patenkind bursche kids`,
  child_word: `child children kid kids baby toddler son daughter boy girl infant minor kind kinder kindes baby sohn
    tochter kleinkind saeugling`,
  press: `press media newspaper journalist lawyer attorney solicitor court regulator ombudsman trustpilot review reviews
    presse medien zeitung anwalt rechtsanwalt bewertung verbraucherzentrale verbraucherschutz schlichtungsstelle bafin
    bundesnetzagentur yelp authority police polizei anzeige`,
  medical: `insulin* *insulinpumpe glucose pacemaker ventilator dialysis dialyse* inhaler epipen cpap
    oxygen sauerstoff* beatmung* herzschrittmacher* hausnotruf notrufknopf notfallknopf
    defibrillator blutzucker* asthmaspray`,
  /** Time gone by, before a weekday or date. */
  past: `since last from ago yesterday was were arrived ordered seit letzten letzter letzte vergangenen vorigen
    gestern vorgestern war waren wars kam kamen`,
  /** Whom the same befell. */
  person: `me us mine ours our my i im ive id we weve were here myself daughter mum dad mir mich uns ich wir mein meine
    meinem meiner meinen unser unsere unserem unserer unseren unsers unseres unserm unsern meins meines hier bei
    in haben hab`,
  /** What somebody needs is not there, or does not do what it is for. */
  lack: `none due no without off out dead down broken failed fails died dies cold gone lost missing refused cancelled
    canceled stuck late delayed never not hasnt havent isnt wasnt doesnt didnt wont cant cannot stopped
    condemned flat bent broke snapped damaged faulty left last cut expired locked disconnected waiting ordered
    promised ruined destroyed smashed leaking brown took shrugged unlabelled delivered unavailable nowhere shut
    somewhere still conked kaput knackered wrong dying kein keine keinen keinerlei ohne aus tot kaputt defekt
    ausgefallen zugesagt versprochen keiner ausfall kalt eiskalt weg verloren fehlt fehlen verweigert gestrichen
    abgesagt nicht nie nimmer nix steht spinnt streikt gesperrt abgestellt abgedreht abgeschaltet stillgelegt
    beschaedigt zerstoert verspaetet verschollen letzte letzten aufgebraucht leer ausgegangen lieferengpass
    warte warten stumm haengt klemmt seit geschlossen verschlampt vergriffen verbogen gebrochen braun abgelaufen
    falsch falsche`,
  /** What money that somebody lives on has come to; the second by itself says less. */
  withheld: `blocked locked frozen froze freeze gone missing lost stolen emptied vanished disappeared taken bouncing
    bounced bounces closed stopped withheld fraud scam wiped twice double drained refused rejected unpaid
    overdue empty due locks swallowed evicted gesperrt sperrt blockiert eingefroren weg verschwunden fehlt
    fehlen verloren gestohlen leergeraeumt abgebucht eingezogen zurueckgehalten betrug doppelt dreimal abgelehnt
    verweigert gekuerzt unbezahlt ueberfaellig faellig leer aufgebraucht raeumung`,
  withheld_perhaps: `not never no nothing hasnt havent didnt late delayed took out wrong mistake review short cancelled cut
    failed pending somewhere sits cannot cant without held holding stuck ate nicht nie kein keine keinen nichts
    nix verspaetet zu falsch pruefung prueft offen haengt ohne warte warten liegt gestrichen`,
  real: `${realWords.en} ${realWords.de} ${realWords.names}`,
  problem_other: `another different second anderes weiteres anderen weiteren zweites`,
};

export const numberWords: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  dozen: 12,
  zwei: 2,
  drei: 3,
  vier: 4,
  fuenf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwoelf: 12,
  fuenfzehn: 15,
  zwanzig: 20,
  dreissig: 30,
  vierzig: 40,
  fuenfzig: 50,
  hundert: 100,
  dutzend: 12,
  einmal: 1,
  zweimal: 2,
  dreimal: 3,
  viermal: 4,
  fuenfmal: 5,
  sechsmal: 6,
  siebenmal: 7,
  achtmal: 8,
  neunmal: 9,
  zehnmal: 10,
  zwanzigmal: 20,
  zweiten: 2,
  dritten: 3,
  vierten: 4,
  fuenften: 5,
  sechsten: 6,
  siebten: 7,
  achten: 8,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  dritte: 3,
  dritter: 3,
  drittes: 3,
  drittem: 3,
  vierte: 4,
  vierter: 4,
  viertes: 4,
  viertem: 4,
  fuenfte: 5,
  fuenfter: 5,
  fuenftes: 5,
  fuenftem: 5,
  sechste: 6,
  sechster: 6,
  sechstes: 6,
  sechstem: 6,
  siebte: 7,
  siebter: 7,
  siebtes: 7,
  siebtem: 7,
  neunte: 9,
  neunter: 9,
  neuntes: 9,
  neuntem: 9,
  zehnte: 10,
  zehnter: 10,
  zehntes: 10,
  zehntem: 10,
  zweite: 2,
  zweiter: 2,
  zweites: 2,
  zweitem: 2,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  thirteen: 13,
  fourteen: 14,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  umpteenth: 10,
  dreizehn: 13,
  vierzehn: 14,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  elfmal: 11,
  zwoelfmal: 12,
  zigmal: 10,
  xmal: 10,
  hundertmal: 100,
  fuenfzehnmal: 15,
  dreissigmal: 30,
  neunten: 9,
  zehnten: 10,
  zwo: 2,
  zweieinhalb: 2.5,
  dreieinhalb: 3.5,
  anderthalb: 1.5,
  eineinhalb: 1.5,
  viereinhalb: 4.5,
};
