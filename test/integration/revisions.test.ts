import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import type { Database } from '../../src/postgres/database.ts';
import {
  countRows,
  emptyRecord,
  readActivities,
  readCases,
  readMention,
  readMentions,
} from '../support/desk-rows.ts';
import { anyEngine, type Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const original: RawEvent = {
  kind: 'mention',
  nativeId: 'p1',
  author: 'ann',
  text: complaintText(12345),
  url: 'https://forum.example/p1',
  publishedAt: '2026-11-20T08:00:00.000Z',
};
const edit: RawEvent = { ...original, revision: 1, text: `${complaintText(12345)} Edited once.` };
const secondEdit: RawEvent = { ...original, revision: 2, text: `${complaintText(12345)} Edited twice.` };
const deletion: RawEvent = { kind: 'deletion', nativeId: 'p1' };

/** Every order of the things, each in every grouping into batches that follow each other. */
const arrangements = (things: readonly RawEvent[]): (readonly (readonly RawEvent[])[])[] =>
  permutations(things).flatMap((order) => groupings(order));

const permutations = <T>(things: readonly T[]): T[][] =>
  things.length <= 1
    ? [[...things]]
    : things.flatMap((thing, index) =>
        permutations(things.filter((_, other) => other !== index)).map((rest) => [thing, ...rest]),
      );

const groupings = <T>(order: readonly T[]): T[][][] => {
  const [first, ...rest] = order;
  if (first === undefined) return [[]];
  return groupings(rest).flatMap((groups) => {
    const [head, ...tail] = groups;
    return head === undefined
      ? [[[first]]]
      : [
          [[first], ...groups],
          [[first, ...head], ...tail],
        ];
  });
};

const named = (arrangement: readonly (readonly RawEvent[])[]): string =>
  arrangement
    .map((batch) =>
      batch
        .map((one) => (one.kind === 'deletion' ? 'deletion' : `revision ${one.revision ?? 0}`))
        .join(' + '),
    )
    .join(', then ');

describe('edits and deletions in every order with their original', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  beforeAll(async () => {
    engine = await anyEngine();
    db = await engine.open();
    line = await openLine({ db, clock: clockAt('2026-11-20T09:00:00Z') });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });
  beforeEach(() => emptyRecord(db));

  const run = async (arrangement: readonly (readonly RawEvent[])[]): Promise<void> => {
    for (const batch of arrangement) {
      await line.take('forum', batch);
      await line.settle();
    }
  };

  it('keeps the newest revision, in one case', async () => {
    const all = arrangements([original, edit, secondEdit]);
    expect(all.length).toBe(24);
    for (const arrangement of all) {
      await emptyRecord(db);
      await run(arrangement);
      const where = named(arrangement);
      expect([where, await readMentions(db)]).toEqual([
        where,
        [expect.objectContaining({ native_id: 'p1', revision: 2, text: secondEdit.text, case_id: '1' })],
      ]);
      expect([where, (await readCases(db)).length]).toEqual([where, 1]);
    }
  });

  it('leaves no word of a deleted post, and opens no case for one that was deleted before its decision', async () => {
    const all = arrangements([original, edit, deletion]);
    for (const arrangement of all) {
      await emptyRecord(db);
      await run(arrangement);
      const where = named(arrangement);
      const [row, ...others] = await readMentions(db);
      expect([where, others]).toEqual([where, []]);
      expect([where, row]).toEqual([
        where,
        expect.objectContaining({ text: null, author: null, erased_at: expect.any(Date) }),
      ]);
      const before = arrangement.slice(
        0,
        arrangement.findIndex((batch) => batch.includes(deletion)),
      );
      const wasDecidedBefore = before.length > 0;
      const cases = await readCases(db);
      expect([where, cases.length]).toEqual([where, wasDecidedBefore ? 1 : 0]);
      expect([where, cases.flatMap(({ posts }) => posts.map(({ url }) => url))]).toEqual([
        where,
        wasDecidedBefore ? [null] : [],
      ]);
      expect([where, await countRows(db, 'intake.inbox', 'payload is not null')]).toEqual([where, 0]);
    }
  });

  it('notes the deletion in the case, which stays open: the customer may still wait', async () => {
    await run([[original], [deletion]]);
    const [row] = await readCases(db);
    expect(row).toMatchObject({ status: 'new', due_target: 'first_response' });
    expect((await readActivities(db)).map(({ kind }) => kind)).toEqual(['case_opened', 'post_deleted']);
  });

  it('takes everything of an author who left, and hears what comes later', async () => {
    const other: RawEvent = { ...original, nativeId: 'p2', thread: 't2', text: complaintText(999) };
    await run([[original, other], [{ kind: 'deletion', author: 'ann' }]]);
    expect((await readMentions(db)).map(({ text, author }) => [text, author])).toEqual([
      [null, null],
      [null, null],
    ]);
    const noted = (await readActivities(db)).filter(({ kind }) => kind === 'post_deleted');
    expect(noted.map(({ post_key: key }) => key)).toEqual(['forum|p1', 'forum|p2']);
    await run([[{ ...original, nativeId: 'p3', author: 'bea' }]]);
    expect(await readMention(db, 'p3')).toMatchObject({ author: 'bea', outcome: 'complaint' });
  });
});
