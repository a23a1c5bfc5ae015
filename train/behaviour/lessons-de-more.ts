import type { Frame } from './lessons.ts';

const n = 0;
const u = 1;
const p = 2;

/** The same for German: what lessons-en-more.ts teaches of English. */
export const more: readonly Frame[] = [
  ['{thing} (ist|war) (längst|schon lange|schon länger) nicht mehr {good}(.|)', n],
  ['{thing} (ist|war) (längst|schon lange|schon länger) nicht mehr {bad}(.|)', p],
  ['{thing} ist (beileibe|absolut|wirklich|gewiss) nicht {good}(.|)', n],
  ['{thing} ist (beileibe|absolut|wirklich|gewiss) nicht {bad}(.|)', p],
  [
    '(ich finde|ich fand|wir fanden) {it} (gar nicht|nicht|überhaupt nicht|nicht mal|gar nicht so) {bad}(.|)',
    p,
    1.5,
  ],
  ['{thing} ist (kaum|nur selten|so gut wie nie) {good}(.|)', n],
  ['(das ist|{thing} ist) das Gegenteil von {good}(.|)', n],
  ['(das ist|{thing} ist) das Gegenteil von {bad}(.|)', p],
  [
    '{thing} ist (deutlich|wesentlich|klar|um einiges) besser (geworden|als der Rest|als beim letzten Mal)(.|!|)',
    p,
    1.3,
  ],
  [
    '{thing} ist (deutlich|wesentlich|klar|um einiges) schlechter (geworden|als der Rest|als beim letzten Mal)(.|!|)',
    n,
    1.3,
  ],
  [
    '{thing} ist (zu|einfach zu|mir zu) (lang|kurz|groß|hell|dunkel|hart|weich|salzig|steil|schwer|voll|langsam|kalt)(.|!|)',
    n,
    1.5,
  ],
  [
    '(es gibt|da war|da gibt es) (zu wenig|kaum|nicht genug) (Parkplätze|Auswahl|Luft|Wasser|Auskunft|Personal)(.|)',
    n,
  ],
  ['(null|kein einziges|überhaupt kein) Problem(|,) {thing}(.|!|)', p],
  ['(ich habe|wir haben|hab) nichts zu beanstanden(.|, {thing} ist {good}.|)', p],
  ['(zehn von zehn|volle Punktzahl|Daumen hoch|10/10) (für das Ganze|dafür|, {thing})(.|!|)', p],
  [
    '(null Sterne|keinen Stern wert|Note sechs|1/10|Daumen runter) (für das Ganze|dafür|, {thing})(.|!|)',
    n,
    1.3,
  ],
  ['(würde ich|würden wir|werde ich) (immer|gern|jederzeit|sofort) wieder (nehmen|buchen|besuchen)(.|!|)', p],
  [
    '(würde ich|würden wir|werde ich) (nie|nicht|niemals|sicher nicht) (wieder|noch mal) (nehmen|buchen|besuchen)(.|!|)',
    n,
    1.3,
  ],
  ['(macht einen Bogen um|meidet|lasst die Finger von|spart euch) {it}(.|!|)', n],
  ['{it} (empfehle ich|kann man empfehlen|lege ich jedem ans Herz)(.|!|)', p, 1.3],
  ['von {thing} (rate ich ab|würde ich jedem abraten|kann ich nur warnen)(.|!|)', n],
  [
    '(auch wenn|obwohl) {thing} {bad} war, (am Schluss|im Ganzen|insgesamt) war (es|alles) {good}(.|)',
    p,
    1.3,
  ],
  [
    '(auch wenn|obwohl) {thing} {good} war, (am Schluss|im Ganzen|insgesamt) war (es|alles) {bad}(.|)',
    n,
    1.3,
  ],
  ['(anfangs|zuerst|am ersten Tag) {bad}, (danach|später|dann) {good}(.|)', p],
  ['(anfangs|zuerst|am ersten Tag) {good}, (danach|später|dann) {bad}(.|)', n],
  ['(wo|wie weit) ist (die nächste Haltestelle|das nächste Amt|der nächste Laden)(?|, bitte?)', u],
  [
    '(kann mir jemand sagen|hat jemand eine Ahnung|wer weiß), (wo|wann|ab wann) {thing} (da ist|aufmacht|losgeht)?',
    u,
    1.3,
  ],
  ['{thing} (beginnt|schließt|fährt|endet) um (sieben|zehn|zwölf|acht)(.|)', u, 1.3],
  [
    '{thing} (steht|liegt|ist) (hinter der Schule|neben dem Markt|im ersten Stock|am Ufer|gegenüber)(.|)',
    u,
    1.5,
  ],
  [
    '{thing} (wurde|wird) (im Mai|im Oktober|2019|im Frühling) (gebaut|umbenannt|verkauft|eröffnet)(.|)',
    u,
    1.3,
  ],
  [
    '(mein Bruder|ein Nachbar|unsere Tante) (arbeitet dort|wartet dort|ist unterwegs dorthin|kennt ihn|kennt sie)(.|)',
    u,
    1.3,
  ],
  ['(das kennt|den kennt|die kennt) (jeder|keiner|man|halb Berlin)(.|)', u],
  ['{thing} (👍|😊|🥰|🎉|❤️|😀|🙌)', p, 1.5],
  ['{thing} (👎|😠|🤬|😞|🙄|😤|💔)', n, 1.5],
  ['{thing} (#epicfail|#peinlich|#servicewüste|#lachhaft|#nichtnochmal)', n],
  ['(ich wünschte|ach), {thing} wäre {good}(.|)', n],
  ['(wieso|weshalb|wie kommt es, dass) {thing} (so|dermaßen|derart) {bad} (ist|?|war?)', n, 1.3],
  [
    '(ist|war|finde ich) {thing} {good}? (ganz und gar nicht|keineswegs|wohl kaum|alles andere als das|ach was)(.|!|)',
    n,
    1.3,
  ],
  [
    '(ist|war|finde ich) {thing} {bad}? (ganz und gar nicht|keineswegs|wohl kaum|alles andere als das|ach was)(.|!|)',
    p,
    1.3,
  ],
  ['(ist|war|finde ich) {thing} {good}? (und wie|auf jeden Fall|absolut|definitiv)(.|!|)', p],
  ['(ist|war|finde ich) {thing} {bad}? (und wie|auf jeden Fall|absolut|definitiv)(.|!|)', n],
  [
    '{person} (sagt|sagen|meinen), {thing} sei {good}, und (so ist es|das sehe ich auch so|ich finde das auch)(.|)',
    p,
  ],
  [
    '{person} (sagt|sagen|meinen), {thing} sei {bad}, und (so ist es|das sehe ich auch so|ich finde das auch)(.|)',
    n,
  ],
  [
    '(für uns|in meinen Augen|ich persönlich finde,|meiner Meinung nach) ist {thing} {good}, (auch wenn|egal ob|obwohl|während) {person} (ihn|es|sie|das) {bad} (findet|finden|nennen)(.|)',
    p,
    1.8,
  ],
  [
    '(für uns|in meinen Augen|ich persönlich finde,|meiner Meinung nach) ist {thing} {bad}, (auch wenn|egal ob|obwohl|während) {person} (ihn|es|sie|das) {good} (findet|finden|nennen)(.|)',
    n,
    1.8,
  ],
  [
    '(ich dachte|man sagte mir|ich war sicher), {thing} (wäre|sei) {good}(. War|. Ist|, ist|, war) (er|sie|es) (aber nicht|leider nicht|gar nicht)(.|)',
    n,
    1.3,
  ],
  // Wer jemand ist und wo.
  [
    '(eine|die|unsere|meine) {who} (Frau|Kollegin|Nachbarin|Familie|Freundin|Lehrerin) (wohnt|arbeitet|sitzt|wartet|singt|kocht) (dort|nebenan|bei uns|im Laden|hier)(.|)',
    u,
    2,
  ],
  [
    '(meine|unsere|die) {who} (Kollegin|Nachbarin|Freundin|Lehrerin) (heißt {name}|kommt aus {town}|kennen alle|liest gern|fährt Rad)(.|)',
    u,
    2,
  ],
  ['(er|sie|{name}|mein Freund) ist {who}(.|)', u, 1.5],
  ['{name} (war|ist) (in|bei|aus) {town}(.|)', u],
  ['{name} (traf|rief|sah|fragte) {name} (in {town}|am Montag|nach dem Weg|)(.|)', u],
  ['(die|eine|unsere) {who} (Fahrerin|Kellnerin|Ärztin|Beraterin) war {good}(.|)', p, 1.3],
  ['(die|eine|unsere) {who} (Fahrerin|Kellnerin|Ärztin|Beraterin) war {bad}(.|)', n, 1.3],
];
