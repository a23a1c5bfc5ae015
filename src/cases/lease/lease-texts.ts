import { caseName } from '../../domain/case-id.ts';
import { type CatalogueLanguage, createSay, type Message } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { jumpReasons, type LeaseRefusal } from './lease.ts';

/** Why a case cannot be had, in one sentence that says what can be done instead. It names nobody. */
export const leaseRefusalText = (
  refusal: LeaseRefusal,
  {
    caseId,
    now,
    language,
  }: { readonly caseId: string; readonly now: Date; readonly language: CatalogueLanguage },
): string =>
  say(language, refusal.code, {
    id: caseName(caseId),
    reasons: jumpReasons.join(', '),
    ...('since' in refusal ? { time: durationText(now.getTime() - refusal.since.getTime(), language) } : {}),
    ...('older' in refusal ? { count: refusal.older } : {}),
  });

const en = {
  unknown: 'there is no case {id}; "evenhand cases list --all" shows all',
  leased: '{id} was handed to somebody {time} ago: take the next one with "evenhand next"',
  lapsed: 'your lease of {id} ended {time} ago: ask for the next case with "evenhand next"',
  not_leased: '{id} was not handed to you: ask for the next case with "evenhand next"',
  kept: '{id} is only for people with a clearance for it: take the next one with "evenhand next"',
  in_dispute: '{id} is in dispute: it is for counsel only',
  other_brand: '{id} is of a brand that you do not work for: take the next one with "evenhand next"',
  older_wait: {
    one: 'an older case of at least this severity waits for you: take it with "evenhand next", or say why {id} comes first with --reason, one of {reasons}',
    other:
      '{count} older cases of at least this severity wait for you: take the next one with "evenhand next", or say why {id} comes first with --reason, one of {reasons}',
  },
} as const satisfies Record<LeaseRefusal['code'], Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  unknown: 'es gibt keinen Fall {id}; "evenhand cases list --all" zeigt alle',
  leased: '{id} wurde vor {time} jemandem gegeben: den nächsten nehmen mit "evenhand next"',
  lapsed: 'die Frist für {id} endete vor {time}: um den nächsten Fall bitten mit "evenhand next"',
  not_leased: '{id} wurde dir nicht gegeben: um den nächsten Fall bitten mit "evenhand next"',
  kept: '{id} ist nur für Personen mit einer Freigabe dafür: den nächsten nehmen mit "evenhand next"',
  in_dispute: '{id} ist im Streit: nur die Rechtsabteilung arbeitet daran',
  other_brand:
    '{id} gehört zu einer Marke, für die du nicht arbeitest: den nächsten nehmen mit "evenhand next"',
  older_wait: {
    one: 'ein älterer, mindestens so schwerer Fall wartet auf dich: ihn nehmen mit "evenhand next", oder mit --reason sagen, warum {id} vorgeht: {reasons}',
    other:
      '{count} ältere, mindestens so schwere Fälle warten auf dich: den nächsten nehmen mit "evenhand next", oder mit --reason sagen, warum {id} vorgeht: {reasons}',
  },
};

const say = createSay<keyof typeof en>({ en, de });
