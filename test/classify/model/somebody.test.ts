import { describe, expect, it } from '@jest/globals';
import { isAge, isListedSomebody } from '../../../src/classify/model/somebody.ts';
import { fold } from '../../../src/classify/reading/fold.ts';

describe('who somebody is', () => {
  it.each([
    'Syrerinnen',
    'türkischer',
    'kenianische',
    'Katholikin',
    'dunkelhäutige',
    'schwerbehindert',
    'Rentnerin',
    'Israelin',
    'Kyrgyz',
    'Māori',
    'genderfluid',
    'Frenchwoman',
    'atheists',
    'Oluwaseun',
    'Małgorzata',
    'Gelsenkirchen',
    'Omaha',
  ])('is said by %j', (word) => {
    expect(isListedSomebody(fold(word))).toBe(true);
  });

  it.each(['nun', 'anders', 'allen', 'can', 'us', 'hope', 'termin', 'kaputt', 'berlinale', 'loan', 'miss'])(
    'is not said by %j',
    (word) => {
      expect(isListedSomebody(word)).toBe(false);
    },
  );

  it('is said by an age written as a number', () => {
    expect(['23-year-old', '81-jährige', '9-jaehriger'].every(isAge)).toBe(true);
    expect(isAge('24-hour')).toBe(false);
  });
});
