import type { Target } from '../../domain/brand.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { sayRender } from './render-texts.ts';

/** "in 3 h", "12 min ago"; within a second of `now`: "now". */
export const relativeTime = (at: Date, now: Date, language: CatalogueLanguage): string => {
  const aheadMs = at.getTime() - now.getTime();
  if (Math.abs(aheadMs) < 1_000) return sayRender(language, 'time.now');
  const time = durationText(Math.abs(aheadMs), language);
  return sayRender(language, aheadMs > 0 ? 'time.in' : 'time.ago', { time });
};

/** "due in 3 h", "late by 20 min", or that no answer is due. */
export const dueTime = (dueAt: Date | null, now: Date, language: CatalogueLanguage): string => {
  if (dueAt === null) return sayRender(language, 'due.none');
  const leftMs = dueAt.getTime() - now.getTime();
  const time = durationText(Math.abs(leftMs), language);
  return sayRender(language, leftMs < 0 ? 'due.late' : 'due.in', { time });
};

/** "4 h by the clock", "3 business days": how long a promise gives. */
export const targetText = (target: Target, language: CatalogueLanguage): string =>
  target.kind === 'wall'
    ? sayRender(language, 'target.wall', { time: durationText(target.ms, language) })
    : sayRender(language, 'target.days', { count: target.days });
