import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { type Folder, makeFolder, oneBrand, somePosts } from './run-command.ts';

describe('evenhand erase', () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = makeFolder();
    folder.write('evenhand.yaml', oneBrand);
    folder.write('posts.ndjson', somePosts);
    await folder.run(['import', 'posts.ndjson', '--live', '--source', 'blog']);
    await look(() => Promise.resolve());
    await folder.runHere(['label', 'EH-1', '--complaint', 'yes', '--as', 'Kim']);
    await folder.runHere(['label', 'EH-2', '--complaint', 'yes', '--as', 'Kim']);
    expect((await folder.runHere(['label', 'export'])).out.trim().split('\n')).toHaveLength(2);
    await look(tellOfCases);
    await look(writeReasons);
    await release();
    cpSync(join(folder.path, 'data'), join(folder.path, 'backup'), { recursive: true });
  }, 60_000);
  afterAll(async () => {
    await release();
    folder.remove();
  });

  /** The record stays open between two looks, and the commands join it. */
  let held: Database | null = null;
  const look = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const directory = join(folder.path, 'data', 'pg');
    held ??= await openDatabase({ kind: 'embedded', directory, onBusy: 'refuse' });
    return work(held);
  };
  const release = async (): Promise<void> => {
    await held?.close();
    held = null;
  };

  const wordsOf = (author: string): Promise<unknown[]> =>
    look((db) =>
      db.kysely.selectFrom('desk.mention').select('native_id').where('author', '=', author).execute(),
    );

  it('refuses without somebody to ask, and what names no one thing', async () => {
    const unasked = await folder.runHere(['erase', '--author', 'blog/jo']);
    expect(unasked).toMatchObject({ code: 2, out: '' });
    expect(unasked.err).toContain('add --yes');
    expect((await folder.runHere(['erase', '--yes'])).err).toContain('name one thing to erase');
    expect((await folder.runHere(['erase', '--post', 'blog', '--yes'])).err).toContain(
      'names no source and id',
    );
    const unknown = await folder.runHere(['erase', '--author', 'blgo/jo', '--yes']);
    expect([unknown.code, unknown.err]).toEqual([
      2,
      'evenhand: --author blgo/…: nothing was ever read from a source "blgo"; known are: blog\n',
    ]);
    expect((await folder.runHere(['erase', '--ledger', 'no.ndjson'])).err).toContain(
      'no.ndjson does not exist',
    );
    expect(await wordsOf('jo')).toHaveLength(2);
  }, 60_000);

  it('takes words, author, audience and frozen messages, and says what is not recalled', async () => {
    const { code, out, err } = await folder.run(['erase', '--author', 'blog/jo', '--yes']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Erased: 2 posts with words, author and links, and 1 audience sample.');
    expect(out).toContain('Labels for the training went too: label-1, label-2.');
    expect((await folder.runHere(['label', 'list', '--all', '--json'])).out).toBe('[]\n');
    expect(out).toContain('1 message that had not been sent goes without the words.');
    expect(out).toMatch(/not recalled; erase it there by hand:\n {2}leads {2}2026-\S+ {2}ntf_delivered/);
    expect(await wordsOf('jo')).toEqual([]);
    expect(await wordsOf('mia')).toHaveLength(1);
    const { rows: reasons } = await look((db) =>
      sql<{ v: string }>`
        select note as v from desk.problem_event union all select reason from desk.problem_constraint
        union all select note from desk.activity where kind = 'remedy' union all select nullif(text, '') from desk.statement`.execute(
        db.kysely,
      ),
    );
    expect(reasons.flatMap(({ v }) => v ?? [])).toEqual(['the job at the depot', 'A jo of ours was lost']);
    expect(out).toContain('are withdrawn, without their words: 1, 3.');
    const { rows: withdrawn } = await look((db) =>
      sql`select statement_id as id, author, withdrawn_by as by from desk.statement where withdrawn_at is not null order by 1`.execute(
        db.kysely,
      ),
    );
    expect(withdrawn).toEqual([1, 3].map((id) => ({ id: `${id}`, author: 'kim', by: 'evenhand' })));
    const left = await look(async (db) => ({
      pending: await db.kysely.selectFrom('desk.notification').select('notification_id').execute(),
      groups: await db.kysely.selectFrom('desk.alert_group').select(['channel', 'group_key']).execute(),
      cases: await db.kysely.selectFrom('desk.case').select(['posts', 'identifiers']).execute(),
      noted: await db.kysely.selectFrom('ops.erasure').selectAll().execute(),
      samples: await db.kysely.selectFrom('sealed.sample').selectAll().execute(),
      gone: await db.kysely
        .selectFrom('desk.activity')
        .select('case_id')
        .where('kind', '=', 'post_deleted')
        .execute(),
    }));
    // The alert itself is not lost: the flusher finds it again, without words.
    expect(left.pending).toEqual([{ notification_id: 'ntf_delivered' }]);
    expect(left.groups).toEqual([{ channel: 'leads', group_key: 'again:{message="ntf_pending"}' }]);
    expect(JSON.stringify(left.cases)).not.toContain('https://');
    expect(left).toMatchObject({ noted: [{ kind: 'author' }], samples: [] });
    expect(left.gone).toHaveLength(2);
    const ledger = readFileSync(join(folder.path, 'data', 'erasures.ndjson'), 'utf8');
    expect(ledger.trim().split('\n')).toHaveLength(1);
    expect(ledger).not.toContain('jo');
  }, 60_000);

  it('finds nothing the second time, and says so', async () => {
    const { code, out } = await folder.runHere(['erase', '--author', 'blog/jo', '--yes', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ mentions: 0, samples: 0, cases: [] });
  }, 60_000);

  it('is applied again after a restore, as often as one likes', async () => {
    const ledger = folder.write(
      'kept.ndjson',
      readFileSync(join(folder.path, 'data', 'erasures.ndjson'), 'utf8'),
    );
    await release();
    rmSync(join(folder.path, 'data'), { recursive: true });
    cpSync(join(folder.path, 'backup'), join(folder.path, 'data'), { recursive: true });
    expect(await wordsOf('jo')).toHaveLength(2);
    const first = await folder.runHere(['erase', '--ledger', ledger, '--json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({
      mentions: 2,
      cases: ['EH-1', 'EH-2'],
      labels: ['label-1', 'label-2'],
    });
    expect((await folder.runHere(['label', 'export'])).out).toBe('');
    expect(await wordsOf('jo')).toEqual([]);
    expect(await wordsOf('mia')).toHaveLength(1);
    const second = await folder.runHere(['erase', '--ledger', ledger, '--json']);
    expect(JSON.parse(second.out)).toMatchObject({ mentions: 0 });
    expect(readFileSync(join(folder.path, 'data', 'erasures.ndjson'), 'utf8')).toBe(
      readFileSync(ledger, 'utf8'),
    );
  }, 60_000);

  it('refuses a ledger of another installation, and a broken line', async () => {
    const line = {
      kind: 'post',
      key: 'a'.repeat(64),
      at: '2026-01-01T00:00:00.000Z',
      installation: 'b'.repeat(16),
    };
    folder.write('other.ndjson', `${JSON.stringify(line)}\n`);
    const other = await folder.runHere(['erase', '--ledger', 'other.ndjson']);
    expect(other.code).toBe(2);
    expect(other.err).toContain('belongs to another installation');
    folder.write('broken.ndjson', `\n{"kind":"post"}\n`);
    const broken = await folder.runHere(['erase', '--ledger', 'broken.ndjson']);
    expect(broken.err).toContain('broken.ndjson, line 2 is no erasure');
  }, 60_000);
});

/** What colleagues wrote about the first case, and about its problem as a whole. */
const writeReasons = async (db: Database): Promise<void> => {
  await sql
    .raw(`
    update desk.problem_member set problem_id = 7 where mention_id in (select mention_id from desk.mention where case_id = 1);
    insert into desk.problem_event (problem_id, at, kind, actor, is_automated, post, note)
      select 7, now(), 'confirmed', 'kim', false, mention_id, 'she moved house' from desk.mention where case_id = 1;
    insert into desk.problem_event (problem_id, at, kind, actor, is_automated, note)
      values (7, now(), 'merged', 'kim', false, 'as @jo says'), (7, now(), 'state', 'kim', false, 'the job at the depot');
    insert into desk.problem_constraint (kind, problem, into_problem, actor, reason, at) values ('merge', 7, 8, 'kim', 'as @jo says', now());
    insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, note)
      values (1, 'r', now(), 'remedy', 'kim', false, true, 'paid to her mother');
    insert into desk.statement (brand, problem_id, text, author, written_at) values ('velora', 7, '@jo is right', 'kim', now()), ('velora', 7, 'A jo of ours was lost', 'kim', now());
    insert into desk.statement (brand, case_id, text, author, written_at) values ('velora', 1, 'We are sorry', 'kim', now());`)
    .execute(db.kysely);
};

/** As if one message about a case of this author was sent and another waited, both frozen with words. */
const tellOfCases = async (db: Database): Promise<void> => {
  const [alert] = await db.kysely.selectFrom('desk.outbox').select('outbox_id').execute();
  const [row] = await db.kysely.selectFrom('desk.case').select(['case_id']).orderBy('case_id').execute();
  const id =
    alert?.outbox_id ??
    (
      await db.kysely
        .insertInto('desk.outbox')
        .values({
          alert: JSON.stringify({}),
          case_id: row?.case_id ?? null,
          post_key: null,
          at: new Date(),
        } as never)
        .returning('outbox_id')
        .executeTakeFirstOrThrow()
    ).outbox_id;
  await db.kysely.updateTable('desk.outbox').set({ flushed_at: new Date() }).execute();
  const base = {
    channel: 'leads',
    kind: 'alerts',
    members: JSON.stringify([id]),
    content_type: 'text/plain',
  };
  const times = { created_at: new Date(), next_attempt_at: new Date() };
  await db.kysely
    .insertInto('desk.notification')
    .values([
      {
        ...base,
        ...times,
        notification_id: 'ntf_pending',
        body: Buffer.from('words'),
        state: 'pending',
        delivered_at: null,
      },
      {
        ...base,
        ...times,
        notification_id: 'ntf_delivered',
        body: null,
        state: 'delivered',
        delivered_at: new Date('2026-01-02T00:00:00Z'),
      },
    ])
    .execute();
};
