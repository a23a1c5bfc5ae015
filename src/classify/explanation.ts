import {
  type Category,
  type Classification,
  categories,
  type Evidence,
  type EvidenceKind,
} from '../domain/classification.ts';
import { isFunctionWord } from './language/function-words.ts';
import { type Contributions, columnOf, columnOfCategory } from './model/explainer.ts';
import type { Model } from './model/model.ts';
import type { Reading } from './reading/read.ts';
import type { Term } from './reading/term.ts';
import { createTermMarks } from './reading/term-slots.ts';
import { traits } from './reading/traits.ts';

interface Weights {
  readonly of: Contributions;
  /** Of a row of a word: one place a head, in their order. */
  readonly width: number;
}

/** What a head that said yes is explained by: its column, the kind of its spans, and kinds of rules that say the same. */
interface Head {
  readonly column: number;
  readonly kind: EvidenceKind;
  readonly label?: Category;
  readonly alike: readonly EvidenceKind[];
}

/** `nth`: its place in a row of weights. */
interface Told extends Head {
  readonly nth: number;
}

/** Words a head, the weightiest first; in log-odds, below which a word says too little to be shown. */
const most = 3;
const least = 0.25;
/** Beside the weightiest word of its head, a lighter one is not shown. */
const leastShare = 0.3;

/**
 * The evidence of the rules with the weight that the model gives to its words, and beside it the words that the model
 * counted most and no rule has named.
 */
export const explain = (model: Model, reading: Reading, words: Classification): Evidence[] => {
  const told = headsOf(words);
  if (told.length === 0) return [...words.evidence];
  const columns = told.map(({ column }) => column);
  const weights = { of: model.explain(reading.terms, words.language, columns), width: columns.length };
  const evidence = words.evidence.map((one) => weighed(one, told, reading, weights));
  const isShown = words.language === 'de' ? isShownGerman : isShownEnglish;
  for (const head of told) {
    const named = wordsNamed(reading, words.evidence, head);
    const mayShow = (at: number): boolean => named[at] === 0 && isShown(reading.terms[at] as Term) === 1;
    for (const run of joined(heaviest(reading, weights, head.nth, mayShow)))
      evidence.push(spanOf(head, run, reading, weights));
  }
  return evidence;
};

const headsOf = ({ complaint, sentiment, relay, categories: likely }: Classification): readonly Told[] => {
  const { negative, neutral, positive } = sentiment;
  const about = categories.flatMap((label, at) =>
    label !== 'other' && (likely[label] ?? 0) >= 0.3
      ? [{ column: columnOfCategory(at), kind: 'category' as const, label, alike: ['category' as const] }]
      : [],
  );
  const tone = complaint >= 0.5 ? [ofComplaint] : positive > negative && positive > neutral ? [ofPraise] : [];
  return [...tone, ...(relay ? [ofRelay] : []), ...about].map((head, nth) => ({ ...head, nth }));
};

const ofComplaint: Head = {
  column: columnOf('complaint'),
  kind: 'complaint',
  alike: [
    'complaint',
    'annoyance',
    'blocked',
    'dependence',
    'dated_loss',
    'amount',
    'prior_contact',
    'danger',
    'sarcasm',
    'same_problem',
  ],
};
const ofPraise: Head = { column: columnOf('positive'), kind: 'praise', alike: ['praise'] };
const ofRelay: Head = { column: columnOf('relay'), kind: 'relay', alike: ['relay'] };

const isOf = ({ kind, label, alike }: Head, one: Evidence): boolean =>
  alike.includes(one.kind) && (kind !== 'category' || one.label === label);

const weighed = (
  one: Evidence,
  told: readonly Told[],
  { starts, terms }: Reading,
  { of, width }: Weights,
): Evidence => {
  const nth = told.findIndex((each) => isOf(each, one));
  if (nth === -1) return one;
  let weight = 0;
  for (let at = firstFrom(starts, one.start); at < terms.length && (starts[at] ?? 0) < one.end; at++)
    weight += of[at * width + nth] ?? 0;
  return { ...one, weight: rounded(weight) };
};

/** Place of the first word that begins there or later. */
const firstFrom = (starts: readonly number[], start: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The words that a head counted most, in the order of the text. */
const heaviest = (
  { terms }: Reading,
  { of, width }: Weights,
  nth: number,
  mayShow: (at: number) => boolean,
): readonly number[] => {
  const found: number[] = [];
  const weightOf = (at: number): number => of[at * width + nth] ?? 0;
  for (let at = 0; at < terms.length; at++) {
    const weight = weightOf(at);
    if (weight < least || (found.length === most && weight <= weightOf(found[most - 1] ?? 0))) continue;
    if (!mayShow(at)) continue;
    if (found.length === most) found.pop();
    let place = found.length;
    while (place > 0 && weightOf(found[place - 1] ?? 0) < weight) place--;
    found.splice(place, 0, at);
  }
  const share = weightOf(found[0] ?? 0) * leastShare;
  return found.filter((at) => weightOf(at) >= share).sort((a, b) => a - b);
};

/** Marks the words that some rule has shown for what the head says. */
const wordsNamed = ({ starts }: Reading, evidence: readonly Evidence[], head: Head): Uint8Array => {
  const named = new Uint8Array(starts.length);
  for (const one of evidence) {
    if (!isOf(head, one)) continue;
    for (let at = firstFrom(starts, one.start); at < starts.length && (starts[at] ?? 0) < one.end; at++)
      named[at] = 1;
  }
  return named;
};

type Run = readonly [first: number, last: number];

const spanOf = (
  { kind, label, nth }: Told,
  [first, last]: Run,
  { terms, starts }: Reading,
  { of, width }: Weights,
): Evidence => {
  let weight = 0;
  for (let at = first; at <= last; at++) weight += of[at * width + nth] ?? 0;
  const span = { kind, start: starts[first] ?? 0, end: endOf(last, terms, starts) };
  return { ...span, ...(label === undefined ? {} : { label }), weight: rounded(weight) };
};

const endOf = (at: number, terms: readonly Term[], starts: readonly number[]): number =>
  (starts[at] ?? 0) + (terms[at]?.word.length ?? 0);

/** A word, emoji or emoticon that says something by itself: no comma, link, name or "since". */
const isTelling = ({ kind, traits: has, folded }: Term, language: 'en' | 'de'): boolean =>
  kind !== 'url' &&
  kind !== 'mention' &&
  kind !== 'markup' &&
  (has & traits.clauseEnd) === 0 &&
  ((has & traits.negator) !== 0 || !isFunctionWord(folded, language));

const keptBits = 13;
const isShownEnglish = createTermMarks(keptBits, (term) => (isTelling(term, 'en') ? 1 : 0));
const isShownGerman = createTermMarks(keptBits, (term) => (isTelling(term, 'de') ? 1 : 0));

/** First and last of each run of neighbours. */
const joined = (places: readonly number[]): readonly Run[] => {
  const runs: [number, number][] = [];
  for (const at of places) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs;
};

const rounded = (weight: number): number => Math.round(weight * 100) / 100;
