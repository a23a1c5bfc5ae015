import { listed, type Words } from './expand.ts';
import type { Check } from './suite.ts';
import { moreChecks } from './suite-en-more.ts';

/** Words and frames of the test: none of the frames and few of the words are those of lessons-en.ts. */
export const words: Words = {
  up: listed(
    `first-rate, magnificent, gorgeous, classy, spotless, thoughtful, welcoming, top notch, flawless, worthwhile, enjoyable, joyful, attentive, refreshing, super, respectful, easy, efficient, good, great`,
  ),
  down: listed(
    `abysmal, grim, vile, crappy, tacky, dismal, stinky, rotten, arrogant, dull, tedious, worthless, inferior, depressing, dishonest, chaotic, buggy, ghastly, bad, terrible`,
  ),
  flat: listed(
    `oval, Norwegian, grey, plastic, western, hourly, municipal, Japanese, purple, quarterly, coastal, small, black, leather, Brazilian, early, short, Danish, private, commercial`,
  ),
  like: listed(`fancy, prize, relish, cherish, applaud, love, enjoy, like, appreciate`),
  loathe: listed(`hate, dislike, scorn, resent, loathe, despise, dread`),
  met: listed(
    `entered, rented, left, tried on, caught, rode, parked beside, compared, wrote about, saw, found`,
  ),
  it: listed(
    `ferry, tram, kettle, museum, airport, pharmacy, tutor, landlord, browser, router, pizza, bicycle, stewardess, gate agent, headset, bakery, plane, seat, airline, service, crew, captain`,
  ),
  folk: listed(
    `my cousin, certain people, the reviewers, my mother-in-law, lots of travellers, the other passengers, the neighbours, the magazines, most of my class, a lot of users`,
  ),
  aside: listed(
    `seeing how late it was, looking back over the whole week, being a regular, in light of what we were told, with three children beside me, for all the fuss in the news`,
  ),
  who: listed(
    `Turkish, Muslim, Jewish, gay, lesbian, Black, Nigerian, deaf, Hindu, trans, Romanian, elderly, Catholic, Iraqi, autistic, white, bisexual, Senegalese, atheist`,
  ),
};

const negative = [0] as const;
const neutral = [1] as const;
const positive = [2] as const;
const notNegative = [1, 2] as const;
const notPositive = [0, 1] as const;

export const checks: readonly Check[] = [
  ['words that sound good', ['{up}', '{like}'], positive],
  ['words that sound bad', ['{down}', '{loathe}'], negative],
  ['words that sound like nothing', ['{flat}', '{met}', '{it}'], neutral],
  [
    'good words in short sentences',
    [
      'That {it} is {up}.',
      'I {like} that {it}.',
      'We had a {up} {it}.',
      'That was a {up} {it}.',
      'You have a {up} {it}.',
    ],
    positive,
  ],
  [
    'bad words in short sentences',
    [
      'That {it} is {down}.',
      'I {loathe} that {it}.',
      'We had a {down} {it}.',
      'That was a {down} {it}.',
      'You have a {down} {it}.',
    ],
    negative,
  ],
  [
    'neutral words in short sentences',
    [
      'That {it} is {flat}.',
      'I {met} that {it}.',
      'We had a {flat} {it}.',
      'That was a {flat} {it}.',
      'It was a {flat} {it}.',
      'The {it} belongs to my cousin.',
    ],
    neutral,
  ],
  [
    'with intensifiers and reducers, good',
    [
      'The {it} was just so {up}.',
      'A truly {up} {it}!',
      'The {it} is kind of {up}.',
      'The {it} was pretty {up}.',
    ],
    positive,
  ],
  [
    'with intensifiers and reducers, bad',
    [
      'The {it} was just so {down}.',
      'A truly {down} {it}!',
      'The {it} is kind of {down}.',
      'The {it} was pretty {down}.',
    ],
    negative,
  ],
  [
    'good, negated',
    [
      "The {it} isn't {up}.",
      'It was not a {up} {it}.',
      "We didn't {like} the {it}.",
      "I can't say I {like} the {it}.",
      'No one {like}s that {it}.',
      'This {it} is not {up} at all.',
    ],
    negative,
  ],
  [
    'bad, negated',
    [
      "The {it} isn't {down}.",
      'It was not a {down} {it}.',
      "We didn't {loathe} the {it}.",
      'I never {loathe} that {it}.',
      'This {it} is not {down} at all.',
    ],
    notNegative,
  ],
  [
    'neutral, negated',
    [
      "The {it} isn't {flat}.",
      'It was not a {flat} {it}.',
      "We haven't {met} the {it}.",
      'This is not a {flat} {it}.',
    ],
    neutral,
  ],
  [
    'good, negated from afar',
    [
      "I don't think, {aside}, that the {it} was {up}.",
      "I wouldn't say, {aside}, that I {like} this {it}.",
      "I can't say, {aside}, that we had a {up} {it}.",
    ],
    negative,
  ],
  [
    'bad, negated from afar',
    [
      "I don't think, {aside}, that the {it} was {down}.",
      "I wouldn't say, {aside}, that I {loathe} this {it}.",
    ],
    notNegative,
  ],
  [
    'neutral, negated from afar',
    [
      "I don't think, {aside}, that the {it} was {flat}.",
      "I wouldn't say, {aside}, that we had a {flat} {it}.",
    ],
    neutral,
  ],
  [
    'good, negated at the end',
    [
      "We were expecting the {it} to be {up}, but it wasn't.",
      "I assumed I would {like} the {it}, but I didn't.",
      "I had imagined it to be a {up} {it}, but it's not.",
    ],
    notPositive,
  ],
  [
    'bad, negated at the end',
    [
      "We were expecting the {it} to be {down}, but it wasn't.",
      "I assumed I would {loathe} the {it}, but I didn't.",
      "I had imagined it to be a {down} {it}, but it's not.",
    ],
    notNegative,
  ],
  [
    'became good',
    [
      'Once I would {loathe} this {it}, but now I {like} it.',
      'At present I {like} this {it}, though last year I would {loathe} it.',
      'The {it} used to be {down}, now it is {up}.',
      'I {like} the {it} these days; formerly I would {loathe} it.',
    ],
    positive,
  ],
  [
    'became bad',
    [
      'Once I would {like} this {it}, but now I {loathe} it.',
      'At present I {loathe} this {it}, though last year I would {like} it.',
      'The {it} used to be {up}, now it is {down}.',
      'I {loathe} the {it} these days; formerly I would {like} it.',
    ],
    negative,
  ],
  [
    'own view good, that of others bad',
    [
      'For me the {it} is {up}, even though {folk} say it is {down}.',
      '{folk} may find you {down}, but I think you are {up}.',
      'I {like} you, but {folk} do {loathe} you.',
      '{folk} had warned me it was {down}, I say it is {up}.',
    ],
    positive,
  ],
  [
    'own view bad, that of others good',
    [
      'For me the {it} is {down}, even though {folk} say it is {up}.',
      '{folk} may find you {up}, but I think you are {down}.',
      'I {loathe} you, but {folk} do {like} you.',
      '{folk} had told me it was {up}, I say it is {down}.',
    ],
    negative,
  ],
  [
    'asked good, answered yes',
    ['Was the {it} {up}? Yes.', 'Did we {like} the {it}? Yes', 'Do I consider this a {up} {it}? Yes'],
    positive,
  ],
  [
    'asked bad, answered yes',
    ['Was the {it} {down}? Yes.', 'Did we {loathe} the {it}? Yes', 'Do I consider this a {down} {it}? Yes'],
    negative,
  ],
  [
    'asked neutral, answered yes',
    ['Was the {it} {flat}? Yes.', 'Is that a {flat} {it}? Yes', 'Have we {met} the {it}? Yes'],
    neutral,
  ],
  [
    'asked good, answered no',
    ['Was the {it} {up}? No.', 'Did we {like} the {it}? No', 'Do I consider this a {up} {it}? No'],
    negative,
  ],
  [
    'asked bad, answered no',
    ['Was the {it} {down}? No.', 'Did we {loathe} the {it}? No', 'Do I consider this a {down} {it}? No'],
    notNegative,
  ],
  [
    'asked neutral, answered no',
    ['Was the {it} {flat}? No.', 'Is that a {flat} {it}? No', 'Have we {met} the {it}? No'],
    neutral,
  ],
  ...moreChecks,
];
