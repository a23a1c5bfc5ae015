import { type AbstainReason, decidedLanguages, type Language } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';

/** Why a text is not read at all; null: it is. */
export const whyAbstain = (reading: Reading, language: Language, hasImage: boolean): AbstainReason | null => {
  if (saysNothing(reading)) return hasImage ? 'image_only' : hasEmoji(reading) ? 'unsure' : 'no_text';
  if (hasImage && reading.words <= 4 && reading.hits.image.length > 0 && reading.hits.failure.length === 0)
    return 'image_only';
  return decidedLanguages.includes(language) ? null : 'language';
};

/** Neither a word nor a sign such as "+1". */
export const saysNothing = (reading: Reading): boolean =>
  reading.words === 0 && reading.hits.same.length === 0;

const hasEmoji = ({ terms }: Reading): boolean => terms.some(({ kind }) => kind === 'emoji');
