import { type DangerKind, dangerKinds, type Evidence } from '../../domain/classification.ts';
import { type Hit, hitsOf, type Reading } from '../reading/read.ts';
import { evidenceOf, overlaps, sentenceOf } from './spans.ts';

export interface FoundDanger {
  readonly kind: DangerKind;
  readonly evidence: readonly Evidence[];
}

/**
 * Danger to people, recall first: every phrase counts by itself, in any language. Only a figure of speech at the very
 * words ("die App bringt mich um") and a question about what would be if take one back.
 */
export const findDanger = (reading: Reading): FoundDanger | null => {
  const hyperboles = hitsOf(reading, 'hyperbole');
  const suppositions = new Set(hitsOf(reading, 'hypothetical').map((hit) => sentenceOf(reading, hit)));
  const hits = hitsOf(reading, 'danger').filter(
    (hit) =>
      !hyperboles.some((figure) => isFigureOf(reading, figure, hit)) &&
      !suppositions.has(sentenceOf(reading, hit)),
  );
  const kind = dangerKinds.find((wanted) => hits.some((hit) => hit.label === wanted));
  if (kind === undefined) return null;
  return { kind, evidence: hits.map((hit) => evidenceOf(reading, hit, 'danger', hit.label ?? kind)) };
};

/** A figure of speech takes back what it covers, and what stands beside it in the same sentence. */
const isFigureOf = (reading: Reading, figure: Hit, hit: Hit): boolean =>
  isMeantAsFigure(reading, figure, hit) ||
  overlaps(figure, hit) ||
  (sentenceOf(reading, figure) === sentenceOf(reading, hit) &&
    hit.from - figure.to < 3 &&
    figure.from - hit.to < 3);

/** "In a good way", "nur Spaß": said right after, it takes back the whole sentence before it and its own. */
const isMeantAsFigure = (reading: Reading, figure: Hit, hit: Hit): boolean => {
  const behind = sentenceOf(reading, figure) - sentenceOf(reading, hit);
  return figure.label === 'whole' && (behind === 0 || behind === 1);
};
