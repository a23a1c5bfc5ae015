import { brandOfCase } from '../../cases/brand.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Person } from '../../domain/person.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import {
  type CaseAlertLog,
  listSent,
  listUnsent,
  readAlertsOfCase,
  type SentMessage,
  type UnsentAlert,
} from '../../notify/sent/sent.store.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import { timezoneOfBrand } from '../cases/brand-time.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { brandOfReader, keepToBrand, readerWhoMay } from '../permission.ts';
import { alertsView, messagesView, messageView, unsentView } from './alert-views.ts';
import { namedBy, oneMessage } from './named.ts';
import { sayAlert } from './texts.ts';

export interface ListOptions extends ActingOptions {
  readonly brand?: string;
  readonly channel?: string;
  readonly state?: SentMessage['state'];
  readonly unsent?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

export interface ShowOptions extends ActingOptions {
  readonly json?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const named = brandOfReader(person, options.brand);
  const { limit, language } = options;
  const read = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandAskedFor(tx, app, named);
      if (options.unsent === true) return { unsent: await listUnsent(tx, { brand, limit }) };
      const ask = { brand, limit, channel: options.channel ?? null, state: options.state ?? null };
      return { sent: await listSent(tx, ask) };
    }),
  );
  const seen = { language, timezone: timezoneOfBrand(app, named ?? ''), now: app.clock.now() };
  if (options.json === true) {
    const rows = 'unsent' in read ? read.unsent.map(unsentJson) : read.sent.map(messageJson);
    return app.io.out(jsonText(rows)) as undefined;
  }
  app.io.out(`${'unsent' in read ? unsentView(read.unsent, seen) : messagesView(read.sent, seen)}\n`);
};

export const runShow = async (app: App, id: string, options: ShowOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const { language } = options;
  const named = namedBy(id, language);
  const read = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) =>
      named.kind === 'case'
        ? { alerts: await readAlertsOfCase(tx, named.caseId) }
        : { message: await seenMessage(tx, named.beginning, { person, language }) },
    ),
  );
  const seen = { language, now: app.clock.now(), timezone: timezoneOfBrand(app, '') };
  if ('message' in read)
    return app.io.out(
      options.json === true ? jsonText(messageJson(read.message)) : `${messageView(read.message, seen)}\n`,
    ) as undefined;
  const [first] = read.alerts;
  if (first === undefined)
    throw new UserError(
      sayAlert(language, 'noneOfCase', { id: named.kind === 'case' ? caseName(named.caseId) : id }),
    );
  if (first.brand !== null) keepToBrand(person, first.brand);
  const local = { ...seen, timezone: timezoneOfBrand(app, first.brand ?? '') };
  app.io.out(
    options.json === true ? jsonText(read.alerts.map(caseAlertJson)) : `${alertsView(read.alerts, local)}\n`,
  );
};

/** Throws a UserError where it tells of a case of a brand for which somebody does not work. */
const seenMessage = async (
  tx: Transaction,
  beginning: string,
  { person, language }: { readonly person: Person | null; readonly language: CatalogueLanguage },
): Promise<SentMessage> => {
  const message = await oneMessage(tx, beginning, language);
  for (const caseId of message.cases) keepToBrand(person, (await brandOfCase(tx, caseId)) ?? '');
  return message;
};

const messageJson = ({ cases, ...message }: SentMessage) => ({
  ...message,
  cases: cases.map((caseId) => caseName(caseId)),
});

const unsentJson = ({ caseId, ...alert }: UnsentAlert) => ({
  ...alert,
  case: caseId === null ? null : caseName(caseId),
});

const caseAlertJson = ({ caseId, ...alert }: CaseAlertLog) => ({
  ...alert,
  case: caseId === null ? null : caseName(caseId),
});
