import { describe, expect, it } from '@jest/globals';
import { dangers, figuresOfSpeech } from './danger-sentences.ts';
import { spansOf, verdictOf, wordsOf } from './reading-of.ts';

const isDanger = (text: string): boolean => wordsOf(text).danger !== null;

describe('danger to people', () => {
  it('is found in at least 95 of 100 sentences, in seven languages', () => {
    expect(dangers.length).toBeGreaterThanOrEqual(60);
    const missed = dangers.filter((text) => !isDanger(text));
    expect(missed.length / dangers.length).toBeLessThanOrEqual(0.05);
  });

  it('is not what most figures of speech are: precision of at least 60 %', () => {
    expect(figuresOfSpeech.length).toBeGreaterThanOrEqual(40);
    const found = dangers.filter(isDanger).length;
    const wrong = figuresOfSpeech.filter(isDanger).length;
    expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.6);
    expect(wrong / figuresOfSpeech.length).toBeLessThanOrEqual(0.2);
  });

  it('is critical in any language, whatever else the post says', () => {
    for (const text of dangers.filter(isDanger)) expect(verdictOf(text)).toBe('complaint critical');
  });

  it('is of a kind', () => {
    expect(wordsOf('I am going to kill myself').danger).toBe('person_at_risk');
    expect(wordsOf('Ich zünde euch den Laden an, ihr werdet alle sterben').danger).toBe('threat_to_others');
    expect(wordsOf('Der Akku ist explodiert').danger).toBe('product');
    expect(wordsOf('The car locked itself with our toddler inside').danger).toBe('child');
  });

  it('is taken back by a figure of speech, not by one elsewhere in the post', () => {
    expect(isDanger('That ride nearly killed me. In a good way!')).toBe(false);
    expect(isDanger('The queue is killing me. Also the charger exploded and burned my hand.')).toBe(true);
  });

  it.each([
    'My order never arrived and nobody answers my mails. The battery caught fire.',
    'Nobody answers, the refund is late, and by the way the charger exploded.',
    'The battery caught fire. You still owe me 40 pounds and your hotline hangs up.',
    'Third delivery lost, no reply to my mails, and the heater gave my son an electric shock',
    'Mein Paket kam nie an und niemand antwortet. Der Akku hat Feuer gefangen.',
    'Rechnung falsch, Hotline tot, und jetzt riecht es in der Küche nach Gas.',
    'Der Akku ist explodiert. Die Erstattung fehlt auch noch, und keiner ruft zurück.',
  ])('is found beside ordinary trouble: %s', (text) => {
    expect(isDanger(text)).toBe(true);
  });

  it.each([
    ['As a man I have waited three weeks', 'As a Muslim I have waited three weeks'],
    ['Diese App bringt mich um', 'Die App bringt mich um.'],
    ['It gets warm in the train', 'The swarm of bees at the station was lovely'],
    ['Mon colis Velora a été livré hier, merci.', 'Le livre Velora est beau', 'Velora a livré'],
    ['Ma facture Velora est arrivée', 'Los billetes y la factura de Velora', 'La qualité Velora'],
  ])('is none: %s', (...texts) => {
    for (const text of texts) expect(isDanger(text)).toBe(false);
  });

  it('is told by blood, which is no curse beside a part of the body', () => {
    expect(isDanger('My hand came out bloody')).toBe(true);
    expect(isDanger('He came out of the lift with a bloody face')).toBe(true);
    expect(isDanger('The bloody hotline hung up on me')).toBe(false);
  });

  it('is shown by its own words only', () => {
    expect(spansOf('The lamp is nice. The charger exploded.', 'danger')).toEqual(['exploded']);
  });

  it('is not read out of words that only look alike', () => {
    expect(isDanger('Call me soon, this company shut its shop')).toBe(false);
    expect(isDanger('He rapped well at your event')).toBe(false);
    expect(isDanger('Drove 300 kms with it, fine')).toBe(false);
    expect(isDanger('Das will die Kundin nicht')).toBe(false);
  });

  it('is not a supposition in which nothing has happened', () => {
    expect(isDanger('Could a child choke on the small parts of this set?')).toBe(false);
    expect(isDanger('Was passiert, wenn das Ladegerät mal brennt? Frage für einen Freund')).toBe(false);
  });

  it('stays when nobody was hurt, and goes when nothing smokes', () => {
    expect(isDanger('Nobody was hurt, but the charger burned')).toBe(true);
    expect(isDanger('Zum Glück niemand verletzt, aber das Ladegerät hat gebrannt')).toBe(true);
    expect(isDanger('No smoke, all fine now, technician replaced the plug')).toBe(false);
  });

  it('is read in the plainest words of French, Spanish, Italian, Portuguese and Dutch', () => {
    expect(isDanger('Odeur de gaz dans la cuisine depuis votre passage')).toBe(true);
    expect(isDanger('Los frenos fallaron en la autopista')).toBe(true);
    expect(isDanger('Voglio morire')).toBe(true);
    expect(isDanger('A minha mãe está inconsciente e a ambulância não vem')).toBe(true);
    expect(isDanger('De remmen weigerden op de snelweg')).toBe(true);
  });
});
