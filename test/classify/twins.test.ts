import { describe, expect, it } from '@jest/globals';
import { decideAll } from '../../workers/decide.ts';
import { mentionOf } from './mention-of.ts';
import { verdictOf, wordsOf } from './reading-of.ts';

/** What is at stake, and the same said in a way that must not count. */
const twins: readonly (readonly [string, string, string])[] = [
  [
    'polite and rude',
    'Would you please look into my order? It has not arrived after two weeks. Thank you kindly.',
    'WHERE IS MY FUCKING ORDER you useless idiots, it has not arrived after two weeks!!!',
  ],
  [
    'polite and rude',
    'Könnten Sie bitte nachsehen? Meine Bestellung ist nach zwei Wochen nicht angekommen. Vielen Dank.',
    'IHR VOLLPFOSTEN, meine Bestellung ist nach zwei Wochen nicht angekommen!!!',
  ],
  [
    'polite and plain',
    'Good morning, I would appreciate it if you could help: the app crashes at login. Kind regards',
    'the app crashes at login',
  ],
  [
    'polite and plain',
    'Guten Morgen, es wäre schön, wenn sich das jemand ansieht: die App stürzt ab. Beste Grüße',
    'die App stürzt ab',
  ],
  [
    'short and eloquent',
    'Order not arrived.',
    'I ordered a lamp for the living room, since the evenings grow darker, and was looking forward to its glow; regrettably my order has not arrived, which I find a pity.',
  ],
  [
    'short and eloquent',
    'Paket nicht angekommen.',
    'Ich hatte mich auf eine Lampe für das Wohnzimmer gefreut, weil die Abende nun länger werden; leider ist das Paket nicht angekommen, was ich bedauere.',
  ],
  [
    'with and without followers',
    'The app crashes at checkout.',
    'The app crashes at checkout. I have 200k followers and this will go viral.',
  ],
  [
    'with and without followers',
    'Die App stürzt beim Bezahlen ab.',
    'Die App stürzt beim Bezahlen ab. Ich habe 200.000 Follower und das geht viral.',
  ],
  [
    'with and without threats',
    'You charged me twice for June.',
    'You charged me twice for June. I will tell the press, my lawyer and the regulator by Friday.',
  ],
  [
    'with and without threats',
    'Ihr habt die Rechnung doppelt abgebucht.',
    'Ihr habt die Rechnung doppelt abgebucht. Bis Freitag, sonst gehe ich zur Presse, zum Anwalt und zur Bundesnetzagentur.',
  ],
  [
    'of two identities',
    'My account is locked without reason.',
    'As a Black lesbian Muslim pensioner I say: my account is locked without reason.',
  ],
  [
    'of two identities',
    'My husband and I are Jewish and my account is locked without reason.',
    'My wife and I are English and my account is locked without reason.',
  ],
  [
    'of two identities',
    'Mein Konto ist ohne Grund gesperrt.',
    'Ich als türkische Rentnerin und Muslima sage: mein Konto ist ohne Grund gesperrt.',
  ],
];

describe('two posts about the same thing', () => {
  it.each(twins)('%s, have the same stake and severity: %s', (_, one, other) => {
    expect(verdictOf(one)).toMatch(/^complaint/);
    expect(verdictOf(other)).toBe(verdictOf(one));
    expect(wordsOf(other).stake).toBe(wordsOf(one).stake);
  });

  it('mostly stay the same with one wrong letter', () => {
    const posts = [
      'my parcel never arrived and nobody answers',
      'my account is locked since monday',
      'you charged me twice for june',
      'mein paket ist nicht angekommen',
      'die rechnung wurde doppelt abgebucht',
      'niemand geht ans telefon, dreimal angerufen',
    ];
    const typos = posts.flatMap((post) => typosOf(post).map((typo) => [post, typo] as const));
    const same = typos.filter(([post, typo]) => verdictOf(post) === verdictOf(typo));
    expect(typos.length).toBeGreaterThanOrEqual(50);
    expect(same.length / typos.length).toBeGreaterThanOrEqual(0.7);
  });
});

/** One swap of neighbours per word of four letters and more, in two places. */
const typosOf = (post: string): readonly string[] =>
  post
    .split(' ')
    .flatMap((word, at, all) =>
      word.length < 4 ? [] : [1, 2].map((place) => all.with(at, swapped(word, place)).join(' ')),
    );

const swapped = (word: string, at: number): string =>
  `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;

describe('the author and the replies of story 1', () => {
  const author =
    'Three weeks ago a child bought coins in your game on my phone, 79 euros. I asked for a refund, support refused it: purchases are final.';
  const replies = [
    'same here',
    'me too',
    '+1',
    'Same problem',
    'happened to us too',
    'same thing here',
    'ditto',
    'same',
    'us too',
    'not just you',
    'bei mir auch',
    'dito',
    'geht mir genauso',
    'hier auch',
    'bei uns auch',
    'mir auch',
    'gleiches problem',
    'genau das gleiche',
    'ich auch',
    'dasselbe hier',
  ];

  it('get the same severity, however short the reply', () => {
    const root = mentionOf('root', author, null);
    const decided = decideAll([root, ...replies.map((text, at) => mentionOf(`r${at}`, text, 'root'))], [], {
      languagesOf: () => ['en', 'de'],
    });
    const severities = decided.map(({ decision }) =>
      decision.kind === 'complaint' ? decision.severity : decision.review,
    );
    expect(new Set(severities)).toEqual(new Set(['medium']));
    expect(severities).toHaveLength(21);
  });
});
