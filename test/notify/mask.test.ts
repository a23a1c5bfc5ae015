import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mask } from '../../src/notify/mask.ts';
import { aroundIt, german, iban, ordinary, phone, plate, vin } from './support/personal-data.ts';

const runs = { numRuns: 1_000 };
/** The generated value and what a reader could put together of it without its separators are gone. */
const isGone = (text: string, value: string): boolean => {
  const bare = (part: string) => part.replace(/[\s()/.–-]/g, '').toLowerCase();
  return !mask(text).includes(value) && !bare(mask(text)).includes(bare(value));
};

describe('masking', () => {
  it('hides every account number with right check digits', () => {
    fc.assert(
      fc.property(iban, aroundIt, (value, around) => isGone(around(value), value)),
      runs,
    );
  });

  it('hides every mail address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), aroundIt, (value, around) => isGone(around(value), value)),
      runs,
    );
  });

  it('hides international and German phone numbers however they are grouped', () => {
    fc.assert(
      fc.property(phone, aroundIt, (value, around) => {
        const left = mask(around(value));
        return left.includes('[phone]') || left.includes('[number]') ? !/\d{3}/.test(left) : false;
      }),
      runs,
    );
  });

  it('hides vehicle numbers with a right check sign, in one run and in groups', () => {
    fc.assert(
      fc.property(vin, aroundIt, (value, around) => isGone(around(value), value)),
      runs,
    );
  });

  it('hides German plates', () => {
    fc.assert(
      fc.property(plate, aroundIt, (value, around) => isGone(around(value), value)),
      runs,
    );
  });

  it('hides German streets and towns', () => {
    fc.assert(
      fc.property(german.street, german.town, aroundIt, (street, town, around) => {
        const left = mask(around(`${street}, ${town}`));
        return !left.includes(street) && !left.includes(town);
      }),
      runs,
    );
  });

  it('changes nothing in ordinary prices, dates, times and flight numbers', () => {
    fc.assert(
      fc.property(ordinary, aroundIt, (value, around) => mask(around(value)) === around(value)),
      runs,
    );
  });

  it('changes nothing more when it is done twice, whatever the text', () => {
    const parts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      iban,
      phone,
      vin,
      plate,
      ordinary,
      fc.emailAddress(),
      german.street,
    );
    const text = fc
      .array(parts, { maxLength: 6 })
      .chain((all) => fc.constantFrom('', ' ', ', ', '@', ':').map((by) => all.join(by)));
    fc.assert(
      fc.property(text, (value) => mask(mask(value)) === mask(value)),
      runs,
    );
  });

  it.each([
    ['Tel. 445566 oder 0711-12-34567', 'Tel. [phone] oder [phone]'],
    ['+49 (0) 30 / 123 456-78', '[phone]'],
    ['call (555) 123-4567 or 555-123-4567', 'call [phone] or [phone]'],
    ['max (at) example (dot) org, max at example dot org', '[mail], [mail]'],
    ['@a.person and @a@b.example and u/some_one', '[account] and [account] and [account]'],
    ['see https://social.example/@someone/status/1?x=2, please', 'see [link] please'],
    ['mit B-MW 1234, HH AB 123E', 'mit [plate], [plate]'],
    ['Straße des 17. Juni 3, 10623 Berlin', '[address]'],
    ['Am Alten Markt 3, 14467 Potsdam', '[address]'],
    ['at 221b Baker Street, London NW1 6XE', 'at [address], London [address]'],
    ['in Austin, TX 78701', 'in [address]'],
    [
      'Bestellnummer: 4711-XY, PNR QWERTZ, order no. 88',
      'Bestellnummer: [number], PNR [number], order no. 88',
    ],
    ['invoice order 99999', 'invoice order [number]'],
    ['card 4111 1111 1111 1111', 'card [number]'],
    ['AB12 DE89370400440532013000 bitte', 'AB12 [iban] bitte'],
    ['IBAN gb82 west 1234 5698 7654 32, danke', 'IBAN [iban], danke'],
    ["A Mr Hollmann at the desk. Hollmann's promise", "A Mr [name] at the desk. [name]'s promise"],
    ['Frau Dr. Anna Petersen-Kühn sagte; Petersen-Kühn schwieg', 'Frau Dr. [name] sagte; [name] schwieg'],
    ['der Mitarbeiter Jonas Weber und Webers Chefin', 'der Mitarbeiter [name] und [name]s Chefin'],
    [
      'an agent called Kim told me, and Tom from your service team too',
      'an agent called [name] told me, and [name] from your service team too',
    ],
    ['jemand namens Öztürk, Herrn O’Brien', 'jemand namens [name], Herrn [name]'],
  ])('writes %j as %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'vom 01.02. - 05.02.2024, 09.30 - 17.00 Uhr',
    'am 01.02.-05.02.2024 war zu',
    'MIT LH 400 und FRA LH 401 um 8 Uhr',
    'Ticket 49.99, Rechnung 1.299,00 €, order 4500 EUR',
    '12000 Kunden, 45123 Kilometer, 3 Monate',
    'UA1023 sitting on Tarmac at ORD when there are gates, flight #1589, JFK T5',
    'Sitzplatz 45, Heimweg 20 Minuten, USB-C 3',
    'Der Mitarbeiter Ihrer Firma, the manager and my driver said no. I called Voltara from the store',
    'Nobody at the desk, someone from support, der Herr der Ringe, Frau und Mann',
    'seven calls in 21 days, 100%, iPhone 15, A320, ICE 1007',
  ])('leaves %j as it is', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('finds a number that invisible signs break apart, and drops what commands a terminal', () => {
    expect(mask('0170\u200b123\u00ad4567')).toBe('[phone]');
    expect(mask('\u001b[31mred\u202eevil')).toBe(' [31mredevil');
  });

  it('stays fast on text made to be slow', () => {
    const shapes = [
      'A-',
      'a',
      '0 ',
      '+4',
      '@a.',
      'Aa ',
      'A1',
      'A a-',
      'order ',
      'a at b dot ',
      'AB12 ',
      'Am Markt ',
      '1 A',
      'Mr A ',
      'Mr Ab',
      'and Aa at ',
    ];
    for (const shape of shapes) {
      const text = shape.repeat(Math.ceil(20_000 / shape.length));
      const began = performance.now();
      mask(text);
      expect([shape, performance.now() - began < 2_000]).toEqual([shape, true]);
    }
  });
});
