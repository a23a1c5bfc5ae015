import { type DangerFit, fitDanger, sayBy } from './fit-danger.ts';
import { figuresAt, type Judged, markAt, tell } from './measure.ts';
import { renderWeights, renderWordWeights } from './render-weights.ts';
import { folds, type Sentence } from './sentences.ts';

/** DESIGN.md 4: recall first, and three of five right. */
const precision = 0.6;

export interface TrainedDanger {
  /** Texts of the files that are written, by their names in src/classify/rules. */
  readonly sources: Readonly<Record<string, string>>;
  /** What cross-validation and the held sentences say of it. */
  readonly report: string;
}

/** Fits on all that is not held; the mark and the figures come from sentences that the fit had not seen. */
export const trainDanger = (sentences: readonly Sentence[]): TrainedDanger => {
  const known = sentences.filter(({ isHeld }) => !isHeld);
  const judged = crossValidate(known);
  const mark = markAt(
    judged.filter(({ sentence }) => sentence.isUsual),
    precision,
  );
  const fit = fitDanger(known);
  const held = judgedBy(
    fit,
    sentences.filter(({ isHeld }) => isHeld),
  );
  return {
    sources: {
      'danger-weights.ts': renderWeights(fit, mark),
      'danger-word-weights.ts': renderWordWeights(fit),
    },
    report: [...byPart('cross-validated', judged, mark), ...byPart('held', held, mark)].join(''),
  };
};

/** Each sentence judged by a fit on the other folds. */
const crossValidate = (sentences: readonly Sentence[]): readonly Judged[] =>
  Array.from({ length: folds }, (_, nth) =>
    judgedBy(
      fitDanger(sentences.filter(({ fold }) => fold !== nth)),
      sentences.filter(({ fold }) => fold === nth),
    ),
  ).flat();

const judgedBy = (fit: DangerFit, sentences: readonly Sentence[]): readonly Judged[] => {
  const say = sayBy(fit);
  return sentences.map((sentence) => ({ sentence, said: say(sentence) }));
};

/** Figures of all, then by language and by file. */
const byPart = (name: string, judged: readonly Judged[], mark: number): readonly string[] => {
  const partsOf = (keyOf: (sentence: Sentence) => string): readonly string[] =>
    [...new Set(judged.map(({ sentence }) => keyOf(sentence)))].sort().map((key) =>
      tell(
        `${name}, ${key}`,
        figuresAt(
          judged.filter(({ sentence }) => keyOf(sentence) === key),
          mark,
        ),
      ),
    );
  return [
    tell(name, figuresAt(judged, mark)),
    ...partsOf(({ language }) => (language === 'en' || language === 'de' ? language : 'other languages')),
    ...partsOf(({ file }) => file),
  ];
};
