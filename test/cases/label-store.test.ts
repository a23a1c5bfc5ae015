import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type LabelAsk, labelPost, undoLabel } from '../../src/cases/label.store.ts';
import {
  type LabelPage,
  type LabelsAsk,
  listLabels,
  readKeptLabels,
} from '../../src/cases/label-list.store.ts';
import { type Exported, toTrainingLine } from '../../src/cases/training-line.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { maskSpeakers } from '../../src/notify/mask-speakers.ts';
import type { Database } from '../../src/postgres/database.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour, listed } from './fold-samples.ts';

const inDanger: Decision = {
  kind: 'complaint',
  severity: 'critical',
  danger: 'product',
  categories: [],
  reasons: [],
};

describe.each(engines)('labels on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const post = (id: string, more = {}) => ({
    id,
    at: 1,
    by: `by-${id}`,
    decision: listed('question'),
    ...more,
  });
  const label = (mentionId: string, more: Partial<LabelAsk> = {}) => {
    const ask = {
      post: { kind: 'post', mentionId },
      verdict: { complaint: true },
      note: null,
      actor: 'kim',
      now: hour(2),
      ...more,
    } as const;
    return db.transaction('desk', (tx) => labelPost(tx, ask, maskSpeakers));
  };
  const stored = () => db.kysely.selectFrom('desk.label').selectAll().orderBy('label_id').execute();
  const exported = async (): Promise<readonly Exported[]> =>
    (await db.transaction('desk', (tx) => readKeptLabels(tx, '0', 100))).map(toTrainingLine);
  const linesOf = async () => (await exported()).map((one) => (one.kind === 'line' ? one.line : one.why));
  const pageOf = (more: Partial<LabelsAsk>): Promise<LabelPage | null> =>
    db.transaction('desk', (tx) =>
      listLabels(tx, { brand: null, isAll: false, reader: null, limit: 50, after: null, ...more }),
    );
  const list = async (isAll = false) => (await pageOf({ isAll }))?.labels ?? [];

  it.each(['set in_dispute = true', "set categories = array['staff']", 'set severity = severity'])(
    'of a dispute or a complaint about staff leave the desk with no word: %s',
    async (change) => {
      await commitPosts(db, [post('a', { decision: complains('low') })]);
      await label('1');
      await sql`update desk."case" ${sql.raw(change)}`.execute(db.kysely);
      if (change.includes('severity'))
        await sql`insert into desk.accused values (1, 'kim', ${hour(1)}, 'lea')`.execute(db.kysely);
      expect(await linesOf()).toEqual(['confidential']);
    },
  );

  it('keep masked words, and neither who wrote them, nor where, nor how many listen', async () => {
    await commitPosts(db, [
      post('a', {
        by: 'anna_berg',
        url: 'https://x.com/AnnaB/status/1',
        text: 'Call me: +49 171 1234567, anna_berg aka @AnnaB, order no. 4711-2231',
      }),
    ]);
    await sql`insert into sealed.sample (source, native_id, observed_at, followers) values ('forum', 'a', ${hour(1)}, 12345678)`.execute(
      db.kysely,
    );
    expect(await label('1', { note: 'annab wrote from jo@mail.example' })).toMatchObject({
      kind: 'labelled',
      labelId: '1',
      replaces: null,
      text: 'Call me: [phone], [account] aka [account], order no. [number]',
    });
    const kept = JSON.stringify([await stored(), await linesOf(), await list()]);
    for (const name of ['anna', '171', '4711', 'x.com', '12345678', 'jo@mail'])
      expect([name, kept.toLowerCase().includes(name)]).toEqual([name, false]);
  });

  it('change no case, no deadline and no decision, and add no activity', async () => {
    await commitPosts(db, [post('a', { decision: complains('high') }), post('b')]);
    const rest = async () => [
      await db.kysely.selectFrom('desk.case').selectAll().execute(),
      await db.kysely.selectFrom('desk.mention').selectAll().orderBy('mention_id').execute(),
      await db.kysely.selectFrom('desk.activity').selectAll().execute(),
      await db.kysely.selectFrom('desk.outbox').selectAll().execute(),
    ];
    const before = await rest();
    await label('1', { verdict: { complaint: false, relay: true } });
    await label('2', { verdict: { complaint: true, severity: 'high' } });
    expect(await rest()).toEqual(before);
  });

  it('name a case for the post that opened it', async () => {
    await commitPosts(db, [post('a', { by: 'a', decision: complains() })]);
    await commitPosts(db, [
      post('s', {
        at: 2,
        by: 'help',
        authorRole: 'support',
        thread: 'a',
        parent: 'a',
        decision: listed('own_account'),
      }),
      post('b', { at: 2, by: 'a', thread: 'a', parent: 'a', decision: complains() }),
    ]);
    const byCase = await label('1', { post: { kind: 'case', caseId: '1' } });
    expect(byCase).toMatchObject({ kind: 'labelled', post: { mentionId: '1', caseId: '1' } });
    expect(await label('1', { post: { kind: 'case', caseId: '9' } })).toEqual({ kind: 'unknown' });
  });

  it('are one for a post: a later one replaces it, and the earlier stays as history without words', async () => {
    await commitPosts(db, [post('a')]);
    await label('1', { note: 'first look' });
    expect(await label('1', { verdict: { complaint: false }, actor: 'lea', now: hour(3) })).toMatchObject({
      labelId: '2',
      replaces: '1',
    });
    expect(await stored()).toMatchObject([
      { label_id: '1', text: null, note: 'first look', ended_by: 'lea', ended_how: 'replaced' },
      { label_id: '2', text: 'text of a', ended_at: null },
    ]);
    expect(await linesOf()).toMatchObject([{ id: 'label-2', complaint: 0 }]);
    expect((await list()).map(({ labelId }) => labelId)).toEqual(['2']);
    expect((await list(true)).map(({ labelId, ended }) => [labelId, ended?.how])).toEqual([
      ['2', undefined],
      ['1', 'replaced'],
    ]);
  });

  it('are taken back once, with their words; the one before stays replaced', async () => {
    await commitPosts(db, [post('a')]);
    await label('1');
    await label('1', { now: hour(3) });
    const undo = (labelId: string) =>
      db.transaction('desk', (tx) => undoLabel(tx, { labelId, actor: 'kim', now: hour(4) }));
    expect(await undo('2')).toEqual({ kind: 'undone', mentionId: '1' });
    expect(await undo('2')).toEqual({ kind: 'ended', how: 'undone' });
    expect(await undo('1')).toEqual({ kind: 'ended', how: 'replaced' });
    expect(await undo('9')).toEqual({ kind: 'unknown' });
    expect([await linesOf(), await list()]).toEqual([[], []]);
    expect((await stored()).map(({ text }) => text)).toEqual([null, null]);
    expect(await label('1', { now: hour(5) })).toMatchObject({ labelId: '3', replaces: null });
  });

  it('are refused of own accounts, of words that are gone, and of nothing', async () => {
    await commitPosts(db, [post('a', { authorRole: 'brand', decision: listed('own_account') }), post('b')]);
    await sql`update desk.mention set text = null where native_id = 'b'`.execute(db.kysely);
    expect(await label('1')).toEqual({ kind: 'own_account', mentionId: '1', brand: 'nordbahn' });
    expect(await label('2')).toEqual({ kind: 'no_words', mentionId: '2' });
    expect(await label('99')).toEqual({ kind: 'unknown' });
    expect(await stored()).toEqual([]);
  });

  describe('of a reply', () => {
    const reply = (more = {}) => post('r', { at: 2, thread: 'p', parent: 'p', ...more });
    const same = { verdict: { complaint: true, sameProblem: true } };

    it('keep what it answers, masked, and not what a brand said', async () => {
      await commitPosts(db, [post('p', { text: 'Mail me: jo@mail.example' }), reply()]);
      expect(await label('2', same)).toMatchObject({ parent: 'Mail me: [mail]' });
      expect(await linesOf()).toMatchObject([{ sameProblem: 1, parent: 'Mail me: [mail]' }]);
      await sql`update desk.mention set author_role = 'support' where native_id = 'p'`.execute(db.kysely);
      expect(await label('2', same)).toEqual({ kind: 'no_parent', mentionId: '2' });
      expect(await label('2', { now: hour(3) })).toMatchObject({ kind: 'labelled', parent: null });
    });

    it('need it for "same problem", when they are written and when they leave', async () => {
      await commitPosts(db, [reply()]);
      expect(await label('1', same)).toEqual({ kind: 'no_parent', mentionId: '1' });
      await commitPosts(db, [post('p')], 3);
      await label('1', same);
      await sql`update desk.mention set text = null, author = null where native_id = 'p'`.execute(db.kysely);
      expect(await stored()).toMatchObject([{ text: 'text of r', parent: null }]);
      expect(await linesOf()).toEqual(['noParent']);
    });
  });

  describe('of danger', () => {
    it('are kept without words, and nothing of them leaves', async () => {
      await commitPosts(db, [
        post('a', { decision: inDanger }),
        post('b'),
        post('c', { evidence: [{ kind: 'danger', start: 0, end: 4 }], decision: listed('repost') }),
      ]);
      await label('1', { verdict: { complaint: false, danger: 'none' } });
      await label('2', { verdict: { complaint: true, danger: 'child' } });
      await label('3', { verdict: { complaint: false } });
      expect((await stored()).map(({ text }) => text)).toEqual([null, null, null]);
      expect(await linesOf()).toEqual(['danger', 'danger', 'danger']);
      expect((await list()).map(({ text, isDanger }) => [text, isDanger])).toEqual([
        [null, true],
        [null, true],
        [null, true],
      ]);
    });

    it.each([
      ['its case', `update desk."case" set danger = 'child'`],
      [
        'the case that goes on',
        `insert into desk."case" select (json_populate_record(c, '{"case_id":9,"danger":"child","complainant":"z"}')).* from desk."case" c;
        update desk."case" set merged_into = 9 where case_id = 1`,
      ],
      ['a later reading of the same words', `update desk.mention set danger = 'product'`],
    ])('stay at the desk when %s turns out to be', async (_what, statement) => {
      await commitPosts(db, [
        post('a', { decision: complains() }),
        post('r', { at: 2, by: 'x', thread: 'a', parent: 'a' }),
      ]);
      await label('1', { note: 'smells odd' });
      await label('2');
      expect(await linesOf()).toMatchObject([{ text: 'text of a' }, { parent: 'text of a' }]);
      await sql.raw(statement).execute(db.kysely);
      const [first, second] = await linesOf();
      expect(first).toBe('danger');
      expect(JSON.stringify(second)).not.toContain('text of a');
      expect((await list()).find(({ labelId }) => labelId === '1')).toMatchObject({ text: null, note: null });
    });
  });

  describe('go with the words', () => {
    const words = [
      ['an erasure', `update desk.mention set text = null, author = null where native_id = 'a'`],
      ['an edit', `update desk.mention set text = 'something else', revision = 1 where native_id = 'a'`],
      ['the end of the retention', `delete from desk.mention where native_id = 'a'`],
    ] as const;
    it.each(words)('by %s, history and context too', async (_what, statement) => {
      await commitPosts(db, [post('a'), post('r', { at: 2, thread: 'a', parent: 'a' })]);
      await label('1');
      await label('1', { now: hour(3) });
      await label('2');
      await db.transaction('desk', (tx) => sql.raw(statement).execute(tx));
      expect(await stored()).toMatchObject([{ mention_id: '2', text: 'text of r', parent: null }]);
    });

    it('and stay when the same words are decided again', async () => {
      await commitPosts(db, [post('a')]);
      await label('1');
      await sql`update desk.mention set text = text, danger = null, decided_at = ${hour(9)}`.execute(
        db.kysely,
      );
      expect(await stored()).toHaveLength(1);
    });
  });

  it('are written and read by the desk alone', async () => {
    await commitPosts(db, [post('a')]);
    await label('1');
    for (const role of ['ingest', 'reach', 'audit'] as const) {
      const change = db.transaction(role, (tx) => sql`update desk.label set actor = 'x'`.execute(tx));
      await expect(change).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('are listed page by page, the newest first, of one brand where one is asked for', async () => {
    await commitPosts(
      db,
      Array.from({ length: 7 }, (_, i) => post(`p${i}`, i % 2 === 0 ? {} : { brand: 'seeweg' })),
    );
    for (let i = 1; i <= 7; i += 1) await label(String(i), { now: hour(2 + Math.floor(i / 2)) });
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: LabelPage | null = await pageOf({ limit: 2, after });
      seen.push(...(page?.labels ?? []).map(({ labelId }) => labelId));
      after = page?.labels.at(-1)?.cursor ?? null;
      if (page?.hasMore !== true) break;
    }
    expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
    expect((await pageOf({ brand: 'seeweg' }))?.labels).toHaveLength(3);
    expect(await pageOf({ after: 'sure.1.1' })).toBeNull();
  });
});
