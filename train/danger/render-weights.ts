import { wordBits } from '../../src/classify/rules/danger-words.ts';
import type { DangerFit } from './fit-danger.ts';

const longestLine = 108;

/** Smaller in every regression: not written. In hundredths. */
const leastWeight = 5;

export interface Marks {
  /** Log-odds above which it is danger. */
  readonly mark: number;
  /** Log-odds of the words alone below which silent stretches are not looked at again. */
  readonly leastSpoken: number;
}

/** The text of src/classify/rules/danger-weights.ts: what is above 0 after the mark is taken away is danger. */
export const renderWeights = ({ names, danger, kinds }: DangerFit, { mark, leastSpoken }: Marks): string => {
  const all = [danger, ...kinds];
  const constants = all.map(({ constant }, nth) => hundredths(nth === 0 ? constant - mark : constant));
  const rows = names.flatMap((name, column) => {
    const row = all.map(({ weights }) => hundredths(weights[column] ?? 0));
    return row.some((weight) => Math.abs(weight) >= leastWeight) ? [`${name} ${row.join(' ')}`] : [];
  });
  return `${leastHead}export const leastSpoken = ${hundredths(leastSpoken)};

${head}export const dangerWeights = \`\n${packed([`bias ${constants.join(' ')}`, ...rows]).join('\n')}\n\`;\n`;
};

/** The text of src/classify/rules/danger-word-weights.ts: a byte for each place and head, what a step is worth by head. */
export const renderWordWeights = ({ names, danger, kinds }: DangerFit): string => {
  const heads = [danger, ...kinds].map(({ weights }) => weights.subarray(names.length));
  const steps = heads.map(
    (weights) => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127,
  );
  const table = new Int8Array(2 ** wordBits * heads.length);
  heads.forEach((weights, nth) => {
    weights.forEach((weight, place) => {
      table[place * heads.length + nth] = Math.round(weight / (steps[nth] || 1));
    });
  });
  const scales = steps.map((step) => Number((100 * step).toPrecision(6)));
  return `${wordHead}export const dangerWordWeights: { readonly scales: readonly number[]; readonly table: string } = {
  scales: [${scales.join(', ')}],
  table:
    '${Buffer.from(table.buffer).toString('base64')}',
};
`;
};

const wordHead = `/**
 * What the words of a stretch weigh beside the signs: bytes in base64, for each place of rules/danger-words.ts one for
 * danger at all and one for each kind; \`scales\` says what a step is worth, in hundredths. Written by \`npm run train:danger\`.
 */
`;

// No "-0": the same weight has one spelling.
const hundredths = (value: number): number => Math.round(100 * value) || 0;

/** Several entries a line. */
const packed = (entries: readonly string[]): readonly string[] => {
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + entry.length <= longestLine)
      lines[lines.length - 1] = `${last}; ${entry}`;
    else lines.push(entry);
  }
  return lines;
};

const leastHead = `/**
 * What the words of a stretch in which no sign tells must say, in hundredths, for its other signs to be looked at. Written
 * by \`npm run train:danger\`.
 */
`;

const head = `/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of \`dangerKinds\`.
 * Written by \`npm run train:danger\` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps as many right
 * as train/danger/train-danger.ts says (DESIGN.md 4: recall first), and lies in \`bias\`. What the names mean:
 * rules/danger-features.ts.
 */
`;
