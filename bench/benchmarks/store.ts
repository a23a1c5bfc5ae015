import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Database } from '../../src/postgres/database.ts';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { generatePosts } from '../posts/generate-posts.ts';
import { type MentionRow, mentionRow, single, singleValues } from '../posts/mention-row.ts';

const batch = 500;

export const storePglite: Benchmark = {
  name: 'store-pglite',
  what: 'decided mentions into PGlite, rows/s, 500 per statement against single rows, each its own commit',
  bar: 8,
  better: 'higher',
  unit: 'x',
  sides:
    'ours: one process, PGlite in its worker thread; plain: one process, another PGlite on disk in it, one row per statement, the same table and indexes',
  run: async (context) => {
    const { openDatabase } = await built.database();
    const directory = (name: string): string => join(context.folder, `store-${name}`);
    const open = (name: string): Promise<Database> =>
      openDatabase({ kind: 'embedded', directory: directory(name), onBusy: 'refuse' });
    await (await open('plain')).close();
    const db = await open('ours');
    const plain = await PGlite.create(directory('plain'));
    try {
      const insert = async (row: MentionRow): Promise<void> => {
        await plain.query(single, singleValues(row));
      };
      return await measure(context, db, insert);
    } finally {
      await plain.close();
      await db.close();
    }
  },
};

export const storePostgres: Benchmark = {
  name: 'store-postgres',
  what: 'the same into PostgreSQL, against prepared inserts of single rows, each its own commit',
  bar: 15,
  better: 'higher',
  unit: 'x',
  sides: 'both: one process and one connection to one PostgreSQL over its socket, the same table and indexes',
  run: async (context) => {
    const { openDatabase } = await built.database();
    const url = await context.services.database();
    const db = await openDatabase({ kind: 'postgres', url });
    const plain = new pg.Client(url);
    await plain.connect();
    try {
      const insert = async (row: MentionRow): Promise<void> => {
        await plain.query({ name: 'single', text: single, values: singleValues(row) });
      };
      return await measure(context, db, insert);
    } finally {
      await plain.end();
      await db.close();
    }
  },
};

const measure = async (
  context: Context,
  db: Database,
  insert: (row: MentionRow) => Promise<void>,
): Promise<Measured> => {
  const { writeMentions } = await built.mentionStore();
  const sizes = context.isQuick ? { ours: 2_500, plain: 500 } : { ours: 20_000, plain: 2_000 };
  const writeBatch = (rows: readonly MentionRow[]): Promise<void> =>
    db.transaction('desk', (tx) =>
      writeMentions(tx, {
        rows: JSON.stringify(rows.map((row, i) => ({ i, ...row }))),
        common: { source: 'bench', decisionVersion: 'bench', receivedAt: new Date().toISOString() },
        caseOf: new Map(),
        deleted: [],
        decidedAt: new Date(),
        traceId: 'bench',
      }),
    );
  const ours = async (seed: number): Promise<number> => {
    const rows = rowsOf(seed, sizes.ours);
    const begun = performance.now();
    for (let from = 0; from < rows.length; from += batch) await writeBatch(rows.slice(from, from + batch));
    return (rows.length * 1_000) / (performance.now() - begun);
  };
  const plain = async (seed: number): Promise<number> => {
    const rows = rowsOf(seed, sizes.plain);
    const begun = performance.now();
    for (const row of rows) await insert(row);
    return (rows.length * 1_000) / (performance.now() - begun);
  };
  await ours(901);
  await plain(902);
  const pairs = await interleave(context.rounds, {
    ours: (round) => ours(round + 1),
    plain: (round) => plain(round + 501),
    onRound: (round, one, other) =>
      context.progress(`round ${round + 1}: ${Math.round(one)} against ${Math.round(other)} rows/s`),
  });
  return { rounds: pairs.ratios, detail: sayPairs(pairs, 'rows/s') };
};

const rowsOf = (seed: number, count: number): MentionRow[] =>
  Array.from(generatePosts({ seed, count, now: new Date() }), mentionRow);
