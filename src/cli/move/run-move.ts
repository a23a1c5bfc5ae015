import { SingleBar } from 'cli-progress';
import { parseUrl } from '../../lib/parse-url.ts';
import { UserError } from '../../lib/user-error.ts';
import { type Database, openDatabase } from '../../postgres/database.ts';
import { isReady } from '../../postgres/embedded/prepare-directory.ts';
import { inspectTarget } from '../../postgres/move/inspect-target.ts';
import { type Moved, moveRecord } from '../../postgres/move/move-record.ts';
import { movedMarkPath, readMovedMark, writeMovedMark } from '../../postgres/move/moved-mark.ts';
import { type App, embeddedDirectory } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { sayMove } from './texts.ts';

export interface MoveOptions extends ActingOptions {
  readonly to: string;
  readonly json?: boolean;
}

export const runMove = async (app: App, options: MoveOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'run_service');
  const url = targetOf(app, options.to);
  const to = shownTarget(url);
  const directory = embeddedDirectory(app.env);
  if (app.isDemo)
    throw new UserError('this is the demo, which is not worth a move: run it where evenhand.yaml is');
  if (!isReady(directory))
    throw new UserError(`there is no embedded database in ${directory}: nothing is to be moved`);
  refuseElsewhere(directory, to);
  await refuseUnfit(url, to);
  const source = await openDatabase({ kind: 'embedded', directory, onBusy: 'refuse', isForMove: true });
  try {
    const target = await openDatabase({ kind: 'postgres', url, maxConnections: 2 });
    try {
      tell(app, await move(app, { source, target, directory, to, options }), {
        options,
        to,
        directory,
        target,
      });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

/** `DATABASE_URL` itself: the password then stands in no list of processes. */
const targetOf = ({ env }: App, written: string): string => {
  const inEnv = env.engine.kind === 'embedded' ? undefined : env.engine.databaseUrl;
  const url = written === 'DATABASE_URL' ? inEnv : written;
  if (url === undefined) throw new UserError('--to DATABASE_URL: the variable is not set here or in .env');
  const parsed = parseUrl(url);
  if (parsed === null || !['postgres:', 'postgresql:'].includes(parsed.protocol))
    throw new UserError(
      '--to names no PostgreSQL: write it as --to postgresql://login:password@host/database, or --to DATABASE_URL to take it from the environment',
    );
  return url;
};

const shownTarget = (url: string): string => {
  const parsed = parseUrl(url);
  return `${parsed?.searchParams.get('host') ?? parsed?.host ?? ''}${parsed?.pathname ?? ''}`;
};

/** Two copies would go on side by side. What was carried to the same place is found there, or begun anew. */
const refuseElsewhere = (directory: string, to: string): void => {
  const mark = readMovedMark(directory);
  if (mark === null || mark.to === to) return;
  const path = movedMarkPath(directory);
  if (mark.state === 'moved')
    throw new UserError(
      `the record of ${directory} was moved to ${mark.to} at ${mark.at}, and is not moved to ${to} as well: set DATABASE_URL to go on there, or delete ${path} if nobody works there; nothing was moved`,
    );
  throw new UserError(
    `moving ${directory} to ${mark.to} was interrupted: run the move to there again, which finishes it or begins anew, or delete ${path} if you know that nothing arrived there; nothing was moved`,
  );
};

const refuseUnfit = async (url: string, to: string): Promise<void> => {
  const target = await inspectTarget(url);
  if (target.kind === 'too_old')
    throw new UserError(
      `${to} is PostgreSQL ${target.version}: Evenhand needs 15 or newer; nothing was moved`,
    );
  if (target.kind === 'foreign')
    throw new UserError(
      `${to} has a schema "${target.schema}" that is not Evenhand's: name an empty database; nothing was moved`,
    );
  if (target.kind === 'shared')
    throw new UserError(
      `${to} is not empty (it has ${target.table}): name an empty database; nothing was moved`,
    );
};

interface Move {
  readonly source: Database;
  readonly target: Database;
  readonly directory: string;
  readonly to: string;
  readonly options: MoveOptions;
}

/**
 * The mark stands before the other side keeps the record: at no moment could a start go on in both places. When the
 * answer of the server got lost it stays, and the next move finds out what arrived.
 */
const move = async (app: App, { source, target, directory, to, options }: Move): Promise<Moved> => {
  const at = app.clock.now().toISOString();
  const bar = progressBar(app, options);
  try {
    const moved = await moveRecord(source, target, {
      onProgress: bar.show,
      beforeKept: () => {
        writeMovedMark(directory, { state: 'moving', to, at });
      },
    });
    if (moved.kind === 'moved' || moved.kind === 'was_there')
      writeMovedMark(directory, { state: 'moved', to, at });
    return moved;
  } finally {
    bar.end();
  }
};

const progressBar = ({ io }: App, { language }: MoveOptions) => {
  if (!io.isErrTerminal) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {percentage}%  {what}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let isStarted = false;
  return {
    show: (rows: number, total: number): void => {
      const what = sayMove(language, 'copying', { rows, total });
      if (!isStarted) bar.start(Math.max(1, total), 0, { what });
      isStarted = true;
      bar.update(rows, { what });
    },
    end: (): void => {
      if (isStarted) bar.stop();
    },
  };
};

const tell = (
  { io }: App,
  moved: Moved,
  { options, to, directory, target }: Pick<Move, 'options' | 'to' | 'directory' | 'target'>,
): void => {
  if (moved.kind === 'in_use')
    throw new UserError(
      `${to} is not empty (there are rows in ${moved.table}): name an empty database, or delete that one first; nothing was moved`,
    );
  if (moved.kind === 'unlike')
    throw new UserError(
      `${to} has tables of another version (${moved.table}): move with the version that made them, or name an empty database; nothing was moved`,
    );
  if (moved.kind === 'differs')
    throw new UserError(
      `what arrived of ${moved.table} in ${to} does not add up to what is here, so that nothing was kept there: begin the move again, and report it if it happens again`,
    );
  const rows = moved.tables.reduce((sum, table) => sum + table.rows, 0);
  if (options.json === true) {
    io.out(jsonText({ kind: moved.kind, to, rows, tables: moved.tables }));
    return;
  }
  const say = (key: Parameters<typeof sayMove>[1], values = {}): string =>
    sayMove(options.language, key, values);
  const lines = [
    say(moved.kind === 'moved' ? 'done' : 'wasThere', { to, rows, tables: moved.tables.length }),
    say('stays', { directory, mark: movedMarkPath(directory) }),
    ...(target.roles.kind === 'open' ? [say('open')] : []),
    say('next'),
  ];
  io.out(`${lines.join('\n')}\n`);
};
