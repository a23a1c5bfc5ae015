import { describe, expect, it } from '@jest/globals';
import { categories, dangerKinds, stakes } from '../../src/domain/classification.ts';
import { reviewReasons } from '../../src/domain/decision.ts';
import { catalogueLanguages, createSay } from '../../src/lib/catalogue.ts';
import { categoryText, reasonText } from '../../src/lib/reason-texts.ts';

describe('reason texts', () => {
  const codes = [
    ...dangerKinds.map((kind) => `danger.${kind}`),
    ...stakes.filter((stake) => stake !== 'danger'),
    ...reviewReasons.map((reason) => `review.${reason}`),
    'prior_contact',
    'same_problem',
    'parent_raised',
    'category',
    'amount',
  ];

  it.each(catalogueLanguages)('say every code of the trade in %s', (language) => {
    const values = { category: 'billing', amount: 'EUR 4333' };
    const said = codes.map((code) => reasonText({ code, values }, language));
    for (const [index, text] of said.entries()) {
      expect(text).not.toBe(codes[index]);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  it('say the same code differently in the two languages', () => {
    for (const code of codes) expect(reasonText({ code }, 'en')).not.toBe(reasonText({ code }, 'de'));
  });

  it('say how often and for how long somebody asked, with either missing', () => {
    const say = (values: Record<string, number>) => reasonText({ code: 'prior_contact', values }, 'en');
    expect(say({ count: 7 })).toBe('has been in touch 7 times');
    expect(say({ count: 1 })).toBe('has been in touch once');
    expect(say({ days: 21 })).toBe('waiting for 21 days');
    expect(say({ count: 2, days: 1 })).toBe('has been in touch 2 times, waiting for 1 day');
    expect(say({ days: 0.01 })).toBe('waiting for 14 min');
    expect(say({ days: 0.5 })).toBe('waiting for 12 h');
    expect(say({ days: 1.2 })).toBe('waiting for 1 day');
    expect(say({ days: 2.6 })).toBe('waiting for 3 days');
    expect(reasonText({ code: 'prior_contact', values: { days: 0.125 } }, 'de')).toBe('wartet seit 3 Std.');
    expect(reasonText({ code: 'prior_contact', values: { count: 3, days: 21 } }, 'de')).toBe(
      'hat sich schon 3-mal gemeldet, wartet seit 21 Tagen',
    );
  });

  it('write money and categories as the language does', () => {
    expect(reasonText({ code: 'amount', values: { amount: 'EUR 4333' } }, 'en')).toBe('€4,333 at stake');
    expect(reasonText({ code: 'amount', values: { amount: 'EUR 12.5' } }, 'de')).toMatch(
      /^es geht um 12,50\s€$/,
    );
    expect(reasonText({ code: 'amount', values: { amount: 'a fortune' } }, 'en')).toBe('a fortune at stake');
    expect(reasonText({ code: 'category', values: { category: 'billing' } }, 'de')).toBe(
      'es geht um: Abrechnung',
    );
    for (const category of categories) expect(categoryText(category, 'de')).not.toBe(category);
  });

  it('show an unknown code as it is', () => {
    for (const code of ['not_yet_known', 'constructor', '__proto__', '']) {
      expect(reasonText({ code, values: { count: 1 } }, 'de')).toBe(code);
    }
    expect(categoryText('toString', 'en')).toBe('toString');
  });
});

describe('a catalogue', () => {
  const say = createSay({
    en: { read: { one: '{count} post from {source}', other: '{count} posts from {source}' } },
    de: { read: { one: '{count} Beitrag von {source}', other: '{count} Beiträge von {source}' } },
  });

  it('chooses the form by the count and writes numbers as the language does', () => {
    expect(say('en', 'read', { count: 1, source: 'x' })).toBe('1 post from x');
    expect(say('en', 'read', { count: 10132, source: 'x' })).toBe('10,132 posts from x');
    expect(say('de', 'read', { count: 10132, source: 'x' })).toBe('10.132 Beiträge von x');
  });

  it('leaves a placeholder without a value visible', () => {
    expect(say('en', 'read', { count: 2 })).toBe('2 posts from {source}');
  });

  it('never fills a placeholder of a value', () => {
    expect(say('en', 'read', { count: 2, source: '{count} $& $1' })).toBe('2 posts from {count} $& $1');
  });
});
