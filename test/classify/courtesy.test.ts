import { describe, expect, it } from '@jest/globals';
import { spansOf, verdictOf } from './reading-of.ts';

const noPraise: readonly string[] = [
  'Gute Nacht, das Ladegerät ist schon wieder kaputt',
  'Schönen guten Tag, meine Karte wurde abgelehnt',
  'Gute Reise wünscht man uns, und dann fällt der Zug aus',
  'Ich warte seit gut drei Wochen auf mein Paket',
  'Die Hotline ist so gut wie nie erreichbar',
  'Schöner Mist, der Router ist tot',
  'Gut, dann kündige ich eben, es kommt keine Antwort',
  'Alles Gute zum neuen Jahr, mein Geld fehlt noch immer',
  'Toll, schon wieder kein Netz',
  'Good evening from the platform, the train is cancelled',
  'Good grief, the router is dead again',
  'My photos are gone for good',
  'Waited a good two hours on hold',
  'My battery is as good as dead',
  'Nice try, my refund is still missing',
  'Happy new year, my order still has not arrived',
  'Cool, another outage',
  'Best of all, they charged me twice',
];

describe('greetings and idioms', () => {
  it.each(noPraise)('praise nothing: %s', (text) => {
    expect(spansOf(text, 'praise')).toEqual([]);
    expect(verdictOf(text)).toMatch(/^complaint/);
  });

  it.each([
    'Gute Laune heute, die Lieferung war schnell',
    'Had a good hour in your shop, lovely staff',
    'Good service and a good coffee',
    'Schöne Farben, guter Stoff',
  ])('leave praise where it is meant: %s', (text) => {
    expect(verdictOf(text)).toBe('review praise');
  });
});
