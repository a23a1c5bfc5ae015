import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './reading-of.ts';

type Told = readonly [text: string, count: number | null, days: number | null, isUnanswered: boolean];

const told: readonly Told[] = [
  ['Called 5 times', 5, null, false],
  ['Called 5 times, nobody picks up', 5, null, true],
  ['I rang seven times and no one answers', 7, null, true],
  ['Five calls, three emails, no reply', 8, null, true],
  ['no reply for 3 weeks', null, 21, true],
  ['for two months no answer to my emails', null, 60, true],
  ['Waiting for a reply since 12 days', null, 12, true],
  ['wrote to you twice, still ignored', 2, null, true],
  ['seit drei Wochen keine Antwort', null, 21, true],
  ['Siebenmal angerufen, niemand geht ran', 7, null, true],
  ['Ich habe euch 4 mal geschrieben, keine Reaktion', 4, null, true],
  ['3x gemailt, nichts', 3, null, true],
  ['fünf Mails, keine Antwort seit 10 Tagen', 5, 10, true],
  ['Seit einem Monat meldet sich niemand', null, 30, true],
];

describe('earlier attempts to reach the company', () => {
  it.each(told)('are read with number, days and outcome: %s', (text, count, days, isUnanswered) => {
    expect(wordsOf(text).priorContact).toEqual({ count, days, isUnanswered });
  });

  it.each([
    'The train came in without a word of explanation',
    'Links ist Stille, rechts spielt der Kopfhörer weiter',
  ])('are more than quiet: %s', (text) => {
    expect(wordsOf(text).priorContact).toBeNull();
  });

  it.each([
    'We bought four tickets for the zoo and got three of them',
    'Ich habe pünktlich gekündigt und bitte um die Gebühr von 35 Euro, bitte gleich',
    'Three calls on my bill that I have not made',
  ])('are not counted by what is bought or billed: %s', (text) => {
    expect(wordsOf(text).priorContact?.isUnanswered ?? false).toBe(false);
  });

  it('count quiet where somebody was to speak', () => {
    expect(wordsOf('Wrote in May. Silence.').priorContact?.isUnanswered).toBe(true);
    expect(wordsOf('Three weeks of silence from the insurer').priorContact?.isUnanswered).toBe(true);
  });

  it('do not take a time told elsewhere for one that was waited', () => {
    const told =
      'I have lived here for eleven years. The house is pretty. We like the street. I wrote to you, no reply.';
    expect(wordsOf(told).priorContact).toEqual({ count: null, days: null, isUnanswered: true });
  });

  it('do not take a length of time for a number of calls', () => {
    expect(wordsOf('called twice in 6 weeks').priorContact).toMatchObject({ count: 2 });
  });

  it('are not read out of posts that tell of none', () => {
    expect(wordsOf('The app crashes at checkout').priorContact).toBeNull();
    expect(wordsOf('Paket kam leer an').priorContact).toBeNull();
  });

  it('are not somebody else’s story', () => {
    expect(
      wordsOf('The service centre has had my car since the 2nd. Called 5 times. Each time somebody else')
        .relay,
    ).toBe(false);
  });
});
