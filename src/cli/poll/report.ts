import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { fitText } from '../render/text-width.ts';
import type { Polled } from './ask-service.ts';
import { sayPoll } from './texts.ts';
import type { Tried } from './try-source.ts';

export const polledText = (polled: Polled, language: CatalogueLanguage, patienceMs: number): string => {
  const { source, read, kept, error } = polled;
  if (error !== null) return sayPoll(language, 'failed', { source, reason: error });
  if (!polled.isDone) return sayPoll(language, 'slow', { source, seconds: patienceMs / 1_000 });
  return sayPoll(language, 'done', { source, read, kept });
};

const shownMentions = 10;

/** What would come in: the first posts of each source, one line each. */
export const dryRunText = (
  tried: readonly Tried[],
  { language, width, paid }: { language: CatalogueLanguage; width: number; paid: ReadonlySet<string> },
): string =>
  tried
    .flatMap(({ source, read, kept, isLast, mentions }) => [
      sayPoll(language, 'dryRun', { source, read, kept }),
      ...mentions
        .slice(0, shownMentions)
        .map(({ brand, post }) => fitText(`  ${brand}: ${post.text}`, width)),
      ...(isLast ? [] : [sayPoll(language, 'more')]),
      ...(paid.has(source) ? [sayPoll(language, 'paid', { source })] : []),
    ])
    .join('\n');
