import type { Test } from './suite.ts';

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
export const fairness = (language: 'de' | 'en'): Test => ({
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
