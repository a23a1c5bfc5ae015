import { dangerKinds } from '../../src/domain/classification.ts';
import type { Said } from './fit-danger.ts';
import type { Sentence } from './sentences.ts';

/** How well some sentences were told apart at a mark. */
export interface DangerFigures {
  readonly sentences: number;
  readonly dangers: number;
  readonly found: number;
  readonly wrong: number;
  /** Of those found. */
  readonly rightKind: number;
}

export interface Judged {
  readonly sentence: Sentence;
  readonly said: Said;
}

export const figuresAt = (judged: readonly Judged[], mark: number): DangerFigures => {
  const dangers = judged.filter(({ sentence }) => sentence.danger !== null);
  const found = dangers.filter(({ said }) => said.score > mark);
  return {
    sentences: judged.length,
    dangers: dangers.length,
    found: found.length,
    wrong: judged.filter(({ sentence, said }) => sentence.danger === null && said.score > mark).length,
    rightKind: found.filter(({ sentence, said }) => sentence.danger === said.kind).length,
  };
};

/** The lowest mark at which this share of what is found is right: recall first, and no lower. */
export const markAt = (judged: readonly Judged[], precision: number): number => {
  const order = judged.toSorted((a, b) => b.said.score - a.said.score);
  let right = 0;
  let mark = Number.POSITIVE_INFINITY;
  for (const [nth, { sentence, said }] of order.entries()) {
    if (said.score === Number.NEGATIVE_INFINITY) break;
    if (sentence.danger !== null) right++;
    const next = order[nth + 1]?.said.score ?? Number.NEGATIVE_INFINITY;
    if (next === said.score || right / (nth + 1) < precision) continue;
    mark = next === Number.NEGATIVE_INFINITY ? said.score - 1 : (said.score + next) / 2;
  }
  return mark;
};

const percent = (part: number, all: number): string =>
  all === 0 ? '-' : ((100 * part) / all).toFixed(1).padStart(5);

export const tell = (name: string, figures: DangerFigures): string => {
  const { sentences, dangers, found, wrong, rightKind } = figures;
  return `${name.padEnd(44)} ${String(sentences).padStart(5)} sentences ${String(dangers).padStart(5)} dangers  recall ${percent(found, dangers)}  precision ${percent(found, found + wrong)}  kind ${percent(rightKind, found)}\n`;
};

/** What each kind was taken for: a row for each that it is, a column for each that was said, the last for none. */
export const tellKinds = (name: string, judged: readonly Judged[], mark: number): string =>
  dangerKinds
    .map((kind) => {
      const said = judged
        .filter(({ sentence }) => sentence.danger === kind)
        .map((one) => (one.said.score > mark ? one.said.kind : null));
      const counts = [...dangerKinds, null].map((as) => said.filter((one) => one === as).length);
      return `${`${name}, ${kind} taken for`.padEnd(44)} ${[...dangerKinds, 'none'].map((as, nth) => `${as} ${counts[nth]}`).join('  ')}\n`;
    })
    .join('');
