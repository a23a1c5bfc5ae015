import { caseName } from '../../domain/case-id.ts';
import type { SinkSettings } from '../../domain/sink.ts';
import { UserError } from '../../lib/user-error.ts';
import { sayDelivery } from '../../notify/say-delivery.ts';
import { listTickets, type TicketLine } from '../../notify/sinks/list.store.ts';
import { retryTasks } from '../../notify/sinks/retry.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, type SpokenOptions } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { columns } from '../render/columns.ts';
import { relativeTime } from '../render/relative-time.ts';
import { printable, wrapText } from '../render/text-width.ts';
import { saySinks } from './texts.ts';

export interface ListOptions extends ActingOptions {
  readonly failed?: boolean;
  readonly notRecalled?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

export interface RetryOptions extends ActingOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

export const runList = async (
  app: App,
  sink: string | undefined,
  options: ListOptions,
): Promise<undefined> => {
  // What a helpdesk keeps that should be gone is for whoever erases.
  readerWhoMay(app, options.as, options.notRecalled === true ? 'erase' : 'run_service');
  if (sink !== undefined) settingsOf(app, sink);
  const only = options.notRecalled === true ? 'not_recalled' : options.failed === true ? 'failed' : 'all';
  const lines = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => listTickets(tx, { sink: sink ?? null, only, limit: options.limit })),
  );
  if (options.json === true) return app.io.out(jsonText(lines.map(toJson))) as undefined;
  const { language } = options;
  if (lines.length === 0) return app.io.out(`${saySinks(language, `none.${only}`)}\n`) as undefined;
  const now = app.clock.now();
  const rows = lines.map((line) => [
    caseName(line.caseId),
    line.sink,
    line.ticket ?? saySinks(language, 'notThere'),
    printable(line.remoteStatus ?? ''),
    relativeTime(line.createdAt, now, language),
  ]);
  const shown = columns(rows)
    .split('\n')
    .flatMap((row, index) => [row, ...troubleBelow(lines[index], options, app.io.width)]);
  app.io.out(`${saySinks(language, 'title')}\n${shown.join('\n')}\n`);
};

const troubleBelow = (
  line: TicketLine | undefined,
  options: SpokenOptions,
  width: number,
): readonly string[] => {
  const trouble = line === undefined ? '' : troubleOf(line, options);
  return trouble === '' ? [] : [wrapText(trouble, width, '      ')];
};

const troubleOf = (
  { waiting, failed, notRecalled, reason }: TicketLine,
  { language }: SpokenOptions,
): string => {
  const said = [
    ...(waiting > 0 ? [saySinks(language, 'waiting', { count: waiting })] : []),
    ...(failed > 0 ? [saySinks(language, 'failed', { count: failed })] : []),
    ...(notRecalled > 0 ? [saySinks(language, 'notRecalled', { count: notRecalled })] : []),
  ].join(', ');
  return reason === null || said === '' ? said : `${said}: ${sayDelivery(reason, language)}`;
};

const toJson = ({ caseId, createdAt, ...line }: TicketLine) => ({
  case: caseName(caseId),
  ...line,
  createdAt: createdAt.toISOString(),
});

export const runRetry = async (
  app: App,
  { sink, caseId }: { readonly sink: string; readonly caseId: string | undefined },
  options: RetryOptions,
): Promise<undefined> => {
  readerWhoMay(app, options.as, 'run_service');
  const settings = settingsOf(app, sink);
  if ((caseId === undefined) === (options.all !== true)) throw new UserError('name one case, or write --all');
  const now = app.clock.now();
  const retried = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => retryTasks(tx, settings, { caseId: caseId ?? null, now })),
  );
  app.io.out(
    options.json === true
      ? `${JSON.stringify({ retried })}\n`
      : `${saySinks(options.language, retried === 0 ? 'nothing' : 'retried', { count: retried })}\n`,
  );
};

const settingsOf = (app: App, name: string): SinkSettings => {
  const { sinks } = app.config().config;
  const found = sinks.find((sink) => sink.name === name);
  if (found !== undefined) return found;
  if (sinks.length === 0)
    throw new UserError(`"${name}" is no helpdesk: evenhand.yaml names none under sinks`);
  throw new UserError(`"${name}" is no helpdesk; there are ${sinks.map((sink) => sink.name).join(', ')}`);
};
