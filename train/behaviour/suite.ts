import type { Example } from '../corpus/example.ts';
import { createRandom, type Random } from '../learn/random.ts';
import { expand, type Words } from './expand.ts';
import { checks as germanChecks, words as germanWords } from './suite-de.ts';
import { checks as englishChecks, words as englishWords } from './suite-en.ts';

/** What is tested, frames of sentences, and the tones that are right. */
export type Check = readonly [name: string, frames: readonly string[], right: readonly number[]];

export interface Test {
  readonly name: string;
  readonly language: 'de' | 'en';
  readonly kind: 'direction' | 'fairness' | 'functionality' | 'invariance';
  /** Texts that belong together; of `functionality` one each. */
  readonly cases: readonly (readonly string[])[];
  /** Of `functionality`: which tones are right. */
  readonly right: readonly number[];
}

const perFrame = 40;

/** Tests of behaviour in the manner of Ribeiro et al. 2020, all sentences our own. `posts` are bases of what must not change an answer. */
export const behaviourTests = (posts: readonly Example[]): readonly Test[] => [
  ...functionality('en', englishChecks, englishWords),
  ...functionality('de', germanChecks, germanWords),
  ...(['en', 'de'] as const).flatMap((language) => {
    const texts = posts.filter((one) => one.language === language).map(({ text }) => text);
    return [...invariance(language, texts), ...direction(language, texts), fairness(language)];
  }),
];

const functionality = (language: 'de' | 'en', checks: readonly Check[], words: Words): readonly Test[] =>
  checks.map(([name, frames, right]) => ({
    name,
    language,
    kind: 'functionality',
    cases: frames.flatMap((frame, nth) => expand(frame, words, perFrame, 1000 + nth).map((text) => [text])),
    right,
  }));

type Change = (text: string, random: Random) => string | null;

const invariance = (language: 'de' | 'en', texts: readonly string[]): readonly Test[] =>
  changes.map(([name, change]) => {
    const random = createRandom(7);
    return {
      name,
      language,
      kind: 'invariance',
      cases: texts.flatMap((text) => {
        const twins = [change(text, random), change(text, random), change(text, random)].filter(
          (twin) => twin !== null && twin !== text,
        );
        return twins.length === 0 ? [] : [[text, ...new Set(twins as string[])]];
      }),
      right: [],
    };
  });

const pick = (list: readonly string[], random: Random): string =>
  list[Math.floor(random() * list.length)] ?? '';
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const chars = (count: number, random: Random): string =>
  Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)] ?? '').join('');

const swapped: Change = (text, random) => {
  const at = Math.floor(random() * (text.length - 1));
  return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
};

const replacing =
  (from: RegExp, to: readonly string[]): Change =>
  (text, random) => {
    const replaced = text.replace(from, () => pick(to, random));
    return replaced === text ? null : replaced;
  };

const names = [
  'Ayodele',
  'Brigitta',
  'Cedric',
  'Ngoc',
  'Svea',
  'Tomasz',
  'Hannah',
  'Yusuf',
  'Mireille',
  'Keanu',
];
const towns = ['Lisbon', 'Denver', 'Oslo', 'Leipzig', 'Nairobi', 'Perth', 'Osaka', 'Graz', 'Lyon', 'Omaha'];

const short: readonly (readonly [string, string])[] = [
  ['do not', "don't"],
  ['did not', "didn't"],
  ['is not', "isn't"],
  ['was not', "wasn't"],
  ['cannot', "can't"],
  ['have not', "haven't"],
  ['will not', "won't"],
  ['it is', "it's"],
  ['I am', "I'm"],
  ['I have', "I've"],
  ['they are', "they're"],
];

const contracted: Change = (text) => {
  const [long] = short.filter(([one]) => text.includes(one));
  if (long !== undefined) return text.replaceAll(long[0], long[1]);
  const [brief] = short.filter(([, one]) => text.includes(one));
  return brief === undefined ? null : text.replaceAll(brief[1], brief[0]);
};

const changes: readonly (readonly [string, Change])[] = [
  ['one typo', swapped],
  ['two typos', (text, random) => swapped(swapped(text, random) ?? text, random)],
  ['contractions', contracted],
  ['punctuation at the end', (text) => (/[.!?]$/.test(text) ? text.replace(/[.!?]+$/, '') : `${text}.`)],
  ['a link added', (text, random) => `${text} https://t.example/${chars(8, random)}`],
  [
    'a handle added',
    (text, random) => (random() < 0.5 ? `@${chars(6, random)} ${text}` : `${text} @${chars(6, random)}`),
  ],
  [
    'numbers changed',
    (text, random) => text.replace(/\b[2-9](?=\d?\b)/g, () => String(2 + Math.floor(random() * 8))),
  ],
  [
    'names changed',
    replacing(
      /\b(?:James|John|Mary|Anna|Peter|Sarah|Tom|Lisa|Maria|Paul|Ahmed|Emma|David|Laura|Jonas|Lena)\b/g,
      names,
    ),
  ],
  [
    'places changed',
    replacing(
      /\b(?:London|Berlin|Leeds|Hamburg|Paris|Manchester|Munich|München|Köln|Bristol|Wien|Boston|Chicago|Dublin)\b/g,
      towns,
    ),
  ],
];

const praise = {
  en: ['I love you.', 'You are brilliant.', 'Great job!'],
  de: ['Ich liebe euch.', 'Ihr seid super.', 'Klasse gemacht!'],
};
const blame = {
  en: ['I hate you.', 'You are awful.', 'Terrible job!'],
  de: ['Ich hasse euch.', 'Ihr seid furchtbar.', 'Ganz mies gemacht!'],
};

/** Praise added must not make a text sound worse, nor blame better: the share of negative is compared. */
const direction = (language: 'de' | 'en', texts: readonly string[]): readonly Test[] =>
  (
    [
      ['praise added', praise],
      ['blame added', blame],
    ] as const
  ).map(([name, added]) => ({
    name,
    language,
    kind: 'direction',
    cases: texts.map((text, nth) => [text, `${text} ${added[language][nth % 3] ?? ''}`]),
    right: name === 'praise added' ? [2] : [0],
  }));

const whoever: Record<'de' | 'en', Readonly<Record<string, readonly string[]>>> = {
  en: {
    race: [
      'Black',
      'white',
      'Asian',
      'Hispanic',
      'Latino',
      'Arab',
      'Native American',
      'Middle Eastern',
      'African-American',
      'biracial',
    ],
    nation: [
      'Turkish',
      'Polish',
      'Nigerian',
      'Chinese',
      'Mexican',
      'American',
      'Israeli',
      'Iranian',
      'Indonesian',
      'Ivorian',
      'South African',
      'Ukrainian',
      'Tanzanian',
      'New Zealand',
      'Laotian',
      'Afghan',
    ],
    belief: [
      'Muslim',
      'Jewish',
      'Catholic',
      'Hindu',
      'Buddhist',
      'atheist',
      'Sikh',
      'Baptist',
      'Anglican',
      'Quaker',
      'Taoist',
      'Methodist',
      'agnostic',
      'Lutheran',
      'Sunni',
      'Coptic',
    ],
    love: [
      'gay',
      'straight',
      'lesbian',
      'bisexual',
      'trans',
      'queer',
      'asexual',
      'heterosexual',
      'non-binary',
      'pansexual',
      'intersex',
    ],
    sex: ['male', 'female', 'old', 'young', 'elderly', 'middle-aged', 'disabled', 'deaf'],
  },
  de: {
    race: ['schwarzer', 'weißer', 'asiatischer', 'arabischer', 'afrikanischer'],
    nation: [
      'türkischer',
      'polnischer',
      'nigerianischer',
      'chinesischer',
      'amerikanischer',
      'syrischer',
      'ukrainischer',
      'rumänischer',
      'vietnamesischer',
      'israelischer',
      'tansanischer',
    ],
    belief: [
      'muslimischer',
      'jüdischer',
      'katholischer',
      'hinduistischer',
      'buddhistischer',
      'evangelischer',
      'orthodoxer',
      'alevitischer',
    ],
    love: ['schwuler', 'heterosexueller', 'bisexueller', 'queerer', 'asexueller'],
    sex: ['alter', 'junger', 'behinderter', 'gehörloser', 'blinder'],
  },
};

const said = {
  en: [
    'Our tutor is a {x} person.',
    'A {x} clerk helped me.',
    'A {x} clerk ignored me for an hour.',
    'The {x} man beside me was kind.',
    'My neighbour is {x}.',
    'The {x} driver was rude to all of us.',
    'I spoke to a {x} nurse.',
    'As a {x} customer I waited three weeks for my refund.',
  ],
  de: [
    'Unser Lehrer ist ein {x} Mann.',
    'Ein {x} Verkäufer hat mir geholfen.',
    'Ein {x} Verkäufer hat mich eine Stunde ignoriert.',
    'Mein {x} Nachbar war nett.',
    'Ein {x} Schaffner war unverschämt zu uns allen.',
    'Als {x} Kunde warte ich drei Wochen auf mein Geld.',
  ],
} as const;

/** Who somebody is: any swap within a list must leave every answer as it is. */
const fairness = (language: 'de' | 'en'): Test => ({
  name: 'who somebody is',
  language,
  kind: 'fairness',
  cases: Object.values(whoever[language]).flatMap((list) =>
    said[language].map((frame) =>
      list.map((who) =>
        frame
          .replace('{x}', who)
          .replace(/\b([Aa]) (?=[aeiouAEIOU])/g, (_, a: string) => (language === 'en' ? `${a}n ` : `${a} `)),
      ),
    ),
  ),
  right: [],
});
