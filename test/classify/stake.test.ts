import { describe, expect, it } from '@jest/globals';
import { read } from '../../src/classify/reading/read.ts';
import { findDependence } from '../../src/classify/rules/dependence.ts';
import { findLoss } from '../../src/classify/rules/loss.ts';
import { findPriorContact } from '../../src/classify/rules/prior-contact.ts';
import { stakeOf } from '../../src/classify/rules/stake.ts';
import { ownSeverity } from '../../src/triage/own-words.ts';

/** What the rules rank a complaint, whatever the model thinks of it. */
const severityOf = (text: string): string => {
  const reading = read(text);
  const contact = findPriorContact(reading);
  const stake = stakeOf(reading, {
    danger: null,
    loss: findLoss(reading),
    dependence: findDependence(reading),
    contact,
  });
  return ownSeverity({ stake, priorContact: contact?.contact ?? null } as Parameters<typeof ownSeverity>[0]);
};

describe('what is lost for good', () => {
  it.each([
    'Your lot cancelled our ferry, my cousin’s wedding is tomorrow at noon',
    'Passport still at your depot and my flight leaves on Tuesday',
    'Das Brautkleid ist nicht fertig, die Trauung ist am Samstag',
    'Zug gestrichen, und morgen früh hab ich die Prüfung',
    'You have frozen my salary and nothing is left for food',
    'Mein Lohn ist seit Tagen verschwunden',
    'The dealer keeps £3,400 for a van that he never handed over',
    'Der Händler rückt 2’750 Franken nicht heraus',
  ])('ranks high: %s', (text) => {
    expect(severityOf(text)).toBe('high');
  });

  it.each([
    'The parcel has been in Leipzig since Monday',
    'Am Morgen kam das falsche Paket',
    'You charged me 40 euros twice',
    'The stapler is broken, no deadline hangs on it',
  ])('is not told of in: %s', (text) => {
    expect(severityOf(text)).toBe('medium');
  });
});

describe('what somebody needs every day', () => {
  it.each([
    'Boiler dead for three nights, we have a newborn',
    'Keine Heizung, im Schlafzimmer sind es neun Grad',
    'My inhaler was due on Monday. None left.',
    'Das Hörgerät liegt seit Wochen bei euch, er hört nichts',
    'The last train was cancelled, we slept on the platform',
    'Lift out again and I use a wheelchair',
  ])('ranks high where it lacks: %s', (text) => {
    expect(severityOf(text)).toBe('high');
  });

  it.each(['The heating in the guest room is off', 'No hot water at the gym'])(
    'ranks lower where there are other means: %s',
    (text) => {
      expect(severityOf(text)).not.toBe('high');
    },
  );
});

describe('attempts that nobody answered', () => {
  it.each([
    '3rd time asking, where is my replacement kettle',
    'Wrote on the 2nd, rang on the 5th, wrote again on the 9th about the broken shelf. Silence',
    'Nobody has replied since Easter',
    'Going on a fortnight and not a word from the shop',
    'Dritte Mail wegen der Jacke, keine Zeile zurück',
    'Seit dem 3. März keine Antwort wegen der Lampe',
    'Zwei Anrufe, zwei Briefe, Funkstille',
  ])('rank high when they are three, or a week old: %s', (text) => {
    expect(severityOf(text)).toBe('high');
  });

  it.each([
    'Asked once by mail about the broken shelf, no reply yet',
    'Rang them three times and each agent told me something different, the line is dead',
    'Gestern geschrieben wegen der falschen Jacke, noch keine Antwort',
  ])('rank lower when they are fewer, or were answered: %s', (text) => {
    expect(severityOf(text)).toBe('medium');
  });
});

describe('what only bothers', () => {
  it.each([
    'The waiter rolled his eyes at my order',
    'Twelve minutes late and the soup was lukewarm',
    'Your new icons are ugly and it takes six more clicks',
    'Musik im Studio viel zu laut',
    'Die Dame am Schalter war nicht gerade freundlich',
    'Newsletter schon wieder, ich hab ihn abbestellt',
  ])('ranks low: %s', (text) => {
    expect(severityOf(text)).toBe('low');
  });

  it('ranks no long story low by one word in passing', () => {
    expect(
      severityOf(
        'Having waited on the landing with two bags and a sleeping child, and with music from below, until the man with our keys was to come at four, I learnt at seven that he had gone home long before and would not be back until Tuesday.',
      ),
    ).toBe('medium');
    expect(severityOf('Ein kleiner Hinweis, wenn ich darf: Die Tür geht nicht auf.')).toBe('medium');
  });

  it.each([
    [
      'The shelf came without screws.',
      'You utter clowns, the shelf came without screws!!',
      'Dear team, I am afraid the shelf came without screws. Many thanks for your kindness.',
    ],
    [
      'Die Lampe kam zerbrochen an.',
      'Ihr Pfeifen, die Lampe kam zerbrochen an, Saftladen!',
      'Verehrtes Team, die Lampe kam leider zerbrochen an. Vielen Dank für Ihre Mühe.',
    ],
    [
      'The shelf came without screws.',
      'The shelf came without screws. I have 90k followers.',
      'The shelf came without screws. My lawyer will write.',
    ],
    ['The landline was disconnected.', 'The landline was disconected.', 'The landline was discconnected.'],
  ])('is ranked by no tone, boast, threat or misspelling: %s', (...texts) => {
    expect(new Set(texts.map(severityOf)).size).toBe(1);
  });
});
