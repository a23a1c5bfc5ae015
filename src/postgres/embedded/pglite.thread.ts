import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { startParams } from './engine-settings.ts';
import { createGate } from './gate.ts';
import { inBytes, inText, toParameter } from './parameter.ts';
import type { Request, Response, WireError, WireResult } from './protocol.ts';
import { readTemplate } from './template.ts';

/**
 * The thread that owns the embedded database: a slow statement here never stalls the event loop of the service. It
 * runs compiled only; a `.ts` worker entry does not load on Node 20.
 */
const serve = async (port: MessagePort, directory: string): Promise<void> => {
  const db = await PGlite.create(directory, {
    relaxedDurability: false,
    startParams,
    ...fromTemplate(directory),
  });
  // Everything of ours is schema-qualified; unqualified names are BullMQ's.
  await db.exec(`SET search_path TO bullmq, public`);
  const options = textOptions(db);
  const gate = createGate({
    isInTransaction: () => db.isInTransaction(),
    rollback: () => db.exec('ROLLBACK'),
  });
  const post = (response: Response) => port.postMessage(response);
  db.onNotification((channel, payload) => post({ kind: 'notification', channel, payload }));
  const evicted = new Set<string>();
  const watch = watchHolder(gate.holder, (session) => {
    evicted.add(session);
    void gate.leave(session);
  });

  port.on('message', (request: Request) => {
    if (request.kind === 'leave') {
      evicted.delete(request.session);
      return void gate.leave(request.session);
    }
    if (request.kind === 'close') {
      return void gate
        .pass('close', () => db.close())
        .finally(() => {
          watch.stop();
          post({ kind: 'result', id: request.id, results: [] });
          port.close();
        });
    }
    // Its transaction is gone: what comes after it must not commit by itself.
    if (evicted.has(request.session))
      return post({
        kind: 'error',
        id: request.id,
        error: { message: 'the transaction was idle for too long and was rolled back', code: '25P03' },
      });
    watch.seen(request.session);
    gate
      .pass(request.session, () => run(db, options, request))
      .then(
        (results) => post({ kind: 'result', id: request.id, results }),
        (error: unknown) => post({ kind: 'error', id: request.id, error: wireError(error) }),
      );
  });
  post({ kind: 'ready' });
};

/** A directory without a database gets the one that was made when the project was built. */
const fromTemplate = (directory: string): { loadDataDir?: Blob } => {
  const template = existsSync(join(directory, 'PG_VERSION')) ? null : readTemplate();
  return template === null ? {} : { loadDataDir: template };
};

/** Text in, text out: the pool converts by the same table of types as `pg`. */
const textOptions = (db: PGlite) => {
  const same = (value: string): string => value;
  const forAll = <T>(known: object, one: T) =>
    Object.fromEntries(Object.keys(known).map((oid) => [oid, one] as const));
  return {
    rowMode: 'array' as const,
    parsers: forAll(db.parsers, same),
    serializers: { ...forAll(db.serializers, inText), ...inBytes },
  };
};
type TextOptions = ReturnType<typeof textOptions>;

const run = async (
  db: PGlite,
  options: TextOptions,
  request: Extract<Request, { kind: 'query' }>,
): Promise<WireResult[]> => {
  // One session serves everybody: whoever stops listening would stop all others too.
  if (/^\s*unlisten\b/i.test(request.text)) return [];
  const results =
    request.values === null
      ? await db.exec(request.text, options)
      : [await db.query(request.text, request.values.map(toParameter), options)];
  return results.map((result) => ({
    fields: result.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })),
    rows: result.rows as unknown as (string | null)[][],
    affectedRows: result.affectedRows ?? 0,
  }));
};

const wireError = (error: unknown): WireError => {
  const { message, code, detail, constraint, schema, table, severity } = error as WireError;
  return JSON.parse(
    JSON.stringify({ message, code, detail, constraint, schema, table, severity }),
  ) as WireError;
};

/** A transaction that stays silent for longer than this blocks everybody: it is rolled back. */
const idleInTransactionMs = 60_000;

const watchHolder = (holder: () => string | null, evict: (session: string) => void) => {
  let last = { session: '', at: 0 };
  const timer = setInterval(() => {
    const session = holder();
    if (session === null) return;
    if (session !== last.session) last = { session, at: Date.now() };
    else if (Date.now() - last.at > idleInTransactionMs) evict(session);
  }, 5_000);
  timer.unref();
  return {
    seen: (session: string) => {
      if (session === last.session) last = { session, at: Date.now() };
    },
    stop: () => clearInterval(timer),
  };
};

/** ENOSPC as WebAssembly's file system numbers it; its errors are plain objects without a message. */
const noSpace = 51;

const whyItFailed = (error: unknown): { message: string; isDiskFull: boolean } => {
  const { errno, message } = error as { errno?: number; message?: string };
  const isDiskFull = errno === noSpace || /no space left/i.test(message ?? '');
  return { message: message ?? (isDiskFull ? 'no space left' : JSON.stringify(error)), isDiskFull };
};

if (parentPort !== null) {
  const port = parentPort;
  const { directory } = workerData as { directory: string };
  serve(port, directory).catch((error: unknown) => {
    port.postMessage({
      kind: 'failed',
      ...whyItFailed(error),
    } satisfies Response);
    port.close();
  });
}
