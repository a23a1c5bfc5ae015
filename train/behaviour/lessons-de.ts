import { listed, type Words } from './expand.ts';
import type { Frame } from './lessons.ts';
import { more } from './lessons-de-more.ts';

/** The same for German: what lessons-en.ts teaches of English. */
export const words: Words = {
  good: listed(
    `gut, sehr gut, toll, super, klasse, prima, freundlich, hervorragend, großartig, schön, angenehm, bequem, zuverlässig, lecker, hilfreich, perfekt, nett, pünktlich, sauber, wunderbar, spitze, ausgezeichnet, ordentlich, günstig, charmant, herrlich, genial, fantastisch, höflich, schnell, großzügig, gepflegt, köstlich, liebevoll, aufmerksam, zuvorkommend, professionell, erstklassig, grandios, beeindruckend, spannend, gelungen, solide, erfreulich, flott, durchdacht, sympathisch, geduldig, fair, ehrlich, erholsam, idyllisch, bezaubernd, empfehlenswert, brillant, stark, cool, geil`,
  ),
  bad: listed(
    `schlecht, furchtbar, schrecklich, mies, unfreundlich, unzuverlässig, dreckig, unverschämt, kaputt, grauenhaft, lahm, langweilig, nervig, enttäuschend, ärgerlich, hässlich, teuer, laut, unbequem, nutzlos, peinlich, chaotisch, katastrophal, unpünktlich, übel, eklig, blöd, lächerlich, frech, mangelhaft, scheußlich, widerlich, grässlich, erbärmlich, jämmerlich, entsetzlich, abscheulich, fürchterlich, beschissen, inakzeptabel, unzumutbar, langsam, unprofessionell, inkompetent, überteuert, schmutzig, stickig, geschmacklos, fehlerhaft, umständlich, dreist, arrogant, respektlos, lieblos, heruntergekommen, schrottig, fade, zäh, doof, unsauber, unfähig, verwirrend, wackelig`,
  ),
  plain: listed(
    `blau, rot, neu, regional, städtisch, privat, öffentlich, international, schwedisch, italienisch, türkisch, polnisch, monatlich, wöchentlich, jährlich, digital, rund, eckig, aus Holz, elektrisch, französisch, amerikanisch, aus dem Norden, für zwei Personen, mittelgroß, kommunal, weiß, schwarz, gelb, braun, gestreift, silbern, aus Glas, aus Stahl, aus Stoff, dreieckig, flach, schmal, breit, dick, dünn, faltbar, tragbar, einstöckig, dreistöckig, ländlich, alpin, mexikanisch, portugiesisch, irisch, finnisch, österreichisch, täglich, halbjährlich, staatlich gefördert, landwirtschaftlich, gedruckt, aus dem Süden, vom letzten Jahr, für vier Personen, am Stadtrand, im Erdgeschoss, mit Vorhang, ohne Anhänger`,
  ),
  thing: listed(
    `der Zug, der Service, das Hotel, die App, das Essen, der Bus, der Fahrer, die Lieferung, das Zimmer, die Bahn, der Flug, die Hotline, der Kaffee, das Handy, die Bank, der Laden, die Webseite, das Konzert, die Werkstatt, der Drucker, die Strecke, der Sitz, die Bedienung, das Ticket, der Bahnhof, die Durchsage`,
  ),
  it: listed(
    'ihn, das, es, den Service, die App, das Hotel, den Zug, die Bahn, das Essen, die Hotline, den Laden',
  ),
  love: listed('liebe, mag, schätze, empfehle, lobe, genieße, feiere'),
  hate: listed('hasse, verabscheue, bereue, verachte, verfluche, verteufle'),
  saw: listed(
    'sah, nahm, buchte, öffnete, bestellte, benutzte, suchte, fand im Netz, brauche, kenne, nehme morgen, sehe',
  ),
  person: listed(
    'mein Bruder, manche Leute, die anderen, viele Kunden, meine Kollegen, die Zeitung, meine Freunde, die Nachbarn, meine Mutter, andere, das ganze Büro, die Einheimischen, meine Onkel, das Internet, die Fachleute, die Leute neben mir, jeder zweite Tourist, mein Chef, die halbe Klasse, ein paar Bekannte, die Reiseführer',
  ),
  who: listed(
    'polnische, griechische, italienische, indische, iranische, brasilianische, christliche, buddhistische, hinduistische, schwule, heterosexuelle, transsexuelle, asiatische, afrikanische, arabische, blinde, taube, alte, junge, französische, kanadische',
  ),
  name: listed(
    'Anna, Peter, Mehmet, Fatima, Igor, Lena, Carlos, Aisha, Kenji, Paul, Olga, Kofi, Lucia, Ravi',
  ),
  town: listed('Berlin, London, Köln, Paris, Warschau, Rom, Hamburg, Istanbul, Wien, Madrid, Athen, Kiel'),
  very: listed('sehr, wirklich, echt, total, ziemlich, besonders, richtig, recht, extrem'),
  now: listed('jetzt, heute, inzwischen, mittlerweile, nun'),
  once: listed('früher, damals, vor Jahren, einst, als Kind'),
  time: listed(
    'nach allem, was ich gesehen habe|im Vergleich zum Nachbarort|für einen Ort dieser Größe|alles in allem|ehrlich gesagt|gemessen am Preis|nach dem zweiten Besuch|von außen betrachtet|mit den Kindern daneben|für jemanden wie mich|nach dem langen Winter|trotz der Sonne|bei so vielen Leuten|nach all den Jahren|als Gast von weit her|so aus dem Bauch heraus|bei dem Wetter|nach zwei Wochen|so im Nachhinein|als Pendler|wenn ich so überlege'.replaceAll(
      '|',
      '\n',
    ),
  ),
};

const n = 0;
const u = 1;
const p = 2;

export const frames: readonly Frame[] = [
  ['{good}', p, 0.4],
  ['{bad}', n, 0.4],
  ['{plain}', u, 0.4],
  ['{thing} (ist|war) {good}(.|)', p],
  ['{thing} (ist|war) {bad}(.|)', n],
  ['{thing} (ist|war) {plain}(.|)', u],
  ['{thing} (ist|war) {very} {good}(.|)', p],
  ['{thing} (ist|war) {very} {bad}(.|)', n],
  ['ich {love} {it}(.|)', p],
  ['ich {hate} {it}(.|)', n],
  ['ich {saw} {it}(.|)', u, 1.3],
  ['{thing} (ist|war) (nicht|gar nicht|überhaupt nicht|nie) {good}(.|)', n, 1.3],
  ['{thing} (ist|war) (nicht|gar nicht|überhaupt nicht) {bad}(.|)', p, 1.2],
  ['{thing} (ist|war) (nicht|gar nicht) {plain}(.|)', u, 1.3],
  ['ich {love} {it} (nicht|gar nicht|überhaupt nicht)(.|)', n, 1.2],
  ['ich {hate} {it} (nicht|gar nicht)(.|)', p],
  ['ich {saw} {it} nicht(.|)', u],
  ['ich (glaube|denke|finde) nicht, {time}, dass {thing} {good} (ist|war)(.|)', n],
  ['ich (glaube|denke|finde) nicht, {time}, dass {thing} {bad} (ist|war)(.|)', p, 0.8],
  ['ich (glaube|denke) nicht, {time}, dass {thing} {plain} (ist|war)(.|)', u],
  [
    'ich (dachte|hoffte|erwartete), {thing} wäre {good}, (aber das war nicht so|war aber nicht so|war er aber nicht|aber nein)(.|)',
    n,
    1.2,
  ],
  [
    'ich (dachte|befürchtete|erwartete), {thing} wäre {bad}, (aber das war nicht so|war aber nicht so|war er aber nicht|aber nein)(.|)',
    p,
    1.2,
  ],
  ['{once} war {thing} {bad}, {now} ist (er|sie|es|das) {good}(.|)', p, 1.2],
  ['{once} war {thing} {good}, {now} ist (er|sie|es|das) {bad}(.|)', n, 1.2],
  ['{now} ist {thing} {good}, {once} war (er|sie|es|das) {bad}(.|)', p, 1.2],
  ['{now} ist {thing} {bad}, {once} war (er|sie|es|das) {good}(.|)', n, 1.2],
  [
    'ich finde, {thing} ist {good}, (aber|auch wenn) {person} (sagt|sagen|meinen), (er|sie|es) sei {bad}(.|)',
    p,
  ],
  [
    'ich finde, {thing} ist {bad}, (aber|auch wenn) {person} (sagt|sagen|meinen), (er|sie|es) sei {good}(.|)',
    n,
  ],
  ['{person} (sagt|sagen|meinen), {thing} sei {bad}, (aber|doch) ich finde (ihn|sie|es) {good}(.|)', p],
  ['{person} (sagt|sagen|meinen), {thing} sei {good}, (aber|doch) ich finde (ihn|sie|es) {bad}(.|)', n],
  [
    '(ich finde|ich nenne|mir scheint) {it} {good}, (obwohl|auch wenn) {person} {it} {bad} (findet|finden|nennen)(.|)',
    p,
    1.5,
  ],
  [
    '(ich finde|ich nenne|mir scheint) {it} {bad}, (obwohl|auch wenn) {person} {it} {good} (findet|finden|nennen)(.|)',
    n,
    1.5,
  ],
  ['{person} (findet|finden|nennen) {it} {bad}, ich (aber|jedoch|dagegen|) {good}(.|)', p],
  ['{person} (findet|finden|nennen) {it} {good}, ich (aber|jedoch|dagegen|) {bad}(.|)', n],
  ['(letztes Jahr|{once}) (war|fand ich) {it} {bad}, {now} {good}(.|)', p, 1.5],
  ['(letztes Jahr|{once}) (war|fand ich) {it} {good}, {now} {bad}(.|)', n, 1.5],
  ['(ich finde|ich fand) {it} {very} {good}(.|!|)', p],
  ['(ich finde|ich fand) {it} {very} {bad}(.|!|)', n],
  ['(ich finde|ich fand) {it} (nicht|gar nicht|keineswegs|nie|kein bisschen) {good}(.|!|)', n, 1.5],
  ['(ich finde|ich fand) {it} (nicht|gar nicht|keineswegs|nie|kein bisschen) {bad}(.|!|)', p, 1.5],
  ['(hier|dort|oben) (ist|war|steht) {thing}(.|)', u, 1.5],
  ['{thing} (gehört|gehörte) {person}(.|)', u],
  ['(finde ich|war|ist) {thing} {good}? (ja|ja, sehr|klar)(.|!|)', p],
  ['(finde ich|war|ist) {thing} {bad}? (ja|ja, sehr|klar)(.|!|)', n],
  ['(finde ich|war|ist) {thing} {good}? (nein|nö|nein, gar nicht|niemals)(.|!|)', n, 1.2],
  ['(finde ich|war|ist) {thing} {bad}? (nein|nö|nein, gar nicht|niemals)(.|!|)', p, 1.2],
  ['(finde ich|war|ist) {thing} {plain}? (nein|nö|ja|klar)(.|)', u],
  ['{thing} (ist|war) {good}, aber {thing} (ist|war) {very} {bad}(.|)', n, 0.6],
  ['{thing} (ist|war) {bad}, aber {thing} (ist|war) {very} {good}(.|)', p, 0.6],
  [
    '(Anna|Peter|sie|er) ist (Türkin|Muslim|Jude|Pole|schwul|lesbisch|katholisch|Deutscher|Syrer)(.|)',
    u,
    1.5,
  ],
  ['(Anna|Peter|meine Tante) (wohnt in|kommt aus|arbeitet in|fährt nach) (Berlin|London|Polen|Köln)(.|)', u],
  ...more,
];
