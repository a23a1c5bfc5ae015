import type { Database } from '../database.ts';
import {
  type MovedTable,
  readMovedTables,
  readSequences,
  type Side,
  sameForms,
  sumTable,
  type TableSum,
} from './moved-tables.ts';

export type Moved =
  | { readonly kind: 'moved' | 'was_there'; readonly tables: readonly MovedRows[] }
  /** The other side holds rows that are not ours. */
  | { readonly kind: 'in_use'; readonly table: string }
  /** The tables are of another version. */
  | { readonly kind: 'unlike'; readonly table: string }
  /** What was copied does not add up to what was read: nothing was kept. */
  | { readonly kind: 'differs'; readonly table: string };

export interface MovedRows {
  readonly table: string;
  readonly rows: number;
}

export interface MoveDeps {
  readonly onProgress: (rows: number, ofRows: number) => void;
  /** Everything is copied and compared, and is kept as soon as this returns. */
  readonly beforeKept: () => void;
}

/**
 * Carries the record from one database to the other in one transaction of each: whatever ends it before its end leaves
 * the other side as empty as it was. Nobody else may work on the source. It runs without a role, as a backup would:
 * sealed rows are carried and looked at by nobody.
 */
export const moveRecord = async (source: Database, target: Database, deps: MoveDeps): Promise<Moved> => {
  const from = await source.pool.connect();
  const to = await target.pool.connect();
  let isKept = false;
  try {
    await from.query(`begin isolation level repeatable read read only; ${sameForms}`);
    await to.query(`begin; ${sameForms}`);
    const moved = await carry({ from, to }, deps);
    if (moved.kind === 'moved') deps.beforeKept();
    await to.query(moved.kind === 'moved' ? 'commit' : 'rollback');
    isKept = true;
    return moved;
  } finally {
    if (!isKept) await to.query('rollback').catch(() => undefined);
    await from.query('rollback').catch(() => undefined);
    from.release();
    to.release();
  }
};

interface Sides {
  readonly from: Side;
  readonly to: Side;
}

const carry = async ({ from, to }: Sides, { onProgress }: MoveDeps): Promise<Moved> => {
  const tables = await readMovedTables(from);
  const unlike = findUnlike(tables, await readMovedTables(to));
  if (unlike !== null) return { kind: 'unlike', table: unlike };
  await to.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`);
  const sums = await sumAll(from, tables);
  const used = await findUsed(to, tables);
  const done: readonly MovedRows[] = tables.map(({ name }) => ({
    table: name,
    rows: sums.get(name)?.rows ?? 0,
  }));
  if (used !== null)
    return (await findDifferent(to, tables, sums)) === null
      ? { kind: 'was_there', tables: done }
      : { kind: 'in_use', table: used };
  const total = done.reduce((sum, { rows }) => sum + rows, 0);
  let copied = 0;
  for (const table of tables)
    await copyTable({ from, to }, table, (rows) => {
      copied += rows;
      onProgress(copied, total);
    });
  for (const { name, last, isCalled } of await readSequences(from))
    await to.query(`select setval($1::regclass, $2::bigint, $3::boolean)`, [name, last, isCalled]);
  const different = await findDifferent(to, tables, sums);
  return different === null ? { kind: 'moved', tables: done } : { kind: 'differs', table: different };
};

const findUnlike = (ours: readonly MovedTable[], theirs: readonly MovedTable[]): string | null => {
  const shapes = new Map(theirs.map(({ name, shape }) => [name, shape]));
  const unlike = ours.find(({ name, shape }) => shapes.get(name) !== shape);
  const names = new Set(ours.map(({ name }) => name));
  return unlike?.name ?? theirs.find(({ name }) => !names.has(name))?.name ?? null;
};

const sumAll = async (side: Side, tables: readonly MovedTable[]): Promise<ReadonlyMap<string, TableSum>> => {
  const sums = new Map<string, TableSum>();
  for (const table of tables) sums.set(table.name, await sumTable(side, table));
  return sums;
};

const findUsed = async (side: Side, tables: readonly MovedTable[]): Promise<string | null> => {
  for (const { name } of tables) {
    const { rows } = await side.query(`select from ${name} limit 1`);
    if (rows.length > 0) return name;
  }
  return null;
};

const findDifferent = async (
  side: Side,
  tables: readonly MovedTable[],
  sums: ReadonlyMap<string, TableSum>,
): Promise<string | null> => {
  for (const table of tables) {
    const { rows, sum } = await sumTable(side, table);
    const wanted = sums.get(table.name);
    if (rows !== wanted?.rows || sum !== wanted.sum) return table.name;
  }
  return null;
};

/** A row with its sealed bytes may be large: this many at once stay within a few megabytes. */
const sliceRows = 250;

/** Rows travel as the database itself writes them, so that no type loses a digit on the way. */
const copyTable = async (
  { from, to }: Sides,
  { name, columns, hasTriggers }: MovedTable,
  onSlice: (rows: number) => void,
): Promise<void> => {
  const insert = `
    insert into ${name} (${columns.join(', ')}) overriding system value
    select ${columns.map((column) => `(rec).${column}`).join(', ')} from (select line::${name} as rec from unnest($1::text[]) as line offset 0) as sent`;
  // What a trigger would do at an insert was done when the row was written for the first time.
  if (hasTriggers) await to.query(`alter table ${name} disable trigger user`);
  await from.query(
    `declare moved no scroll cursor for select moved_row::text as line from ${name} as moved_row`,
  );
  for (;;) {
    const { rows } = await from.query(`fetch ${sliceRows} from moved`);
    if (rows.length === 0) break;
    await to.query(insert, [rows.map(({ line }) => line)]);
    onSlice(rows.length);
  }
  await from.query('close moved');
  if (hasTriggers) await to.query(`alter table ${name} enable trigger user`);
};
