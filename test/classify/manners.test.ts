import { describe, expect, it } from '@jest/globals';
import { read } from '../../src/classify/reading/read.ts';
import { plainWords, withoutManners } from '../../src/classify/rules/courtesy.ts';
import { dangerStretches } from '../../src/classify/rules/danger-stretches.ts';
import { wordsOf } from './reading-of.ts';

const heard = (text: string): string =>
  withoutManners(read(text))
    .map(({ word }) => word)
    .join(' ');

describe('manners', () => {
  it.each([
    ['I hope you are well. The lid broke. Many thanks in advance.', 'I . The lid broke .'],
    ['The lid broke. Could somebody please look into it? Kind regards', 'The lid broke .'],
    [
      'Guten Tag, der Deckel ist ab. Könnten Sie bitte nachsehen? Vielen Dank im Voraus.',
      ', der Deckel ist ab .',
    ],
    [
      'Bitte entschuldigen Sie die Störung. Der Deckel ist ab. Mit freundlichen Grüßen',
      'Bitte . Der Deckel ist ab .',
    ],
  ])('are not heard by the model: %s', (text, left) => {
    expect(heard(text).replace(/^[,.] /, '')).toBe(left.replace(/^[,.] /, ''));
  });

  it.each([
    ['The lid broke. I have 80k followers.', 'The lid broke .'],
    ['Der Deckel ist ab. Mein Anwalt freut sich schon.', 'Der Deckel ist ab .'],
  ])('nor are boasts and threats: %s', (text, left) => {
    expect(heard(text)).toBe(left);
  });

  it.each(['My lawyer was charged twice for the room.', 'I have 80k followers.', 'Good morning!'])(
    'leave what is told beside them, and what is all that is said: %s',
    (text) => {
      expect(heard(text)).not.toBe('');
    },
  );

  it('leave the words in their places where danger is looked for, abuse too', () => {
    const reading = read('Would you be so kind, idiots, the bloody lamp fell');
    const words = plainWords(reading);
    expect(words).toHaveLength(reading.terms.length);
    expect(words.map(({ word }) => word).join(' ')).not.toMatch(/kind|idiots|bloody/);
    expect(words.at(-1)?.word).toBe('fell');
  });

  it.each([
    ['Turn the bloody music down', 'Turn the music down'],
    ['Would you be so kind and turn the music down?', 'Turn the music down'],
  ])('are no sign of danger: %s', (text, plain) => {
    const signsOf = (said: string) =>
      dangerStretches(read(said), () => true).map(({ hits, cues, hasQuestion }) => ({
        signs: hits.map(({ label }) => label),
        cues,
        hasQuestion,
      }));
    expect(signsOf(text)).toEqual(signsOf(plain));
  });
});

describe('what only bothers', () => {
  it('stays small however many polite sentences stand around it', () => {
    const plain = 'The music in your store is far too loud.';
    const polite = `Dear team, I hope this message finds you well. Thank you so much in advance for taking the time to read this, I really appreciate it. I would be very grateful if you could kindly look into a small matter whenever it is convenient for you. ${plain} Thank you very much for your help and kind regards`;
    expect(wordsOf(plain).stake).toBe('annoyance');
    expect(wordsOf(polite).stake).toBe('annoyance');
  });
});

describe('the word kind', () => {
  it('is a child in German and praise in English', () => {
    expect(read('What kind of shop is this').hits.sign.map(({ label }) => label)).not.toContain('child');
    expect(read('Mein Kind friert').hits.sign.map(({ label }) => label)).toContain('child');
    expect(read('Mein Kind friert').hits.praise).toEqual([]);
    expect(read('so kind of you').hits.praise).toHaveLength(1);
  });
});
