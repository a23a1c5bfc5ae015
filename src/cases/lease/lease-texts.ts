import { caseName } from '../../domain/case-id.ts';
import { type CatalogueLanguage, createSay, type Message } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { commandLine, type Doorway } from '../doorway.ts';
import { jumpReasons, type LeaseRefusal } from './lease.ts';

/** Why a case cannot be had, in one sentence that says what can be done instead. It names nobody. */
export const leaseRefusalText = (
  refusal: LeaseRefusal,
  {
    caseId,
    now,
    language,
    door = commandLine,
  }: {
    readonly caseId: string;
    readonly now: Date;
    readonly language: CatalogueLanguage;
    readonly door?: Doorway;
  },
): string =>
  say(language, refusal.code, {
    id: caseName(caseId),
    next: door('next', ''),
    list: door('list', ''),
    because: door('because', ''),
    reasons: jumpReasons.join(', '),
    ...('since' in refusal ? { time: durationText(now.getTime() - refusal.since.getTime(), language) } : {}),
    ...('older' in refusal ? { count: refusal.older } : {}),
  });

const en = {
  unknown: 'there is no case {id}; {list} shows all',
  leased: '{id} was handed to somebody {time} ago: take the next one with {next}',
  lapsed: 'your lease of {id} ended {time} ago: ask for the next case with {next}',
  not_leased: '{id} was not handed to you: ask for the next case with {next}',
  kept: '{id} is only for people with a clearance for it: take the next one with {next}',
  in_dispute: '{id} is in dispute: it is for counsel only',
  other_brand: '{id} is of a brand that you do not work for: take the next one with {next}',
  older_wait: {
    one: 'an older case of at least this severity waits for you: take it with {next}, or say why {id} comes first with {because}, one of {reasons}',
    other:
      '{count} older cases of at least this severity wait for you: take the next one with {next}, or say why {id} comes first with {because}, one of {reasons}',
  },
} as const satisfies Record<LeaseRefusal['code'], Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  unknown: 'es gibt keinen Fall {id}; {list} zeigt alle',
  leased: '{id} wurde vor {time} jemandem gegeben: den nächsten nehmen mit {next}',
  lapsed: 'die Frist für {id} endete vor {time}: um den nächsten Fall bitten mit {next}',
  not_leased: '{id} wurde dir nicht gegeben: um den nächsten Fall bitten mit {next}',
  kept: '{id} ist nur für Personen mit einer Freigabe dafür: den nächsten nehmen mit {next}',
  in_dispute: '{id} ist im Streit: nur die Rechtsabteilung arbeitet daran',
  other_brand: '{id} gehört zu einer Marke, für die du nicht arbeitest: den nächsten nehmen mit {next}',
  older_wait: {
    one: 'ein älterer, mindestens so schwerer Fall wartet auf dich: ihn nehmen mit {next}, oder mit {because} sagen, warum {id} vorgeht: {reasons}',
    other:
      '{count} ältere, mindestens so schwere Fälle warten auf dich: den nächsten nehmen mit {next}, oder mit {because} sagen, warum {id} vorgeht: {reasons}',
  },
};

const say = createSay<keyof typeof en>({ en, de });
