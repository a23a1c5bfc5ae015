import { brandOfCase } from '../../cases/brand.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Person } from '../../domain/person.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { acknowledge } from '../../notify/sent/ack.store.ts';
import { resend } from '../../notify/sent/sent.store.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import { momentUntil, timezoneOfBrand, zonedText } from '../cases/brand-time.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { keepToBrand, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import type { Until } from '../until.ts';
import { namedBy, oneMessage } from './named.ts';
import { sayAlert } from './texts.ts';

export interface AckOptions extends ActingOptions {
  readonly until: Until;
  readonly json?: boolean;
}

export interface ResendOptions extends ActingOptions {
  readonly json?: boolean;
}

export const runAck = async (app: App, id: string, options: AckOptions): Promise<undefined> => {
  const { language } = options;
  const { name: actor, person } = whoMay(app, options.as, 'work_cases');
  const now = app.clock.now();
  const { waiting, timezone, until } = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const caseIds = await casesOf(tx, id, language);
      const brand = await brandOf(tx, caseIds, { person, language });
      for (const caseId of caseIds) await refuseKept(tx, app, caseId, { actor, language });
      const timezone = timezoneOfBrand(app, brand);
      const until = endOf(options, { now, timezone });
      return { waiting: await acknowledge(tx, { caseIds, actor, now, until }), timezone, until };
    }),
  );
  if (waiting.length === 0) throw new UserError(sayAlert(language, 'nothingWaits', { id }));
  const cases = waiting.map((caseId) => caseName(caseId));
  app.io.out(
    options.json === true
      ? jsonText({ cases, actor, at: now, until })
      : `${sayAlert(language, 'acked', { cases: cases.join(', '), until: zonedText(until, timezone) })}\n`,
  );
};

const longestMs = 86_400_000;

const endOf = (
  { until, language }: AckOptions,
  { now, timezone }: { readonly now: Date; readonly timezone: string },
): Date => {
  const end = momentUntil(until, { now, timezone });
  const aheadMs = end.getTime() - now.getTime();
  if (aheadMs <= 0) throw new UserError(sayAlert(language, 'past', { until: zonedText(end, timezone) }));
  if (aheadMs > longestMs) throw new UserError(sayAlert(language, 'long'));
  return end;
};

const casesOf = async (
  tx: Transaction,
  id: string,
  language: CatalogueLanguage,
): Promise<readonly string[]> => {
  const named = namedBy(id, language);
  return named.kind === 'case' ? [named.caseId] : (await oneMessage(tx, named.beginning, language)).cases;
};

/** Of the first case; each has to be one that the person sees. */
const brandOf = async (
  tx: Transaction,
  caseIds: readonly string[],
  { person, language }: { readonly person: Person | null; readonly language: CatalogueLanguage },
): Promise<string> => {
  const brands: string[] = [];
  for (const caseId of caseIds) {
    const brand = await brandOfCase(tx, caseId);
    if (brand === null) throw new UserError(sayAlert(language, 'unknownCase', { id: caseName(caseId) }));
    keepToBrand(person, brand);
    brands.push(brand);
  }
  return brands[0] ?? '';
};

export const runResend = async (app: App, id: string, options: ResendOptions): Promise<undefined> => {
  const { language } = options;
  const { name: actor, person } = whoMay(app, options.as, 'silence_alerts');
  const now = app.clock.now();
  const named = namedBy(id, language);
  if (named.kind === 'case') throw new UserError(sayAlert(language, 'name'));
  const { message, count } = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const found = await oneMessage(tx, named.beginning, language);
      await brandOf(tx, found.cases, { person, language });
      if (found.kind !== 'alerts' && found.kind !== 'catch_up')
        throw new UserError(sayAlert(language, 'noAlerts', { id: found.id }));
      if (found.state === 'pending') throw new UserError(sayAlert(language, 'onItsWay', { id: found.id }));
      return { message: found, count: await resend(tx, found, now) };
    }),
  );
  if (count === 0) throw new UserError(sayAlert(language, 'nothingLeft', { id: message.id }));
  const { channel } = message;
  app.io.out(
    options.json === true
      ? jsonText({ id: message.id, channel, alerts: count, actor, at: now })
      : `${sayAlert(language, 'resent', { id: message.id, count, channel })}\n`,
  );
};
