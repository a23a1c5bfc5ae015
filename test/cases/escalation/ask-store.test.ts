import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { buildEscalation } from '../../../config/build-protection.ts';
import { forgetAsks, noteAsk } from '../../../src/cases/escalation/ask.store.ts';
import { countEscalations } from '../../../src/cases/escalation/escalation-report.store.ts';
import type { EscalationCriterion } from '../../../src/domain/escalation.ts';
import type { Severity } from '../../../src/domain/severity.ts';
import type { Database } from '../../../src/postgres/database.ts';
import { escalate } from '../../../workers/escalate.ts';
import { emptyRecord } from '../../support/desk-rows.ts';
import { engines, keepRecord } from '../../support/engines.ts';
import { commitPosts } from '../desk-factory.ts';
import { complains, hour } from '../fold-samples.ts';

const config = { escalation: buildEscalation(), people: [] };
const week = 7 * 24;

describe.each(engines)('what customers ask for (%s)', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  let errors: unknown[] = [];
  beforeEach(async () => {
    errors = [];
    await emptyRecord(db);
    await sql`delete from desk.escalation_ask`.execute(db.kysely);
  });

  const ask = (at: number, identifier = 'VT1', criterion: EscalationCriterion | null = null) =>
    db.transaction('desk', (tx) => noteAsk(tx, { identifier, criterion }, hour(at)));
  const look = (at: number) => escalate({ db, config, onError: (error) => errors.push(error) }, hour(at));
  const open = (id: string, at: number, severity: Severity, identifier = 'VT1') =>
    commitPosts(db, [{ id, at, by: id, decision: complains(severity), identifiers: [identifier] }]);
  const escalated = async () =>
    (
      await sql<{ case: string; asked: Date; due: Date }>`
        select case_id as case, requested_at as asked, answer_due_at as due from desk.escalation order by number`.execute(
        db.kysely,
      )
    ).rows;
  const waiting = async () =>
    (
      await sql<{ identifier: string | null; lapsed: boolean }>`
        select identifier, lapsed_at is not null as lapsed from desk.escalation_ask order by ask_id`.execute(
        db.kysely,
      )
    ).rows.map(({ identifier, lapsed }) => [identifier, lapsed]);
  const unfounded = async () =>
    (await db.transaction('desk', (tx) => countEscalations(tx, { from: hour(0), now: hour(999) }))).unfounded;

  it('waits for a post that comes after the ask, and the answer is owed from the ask on', async () => {
    await ask(1);
    await look(1.01);
    expect(await waiting()).toEqual([['VT1', false]]);
    await open('a', 1.2, 'high');
    await look(1.02);
    expect(await escalated()).toEqual([]);
    await look(1.5);
    expect(await escalated()).toEqual([{ case: '1', asked: hour(1), due: hour(1 + week) }]);
    expect(await waiting()).toEqual([]);
    expect(await unfounded()).toBe(0);
  });

  it('lapses without a case when the answer would be due, is counted, and nothing else is kept of it', async () => {
    await ask(1);
    for (let at = 1; at <= week; at += 6) await look(at);
    expect(await waiting()).toEqual([['VT1', false]]);
    await look(1 + week);
    expect(await waiting()).toEqual([[null, true]]);
    await open('a', 2 + week, 'high');
    await look(3 + week);
    expect(await escalated()).toEqual([]);
    expect(await unfounded()).toBe(1);
  });

  it('lapses at once by a record that bears nothing out', async () => {
    await open('a', 0, 'low');
    await ask(1);
    await look(2);
    expect([await waiting(), await escalated(), await unfounded()]).toEqual([[[null, true]], [], 1]);
  });

  it.each([
    ['in dispute', 'update desk."case" set in_dispute = true where case_id = 1'],
    ['without what is asked for', `update desk."case" set severity = 'low' where case_id = 1`],
  ])('passes over an older case %s where a younger one bears the ask out', async (_what, change) => {
    await open('a', 0, 'high');
    await open('b', 1, 'high');
    await sql.raw(change).execute(db.kysely);
    await ask(2, 'VT1', 'severity');
    await look(3);
    expect(await escalated()).toMatchObject([{ case: '2' }]);
  });

  it('stops nobody else when something breaks at one ask, nor what comes after the asks', async () => {
    await open('a', 0, 'high');
    await open('b', 0, 'high', 'VT2');
    await ask(0.5);
    await look(1);
    await sql`update desk.escalation set expires_at = ${hour(1.5)}`.execute(db.kysely);
    await ask(1, 'VT2');
    await open('c', 0, 'high', 'VT3');
    await ask(1, 'VT3');
    await sql`alter table desk.escalation add constraint broken check (case_id <> 2)`.execute(db.kysely);
    await look(2);
    await sql`alter table desk.escalation drop constraint broken`.execute(db.kysely);
    expect(errors).toHaveLength(1);
    expect((await escalated()).map(({ case: id }) => id)).toEqual(['1', '3']);
    expect(
      await sql`select 1 from desk.escalation where decision = 'lapsed'`.execute(db.kysely),
    ).toMatchObject({
      rows: [{}],
    });
    await look(2.1);
    expect((await escalated()).map(({ case: id }) => id)).toEqual(['1', '3']);
    await look(2.5);
    expect((await escalated()).map(({ case: id }) => id)).toEqual(['1', '3', '2']);
  });

  it('goes with the identifier when that is erased', async () => {
    await ask(1);
    await ask(1, 'VT2');
    await db.transaction('desk', (tx) => forgetAsks(tx, ['VT1']));
    expect(await waiting()).toEqual([['VT2', false]]);
  });
});
