import { readOutlook } from '../../cases/life/foresee.store.ts';
import type { Outlook } from '../../cases/life/foresee.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { App } from '../app.ts';
import { sayDesk } from './desk-texts.ts';

/** A remark beside what was asked for, for people alone: scripts read the deadlines. */
export const tellForeseen = async (
  app: App,
  brands: readonly string[],
  language: CatalogueLanguage,
): Promise<void> => {
  const asked = [...new Set(brands)].sort();
  if (asked.length === 0) return;
  const now = app.clock.now();
  const outlooks = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const found: (readonly [string, Outlook])[] = [];
      for (const brand of asked) found.push([brand, await readOutlook(tx, brand, now)]);
      return found;
    }),
  );
  for (const [brand, outlook] of outlooks)
    if (outlook.kind === 'known' && outlook.late > 0) {
      const values = { answers: outlook.pace.answers, hours: outlook.pace.windowMs / 3_600_000 };
      app.io.err(`${sayDesk(language, 'foreseen', { brand, count: outlook.late, ...values })}\n`);
    }
};
