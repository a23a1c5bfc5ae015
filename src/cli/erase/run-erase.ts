import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { labelName } from '../../cases/label.ts';
import { caseName } from '../../domain/case-id.ts';
import { countStored, type ErasureTarget } from '../../ingest/erase.store.ts';
import { readSourceNames } from '../../ingest/source-names.store.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Database } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, type SpokenOptions } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { applyLedger } from './apply-ledger.ts';
import { type Erased, erasePosts } from './erase-posts.ts';
import { findDeadLetters } from './find-dead-letters.ts';
import { appendLedger, type LedgerLine, ledgerOf, readLedger } from './ledger.ts';
import { sayErase } from './texts.ts';

export interface EraseOptions extends ActingOptions {
  readonly author?: string;
  readonly post?: string;
  readonly ledger?: string;
  readonly again?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export const runErase = async (app: App, options: EraseOptions): Promise<undefined> => {
  const targets = [...targetsOf(options)];
  const [target] = targets;
  const ledgers = [options.ledger !== undefined, options.again === true].filter(Boolean);
  if (targets.length + ledgers.length !== 1)
    throw new UserError(
      'name one thing to erase: --author SOURCE/AUTHOR, --post SOURCE/ID, --again or --ledger FILE',
    );
  const person = readerWhoMay(app, options.as, 'erase');
  if (target === undefined) return eraseByLedger(app, options);
  return app.withDatabase(async (db): Promise<undefined> => {
    await refuseUnknownSource(db, target);
    if (options.yes !== true) await confirm(app, db, { target, language: options.language });
    report(app, await eraseTarget(app, db, { target, doneBy: person?.name ?? null }), options);
  });
};

function* targetsOf({ author, post }: EraseOptions): Generator<ErasureTarget> {
  if (author !== undefined) {
    const [source, id] = parts(author, '--author', 'x/12345678');
    yield { kind: 'author', source, author: id };
  }
  if (post !== undefined) {
    const [source, nativeId] = parts(post, '--post', 'x/1790000000000000001');
    yield { kind: 'post', source, nativeId };
  }
}

/** Names of sources hold no slash; ids of feeds are addresses and hold many. */
const parts = (written: string, option: string, example: string): readonly [string, string] => {
  const cut = written.indexOf('/');
  if (cut < 1 || cut === written.length - 1)
    throw new UserError(`${option} ${written} names no source and id: write it as ${option} ${example}`);
  return [written.slice(0, cut), written.slice(cut + 1)];
};

/** A slip of the pen must not pass for an erasure that found nothing. */
const refuseUnknownSource = async (db: Database, { kind, source }: ErasureTarget): Promise<void> => {
  const known = await db.transaction('desk', (tx) => readSourceNames(tx));
  if (known.includes(source)) return;
  const there = known.length === 0 ? 'there is none yet' : `known are: ${known.join(', ')}`;
  throw new UserError(`--${kind} ${source}/…: nothing was ever read from a source "${source}"; ${there}`);
};

const confirm = async (
  app: App,
  db: Database,
  { target, language }: SpokenOptions & { readonly target: ErasureTarget },
): Promise<void> => {
  const { io } = app;
  if (io.stdin.isTTY !== true)
    throw new UserError('erasing cannot be undone and nobody is there to be asked: add --yes');
  const stored = await db.transaction('desk', (tx) => countStored(tx, target));
  const cases = sayErase(language, 'inCases', { count: stored.cases.length });
  const values = { count: stored.mentions, cases, what: nameOf(target) };
  const lines = createInterface({ input: io.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${sayErase(language, 'ask', values)} `);
    if (!/^(?:y|yes|j|ja)$/i.test(answer.trim())) throw new UserError('nothing was erased');
  } finally {
    lines.close();
  }
};

const nameOf = (target: ErasureTarget): string =>
  `${target.source}/${target.kind === 'author' ? target.author : target.nativeId}`;

const eraseTarget = async (
  app: App,
  db: Database,
  { target, doneBy }: { readonly target: ErasureTarget; readonly doneBy: string | null },
): Promise<Erased> => {
  const isMeant = (post: { source: string; nativeId: string; author: string | null }): boolean =>
    post.source === target.source &&
    (target.kind === 'post' ? post.nativeId === target.nativeId : post.author === target.author);
  const deadLetters = await findDeadLetters(db, isMeant);
  const now = app.clock.now();
  return erasePosts(
    db,
    {
      source: target.source,
      targets: [{ target, at: now }],
      nativeIds: target.kind === 'post' ? [target.nativeId] : [],
      authors: target.kind === 'author' ? [target.author] : [],
      deadLetters,
    },
    { now, doneBy, keep: (lines) => appendLedger(ledgerOf(app), lines) },
  );
};

/** It asks nobody: what it erases was asked for before. */
const eraseByLedger = (app: App, options: EraseOptions): Promise<undefined> => {
  const file = options.again === true ? ledgerOf(app) : resolve(app.env.cwd, options.ledger ?? '');
  const lines = readLedger(file, { mayBeMissing: false });
  return app.withDatabase(async (db): Promise<undefined> => {
    const erased = await applyLedger(db, lines, {
      now: app.clock.now(),
      doneBy: null,
      keep: () => undefined,
      file,
    });
    if (file !== ledgerOf(app)) keepMissing(ledgerOf(app), lines);
    report(app, erased, options);
  });
};

/** A ledger that was kept elsewhere goes on in this data folder. */
const keepMissing = (path: string, lines: readonly LedgerLine[]): void => {
  const idOf = (line: LedgerLine): string => `${line.kind} ${line.key} ${line.at}`;
  const known = new Set(readLedger(path, { mayBeMissing: true }).map(idOf));
  appendLedger(
    path,
    lines.filter((line) => !known.has(idOf(line))),
  );
};

const report = (app: App, erased: Erased, { json, ledger, again, language }: EraseOptions): void => {
  if (json === true) {
    app.io.out(
      jsonText({ ...erased, cases: erased.cases.map(caseName), labels: erased.labels.map(labelName) }),
    );
    return;
  }
  const say = (key: Parameters<typeof sayErase>[1], values: Record<string, string | number> = {}): string =>
    sayErase(language, key, values);
  const isAnything = erased.mentions + erased.deadLetters + erased.samples > 0;
  const cases = erased.cases.map(caseName).join(', ');
  const labels = erased.labels.map(labelName).join(', ');
  app.io.out(
    `${[
      isAnything
        ? say('erased', { count: erased.mentions, samples: say('samples', { count: erased.samples }) })
        : say('nothing'),
      ...(cases === '' ? [] : [say('cases', { cases })]),
      ...(labels === '' ? [] : [say('labels', { labels })]),
      ...(erased.statements.length === 0
        ? []
        : [say('statements', { statements: erased.statements.join(', ') })]),
      ...(erased.deadLetters === 0 ? [] : [say('deadLetters', { count: erased.deadLetters })]),
      ...(erased.renewed === 0 ? [] : [say('renewed', { count: erased.renewed })]),
      ...(ledger === undefined && again !== true ? [say('later')] : []),
      ...notRecalledLines(erased, say),
    ].join('\n')}\n`,
  );
};

const notRecalledLines = (
  { notRecalled, cases }: Erased,
  say: (key: Parameters<typeof sayErase>[1], values?: Record<string, string | number>) => string,
): string[] => {
  if (cases.length === 0) return [];
  if (notRecalled.length === 0) return [say('nothingSent'), say('digests')];
  return [
    say('notRecalled'),
    ...notRecalled.map(({ channel, id, at, certainty }) =>
      certainty === 'delivered'
        ? `  ${channel}  ${at ?? ''}  ${id}`
        : `  ${channel}  ${say(certainty)}  ${id}`,
    ),
    say('digests'),
  ];
};
