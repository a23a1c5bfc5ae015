import { type DangerKind, dangerKinds, type Evidence } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { besideOf, evidenceOf, overlaps, sentenceOf } from './spans.ts';

export interface FoundDanger {
  readonly kind: DangerKind;
  readonly evidence: readonly Evidence[];
}

/**
 * Danger to people, recall first: every phrase counts by itself, in any language, in questions and suppositions too.
 * Only a figure of speech at the very words ("die App bringt mich um") takes one back.
 */
export const findDanger = (reading: Reading): FoundDanger | null => {
  const found = reading.hits.danger;
  if (found.length === 0) return null;
  const isFigure = figuresOf(reading);
  const hits = found.filter((hit) => !isFigure(hit));
  const kind = dangerKinds.find((wanted) => hits.some((hit) => hit.label === wanted));
  if (kind === undefined) return null;
  return { kind, evidence: hits.map((hit) => evidenceOf(reading, hit, 'danger', hit.label ?? kind)) };
};

/** Words between a figure of speech and what it takes back. */
const nearby = 3;

/** A figure of speech takes back what it covers, and what stands beside it in the same sentence. */
const figuresOf = (reading: Reading): ((hit: Hit) => boolean) => {
  const figures = reading.hits.hyperbole;
  const beside = besideOf(figures, nearby);
  const meant = sentencesMeantAsFigure(reading, figures);
  return (hit) =>
    // A threat is a threat, however much fun it is said to be.
    (hit.label !== 'threat_to_others' && meant.has(sentenceOf(reading, hit))) ||
    beside(hit).some(
      (figure) => overlaps(figure, hit) || sentenceOf(reading, figure) === sentenceOf(reading, hit),
    );
};

/** "In a good way", "nur Spaß": said right after, it takes back the whole sentence before it and its own. */
const sentencesMeantAsFigure = (reading: Reading, figures: readonly Hit[]): ReadonlySet<number> =>
  new Set(
    figures.flatMap((figure) => {
      const sentence = sentenceOf(reading, figure);
      return figure.label === 'whole' ? [sentence, sentence - 1] : [];
    }),
  );
