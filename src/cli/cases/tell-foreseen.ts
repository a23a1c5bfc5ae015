import { readOutlook } from '../../cases/life/foresee.store.ts';
import type { Outlook } from '../../cases/life/foresee.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { App } from '../app.ts';
import { sayDesk } from './desk-texts.ts';

/** A remark beside what was asked for, for people alone: scripts read it at each case. */
export const tellForeseen = async (
  app: App,
  brands: readonly string[],
  language: CatalogueLanguage,
): Promise<void> => {
  for (const [brand, outlook] of await readOutlooks(app, brands))
    if (outlook.kind === 'known' && outlook.late.length > 0) {
      const values = { answers: outlook.pace.answers, hours: outlook.pace.windowMs / 3_600_000 };
      app.io.err(`${sayDesk(language, 'foreseen', { brand, count: outlook.late.length, ...values })}\n`);
    }
};

interface Foreseeable {
  readonly id: string;
  readonly brand: string;
  readonly dueAt: Date | null;
}

/** Whether a case will be late at the pace of its brand; null: there is no pace to tell by. */
export const readForeseen = async (
  app: App,
  cases: readonly Foreseeable[],
): Promise<(one: Foreseeable) => boolean | null> => {
  const waiting = cases.filter(({ dueAt }) => dueAt !== null);
  const outlooks = await readOutlooks(
    app,
    waiting.map(({ brand }) => brand),
  );
  return ({ id, brand, dueAt }) => {
    if (dueAt === null) return false;
    const outlook = outlooks.get(brand);
    return outlook?.kind === 'known' ? outlook.late.includes(id) : null;
  };
};

const readOutlooks = async (app: App, brands: readonly string[]): Promise<ReadonlyMap<string, Outlook>> => {
  const asked = [...new Set(brands)].sort();
  if (asked.length === 0) return new Map();
  const now = app.clock.now();
  return app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const found = new Map<string, Outlook>();
      for (const brand of asked) found.set(brand, await readOutlook(tx, brand, now));
      return found;
    }),
  );
};
