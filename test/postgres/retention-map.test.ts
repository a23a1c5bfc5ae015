import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { packageRoot } from '../../src/lib/package-root.ts';
import type { Database } from '../../src/postgres/database.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';

const rules = ['post', 'case', 'days', 'spent', 'settled', 'standing', 'nobody'];

const told = [
  ...readFileSync(join(packageRoot, 'docs', 'privacy', 'retention.md'), 'utf8').matchAll(
    /^\| `(\w+\.\w+)` \|([^|]+)\|([^|]+)\|([^|]+)\|$/gm,
  ),
].map(([, table = '', holds = '', rule = '', how = '']) => ({
  table,
  holds: holds.trim(),
  rule: rule.trim(),
  how: how.trim(),
}));

describe('what is kept and for how long (docs/privacy/retention.md)', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });

  it('names every table that can hold words, and no table that is gone', async () => {
    const { rows } = await sql<{ table: string }>`
      select distinct c.table_schema || '.' || c.table_name as table from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema in ('intake', 'desk', 'sealed', 'ops') and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely\\_%'
        and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')) order by 1`.execute(
      db.kysely,
    );
    expect(told.map(({ table }) => table).toSorted()).toEqual(rows.map(({ table }) => table));
  });

  it('gives each a rule that the page explains, and says what it holds and how it goes', () => {
    for (const { table, holds, rule, how } of told) {
      expect([table, rules.includes(rule)]).toEqual([table, true]);
      expect(holds.length * how.length).toBeGreaterThan(0);
    }
  });
});
