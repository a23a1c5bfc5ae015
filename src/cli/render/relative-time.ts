import type { Target } from '../../domain/brand.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { durationText, leftText } from '../../lib/duration-text.ts';
import { sayRender } from './render-texts.ts';

/** "in 3 h", "12 min ago"; within a second of `now`: "now". */
export const relativeTime = (at: Date, now: Date, language: CatalogueLanguage): string => {
  const aheadMs = at.getTime() - now.getTime();
  if (Math.abs(aheadMs) < 1_000) return sayRender(language, 'time.now');
  return aheadMs > 0
    ? sayRender(language, 'time.in', { time: leftText(aheadMs, language) })
    : sayRender(language, 'time.ago', { time: durationText(-aheadMs, language) });
};

/** "due in 3 h", "late by 20 min", or that no answer is due. */
export const dueTime = (dueAt: Date | null, now: Date, language: CatalogueLanguage): string => {
  if (dueAt === null) return sayRender(language, 'due.none');
  const leftMs = dueAt.getTime() - now.getTime();
  return leftMs < 0
    ? sayRender(language, 'due.late', { time: durationText(-leftMs, language) })
    : sayRender(language, 'due.in', { time: leftText(leftMs, language) });
};

/** "4 h by the clock", "3 business days": how long a promise gives. */
export const targetText = (target: Target, language: CatalogueLanguage): string =>
  target.kind === 'wall'
    ? sayRender(language, 'target.wall', { time: durationText(target.ms, language) })
    : sayRender(language, 'target.days', { count: target.days });
