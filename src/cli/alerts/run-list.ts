import { brandOfCase } from '../../cases/brand.store.ts';
import { readUntold } from '../../cases/lease/told.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Person } from '../../domain/person.ts';
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
import { brandOfReader, caseReaderOf, keepToBrand, readerWhoMay } from '../permission.ts';
import { onlyTold, refuseUntold, type Telling } from '../refuse-untold.ts';
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
      if (options.unsent === true) {
        const all = await listUnsent(tx, { brand, limit });
        return { unsent: await onlyTold(tx, app, all, { person, caseOf: ({ caseId }) => caseId }) };
      }
      const ask = { brand, limit, channel: options.channel ?? null, state: options.state ?? null };
      return { sent: await onlyToldMessages(tx, app, await listSent(tx, ask), person) };
    }),
  );
  const seen = { language, timezone: timezoneOfBrand(app, named ?? ''), now: app.clock.now() };
  if (options.json === true) {
    const rows = 'unsent' in read ? read.unsent.map(unsentJson) : read.sent.map(messageJson);
    return app.io.out(jsonText(rows)) as undefined;
  }
  if (app.isDemo && 'sent' in read && read.sent.length === 0)
    return app.io.out(`${sayAlert(language, 'noneInDemo')}\n`) as undefined;
  app.io.out(`${'unsent' in read ? unsentView(read.unsent, seen) : messagesView(read.sent, seen)}\n`);
};

export const runShow = async (app: App, id: string, options: ShowOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const { language } = options;
  const named = namedBy(id, language);
  const telling = { person, language };
  const read = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      if (named.kind === 'message') return { message: await seenMessage(tx, app, named.beginning, telling) };
      await refuseUntold(tx, app, named.caseId, telling);
      return { alerts: await readAlertsOfCase(tx, named.caseId) };
    }),
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
  app: App,
  beginning: string,
  { person, language }: Telling,
): Promise<SentMessage> => {
  const message = await oneMessage(tx, beginning, language);
  for (const caseId of message.cases) keepToBrand(person, (await brandOfCase(tx, caseId)) ?? '');
  const [told] = await onlyToldMessages(tx, app, [message], person);
  if (told === undefined) throw new UserError(sayAlert(language, 'unknown', { id: beginning }));
  return told;
};

/** Without the cases of which somebody is not told; what tells of no other is left out. */
const onlyToldMessages = async (
  tx: Transaction,
  app: App,
  messages: readonly SentMessage[],
  person: Person | null,
): Promise<readonly SentMessage[]> => {
  const untold = await readUntold(
    tx,
    messages.flatMap(({ cases }) => cases),
    caseReaderOf(app, person),
  );
  return messages.flatMap((message) => {
    const cases = message.cases.filter((caseId) => !untold.has(caseId));
    return cases.length === 0 && message.cases.length > 0 ? [] : [{ ...message, cases }];
  });
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
