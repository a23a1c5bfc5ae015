import { type ClassifyInput, classify } from '../../src/classify/classify.ts';
import type { Classification, EvidenceKind } from '../../src/domain/classification.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { triage } from '../../src/triage/triage.ts';

export const wordsOf = (text: string, told: Partial<ClassifyInput> = {}): Classification =>
  classify({ text, parentText: null, ...told });

const decisionOf = (text: string): Decision =>
  triage({
    classification: wordsOf(text),
    post: { authorRole: 'customer', repostOf: null, hasImage: false, brandLanguages: ['en', 'de'] },
    parent: null,
  });

/** `complaint medium` or `review praise`. */
export const verdictOf = (text: string): string => {
  const decision = decisionOf(text);
  return decision.kind === 'complaint' ? `complaint ${decision.severity}` : `review ${decision.review}`;
};

export const spansOf = (text: string, kind: EvidenceKind): readonly string[] =>
  wordsOf(text)
    .evidence.filter((evidence) => evidence.kind === kind)
    .map(({ start, end }) => text.slice(start, end));
