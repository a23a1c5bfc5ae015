import { describe, expect, it } from '@jest/globals';
import { createExpertOf, isAboutAccess } from '../../../src/classify/model/expert.ts';
import { read } from '../../../src/classify/reading/read.ts';

const expertOf = createExpertOf();
const germanExpert = (text: string) => expertOf(read(text).terms, 'de');

describe('who reads a German post', () => {
  it('is told by what it is about', () => {
    expect(germanExpert('Die Suppe war kalt')).toBe('de');
    expect(germanExpert('Der Zug war voll')).toBe('transit');
  });

  it('is who knows articles where it is longer than a short post can be', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'Suppe').join(' ');
    expect(germanExpert(words(40))).toBe('de');
    expect(germanExpert(words(50))).toBe('transit');
  });

  it.each(['Der Aufzug am Gleis ist kaputt', 'Rolltreppe steht', 'Keine Ansage im Bus', 'Anzeigen dunkel'])(
    'hears of access in: %s',
    (text) => expect(isAboutAccess(read(text).terms)).toBe(true),
  );

  it.each(['Der Zug war voll', 'Ein Blinder und eine Rollstuhlfahrerin im Zug', 'Die Bahn streikt', ''])(
    'hears of none, whoever travels, in: %s',
    (text) => expect(isAboutAccess(read(text).terms)).toBe(false),
  );
});
