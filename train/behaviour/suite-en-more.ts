import type { Check } from './suite.ts';

const negative = [0] as const;
const neutral = [1] as const;
const positive = [2] as const;
const notNegative = [1, 2] as const;
const notPositive = [0, 1] as const;

/** Ways of speaking that no lesson teaches, with the words of suite-en.ts. */
export const moreChecks: readonly Check[] = [
  [
    'better than before',
    [
      'The {it} is far better than it was.',
      'So much better than the {it} we had before.',
      'The {it} has got better every week.',
      'Way better than I had feared, that {it}.',
    ],
    positive,
  ],
  [
    'worse than before',
    [
      'The {it} is far worse than it was.',
      'So much worse than the {it} we had before.',
      'The {it} has got worse every week.',
      'Way worse than I had feared, that {it}.',
    ],
    negative,
  ],
  [
    'no longer good',
    [
      'The {it} is no longer {up}.',
      'Nothing {up} about the {it} any more.',
      'The {it} has stopped being {up}.',
      'Far from {up}, this {it}.',
      'The {it} is anything but {up}.',
      'Hardly a {up} {it}.',
    ],
    negative,
  ],
  [
    'no longer bad',
    [
      'The {it} is no longer {down}.',
      'The {it} has stopped being {down}.',
      'Far from {down}, this {it}.',
      'The {it} is anything but {down}.',
    ],
    notNegative,
  ],
  [
    'too much of it',
    [
      'The {it} was far too (slow|loud|small|cold|hot|expensive).',
      'Much too (slow|loud|noisy|expensive|crowded) for a {it}.',
      'Not enough (space|staff|seats|help|light) in that {it}.',
    ],
    negative,
  ],
  [
    'without trouble',
    [
      'No (problems|trouble|fuss|hassle|complaints) with the {it}.',
      'We had no (problems|issues|complaints) at all with this {it}.',
      "Can't complain about the {it}.",
      "I couldn't be happier with the {it}.",
      'The {it} never lets me down.',
    ],
    positive,
  ],
  [
    'recommended',
    [
      'I can only recommend the {it}.',
      'Five stars for the {it}.',
      'Would pick this {it} again any time.',
      'Hats off to the {it}.',
      'Thanks to the {it} we got home.',
    ],
    positive,
  ],
  [
    'warned of',
    [
      'I can only warn you about the {it}.',
      'One star for the {it}, and that is generous.',
      'Would not pick this {it} again.',
      'Stay away from that {it}.',
      'Shame on the {it}.',
      'Never again this {it}.',
    ],
    negative,
  ],
  [
    'in spite of it, good',
    [
      'Despite the {down} {it} I {like} this place.',
      'In spite of a {down} start the {it} was {up}.',
      'A {down} start, yet the {it} turned out {up}.',
    ],
    positive,
  ],
  [
    'in spite of it, bad',
    [
      'Despite the {up} {it} I {loathe} this place.',
      'In spite of a {up} start the {it} was {down}.',
      'A {up} start, yet the {it} turned out {down}.',
    ],
    negative,
  ],
  [
    'asked, nothing said',
    [
      'When does the {it} open on Mondays?',
      'Does anybody know who runs the {it}?',
      'Which {it} is nearer to the station?',
      'Is there a {it} in the next town?',
    ],
    neutral,
  ],
  [
    'told, nothing said',
    [
      'The {it} opens at nine on Mondays.',
      'The {it} is on the second floor.',
      'My cousin works for the {it}.',
      'They moved the {it} next to the post office in March.',
      'We will meet at the {it} on Thursday.',
      'I have an appointment about the {it} at four.',
    ],
    neutral,
  ],
  [
    'by emoji, good',
    ['The {it} 😍', 'That {it} 👏👏', 'Back at the {it} ❤️', 'The {it} 👍🏽', 'The {it} :)'],
    positive,
  ],
  [
    'by emoji, bad',
    ['The {it} 😡', 'That {it} 🤮', 'Back at the {it} 😭', 'The {it} 👎🏾', 'The {it} :('],
    negative,
  ],
  [
    'by hashtag',
    ['#{it}fail again', 'The {it} #disappointed', '{it} today #neveragain', 'That {it} #worstever'],
    negative,
  ],
  [
    'wished otherwise',
    [
      'I wish the {it} were {up}.',
      'If only the {it} had been {up}.',
      'The {it} could have been {up}.',
      'The {it} should be {up}, it is not.',
    ],
    notPositive,
  ],
  [
    'neither nor',
    [
      'The {it} was neither {up} nor {up}.',
      'Neither the {it} nor the rest was {up}.',
      'Not one {it} was {up}.',
    ],
    negative,
  ],
  [
    'asked why, bad',
    ['Why is the {it} so {down}?', 'How can a {it} be this {down}?', 'Who thought a {down} {it} was fine?'],
    negative,
  ],
  [
    'answered in other words',
    [
      'Was the {it} {up}? Far from it.',
      'Is the {it} {up}? Not really.',
      'A {up} {it}? Hardly.',
      'Do I {like} the {it}? Not one bit.',
    ],
    negative,
  ],
  [
    'others said, I agree',
    ['{folk} told me the {it} was {up}, and they were right.', '{folk} call the {it} {up}, so do I.'],
    positive,
  ],
  [
    'others said, I agree it is bad',
    ['{folk} told me the {it} was {down}, and they were right.', '{folk} call the {it} {down}, so do I.'],
    negative,
  ],
  [
    'who somebody is, nothing said',
    [
      'The {it} belongs to a {who} family.',
      'A {who} woman works at the {it}.',
      'My {who} neighbour drives the {it}.',
      'He is {who}.',
      'She met two {who} students at the {it}.',
    ],
    notNegative,
  ],
  [
    'mended, good',
    [
      'The {it} was broken, they fixed it within the hour.',
      'Lost my bag at the {it}, got it back the same day, thank you!',
    ],
    positive,
  ],
];
