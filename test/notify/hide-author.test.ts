import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { authorHider } from '../../src/notify/hide-author.ts';

const known = { author: '1001', url: 'https://x.example/@pagewoman/status/1' };
const company = (text: string) => authorHider([known], [{ text, isCustomer: false }])(text);
const customer = (text: string, author = '1001') =>
  authorHider([{ author, url: null }], [{ text, isCustomer: true }])(text);

describe('whoever wrote a case that nobody has taken', () => {
  it.each([
    ['Dear Odette, this should not have happened.', 'Dear ██████, this should not have happened.'],
    ['Liebe Odette Farnbach, das tut uns leid.', 'Liebe ███████████████, das tut uns leid.'],
    ['Sehr geehrte Frau Dr. Farnbach, wir prüfen das.', 'Sehr geehrte Frau Dr. ████████, wir prüfen das.'],
    ['@pagewoman Hi Odette! Sorry.', '██████████ Hi ██████! Sorry.'],
    ['hi odette, sorry. Odette, we call you', 'hi ██████, sorry. ██████, we call you'],
    ['Odette, we are sorry.', '██████, we are sorry.'],
    ['Guten Tag Herr Farnbach, Farnbachs Geld kommt.', 'Guten Tag Herr ████████, ████████s Geld kommt.'],
    ['Sorry, Odette. It is on its way', 'Sorry, ██████. It is on its way'],
  ])('is black where the company addresses them: %s', (text, shown) => {
    expect(company(text)).toBe(shown);
    expect(company(shown)).toBe(shown);
  });

  it.each([
    ['My parcel is lost.\nRegards,\nOdette Farnbach', 'My parcel is lost.\nRegards,\n███████████████'],
    ['Wo bleibt mein Geld?\nViele Grüße\nOdette', 'Wo bleibt mein Geld?\nViele Grüße\n██████'],
    ['My name is Odette Farnbach and I wait', 'My name is ███████████████ and I wait'],
    ['Mein Name ist Odette. Odette wartet!', 'Mein Name ist ██████. ██████ wartet!'],
  ])('is black where they sign: %s', (text, shown) => {
    expect(customer(text)).toBe(shown);
  });

  it('is black by the name of a feed, whole or a word of it, and by the handle of the link', () => {
    expect(customer('Odette here, Farnbach as ever', 'Odette Farnbach')).toBe(
      '██████ here, ████████ as ever',
    );
    expect(company('cc @PageWoman and pagewoman')).toBe('cc ██████████ and █████████');
  });

  it('leaves what names nobody', () => {
    for (const text of [
      'Dear customer, dear Customer, hello there',
      'Liebe Kundin, lieber Kunde, hallo zusammen',
      'Leider, das dauert. Unfortunately, yes. Liebe Grüße, Ihr Team',
      'Order 1001 is on its way',
      'Thanks for your patience',
    ])
      expect(company(text)).toBe(text);
    // To whom a customer speaks is the company.
    expect(customer('Dear Voltara, your launch night was a shambles')).toContain('Voltara');
  });

  it('keeps every place of a text, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (text, author) => {
        const hide = authorHider([{ author, url: null }], [{ text, isCustomer: false }]);
        expect(hide(text)).toHaveLength(text.length);
        expect(hide(null)).toBeNull();
      }),
    );
  });
});
