import { describe, expect, it } from '@jest/globals';
import { read } from '../../src/classify/reading/read.ts';
import { findSameProblem } from '../../src/classify/rules/same-problem.ts';

const parent = 'The app charges me twice every month';
const joins = (text: string, answered: string | null = parent): boolean =>
  findSameProblem(read(text), answered).isSame;

describe('a reply under a complaint', () => {
  it.each([
    'same here',
    'they billed mine twice as well',
    'Ours did that too, in May',
    'Neither can we',
    'snap, since Friday',
    'Bei uns im Haus auch',
    'unsere Karte ebenfalls',
    'Mich hat es genauso erwischt',
    'dito, seit gestern',
    'Willkommen im Club',
  ])('joins its problem: %s', (text) => {
    expect(joins(text)).toBe(true);
  });

  it.each([
    'same here, love it',
    'mine works fine',
    'me neither but my issue is the invoice',
    'happened to a colleague, read his thread',
    'Does yours do it too?',
    'Bei mir läuft es',
    'hat sich erledigt, bei mir auch',
    'Ich will auch einen',
    'Mein Beileid',
  ])('stands for itself: %s', (text) => {
    expect(joins(text)).toBe(false);
  });
});

describe('a post that answers none', () => {
  it('joins nothing by "too" and "auch" alone', () => {
    expect(joins('The second parcel is lost too and the shop shrugs at my letters about it', null)).toBe(
      false,
    );
    expect(joins('Die zweite Lieferung ist auch weg', null)).toBe(false);
  });
});
