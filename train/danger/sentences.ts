import { hashOf } from '../../src/classify/model/hash.ts';
import { read } from '../../src/classify/reading/read.ts';
import { dangerFeatures, framesAmong } from '../../src/classify/rules/danger-features.ts';
import { dangerStretches } from '../../src/classify/rules/danger-stretches.ts';
import { type DangerKind, dangerKinds } from '../../src/domain/classification.ts';
import { groupOf, isHeld, readOwnRows } from '../corpus/own.ts';
import { type Row, stringOf } from '../corpus/read-lines.ts';
import { candidateFrames } from './candidate-frames.ts';

/** A sentence of our own with what is seen in it. */
export interface Sentence {
  readonly file: string;
  readonly language: string;
  readonly text: string;
  readonly danger: DangerKind | null;
  /** Never trained on. */
  readonly isHeld: boolean;
  /** Written to say what a rule must do, not as posts are: counts twice in the fit, and tells nothing of the mark. */
  readonly isWrittenForRules: boolean;
  /** Twins stand in one fold. */
  readonly fold: number;
  /** Names of what is seen, by stretch; none: nothing that tells of danger, so that nobody looks. */
  readonly stretches: readonly (readonly string[])[];
}

export const folds = 8;

const frames = framesAmong(candidateFrames);

/** Reads our own sentences (train/own) by the very code that reads posts. */
export const readSentences = (folder: string): readonly Sentence[] =>
  readOwnRows(folder).map(({ file, row }) => {
    const group = groupOf(row);
    const text = stringOf(row, 'text');
    return {
      file,
      language: stringOf(row, 'lang'),
      text,
      danger: dangerOf(row),
      isHeld: isHeld(group),
      isWrittenForRules: file === 'danger-extra.jsonl',
      fold: (hashOf(group, 23) >>> 0) % folds,
      stretches: dangerStretches(read(text)).map((signs) => dangerFeatures(signs, frames)),
    };
  });

const dangerOf = (row: Row): DangerKind | null => dangerKinds.find((kind) => kind === row.danger) ?? null;
