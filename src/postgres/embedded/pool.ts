import { EventEmitter } from 'node:events';
import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import type { Pool, PoolClient, QueryResult } from '../pool.ts';
import { commandOf } from './command-of.ts';
import type { Link, Response, WireError, WireResult, WireValue } from './protocol.ts';

export const createEmbeddedPool = (link: Link): Pool => {
  const calls = createCalls(link);
  const clients = new Set<PoolClient>();
  let sessions = 0;

  const createClient = (): PoolClient => {
    const session = `s${++sessions}`;
    const client = Object.assign(new EventEmitter(), {
      query: (text: string | { text: string; values?: readonly unknown[] }, values?: readonly unknown[]) =>
        typeof text === 'string'
          ? calls.query(session, text, values)
          : calls.query(session, text.text, text.values),
      release: () => {
        clients.delete(client);
        link.send({ kind: 'leave', session });
      },
    });
    client.setMaxListeners(0);
    clients.add(client);
    return client;
  };

  link.onResponse((response) => {
    if (response.kind === 'notification')
      for (const client of clients)
        client.emit('notification', { channel: response.channel, payload: response.payload });
  });
  link.onClose((reason) => {
    for (const client of clients)
      if (client.listenerCount('error') > 0) client.emit('error', new Error(reason));
  });

  // Each queue and worker listens for errors.
  return Object.assign(new EventEmitter().setMaxListeners(0), {
    query: (text: string | { text: string; values?: readonly unknown[] }, values?: readonly unknown[]) => {
      const session = `q${++sessions}`;
      return typeof text === 'string'
        ? calls.query(session, text, values)
        : calls.query(session, text.text, text.values);
    },
    connect: () => Promise.resolve(createClient()),
    end: async () => link.close(),
  });
};

/** Matches answers to questions by id. */
const createCalls = (link: Link) => {
  const open = new Map<
    number,
    { resolve: (results: readonly WireResult[]) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  let closed: string | null = null;

  link.onResponse((response: Response) => {
    if (response.kind !== 'result' && response.kind !== 'error') return;
    const call = open.get(response.id);
    open.delete(response.id);
    if (response.kind === 'result') call?.resolve(response.results);
    else call?.reject(databaseError(response.error));
  });
  link.onClose((reason) => {
    closed = reason;
    for (const call of open.values()) call.reject(new Error(reason));
    open.clear();
  });

  const ask = (session: string, text: string, values: readonly unknown[] | undefined) =>
    new Promise<readonly WireResult[]>((resolve, reject) => {
      if (closed !== null) return reject(new Error(closed));
      const id = ++lastId;
      open.set(id, { resolve, reject });
      link.send({
        kind: 'query',
        id,
        session,
        text,
        values: values === undefined || values.length === 0 ? null : values.map(toWire),
      });
    });

  return {
    query: async (session: string, text: string, values?: readonly unknown[]): Promise<QueryResult> => {
      const results = await ask(session, text, values);
      return toResult(text, results[results.length - 1]);
    },
  };
};

/** From here on bytes are cheaper to hand over than signs. */
const longText = 4_096;

const toWire = (value: unknown): WireValue => {
  const prepared: unknown = prepareValue(value);
  if (prepared === null || prepared === undefined) return null;
  if (prepared instanceof Uint8Array) return { raw: prepared };
  const text = String(prepared);
  return text.length < longText ? text : { utf8: Buffer.from(text, 'utf8') };
};

const toResult = (text: string, result: WireResult | undefined): QueryResult => {
  if (result === undefined) return { command: commandOf(text), rowCount: 0, rows: [], fields: [] };
  const parsers = result.fields.map((field) => pg.types.getTypeParser(field.dataTypeID, 'text'));
  const names = result.fields.map((field) => field.name);
  const rows = result.rows.map((cells) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i += 1) {
      const cell = cells[i];
      row[names[i] ?? ''] = cell === null || cell === undefined ? null : parsers[i]?.(cell);
    }
    return row;
  });
  const command = commandOf(text);
  return {
    command,
    rowCount: command === 'SELECT' ? rows.length : result.affectedRows,
    rows,
    fields: result.fields,
  };
};

const databaseError = (error: WireError): Error =>
  Object.assign(new pg.DatabaseError(error.message, 0, 'error'), error);
