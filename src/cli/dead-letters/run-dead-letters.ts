import {
  type DeadLetter,
  discardDeadLetter,
  listDeadLetters,
  openDeadLetter,
  readWaitingIds,
  retryDeadLetter,
} from '../../ingest/dead-letter.store.ts';
import { readServices } from '../../ingest/service.store.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Database } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import type { ActingOptions } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { columns } from '../render/columns.ts';
import { relativeTime } from '../render/relative-time.ts';
import { fitText, printable, wrapText } from '../render/text-width.ts';
import { sayDeadLetter } from './texts.ts';

export interface RetryOptions extends ActingOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

export interface DiscardOptions extends ActingOptions {
  readonly reason: string;
  readonly json?: boolean;
}

export interface ListOptions extends ActingOptions {
  readonly show?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

interface Place {
  readonly app: App;
  readonly db: Database;
}

export const runList = (app: App, options: ListOptions): Promise<undefined> =>
  withRecord(app, options, (place) => list(options, place));

export const runRetry = (app: App, id: string | undefined, options: RetryOptions): Promise<undefined> =>
  withRecord(app, options, (place) => retry(id, options, place));

export const runDiscard = (app: App, id: string, options: DiscardOptions): Promise<undefined> =>
  withRecord(app, options, (place) => discard(id, options, place));

const withRecord = async (
  app: App,
  { as }: ActingOptions,
  work: (place: Place) => Promise<undefined>,
): Promise<undefined> => {
  readerWhoMay(app, as, 'run_service');
  return app.withDatabase((db) => work({ app, db }));
};

const list = async (options: ListOptions, { app, db }: Place): Promise<undefined> => {
  const letters = await db.transaction('desk', (tx) => listDeadLetters(tx, options.limit));
  const isShown = options.show === true;
  if (options.json === true) {
    app.io.out(
      `${JSON.stringify(
        letters.map((letter) => toJson(letter, isShown)),
        null,
        2,
      )}\n`,
    );
    return;
  }
  const { language } = options;
  if (letters.length === 0) {
    app.io.out(`${sayDeadLetter(language, 'none')}\n`);
    return;
  }
  const now = app.clock.now();
  const rows = letters.map((letter) => [
    letter.id,
    letter.source,
    relativeTime(letter.at, now, language),
    sayDeadLetter(language, 'attempts', { count: letter.attempts }),
    fitText(letter.error, Math.max(20, app.io.width - 50)),
  ]);
  const lines = columns(rows).split('\n');
  const shown = lines.flatMap((line, index) => [
    line,
    ...(isShown ? wordsOf(letters[index], app.io.width) : []),
  ]);
  app.io.out(
    `${sayDeadLetter(language, 'title')}\n${shown.join('\n')}\n\n${sayDeadLetter(language, 'next')}\n`,
  );
};

const wordsOf = (letter: DeadLetter | undefined, width: number): string[] =>
  letter === undefined ? [] : textsOf(letter).map((text) => wrapText(printable(text), width, '      '));

const textsOf = (letter: DeadLetter): string[] =>
  (openDeadLetter(letter)?.mentions ?? []).map(({ post }) => post.text);

const toJson = (letter: DeadLetter, isShown: boolean) => ({
  id: letter.id,
  at: letter.at.toISOString(),
  stage: letter.stage,
  source: letter.source,
  events: letter.events,
  attempts: letter.attempts,
  error: letter.error,
  traceId: letter.traceId,
  ...(isShown ? { texts: textsOf(letter) } : {}),
});

const retry = async (
  id: string | undefined,
  options: RetryOptions,
  { app, db }: Place,
): Promise<undefined> => {
  if ((id === undefined) === (options.all !== true))
    throw new UserError('name one id of "evenhand dead-letters list", or write --all');
  const now = app.clock.now();
  const ids = id === undefined ? await db.transaction('desk', (tx) => readWaitingIds(tx)) : [numberOf(id)];
  let retried = 0;
  // One transaction each: a thousand rows at once would stand in everybody's way.
  for (const one of ids) {
    const outcome = await db.transaction('desk', (tx) => retryDeadLetter(tx, one, now));
    if (outcome === 'retried') retried += 1;
    else if (id !== undefined) throw refusal(one, outcome);
  }
  const services = await db.transaction('desk', (tx) => readServices(tx, now));
  const isRunning = services.some(({ stages }) => stages.includes('triage'));
  if (options.json === true) {
    app.io.out(`${JSON.stringify({ retried, isServiceRunning: isRunning })}\n`);
    return;
  }
  const { language } = options;
  if (ids.length === 0) {
    app.io.out(`${sayDeadLetter(language, 'nothingWaits')}\n`);
    return;
  }
  const after = retried === 0 ? '' : `\n${sayDeadLetter(language, isRunning ? 'willRun' : 'notRunning')}`;
  app.io.out(`${sayDeadLetter(language, 'retried', { count: retried })}${after}\n`);
};

const discard = async (written: string, options: DiscardOptions, { app, db }: Place): Promise<undefined> => {
  const id = numberOf(written);
  if (options.reason.trim() === '') throw new UserError('--reason is empty: say why it is given up');
  const outcome = await db.transaction('desk', (tx) => discardDeadLetter(tx, id, options.reason.trim()));
  if (outcome !== 'discarded') throw refusal(id, outcome);
  app.io.out(
    options.json === true
      ? `${JSON.stringify({ discarded: id })}\n`
      : `${sayDeadLetter(options.language, 'discarded', { id })}\n`,
  );
};

const numberOf = (written: string): string => {
  if (!/^\d{1,18}$/.test(written))
    throw new UserError(`"${written}" is no id: "evenhand dead-letters list" shows the numbers`);
  return String(BigInt(written));
};

const refusal = (id: string, outcome: 'not_found' | 'not_waiting' | 'empty'): UserError => {
  const why = {
    not_found: 'does not exist: "evenhand dead-letters list" shows those that wait',
    not_waiting: 'was retried or given up already: there is nothing left to do',
    empty: 'holds nothing any more: its words were erased, so discard it',
  }[outcome];
  return new UserError(`number ${id} ${why}`);
};
