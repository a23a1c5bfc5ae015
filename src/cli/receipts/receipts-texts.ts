import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  tooFew: 'Fewer than {count} people worked on cases in this time: nothing is told of them.',
  figures: '{taken} taken, {jumps} of them out of turn (before {jumpedOver} older ones); {skips} passed on.',
  rest: { one: 'another day:', other: '{count} other days:' },
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  tooFew:
    'In dieser Zeit haben weniger als {count} Personen an Fällen gearbeitet: über sie wird nichts gesagt.',
  figures:
    '{taken} übernommen, {jumps} davon außer der Reihe (vor {jumpedOver} älteren); {skips} weitergegeben.',
  rest: { one: 'ein weiterer Tag:', other: '{count} weitere Tage:' },
};

export const sayReceipts: Say<keyof typeof en> = createSay<keyof typeof en>({ en, de });
