import { listed, type Words } from './expand.ts';
import type { Check } from './suite.ts';
import { moreChecks } from './suite-de-more.ts';

export const words: Words = {
  up: listed(
    'vorbildlich, gemütlich, fabelhaft, herzlich, einwandfrei, tadellos, traumhaft, kompetent, hilfsbereit, exzellent, gut, toll',
  ),
  down: listed(
    'miserabel, ekelhaft, unterirdisch, grottig, unbrauchbar, schäbig, lausig, unmöglich, öde, schlampig, schlecht, schlimm',
  ),
  flat: listed(
    'grau, staatlich, norwegisch, japanisch, vierteljährlich, oval, aus Plastik, zweistöckig, chinesisch, klein',
  ),
  it: listed(
    'die Fähre, das Museum, der Vermieter, der Browser, die Apotheke, der Wasserkocher, die Pizza, der Flughafen, das Fahrrad, die Bäckerei, der Schaffner',
  ),
  folk: listed('meine Cousine, einige Gäste, die Kritiker, meine Eltern, etliche Fahrgäste, die halbe Stadt'),
  who: listed(
    'türkische, muslimische, jüdische, lesbische, schwarze, nigerianische, gehörlose, hinduistische, rumänische, ältere, katholische, irakische, autistische, weiße, bisexuelle, senegalesische',
  ),
};

const negative = [0] as const;
const neutral = [1] as const;
const positive = [2] as const;
const notNegative = [1, 2] as const;

export const checks: readonly Check[] = [
  [
    'gute Wörter in kurzen Sätzen',
    ['Also {it} ist {up}.', '{it} fand ich {up}.', 'Da war {it} {up}!'],
    positive,
  ],
  [
    'schlechte Wörter in kurzen Sätzen',
    ['Also {it} ist {down}.', '{it} fand ich {down}.', 'Da war {it} {down}!'],
    negative,
  ],
  [
    'neutrale Wörter in kurzen Sätzen',
    ['Also {it} ist {flat}.', 'Da vorn ist {it}.', 'Wir waren bei {folk}, {it} ist {flat}.'],
    neutral,
  ],
  [
    'gut, verneint',
    ['Also {it} ist nicht {up}.', '{it} fand ich nicht {up}.', 'Da war {it} keineswegs {up}.'],
    negative,
  ],
  [
    'schlecht, verneint',
    ['Also {it} ist nicht {down}.', '{it} fand ich nicht {down}.', 'Da war {it} gar nicht mal {down}.'],
    notNegative,
  ],
  ['neutral, verneint', ['Also {it} ist nicht {flat}.', 'Da vorn ist {it} nicht.'], neutral],
  [
    'wurde gut',
    [
      'Vor drei Jahren war {it} noch {down}, heute {up}.',
      'Heute finde ich {it} {up}, damals fand ich das {down}.',
    ],
    positive,
  ],
  [
    'wurde schlecht',
    [
      'Vor drei Jahren war {it} noch {up}, heute {down}.',
      'Heute finde ich {it} {down}, damals fand ich das {up}.',
    ],
    negative,
  ],
  [
    'eigene Meinung gut',
    [
      'Für mich ist {it} {up}, obwohl {folk} ihn {down} finden.',
      '{folk} finden das {down}, ich finde es {up}.',
    ],
    positive,
  ],
  [
    'eigene Meinung schlecht',
    [
      'Für mich ist {it} {down}, obwohl {folk} ihn {up} finden.',
      '{folk} finden das {up}, ich finde es {down}.',
    ],
    negative,
  ],
  ['Frage und Ja', ['War {it} {up}? Ja.', 'Fand ich {it} {up}? Ja.'], positive],
  ['Frage und Nein', ['War {it} {up}? Nein.', 'Fand ich {it} {up}? Nein.'], negative],
  ['Frage nach Schlechtem und Nein', ['War {it} {down}? Nein.', 'Fand ich {it} {down}? Nein.'], notNegative],
  ...moreChecks,
];
