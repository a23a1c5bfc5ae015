import type { DangerFit } from './fit-danger.ts';

const longestLine = 108;

/** Smaller in every regression: not written. In hundredths. */
const leastWeight = 5;

/** The text of src/classify/rules/danger-weights.ts: what is above 0 after the mark is taken away is danger. */
export const renderWeights = ({ names, danger, kinds }: DangerFit, mark: number): string => {
  const all = [danger, ...kinds];
  const constants = all.map(({ constant }, nth) => hundredths(nth === 0 ? constant - mark : constant));
  const rows = names.flatMap((name, column) => {
    const row = all.map(({ weights }) => hundredths(weights[column] ?? 0));
    return row.some((weight) => Math.abs(weight) >= leastWeight) ? [`${name} ${row.join(' ')}`] : [];
  });
  return `${head}export const dangerWeights = \`\n${packed([`bias ${constants.join(' ')}`, ...rows]).join('\n')}\n\`;\n`;
};

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

const head = `/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of \`dangerKinds\`.
 * Written by \`npm run train:danger\` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps three of five right
 * (DESIGN.md 4: recall first) and lies in \`bias\`. What the names mean: rules/danger-features.ts.
 */
`;
