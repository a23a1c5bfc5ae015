import { describe, expect, it } from '@jest/globals';
import { spansOf, verdictOf, wordsOf } from './reading-of.ts';

const depending: readonly string[] = [
  'Ich bin im Rollstuhl unterwegs und der Aufzug an eurer Haltestelle ist seit Tagen kaputt',
  'Seit Montag ist der Fahrstuhl gesperrt. Ohne ihn komme ich mit dem Rollator nicht auf die Straße.',
  'Der Bus hat die Rampe nicht ausgeklappt und mich im Rollstuhl stehen lassen',
  'Kinderwagen, drei Stockwerke, und der Aufzug ist schon wieder außer Betrieb',
  'Auf Krücken vor einer Rolltreppe, die seit Mai defekt ist',
  'Meine Insulinpumpe meldet nur noch Fehler und die Hotline schickt kein Ersatzgerät',
  'Die Apotheke hat meine Herztabletten nicht geliefert',
  'Mein Asthmaspray sollte gestern kommen, Sendung verschwunden',
  'Unser Warmwasser ist seit einer Woche weg, Baby zu Hause',
  'Gute Nacht aus dem Eiszimmer, Heizung wieder aus',
  'I use a wheelchair and the lift at your shop has been out of order for days',
  'Third week without a working lift. I am on crutches on the fifth floor.',
  'The driver would not lower the ramp, so I sat in my wheelchair in the rain',
  'Escalator and lift both dead, so I carried the pram up 60 steps',
  'The pharmacy delivery with my heart tablets never came',
  'The stairlift died, my mum has not left the house since Friday',
  'Power cut since last night, the fridge with my insulin is warm',
  'My dad needs his hearing aids and you lost them in repair',
  'No water since yesterday in the whole building',
  'Goodnight from the ice cave, heating off again',
];

const others: readonly (readonly [string, string])[] = [
  ['Der Aufzug in eurem Laden ist seit Tagen kaputt', 'complaint medium'],
  ['The lift in your shop is broken', 'complaint medium'],
  ['Der Kinderwagen kam in der falschen Farbe an', 'complaint medium'],
  ['My stroller arrived in the wrong colour', 'complaint medium'],
  ['Gibt es bei euch einen Aufzug? Ich sitze im Rollstuhl', 'review question'],
  ['Is there a lift in the shop? I use a wheelchair', 'review question'],
  ['Toll, dass es jetzt eine Rampe für Rollstühle gibt', 'review praise'],
  ['Love the new escalators, and my stroller fits too', 'review praise'],
  ['Die Heizung läuft wieder, danke', 'review'],
  ['Paket zu spät. Mein Nachbar fährt Rollstuhl, der Aufzug ist neu.', 'complaint medium'],
];

describe('what somebody depends on', () => {
  it.each(depending)('is at stake in: %s', (text) => {
    expect(wordsOf(text).stake).toBe('dependence');
    expect(verdictOf(text)).toBe('complaint high');
  });

  it.each(others)('is not at stake in: %s', (text, verdict) => {
    expect(verdictOf(text)).toContain(verdict);
    expect(wordsOf(text).stake).not.toBe('dependence');
  });

  it('weighs less only by what stands beside it', () => {
    const told =
      'We have no heating and the baby is cold. The landlord is a friendly man. He has a pretty garden.';
    expect(wordsOf(told).stake).toBe('dependence');
    expect(wordsOf('No heating in the garden house, the baby sleeps upstairs').stake).not.toBe('dependence');
  });

  it('is shown by its own words', () => {
    expect(spansOf('Mit Krücken vor dem Aufzug, der ist kaputt', 'dependence')).toEqual([
      'Krücken',
      'Aufzug',
    ]);
    expect(spansOf('No insulin, it was not delivered', 'dependence')).toEqual(['No insulin']);
    expect(spansOf('My inhaler was never delivered', 'dependence')).toEqual(['inhaler']);
  });
});
