import type { PoolClient } from '../pool.ts';

/** As much of a connection as a move needs; each side has one, in a transaction. */
export type Side = Pick<PoolClient, 'query'>;

export interface MovedTable {
  /** Quoted and qualified: `desk."case"`. */
  readonly name: string;
  /** All columns in their order with their types: equal on both sides, or the record does not fit. */
  readonly shape: string;
  /** Quoted; without those that the database computes. */
  readonly columns: readonly string[];
  readonly hasTriggers: boolean;
}

interface FoundTable {
  readonly name: string;
  readonly shape: string;
  readonly columns: string[];
  readonly has_triggers: boolean;
  readonly needs: string[];
}

/**
 * Every table of the record, after those that it refers to. The list is the database's own, so that a table of a later
 * version moves along; what the migrator notes is made by the other side itself.
 */
export const readMovedTables = async (side: Side): Promise<readonly MovedTable[]> => {
  const { rows } = await side.query(tablesStatement);
  return inOrder(rows as unknown as readonly FoundTable[]).map(({ name, shape, columns, has_triggers }) => ({
    name,
    shape,
    columns,
    hasTriggers: has_triggers,
  }));
};

const tablesStatement = `
  select format('%I.%I', n.nspname, c.relname) as name,
    (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as shape,
    (select array_agg(format('%I', a.attname) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as has_triggers,
    array(select format('%I.%I', fn.nspname, f.relname) from pg_constraint k
      join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('intake', 'desk', 'sealed', 'ops') and c.relkind = 'r' and c.relname not like 'kysely\\_%'
  order by 1`;

const inOrder = (found: readonly FoundTable[]): readonly FoundTable[] => {
  const placed = new Set<string>();
  const order: FoundTable[] = [];
  for (let left = [...found]; left.length > 0; ) {
    const next = left.filter(({ needs }) => needs.every((name) => placed.has(name)));
    if (next.length === 0)
      throw new Error(`tables refer to each other in a ring: ${left.map(({ name }) => name).join(', ')}`);
    for (const table of next) placed.add(table.name);
    order.push(...next);
    left = left.filter(({ name }) => !placed.has(name));
  }
  return order;
};

export interface MovedSequence {
  readonly name: string;
  readonly last: string;
  readonly isCalled: boolean;
}

/** Those of identity columns too: the next case must not take the number of an old one. */
export const readSequences = async (side: Side): Promise<readonly MovedSequence[]> => {
  const { rows: names } = await side.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('intake', 'desk', 'sealed', 'ops') and c.relkind = 'S' order by 1`,
  );
  const found: MovedSequence[] = [];
  for (const { name } of names as unknown as readonly { name: string }[]) {
    const { rows } = await side.query(`select last_value::text as last, is_called from ${name}`);
    const [row] = rows as unknown as readonly { last: string; is_called: boolean }[];
    if (row !== undefined) found.push({ name, last: row.last, isCalled: row.is_called });
  }
  return found;
};

/** The same bytes for the same row on both sides, whatever version and settings: what is copied and what is summed. */
export const sameForms = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0`;

export interface TableSum {
  readonly rows: number;
  /** Of the rows in any order: 60 bits of the SHA-256 of each, added up. */
  readonly sum: string;
}

export const sumTable = async (side: Side, table: MovedTable): Promise<TableSum> => {
  const { rows } = await side.query(
    `select count(*)::text as n, coalesce(sum(('x' || left(encode(sha256(convert_to(moved_row::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint), 0)::text as sum
     from ${table.name} as moved_row`,
  );
  const [row] = rows as unknown as readonly { n: string; sum: string }[];
  return { rows: Number(row?.n ?? 0), sum: row?.sum ?? '' };
};
