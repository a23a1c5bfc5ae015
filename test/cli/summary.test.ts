import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerSummary } from '../../src/cli/summary.ts';
import { noteWalkEnd, registerSource } from '../../src/ingest/health.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour, listed } from '../cases/fold-samples.ts';
import { embeddedEngine } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

describe('evenhand summary', () => {
  const engine = embeddedEngine();
  let db: Database;
  beforeAll(async () => {
    db = await engine.open();
    await commitPosts(db, [
      { id: 'a', at: 0, by: 'a', decision: complains('high') },
      { id: 'b', at: 0, by: 'b', decision: listed('unsure', true) },
    ]);
    await db.transaction('ingest', async (tx) => {
      await registerSource(
        tx,
        { name: 'forum', kind: 'feed', knowsSpread: false, freshnessTargetMs: 900_000 },
        hour(0),
      );
      await noteWalkEnd(tx, 'forum', hour(9));
    });
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
  });
  const evenhand = (...line: string[]) =>
    runCommand(registerSummary, ['summary', ...line], { db, now: hour(6) });

  it('tells support leads what is new, waits, is late and unsure, and how the sources fare', async () => {
    const { out, code } = await evenhand();
    for (const said of [
      '2 posts read',
      '1 new case',
      '1 waiting',
      '1 late',
      '1 unsure',
      'EH-1',
      'late by 2 h',
      'forum',
      'never read so far',
      'evenhand review',
    ])
      expect(out).toContain(said);
    expect(out).not.toMatch(/follower|reach|views|likes/i);
    expect(code).toBe(0);
  });

  it('speaks German and Markdown', async () => {
    expect((await evenhand('--language', 'de')).out).toContain('Überblick für die Teamleitung');
    const { out } = await evenhand('--markdown', '--language', 'de');
    expect(out).toContain('# Überblick für die Teamleitung');
    expect(out).toContain('| EH-1 |');
  });

  it('gives scripts one object, and counts the period that was asked for', async () => {
    const day = JSON.parse((await evenhand('--json')).out) as unknown;
    expect(day).toMatchObject({
      opened: 1,
      waiting: 1,
      late: 1,
      unsure: 1,
      deadLetters: 0,
      oldest: [{ caseId: 'EH-1' }],
    });
    const hourOnly = JSON.parse((await evenhand('--json', '--since', '60m')).out) as unknown;
    expect(hourOnly).toMatchObject({ opened: 0, read: 0, waiting: 1, late: 1 });
  });

  it('refuses a period that is none', async () => {
    for (const since of ['yesterday', '0h', '24', '9999d'])
      expect(await evenhand('--since', since)).toMatchObject({ code: 2, out: '' });
  });
});
