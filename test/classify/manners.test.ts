import { describe, expect, it } from '@jest/globals';
import { read } from '../../src/classify/reading/read.ts';
import { withoutManners } from '../../src/classify/rules/courtesy.ts';

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
});
