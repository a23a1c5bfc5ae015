import type { Cue } from '../lexicon/cues.ts';
import type { Hit, Reading } from '../reading/read.ts';
import type { Term } from '../reading/term.ts';
import { isAsked, meant, plainWords, told } from './courtesy.ts';
import type { DangerSigns } from './danger-features.ts';
import type { WordStretch } from './danger-words.ts';
import { besideOf, overlaps, sentenceOf } from './spans.ts';

/** A stretch of a text: from which word up to which, and what may tell of danger there. */
export interface DangerStretch extends DangerSigns {
  /** The words of the text without courtesy, boasts and abuse. */
  readonly terms: readonly Term[];
  readonly from: number;
  readonly to: number;
}

/** Whether the words of a stretch in which no sign tells are worth a look at what else stands there. */
export type Speaks = (stretch: WordStretch) => boolean;

/**
 * What may tell of danger in each stretch of a text, after figures of speech, suppositions and negations are taken away:
 * stretches short enough that an essay's first and last page never add up. Where no sign tells, the words by themselves
 * say whether the others are looked at: "the steering just shuts at 100" has only things, no harm.
 */
export const dangerStretches = (reading: Reading, speaks: Speaks): readonly DangerStretch[] => [
  ...cutUp(reading, speaks),
];

const none: readonly Hit[] = [];
const noCues: readonly Cue[] = [];

/** Words of one stretch, and how far the next begins after it: posts of the usual length are one. */
const stretchWords = 160;
const stretchStep = 80;

const context: readonly Cue[] = [
  'own',
  'failure',
  'relay',
  'opinion',
  'employee',
  'advert',
  'praise',
  'thanks',
  'hypothetical',
  'ask',
  'help',
  'sarcasm',
  'solved',
  'hyperbole',
];

const cutUp = function* (reading: Reading, speaks: Speaks): Generator<DangerStretch> {
  const terms = plainWords(reading);
  const mayTell = mayTellOf(reading);
  const walk = walkerOver(reading);
  for (let from = 0; from === 0 || from + stretchStep < terms.length; from += stretchStep) {
    const to = terms.length <= stretchWords ? terms.length : from + stretchWords;
    const told = mayTell === 'yes' ? walk(from, to) : nothing;
    const isHeard = told.hits.some(isTelling) || (mayTell !== 'no' && speaks({ terms, from, to }));
    yield { terms, from, to, ...(isHeard ? walk(from, to) : nothing) };
    if (to >= terms.length) return;
  }
};

const mayTellOf = ({ hits: { danger, sign } }: Reading): 'yes' | 'perhaps' | 'no' => {
  if (danger.length > 0 || sign.some(isTelling)) return 'yes';
  return sign.length > 0 ? 'perhaps' : 'no';
};

interface Found {
  readonly hits: readonly Hit[];
  readonly cues: readonly Cue[];
  readonly hasQuestion: boolean;
}

const nothing: Found = { hits: none, cues: noCues, hasQuestion: false };

/** What stands in stretches, asked from front to back; nothing is prepared for a text that is never asked about. */
const walkerOver = (reading: Reading): ((from: number, to: number) => Found) => {
  let lists: readonly ((from: number, to: number) => readonly Hit[])[] | null = null;
  const hasQuestion = isAsked(reading);
  return (from, to) => {
    lists ??= [
      withoutFigures(reading, inOrder(reading)),
      ...context.map((cue) => contextOf(reading, cue)),
    ].map(walkerOf);
    const [hits = none, ...others] = lists.map((walk) => walk(from, to));
    return { hits, cues: context.filter((_, nth) => (others[nth] ?? none).length > 0), hasQuestion };
  };
};

/** Asking nicely and thanking in advance tell of no danger, nor of none. */
const contextOf = (reading: Reading, cue: Cue): readonly Hit[] =>
  mannerly.has(cue) ? meant(reading, reading.hits[cue]) : reading.hits[cue];
const mannerly: ReadonlySet<Cue> = new Set<Cue>(['ask', 'help', 'thanks', 'praise']);

const inOrder = (reading: Reading): readonly Hit[] =>
  told(
    reading,
    [...reading.hits.danger, ...reading.hits.sign].sort((a, b) => a.from - b.from || a.to - b.to),
  );

/** Cuts what begins in a stretch out of a list in order; asked from front to back, so that the walk is linear. */
const walkerOf = (list: readonly Hit[]): ((from: number, to: number) => readonly Hit[]) => {
  let first = 0;
  return (from, to) => {
    while ((list[first]?.from ?? Number.POSITIVE_INFINITY) < from) first++;
    let last = first;
    while ((list[last]?.from ?? Number.POSITIVE_INFINITY) < to) last++;
    return list.slice(first, last);
  };
};

/** What happens, as against whom or what it meets: only these make anybody look, and only these are shown. */
const telling: ReadonlySet<string> = new Set(
  `fire fire_frame smoke smoke_frame burnt melt spark heat smell_frame gas explode shock shock_frame swell controls_frame
  breaks injury hurt cut_frame fall acute sick wrong_medicine deprived death near_miss exposure trapped foreign_frame
  suicide violence menace weapon assault attack worry alone small_body abuse allergy foreign substance hospital emergency_line despair
  warning child child_age witness`.split(/\s+/),
);

export const isTelling = ({ cue, label }: Hit): boolean => cue === 'danger' || telling.has(label ?? '');

/** "Nobody was hurt", "no smoke": a negation takes these back; a body, a child or a hospital stays what it is. */
const undone: ReadonlySet<string> = new Set(
  `fire fire_frame smoke smoke_frame burnt melt spark explode shock shock_frame injury sick death controls_frame breaks
  acute heat foreign foreign_frame fall cut_frame`.split(/\s+/),
);

/** A figure of speech takes back what it covers; said of the whole, its sentence and the one before. */
const withoutFigures = (reading: Reading, hits: readonly Hit[]): readonly Hit[] => {
  const figures = reading.hits.hyperbole;
  const beside = besideOf(figures, 1);
  const meant = sentencesMeantAsFigure(reading, figures);
  const supposed = sentencesSupposed(reading);
  return hits.filter((hit) => {
    if (supposed.has(sentenceOf(reading, hit))) return false;
    const isUndone = hit.cue === 'sign' && undone.has(hit.label ?? '');
    if (isUndone && hit.isNegated) return false;
    if (hit.cue === 'sign' && !isUndone) return true;
    // A threat is a threat, however much fun it is said to be.
    if (hit.cue === 'danger' && hit.label !== 'threat_to_others' && meant.has(sentenceOf(reading, hit)))
      return false;
    return !beside(hit).some((figure) => overlaps(figure, hit));
  });
};

/** "Could a child choke on this?", "Was passiert, wenn der Akku brennt?": nothing has happened in such a sentence. */
const sentencesSupposed = (reading: Reading): ReadonlySet<number> => {
  const asked = new Set<number>();
  if (reading.questions.length === 0) return asked;
  for (const hit of reading.hits.sign) {
    const sentence = sentenceOf(reading, hit);
    if (hit.label === 'supposed' && (reading.questions[sentence] ?? false)) asked.add(sentence);
  }
  return asked;
};

/** "In a good way", "nur Spaß": said right after, it takes back the whole sentence before it and its own. */
const sentencesMeantAsFigure = (reading: Reading, figures: readonly Hit[]): ReadonlySet<number> =>
  new Set(
    figures.flatMap((figure) => {
      const sentence = sentenceOf(reading, figure);
      return figure.label === 'whole' ? [sentence, sentence - 1] : [];
    }),
  );
