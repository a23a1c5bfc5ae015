import {
  type Category,
  type Classification,
  categories,
  type Evidence,
  type EvidenceKind,
} from '../domain/classification.ts';
import { type Contributions, columnOf, columnOfCategory } from './model/explainer.ts';
import type { Model } from './model/model.ts';
import type { Reading } from './reading/read.ts';
import type { Term } from './reading/term.ts';
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

/** Words a head, the weightiest first; in log-odds, below which a word says too little to be shown. */
const most = 3;
const least = 0.2;
/** Beside the weightiest word of its head, a lighter one is not shown. */
const leastShare = 0.3;

/**
 * The evidence of the rules with the weight that the model gives to its words, and beside it the words that the model
 * counted most and no rule has named.
 */
export const explain = (model: Model, reading: Reading, words: Classification): Evidence[] => {
  const { terms } = reading;
  const told = headsOf(words);
  if (told.length === 0) return [...words.evidence];
  const columns = told.map(({ column }) => column);
  const weights = { of: model.explain(terms, words.language, columns), width: columns.length };
  const evidence = words.evidence.map((one) => weighed(one, told, reading, weights));
  return [...evidence, ...told.flatMap((head, nth) => spansOf({ head, nth }, evidence, reading, weights))];
};

const headsOf = ({ complaint, sentiment, relay, categories: likely }: Classification): readonly Head[] => {
  const { negative, neutral, positive } = sentiment;
  const about = categories.flatMap((label, at) =>
    label !== 'other' && (likely[label] ?? 0) >= 0.3
      ? [{ column: columnOfCategory(at), kind: 'category' as const, label, alike: ['category' as const] }]
      : [],
  );
  return [
    ...(complaint >= 0.5 ? [ofComplaint] : positive > negative && positive > neutral ? [ofPraise] : []),
    ...(relay ? [ofRelay] : []),
    ...about,
  ];
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
  told: readonly Head[],
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

/** The words that this head counted most, neighbours as one span. */
const spansOf = (
  { head, nth }: { readonly head: Head; readonly nth: number },
  evidence: readonly Evidence[],
  { terms, starts }: Reading,
  { of, width }: Weights,
): Evidence[] => {
  const weightOf = (at: number): number => of[at * width + nth] ?? 0;
  const isNamed = wordsOf(
    evidence.filter((one) => isOf(head, one)),
    starts,
  );
  const found: number[] = [];
  for (let at = 0; at < terms.length; at++) {
    if (weightOf(at) < least || weightOf(at) <= weightOf(found[most - 1] ?? -1)) continue;
    if (isNamed[at] === 1 || !isShown(terms[at])) continue;
    found.push(at);
    found.sort((a, b) => weightOf(b) - weightOf(a));
    found.length = Math.min(found.length, most);
  }
  const heaviest = weightOf(found[0] ?? -1);
  const kept = found.filter((at) => weightOf(at) >= heaviest * leastShare);
  return joined(kept.sort((a, b) => a - b)).map(([from, to]) => {
    let weight = 0;
    for (let at = from; at <= to; at++) weight += weightOf(at);
    const span = { kind: head.kind, start: starts[from] ?? 0, end: endOf(to, terms, starts) };
    return { ...span, ...(head.label === undefined ? {} : { label: head.label }), weight: rounded(weight) };
  });
};

/** Marks the words that these spans hold. */
const wordsOf = (spans: readonly Evidence[], starts: readonly number[]): Uint8Array => {
  const marks = new Uint8Array(starts.length);
  for (const { start, end } of spans)
    for (let at = firstFrom(starts, start); at < starts.length && (starts[at] ?? 0) < end; at++)
      marks[at] = 1;
  return marks;
};

const endOf = (at: number, terms: readonly Term[], starts: readonly number[]): number =>
  (starts[at] ?? 0) + (terms[at]?.word.length ?? 0);

/** A word, emoji or emoticon: no comma, link or name. */
const isShown = (term: Term | undefined): boolean =>
  term !== undefined &&
  term.kind !== 'url' &&
  term.kind !== 'mention' &&
  term.kind !== 'markup' &&
  (term.traits & traits.clauseEnd) === 0;

/** First and last of each run of neighbours. */
const joined = (places: readonly number[]): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = [];
  for (const at of places) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs;
};

const rounded = (weight: number): number => Math.round(weight * 100) / 100;
