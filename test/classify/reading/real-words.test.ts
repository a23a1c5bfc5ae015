import { describe, expect, it } from '@jest/globals';
import { read } from '../../../src/classify/reading/read.ts';

const folded = (text: string): readonly string[] => read(text).terms.map((term) => term.folded);

describe('real words', () => {
  it('are not mended into others that a phrase holds', () => {
    expect(folded('Die Monteure sind gegangen')).toContain('gegangen');
    expect(folded('lost earrings, tapped twice')).toEqual(expect.arrayContaining(['earrings', 'tapped']));
  });

  it('keep their letters twice, as slips do not', () => {
    expect(folded('supper was latter than the losses')).toEqual(
      expect.arrayContaining(['supper', 'latter', 'losses']),
    );
    expect(folded('verry sloww, niicht da')).toEqual(expect.arrayContaining(['very', 'slow', 'nicht']));
  });

  it('are names, too', () => {
    expect(folded('Greta und Brian aus Bremen, der Schwede')).toEqual(
      expect.arrayContaining(['greta', 'brian', 'bremen', 'schwede']),
    );
  });

  it('are those of languages of which no phrase is listed', () => {
    expect(folded('Le livre a été livré, facture et billets de qualité')).toEqual(
      expect.arrayContaining(['livre', 'facture', 'billets', 'qualite']),
    );
  });

  it('leave misspelt ones to be mended', () => {
    expect(folded('delivery was disconected')).toContain('disconnected');
  });
});
