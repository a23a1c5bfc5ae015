import type { Example, Sentiment } from '../corpus/example.ts';
import { expand, type Words } from './expand.ts';
import { frames as germanFrames, words as germanWords } from './lessons-de.ts';
import { frames as englishFrames } from './lessons-en.ts';
import { words as englishWords } from './lessons-en-words.ts';

/** A frame, its tone, and how many sentences of it there are beside others (1 unless told). */
export type Frame = readonly [frame: string, tone: Sentiment, share?: number];

const perFrame = { en: 90, de: 70 } as const;

/** Sentences that teach how a sentence turns the tone of its words: the same on every machine. */
export const behaviourLessons = (): readonly Example[] => [
  ...lessonsOf('en', englishFrames, englishWords),
  ...lessonsOf('de', germanFrames, germanWords),
];

const lessonsOf = (language: 'de' | 'en', frames: readonly Frame[], words: Words): readonly Example[] =>
  frames.flatMap(([frame, sentiment, share = 1], nth) =>
    expand(frame, words, Math.round(perFrame[language] * share), nth + 1).map(
      (text): Example => ({ set: 'behaviour', text, language, sentiment }),
    ),
  );
