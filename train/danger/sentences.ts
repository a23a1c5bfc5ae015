import { hashOf } from '../../src/classify/model/hash.ts';
import { read } from '../../src/classify/reading/read.ts';
import { dangerFeatures, framesAmong } from '../../src/classify/rules/danger-features.ts';
import { dangerStretches } from '../../src/classify/rules/danger-stretches.ts';
import { wordPlaces, wordsIn } from '../../src/classify/rules/danger-words.ts';
import { type DangerKind, dangerKinds } from '../../src/domain/classification.ts';
import { groupOf, isHeld, readOwnRows } from '../corpus/own.ts';
import { type Row, stringOf } from '../corpus/read-lines.ts';
import { candidateFrames } from './candidate-frames.ts';

/** What is seen in a stretch of a sentence: names, and places of its words in the table of words. */
export interface Stretch {
  readonly names: readonly string[];
  readonly places: readonly number[];
}

/** A sentence of our own with what is seen in it. */
export interface Sentence {
  readonly file: string;
  readonly language: string;
  readonly text: string;
  readonly danger: DangerKind | null;
  /** Never trained on. */
  readonly isHeld: boolean;
  /** Written to say what a rule must do, not as posts are: counts twice in the fit. */
  readonly isWrittenForRules: boolean;
  /** From a file in which dangers are about as frequent as in posts: tells where the mark is. */
  readonly isUsual: boolean;
  /** Twins stand in one fold. */
  readonly fold: number;
  readonly stretches: readonly Stretch[];
}

export const folds = 8;

const forRules = 'danger-extra.jsonl';
/** Every other sentence is a danger or its innocent twin. */
const unusual: ReadonlySet<string> = new Set([forRules, 'de-danger.jsonl', 'en-danger.jsonl']);

const frames = framesAmong(candidateFrames);

/** Reads our own sentences (train/own) by the very code that reads posts. */
export const readSentences = (folder: string): readonly Sentence[] =>
  readOwnRows(folder).map(({ file, row }) => {
    const group = groupOf(row);
    const text = stringOf(row, 'text');
    const reading = read(text);
    return {
      file,
      language: stringOf(row, 'lang'),
      text,
      danger: dangerOf(row),
      isHeld: isHeld(group),
      isWrittenForRules: file === forRules,
      isUsual: !unusual.has(file),
      fold: (hashOf(group, 23) >>> 0) % folds,
      stretches: dangerStretches(reading).map((signs) => ({
        names: dangerFeatures(signs, frames),
        places: [...wordsIn(reading.terms, signs.from, signs.to)].flatMap(wordPlaces),
      })),
    };
  });

const dangerOf = (row: Row): DangerKind | null => dangerKinds.find((kind) => kind === row.danger) ?? null;
