import { type DangerKind, dangerKinds } from '../../domain/classification.ts';
import { type DangerSigns, dangerFeatures, framesAmong } from './danger-features.ts';
import { dangerWeights } from './danger-weights.ts';

/** How far a stretch of text tells of danger: above 0 it does. `kind` is the likeliest kind, whatever the score. */
export interface DangerScore {
  readonly score: number;
  readonly kind: DangerKind;
}

/** By name: for danger at all, then for each kind. */
const weights: ReadonlyMap<string, readonly number[]> = new Map(
  dangerWeights
    .trim()
    .split(/[;\n]\s*/)
    .map((entry) => {
      const [name = '', ...numbers] = entry.split(' ');
      return [name, numbers.map(Number)] as const;
    }),
);

const frames = framesAmong(weights.keys());
const none: readonly number[] = [];

/** Adds up what is seen. */
export const scoreDanger = (signs: DangerSigns): DangerScore => {
  const sums = [...(weights.get('bias') ?? none)];
  for (const name of dangerFeatures(signs, frames)) {
    const row = weights.get(name) ?? none;
    for (let at = 0; at < row.length; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
  }
  return { score: sums[0] ?? 0, kind: likeliest(sums) };
};

const likeliest = (sums: readonly number[]): DangerKind => {
  let best: DangerKind = 'person_at_risk';
  let most = Number.NEGATIVE_INFINITY;
  for (const [nth, kind] of dangerKinds.entries()) {
    const sum = sums[nth + 1] ?? 0;
    if (sum <= most) continue;
    best = kind;
    most = sum;
  }
  return best;
};
