import { sentenceAt } from '../reading/frame.ts';
import type { Hit, Reading } from '../reading/read.ts';
import type { Term } from '../reading/term.ts';
import { traits } from '../reading/traits.ts';
import { overlaps, sentenceOf } from './spans.ts';

/**
 * The words without greetings, thanks in advance, boasts and the like, and without the marks that end nothing then, so
 * that being polite or known moves nothing.
 */
export const withoutManners = (reading: Reading): readonly Term[] => {
  const { terms, hits } = reading;
  if (hits.courtesy.length + hits.boast.length === 0) return terms;
  const isBoast = boastsIn(reading);
  const isCourteous = within(hits.courtesy);
  const kept: Term[] = [];
  let hasDropped = false;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as Term;
    const isMatter = !isCourteous(at) && !isBoast(at);
    const isKept: boolean = isMatter && !(hasDropped && endsNothing(term, kept.at(-1)));
    if (isKept) kept.push(term);
    hasDropped = !isKept;
  }
  return kept.length === 0 ? terms : kept;
};

const endsNothing = (term: Term, last: Term | undefined): boolean =>
  isEnd(term) && (last === undefined || isEnd(last));

const isEnd = (term: Term): boolean => (term.traits & traits.clauseEnd) !== 0;

/** For places asked in the order of the text. */
const within = (hits: readonly Hit[]): ((at: number) => boolean) => {
  let nth = 0;
  return (at) => {
    while ((hits[nth]?.to ?? Number.POSITIVE_INFINITY) <= at) nth++;
    return at >= (hits[nth]?.from ?? Number.POSITIVE_INFINITY);
  };
};

const none = (): boolean => false;

/** Sentences that say who the author is or whom the author will tell, and nothing of what happened. */
const boastsIn = (reading: Reading): ((at: number) => boolean) => {
  const { boast, failure, breach, blocked, unanswered, minor, demand } = reading.hits;
  if (boast.length === 0) return none;
  const telling = new Set(
    [failure, breach, blocked, unanswered, minor, demand].flat().map((hit) => sentenceOf(reading, hit)),
  );
  const boasts = new Set(boast.map((hit) => sentenceOf(reading, hit)).filter((nth) => !telling.has(nth)));
  return boasts.size === 0 ? none : (at) => boasts.has(sentenceAt(reading, at));
};

/** Hits that say more than courtesy: no thanks in advance, no "could you please look into it". */
export const meant = ({ hits }: Reading, those: readonly Hit[]): readonly Hit[] => {
  if (those.length === 0 || hits.courtesy.length === 0) return those;
  return those.filter((hit) => !hits.courtesy.some((courtesy) => overlaps(courtesy, hit)));
};

/** Something is asked in other words than those of a courteous request. */
export const isAsked = (reading: Reading): boolean => {
  if (reading.questions.length === 0) return false;
  if (reading.hits.courtesy.length === 0) return true;
  const polite = new Set(reading.hits.courtesy.map((hit) => sentenceOf(reading, hit)));
  return reading.questions.some((isQuestion, nth) => isQuestion && !polite.has(nth));
};
