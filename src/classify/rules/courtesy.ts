import { sentenceAt } from '../reading/frame.ts';
import { type Hit, type Reading, read } from '../reading/read.ts';
import type { Term } from '../reading/term.ts';
import { traits } from '../reading/traits.ts';
import { besideOf, holds, overlaps, sentenceOf } from './spans.ts';

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

/**
 * The same words in the same places, but for greetings, courteous requests, boasts and abuse, for which nothing stands:
 * what hurts people is told by neither. Those of the reading where there is none of it.
 */
export const plainWords = (reading: Reading): readonly Term[] => {
  const { terms, hits } = reading;
  const abuse = abuseIn(reading);
  if (hits.courtesy.length + hits.boast.length + abuse.length === 0) return terms;
  const isBoast = boastsIn(reading);
  const isCourteous = within(hits.courtesy);
  const isAbuse = within(abuse);
  return terms.map((term, at) => (isCourteous(at) || isBoast(at) || isAbuse(at) ? nobodySpeaks() : term));
};

let unsaid: Term | null = null;
/** No word, ends nothing and negates nothing. */
const nobodySpeaks = (): Term => {
  unsaid ??= read('"').terms[0] as Term;
  return unsaid;
};

/** Hits but for those that are courtesy or abuse and nothing else: "could you", "bloody". */
export const told = (reading: Reading, those: readonly Hit[]): readonly Hit[] => {
  const { courtesy } = reading.hits;
  const abuse = abuseIn(reading);
  if (those.length === 0 || abuse.length + courtesy.length === 0) return those;
  const manners = [...abuse, ...courtesy].sort((a, b) => a.from - b.from);
  const beside = besideOf(manners, 1);
  return those.filter((hit) => !beside(hit).some((other) => holds(other, hit)));
};

/** "The bloody hotline" is a curse, "my hand came out bloody" and "a bloody face" are none. */
const abuseIn = ({ terms, hits }: Reading): readonly Hit[] => {
  if (hits.abuse.length === 0) return hits.abuse;
  const bodies = hits.sign.filter(({ label }) => label === 'body');
  if (bodies.length === 0) return hits.abuse;
  const bleeds = ({ from, to }: Hit): boolean =>
    terms[from]?.folded === 'bloody' &&
    bodies.some((body) => body.to > from - wordsBetween - 1 && body.from <= to);
  return hits.abuse.filter((hit) => !bleeds(hit));
};

const wordsBetween = 3;

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
  const boasts = idleSentences(reading, reading.hits.boast);
  return boasts.size === 0 ? none : (at) => boasts.has(sentenceAt(reading, at));
};

/** Sentences of some hits in which nothing is told of what happened. */
const idleSentences = (reading: Reading, those: readonly Hit[]): ReadonlySet<number> => {
  if (those.length === 0) return noSentences;
  const { failure, breach, blocked, unanswered, minor, demand } = reading.hits;
  const telling = new Set(
    [failure, breach, blocked, unanswered, minor, demand].flat().map((hit) => sentenceOf(reading, hit)),
  );
  return new Set(those.map((hit) => sentenceOf(reading, hit)).filter((nth) => !telling.has(nth)));
};

const noSentences: ReadonlySet<number> = new Set();

/** Words of the text but for sentences of manners alone: what is wrapped around a matter makes it no larger. */
export const wordsTold = (reading: Reading): number => {
  const idle = idleSentences(reading, [...reading.hits.courtesy, ...reading.hits.boast]);
  if (idle.size === 0) return reading.words;
  return reading.terms.filter(
    (term, at) => (term.traits & traits.word) !== 0 && !idle.has(sentenceAt(reading, at)),
  ).length;
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
