import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { registerCases } from '../../src/cli/cases.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand, type Surroundings } from './desk-app.ts';

describe('evenhand cases export', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [
      {
        id: 'a',
        at: 0,
        by: 'ann',
        text: '=HYPERLINK("x") call me: 0171 2345678',
        decision: complains('high'),
      },
      {
        id: 'b',
        at: 30,
        by: 'bob',
        brand: 'seeweg',
        text: 'Two lines,\n"quoted"',
        decision: complains('low'),
      },
      {
        id: 'd',
        at: 31,
        by: 'dee',
        text: 'The battery burns.',
        decision: { ...complains('critical'), kind: 'complaint', danger: 'product' } as never,
      },
      { id: 'l', at: 32, by: 'leo', text: 'My lawyer writes.', decision: complains('medium') },
    ]);
    await sql`update desk."case" set in_dispute = true where case_id = 4`.execute(db.kysely);
  });

  const run = (line: readonly string[], more: Partial<Surroundings> = {}) =>
    runCommand(registerCases, ['cases', 'export', ...line], { db, now: hour(40), ...more });
  const lines = (out: string) =>
    out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));

  it('writes a line of JSON per case, masked, without author, link or reach', async () => {
    const { out, err, code } = await run([]);
    expect([code, err]).toEqual([0, '4 cases written.\n']);
    const [first] = lines(out);
    expect(first).toMatchObject({
      id: 'EH-1',
      severity: 'high',
      openedAt: hour(0).toISOString(),
      dueAt: hour(4).toISOString(),
      excerpt: '=HYPERLINK("x") call me: [phone]',
    });
    expect(
      Object.keys(first ?? {}).filter((key) => /author|url|complainant|assignee|follower/i.test(key)),
    ).toEqual([]);
    expect(out).not.toMatch(/https?:|ann|0171/);
  });

  it('says nothing of the words of danger and of disputes', async () => {
    const { out } = await run([]);
    expect(lines(out).slice(2)).toMatchObject([
      { danger: 'product', excerpt: null },
      { inDispute: true, excerpt: null },
    ]);
    expect(out).not.toMatch(/battery|lawyer/);
  });

  it('writes a table that reads back, and no formula', async () => {
    const { out } = await run(['--format', 'csv']);
    const rows = parse(out, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ id, isHistory, categories }) => [id, isHistory, categories])).toEqual(
      ['EH-1', 'EH-2', 'EH-3', 'EH-4'].map((id) => [id, 'false', 'delivery']),
    );
    expect(rows[0]?.excerpt).toBe('\'=HYPERLINK("x") call me: [phone]');
    expect(rows[1]).toMatchObject({ openedAt: hour(30).toISOString(), excerpt: 'Two lines, "quoted"' });
  });

  it('keeps to a brand and a time, and writes a whole file that is for its owner alone', async () => {
    expect(lines((await run(['--brand', 'seeweg'])).out)).toMatchObject([{ id: 'EH-2' }]);
    expect(lines((await run(['--since', '12h'])).out)).toHaveLength(3);
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
    try {
      const file = join(folder, 'cases.csv');
      const { out, err } = await run([file, '--format', 'csv', '--language', 'de']);
      expect([out, err]).toEqual(['', `4 Fälle nach ${file} geschrieben.\n`]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8').split('\n')[0]).toContain('id,brand,source,severity');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is for those who may, and refuses other formats and brands', async () => {
    const people: readonly Person[] = [
      {
        name: 'kim',
        roles: ['agent'],
        languages: ['en'],
        brands: null,
        clearances: [],
        line: [],
        email: null,
      },
    ];
    expect((await run(['--as', 'kim'], { people })).err).toContain('"kim" may not do this');
    expect((await run(['--format', 'xlsx'])).err).toContain('Allowed choices are csv, ndjson');
    expect((await run(['--brand', 'nope'])).err).toContain('there is no such brand');
    expect((await run(['--since', 'ever'])).err).toContain('A period is written 90m, 24h or 7d');
  });
});
