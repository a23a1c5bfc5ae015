import type { SourceQuota } from '../../domain/source-quota.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import { fitText } from '../render/text-width.ts';
import type { Polled } from './ask-service.ts';
import { sayPoll } from './texts.ts';
import type { Tried } from './try-source.ts';

export const polledText = (polled: Polled, language: CatalogueLanguage, patienceMs: number): string => {
  const { source, read, kept, error, gap, quota } = polled;
  if (error !== null) return sayPoll(language, 'failed', { source, reason: sentenceIn(error, language) });
  if (!polled.isDone) return sayPoll(language, 'slow', { source, seconds: patienceMs / 1_000 });
  const done = sayPoll(language, 'done', { source, read, kept });
  return [
    done,
    ...(gap === null ? [] : [sayPoll(language, 'gap', { source, reason: sentenceIn(gap, language) })]),
    ...quotaLines(source, quota, language),
  ].join('\n');
};

const quotaLines = (source: string, quota: SourceQuota | null, language: CatalogueLanguage): string[] =>
  quota === null ? [] : [sayPoll(language, quota.unit, { source, used: quota.used, limit: quota.limit })];

const shownMentions = 10;

/** What would come in: the first posts of each source, one line each. */
export const dryRunText = (
  tried: readonly Tried[],
  { language, width, booked }: { language: CatalogueLanguage; width: number; booked: ReadonlySet<string> },
): string =>
  tried
    .flatMap(({ source, read, kept, deletions, rejected, isLast, gap, quota, mentions }) => [
      sayPoll(language, 'dryRun', { source, read, kept }),
      ...mentions
        .slice(0, shownMentions)
        .map(({ brand, post }) => `  ${fitText(`${brand}: ${post.text}`, width - 2)}`),
      ...(mentions.length <= shownMentions
        ? []
        : [`  ${sayPoll(language, 'moreKept', { count: mentions.length - shownMentions })}`]),
      ...(deletions === 0 ? [] : [`  ${sayPoll(language, 'deletions', { count: deletions })}`]),
      ...rejected
        .slice(0, shownMentions)
        .map(({ at, reason }) => `  ${fitText(`${at}: ${sentenceIn(reason, language)}`, width - 2)}`),
      ...(gap === null ? [] : [sayPoll(language, 'gap', { source, reason: sentenceIn(gap, language) })]),
      ...(isLast ? [] : [sayPoll(language, 'more')]),
      ...quotaLines(source, quota, language),
      ...(booked.has(source) ? [sayPoll(language, 'booked', { source })] : []),
    ])
    .join('\n');
