import { describe, expect, it } from '@jest/globals';
import { createSay } from '../../src/lib/catalogue.ts';

const say = createSay({
  en: { due: 'It is {due}. {n} of it.', file: '{name}.old', open: '{missing}.' },
  de: { due: 'Es ist {due}. {n} davon.', file: '{name}.old', open: '{missing}.' },
});

describe('a catalogue', () => {
  it('ends a sentence once, where an abbreviation ends it', () => {
    expect(say('de', 'due', { due: 'in 5 Tg.', n: 1_234 })).toBe('Es ist in 5 Tg. 1.234 davon.');
    expect(say('en', 'due', { due: 'in 5 d', n: 1_234 })).toBe('It is in 5 d. 1,234 of it.');
  });

  it('keeps the full stop of a name, and shows what nobody filled in', () => {
    expect(say('en', 'file', { name: 'a.yaml' })).toBe('a.yaml.old');
    expect(say('en', 'open')).toBe('{missing}.');
  });
});
