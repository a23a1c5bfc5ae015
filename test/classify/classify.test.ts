import { describe, expect, it } from '@jest/globals';
import type { AbstainReason, Category, Stake } from '../../src/domain/classification.ts';
import { spansOf, verdictOf, wordsOf } from './reading-of.ts';

const stakesTold: readonly (readonly [Stake, string])[] = [
  ['danger', 'The charger exploded next to my bed'],
  ['danger', 'Der Akku ist explodiert'],
  ['large_or_dated_loss', 'You charged me 1,890 euros for a plan that I never had'],
  ['large_or_dated_loss', 'They took $1,650 from my account without asking'],
  ['large_or_dated_loss', 'Ihr habt 1.890 € abgebucht und nichts geliefert'],
  ['large_or_dated_loss', '€ 1.200 doppelt abgebucht'],
  ['large_or_dated_loss', 'My flight leaves tomorrow and the booking is missing'],
  ['large_or_dated_loss', 'Sperre morgen um 12 Uhr wegen einer Rechnung, die bezahlt ist'],
  ['dependence', 'No heating since Monday and nothing works'],
  ['dependence', 'Seit gestern kein Strom in der ganzen Wohnung'],
  ['dependence', 'Your outage made me lose two clients'],
  ['dependence', 'Ohne Leitung verliere ich jeden Tag Aufträge'],
  ['blocked_service', 'My account is locked and nobody says why'],
  ['blocked_service', 'Mein Konto ist gesperrt, ohne Grund'],
  ['blocked_service', 'You cut off my line on the 4th'],
  ['unanswered_contact', 'Called 5 times, nobody picks up'],
  ['unanswered_contact', 'Siebenmal angerufen, niemand geht ran'],
  ['ordinary_failure', 'The parcel arrived empty'],
  ['ordinary_failure', 'Paket kam leer an'],
  ['ordinary_failure', 'Paid 12 euros too much, you charged me twice'],
  ['annoyance', 'The hold music is terrible'],
  ['annoyance', 'Diese Warteschleifenmusik ist eine Zumutung'],
];

describe('what is at stake', () => {
  it.each(stakesTold)('is %s in: %s', (stake, text) => {
    const words = wordsOf(text);
    expect(words.complaint).toBeGreaterThanOrEqual(0.5);
    expect(words.stake).toBe(stake);
  });

  it('is nothing where nobody complains', () => {
    expect(wordsOf('Lovely sunset over the harbour tonight').stake).toBeNull();
  });

  it('is no dated loss where a deadline is an ultimatum', () => {
    expect(wordsOf('My parcel is missing. Answer by Friday or I call my lawyer').stake).toBe(
      'ordinary_failure',
    );
    expect(wordsOf('Mein Paket fehlt. Bis Freitag, sonst gehe ich zum Anwalt').stake).toBe(
      'ordinary_failure',
    );
  });
});

describe('a day of the week', () => {
  it('is no date ahead where it is told since when', () => {
    expect(wordsOf('Seit Montag ist die Karte gesperrt').stake).toBe('blocked_service');
    expect(wordsOf('Am Montag wird mein Anschluss gesperrt').stake).toBe('large_or_dated_loss');
    expect(wordsOf('My line has been cut off since Friday').stake).not.toBe('large_or_dated_loss');
  });
});

describe('a complaint', () => {
  it.each([
    'Car came without the rack I paid for. Dealer shrugs.',
    'You moved my contract to a dearer plan without asking',
    'Vor 6 Wochen gekündigt, ihr bucht weiter ab',
    'Lädt nur noch mit 11 statt 150 kW',
    'Mein Wagen steht seit sechs Wochen in der Werkstatt',
    'Oh great, the router died again',
    'Na toll, schon wieder kein Netz',
    'third formal complaint, you cut off my line and I work from home',
    'Love the staff, but my card was charged twice',
    'Das Personal ist nett, aber die Rechnung wurde doppelt abgebucht',
    'Zug fällt aus',
    'Refund?? Month four.',
  ])('is recognised without words of tone: %s', (text) => {
    expect(verdictOf(text)).toMatch(/^complaint/);
  });

  it.each([
    ['Replaced out of warranty, no questions asked', 'review praise'],
    ['Ich fahre ihn seit zwei Jahren und kann nichts Schlechtes sagen', 'review praise'],
    ['Morning commute, heated seats, no traffic. Lovely.', 'review praise'],
    ['1.000 km am Stück, kein einziger Stopp länger als 20 Minuten. Begeistert!', 'review praise'],
    ['Is there a student discount?', 'review question'],
    ['Ab wann gilt der neue Tarif?', 'review question'],
    ['Is it bad to charge to 100 percent every day?', 'review question'],
    ['Ist es schlimm, wenn ich jeden Tag voll lade?', 'review question'],
    ['Use code SUMMER for 20 % off, this week only!', 'review advert'],
    ['Wir suchen Servicetechniker (m/w/d), jetzt bewerben', 'review advert'],
    ['My shift at the store ended late, my boss changed the rota', 'review employee'],
    ['Meine Schicht fällt aus, mein Chef hat den Plan geändert', 'review employee'],
    ['Refund came through today, all sorted now', 'review solved'],
    ['Problem gelöst, läuft wieder', 'review solved'],
    ['It is back now, thank you', 'review solved'],
    ["Please ignore my last post, it's working now", 'review solved'],
    ['Velora doubled the price of my plan without notice and I want it back now please', 'complaint medium'],
    ['Give me my account back now Velora, locked for three weeks', 'complaint medium'],
    ['Author Jane Miller says the shop refused her refund; chief executive steps in', 'review relay'],
    ['Ein Kunde bloggt: Auto verliehen, keiner geht ans Telefon', 'review relay'],
    ['Update im Blog: immer noch kein Rückruf bei ihm', 'review relay'],
    ['The company should not insult people. Not a great look.', 'review opinion'],
  ])('is not: %s', (text, verdict) => {
    expect(verdictOf(text)).toBe(verdict);
  });

  it('stays one when a long story of one’s own names others', () => {
    const text =
      'My car was lent to somebody else. The dealer told another customer that it was free. I called seven times, nobody picks up, and I want my car.';
    expect(wordsOf(text).relay).toBe(false);
    expect(verdictOf(text)).toMatch(/^complaint/);
  });
});

describe('whether two share a problem', () => {
  it.each([
    'same here',
    'me too',
    '+1',
    'bei mir auch',
    'dito',
    'geht mir genauso',
    'gleicher Fall, gleiches Spiel',
  ])('is heard in: %s', (text) => {
    expect(wordsOf(text).sameProblem).toBe(true);
  });

  it('is not heard where another problem is named', () => {
    expect(wordsOf('Same here, and on top of that my invoice is wrong').namesOtherProblem).toBe(true);
    expect(wordsOf('Bei mir auch, außerdem ist die Rechnung falsch').namesOtherProblem).toBe(true);
  });

  it.each([
    'My parcel was stolen the same evening and nobody answers',
    'It broke on the very same day',
    'Same evening.',
  ])('is not heard in a time: %s', (text) => {
    expect(wordsOf(text).sameProblem).toBe(false);
  });

  it('is heard beside a time', () => {
    expect(wordsOf('Same here, it stopped the same day').sameProblem).toBe(true);
    expect(wordsOf('Same, since the same day last week').sameProblem).toBe(true);
  });

  it('is not heard in an essay that says so by the way', () => {
    expect(
      wordsOf(`${'We walked along the river and talked about films. '.repeat(8)} Same here.`).sameProblem,
    ).toBe(false);
  });
});

describe('what else the words say', () => {
  it.each<readonly [Category, string]>([
    ['billing', 'charged twice on my invoice'],
    ['billing', 'Rechnung doppelt abgebucht'],
    ['delivery', 'my parcel was never delivered'],
    ['delivery', 'Paket nicht zugestellt'],
    ['account', 'cannot log in to my account, password reset fails'],
    ['staff', 'unfreundlicher Mitarbeiter, pampig und respektlos'],
    ['unanswered', 'no reply, nobody answers, on hold for an hour'],
  ])('names the category %s: %s', (category, text) => {
    const { categories } = wordsOf(text);
    const best = Object.entries(categories).sort(([, a], [, b]) => b - a)[0]?.[0];
    expect(best).toBe(category);
  });

  it('are the identifiers that the author gave', () => {
    expect(wordsOf('My order no: nl-2290417 is late').identifiers).toEqual(['NL2290417']);
    expect(wordsOf('Bestellnummer VT-6620917 fehlt').identifiers).toEqual(['VT6620917']);
  });

  it('are what an own account promises, only for own accounts', () => {
    const text = 'We are sorry, we will refund you today';
    expect(wordsOf(text, { authorRole: 'executive' }).outOfBand).toBe('promise');
    expect(wordsOf(text).outOfBand).toBeNull();
    expect(wordsOf('Wir kümmern uns darum', { authorRole: 'support' }).outOfBand).toBe('promise');
    expect(wordsOf('We cancelled his order, he is a liar', { authorRole: 'executive' }).outOfBand).toBe(
      'attack',
    );
  });

  it('are shown by the very words', () => {
    expect(spansOf('Mein Konto ist gesperrt', 'blocked')).toEqual(['Konto ist gesperrt']);
    expect(spansOf('They took 900 euros. The charger exploded.', 'danger')).toEqual(['exploded']);
    expect(spansOf('Ihr habt 1.890 € abgebucht', 'amount')).toEqual(['1.890 €']);
  });
});

describe('what it cannot read', () => {
  it.each<readonly [string, boolean, AbstainReason]>([
    ['', false, 'no_text'],
    [' \n\t ', false, 'no_text'],
    ['https://shop.example/a', false, 'no_text'],
    ['@shop_help', false, 'no_text'],
    ['@shop_help', true, 'image_only'],
    ['😡', false, 'unsure'],
    ['la livraison est arrivée et le colis était dans la maison', false, 'language'],
    ['de bestelling is niet gekomen en ik wacht nog altijd op het pakket', false, 'language'],
  ])('it leaves to a person: %j', (text, hasImage, reason) => {
    const words = wordsOf(text, { hasImage });
    expect(words.abstained).toBe(true);
    expect(words.abstainReason).toBe(reason);
  });
});
