import type { Example } from '../corpus/example.ts';
import type { Matrix } from '../learn/matrix.ts';

/** Labelled texts with their features, row by row. */
export interface Corpus {
  readonly examples: readonly Example[];
  readonly matrix: Matrix;
  readonly bits: number;
  /** Rows that address somebody by a handle. */
  readonly isAddressed: readonly boolean[];
}

/** Whether a row may be learnt from in this run: not of the fold that is tested, nor held for testing. */
export type IsTrained = (row: number) => boolean;

/** One labelled row to learn from: its place, its class, how much it counts. */
export interface Lesson {
  readonly row: number;
  readonly label: number;
  readonly weight: number;
}

/** Rows for which `lessonOf` has one, in their order. */
export const lessonsOf = (
  { examples }: Corpus,
  isTrained: IsTrained,
  lessonOf: (example: Example) => Omit<Lesson, 'row'> | null,
): readonly Lesson[] =>
  examples.flatMap((example, row) => {
    const lesson = isTrained(row) ? lessonOf(example) : null;
    return lesson === null ? [] : [{ row, ...lesson }];
  });

/** Makes all classes count alike (`power` 1) or more alike (below 1) in sum. */
export const balanced = (lessons: readonly Lesson[], power: number): readonly Lesson[] => {
  const sums = new Map<number, number>();
  for (const { label, weight } of lessons) sums.set(label, (sums.get(label) ?? 0) + weight);
  const mean = [...sums.values()].reduce((all, sum) => all + sum, 0) / Math.max(sums.size, 1);
  return lessons.map((lesson) => ({
    ...lesson,
    weight: lesson.weight * (mean / (sums.get(lesson.label) ?? mean)) ** power,
  }));
};
