import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classify } from '../../src/classify/classify.ts';
import { polarityIn } from '../../src/classify/language/lexicon-polarity.ts';
import type { Classification } from '../../src/domain/classification.ts';
import { compiledEntry } from '../../src/lib/package-root.ts';

const said = (text: string, declaredLanguage: string | null = null): Classification =>
  classify({ text, parentText: null, declaredLanguage });

const toneOf = ({ sentiment }: Classification): string =>
  Object.entries(sentiment).reduce((best, one) => (one[1] > best[1] ? one : best))[0];

describe('a post in French, Spanish, Italian or Portuguese', () => {
  it.each([
    ['fr', 'positive', 'Le service est vraiment excellent et le personnel charmant'],
    ['fr', 'negative', 'Une application horrible, c’est la pire de toutes pour les clients'],
    ['fr', 'negative', 'Le repas n’était pas bon dans ce restaurant'],
    ['fr', 'positive', 'Je ne sais pas quand, mais le voyage était excellent'],
    ['es', 'positive', 'Me encanta esta tienda, muchas gracias por el regalo'],
    ['es', 'negative', 'El servicio es terrible y la entrega un desastre para todos'],
    ['es', 'negative', 'Esta tienda no es buena para nosotros'],
    ['it', 'positive', 'Il personale era davvero eccellente e il viaggio bellissimo'],
    ['it', 'negative', 'Questa applicazione è pessima e il servizio orribile'],
    ['it', 'negative', 'Il pranzo non era buono, anche dopo una attesa'],
    ['pt', 'positive', 'Adoro esta loja, muito obrigado pelo excelente atendimento'],
    ['pt', 'negative', 'O serviço é péssimo e a entrega foi horrível para todos'],
    ['pt', 'neutral', 'Ela mora na rua ao lado da estação com os pais'],
  ])('in %s is %s by its words, and marked as unsure: %s', (language, tone, text) => {
    const words = said(text);
    expect(words).toMatchObject({ language, abstained: true, abstainReason: 'language' });
    expect(toneOf(words)).toBe(tone);
  });

  it('is told by an emoji too', () => {
    expect(toneOf(said('❤️', 'fr'))).toBe('positive');
    expect(toneOf(said('💔 la casa', 'it'))).toBe('negative');
  });

  it('never holds what is no number', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('fr', 'es', 'it', 'pt', 'nl', 'pl', 'zh'),
        (text, language) => {
          const { sentiment, complaint } = said(text, language);
          const { negative, neutral, positive } = sentiment;
          expect(negative + neutral + positive).toBeCloseTo(1, 10);
          expect(complaint).toBeGreaterThanOrEqual(0);
          expect(complaint).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is no trap where a word is one that every object has', () => {
    for (const text of ['constructor', '__proto__ toString', 'hasOwnProperty valueOf'])
      expect(toneOf(said(text, 'es'))).toBe('neutral');
  });
});

describe('a post in a language that is not read', () => {
  it.each([
    ['nl', 'Het pakket is nog altijd niet aangekomen en niemand geeft antwoord'],
    ['other', 'Nie działa od wczoraj, bardzo proszę o pomoc'],
    ['other', '商品还没有到，客服不回复'],
  ])('in %s abstains with that reason and has probabilities all the same: %s', (language, text) => {
    const words = said(text);
    expect(words).toMatchObject({ language, abstained: true, abstainReason: 'language' });
    expect(words.complaint).toBeGreaterThan(0);
    expect(words.sentiment.negative + words.sentiment.neutral + words.sentiment.positive).toBeCloseTo(1, 10);
    expect(Object.keys(words.categories).length).toBeGreaterThan(0);
  });
});

describe('the lexicons', () => {
  it('are asked for four languages', () => {
    const asked = (['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'other'] as const).filter(
      (language) => polarityIn(language) !== null,
    );
    expect(asked).toEqual(['fr', 'es', 'it', 'pt']);
  });

  it('are read when a post first needs them, and no earlier', () => {
    const script = `
      const { classify } = await import(${JSON.stringify(compiledEntry('src/classify/classify.js').href)});
      const { createRequire } = await import('node:module');
      const { cache } = createRequire(import.meta.url);
      const read = () => Object.keys(cache).filter((path) => path.includes('/natural/sentiment/')).map((path) => path.split('/').at(-1));
      classify({ text: 'Where is my parcel?', parentText: null });
      const before = read();
      classify({ text: 'Le colis est pour vous', parentText: null });
      console.log(JSON.stringify([before, read()]));`;
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    // The German one is among the model's own features.
    const german = 'pattern-sentiment-de.json';
    expect(JSON.parse(told)).toEqual([
      [german],
      [german, 'afinnShortSortedSpanish.json', 'pattern-sentiment-fr.json'],
    ]);
  });
});
