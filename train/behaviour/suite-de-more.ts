import type { Check } from './suite.ts';

const negative = [0] as const;
const neutral = [1] as const;
const positive = [2] as const;
const notNegative = [1, 2] as const;
const notPositive = [0, 1] as const;

/** Ways of speaking that no lesson teaches, with the words of suite-de.ts. */
export const moreChecks: readonly Check[] = [
  ['einzelne gute Wörter', ['{up}', '{up}!', 'echt {up}'], positive],
  ['einzelne schlechte Wörter', ['{down}', '{down}!', 'echt {down}'], negative],
  ['einzelne neutrale Wörter', ['{flat}', '{it}'], neutral],
  [
    'verstärkt und abgeschwächt, gut',
    ['{it} ist einfach nur {up}.', '{it} war ganz {up}.', 'So {up}, {it}!', '{it} ist durchaus {up}.'],
    positive,
  ],
  [
    'verstärkt und abgeschwächt, schlecht',
    [
      '{it} ist einfach nur {down}.',
      '{it} war ganz schön {down}.',
      'So {down}, {it}!',
      '{it} ist durchaus {down}.',
    ],
    negative,
  ],
  [
    'besser als vorher',
    [
      '{it} ist viel besser als früher.',
      'Um Welten besser als letztes Jahr, {it}.',
      '{it} wird von Woche zu Woche besser.',
      'Besser als befürchtet: {it}.',
    ],
    positive,
  ],
  [
    'schlechter als vorher',
    [
      '{it} ist viel schlechter als früher.',
      'Um Welten schlechter als letztes Jahr, {it}.',
      '{it} wird von Woche zu Woche schlechter.',
      'Schlimmer als befürchtet: {it}.',
    ],
    negative,
  ],
  [
    'nicht mehr gut',
    [
      '{it} ist nicht mehr {up}.',
      '{it} ist alles andere als {up}.',
      '{it} ist kaum noch {up}.',
      '{it} ist weit davon entfernt, {up} zu sein.',
      'Von {up} kann keine Rede sein, {it}.',
    ],
    negative,
  ],
  [
    'nicht mehr schlecht',
    [
      '{it} ist nicht mehr {down}.',
      '{it} ist alles andere als {down}.',
      '{it} ist längst nicht so {down} wie man sagt.',
    ],
    notNegative,
  ],
  [
    'zu viel davon',
    [
      '{it} ist viel zu (langsam|laut|klein|kalt|voll|teuer).',
      'Viel zu (laut|voll|teuer|eng) hier, {it}.',
      'Zu wenig (Platz|Personal|Sitzplätze|Licht), {it}.',
    ],
    negative,
  ],
  [
    'ohne Ärger',
    [
      'Keine Probleme, {it} lief.',
      'Nichts zu meckern, {it}.',
      'Da kann man sich nicht beschweren, {it}.',
      'Kein Stress, kein Ärger, {it}.',
    ],
    positive,
  ],
  [
    'empfohlen',
    [
      '{it}: kann ich nur empfehlen.',
      'Fünf Sterne, {it}.',
      '{it}? Jederzeit wieder.',
      'Hut ab, {it}.',
      'Da gehe ich gern wieder hin, {it}.',
    ],
    positive,
  ],
  [
    'abgeraten',
    [
      '{it}: davon kann ich nur abraten.',
      'Ein Stern ist noch zu viel, {it}.',
      '{it}? Nie wieder.',
      'Schämt euch, {it}.',
      'Finger weg, {it}.',
    ],
    negative,
  ],
  [
    'trotzdem gut',
    [
      'Obwohl der Anfang {down} war, ist {it} {up}.',
      'Erst {down}, am Ende dann doch {up}, {it}.',
      'Trotz allem: {it} ist {up}.',
    ],
    positive,
  ],
  [
    'trotzdem schlecht',
    [
      'Obwohl der Anfang {up} war, ist {it} {down}.',
      'Erst {up}, am Ende dann doch {down}, {it}.',
      'Trotz allem: {it} ist {down}.',
    ],
    negative,
  ],
  [
    'gefragt, nichts gesagt',
    [
      'Weiß jemand, wo {it} ist?',
      'Wann öffnet {it} am Montag?',
      'Gehört {it} der Stadt?',
      'Wie weit ist es bis dahin, wo {it} ist?',
    ],
    neutral,
  ],
  [
    'erzählt, nichts gesagt',
    [
      '{it} öffnet montags um neun.',
      '{it} ist im zweiten Stock.',
      'Wir treffen uns am Donnerstag, {it} ist der Treffpunkt.',
      'Im März zog {it} neben die Post.',
      'Meine Cousine sprach über {it}.',
    ],
    neutral,
  ],
  ['mit Emoji, gut', ['{it} 😍', '{it} 👏👏', 'Wieder da: {it} ❤️', '{it} 👍🏽', '{it} :)'], positive],
  ['mit Emoji, schlecht', ['{it} 😡', '{it} 🤮', 'Wieder da: {it} 😭', '{it} 👎🏾', '{it} :('], negative],
  ['mit Hashtag', ['{it} #enttäuscht', '{it} #niewieder', '{it} #saftladen', '{it} #fail'], negative],
  [
    'anders gewünscht',
    ['Wäre {it} doch {up}.', 'Schön wär’s, wenn {it} {up} wäre.', '{it} könnte so {up} sein.'],
    notPositive,
  ],
  ['weder noch', ['{it} ist weder {up} noch {up}.', 'Keine Spur von {up}, {it}.'], negative],
  [
    'gefragt, warum so schlecht',
    ['Warum ist {it} so {down}?', 'Wie kann {it} nur so {down} sein?'],
    negative,
  ],
  [
    'Frage und andere Antwort',
    [
      'War {it} {up}? Eher nicht.',
      'Ist {it} {up}? Überhaupt nicht.',
      '{it} {up}? Kein bisschen.',
      'Ob {it} {up} war? Nö.',
    ],
    negative,
  ],
  [
    'erwartet und nicht so gekommen',
    [
      'Ich hatte gehofft, {it} wäre {up}. War nicht der Fall.',
      'Alle sagten, {it} sei {up}, stimmt aber nicht.',
      '{it} sollte {up} sein, ist es nicht.',
    ],
    notPositive,
  ],
  [
    'andere sagen es, ich auch',
    ['{folk} sagten mir, {it} sei {up}, und das stimmt.', '{folk} nennen das {up}, ich auch.'],
    positive,
  ],
  [
    'wer jemand ist, nichts gesagt',
    [
      'Dort wohnt eine {who} Familie.',
      'Eine {who} Frau arbeitet da, wo {it} ist.',
      'Meine {who} Nachbarin kennt jeder.',
      'Zwei {who} Studentinnen wohnen über uns.',
    ],
    notNegative,
  ],
  [
    'repariert, gut',
    [
      'Es war kaputt, nach einer Stunde ging alles wieder, danke!',
      'Tasche verloren, am selben Tag zurückbekommen, danke, {it}!',
    ],
    positive,
  ],
];
