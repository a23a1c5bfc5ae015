import { expect } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import type { Receiver } from '../notify/support/receiver.ts';
import { countRows, readCases, readMentions } from '../support/desk-rows.ts';
import { complaintText } from '../support/line.ts';
import type { Place } from '../support/service.ts';

/** One post as it is pushed: every author writes two in one thread; every tenth case is a danger, which alerts at once. */
export interface FlowPost {
  readonly id: string;
  readonly author: string;
  readonly thread: string;
  readonly text: string;
  readonly at: string;
  readonly audience: { readonly followers: number };
}

export const flowPosts = (n: number, now: Date): readonly FlowPost[] =>
  Array.from({ length: n }, (_, i) => {
    const author = Math.floor(i / 2);
    const danger = author % 10 === 0 ? ' The battery is on fire and smoke fills the house!' : '';
    return {
      id: `post-${i}`,
      author: `author-${author}`,
      thread: `thread-${author}`,
      text: `${complaintText(10_000 + i)}${danger}`,
      at: new Date(now.getTime() - 60_000 + i).toISOString(),
      audience: { followers: i },
    };
  });

/** Pushes all posts in portions, each until it is accepted: a sender that got no answer sends again. */
export const pushAll = async (
  place: Place,
  posts: readonly FlowPost[],
  { portion, pauseMs }: { readonly portion: number; readonly pauseMs: number },
): Promise<number> => {
  let refused = 0;
  for (let from = 0; from < posts.length; from += portion) {
    for (let tries = 0; !(await isAccepted(place, posts.slice(from, from + portion))); tries += 1) {
      if (tries > 600) throw new Error('the service took nothing for a minute');
      refused += 1;
      await pause(100);
    }
    await pause(pauseMs);
  }
  return refused;
};

const isAccepted = async (place: Place, posts: readonly FlowPost[]): Promise<boolean> => {
  const answer = await place.push('shop', posts).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 202;
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets a minute go by for whatever waits that long for a process which was killed. */
export const letAMinutePass = async (db: Database): Promise<void> => {
  await sql`update desk.notification set next_attempt_at = next_attempt_at - interval '1 minute' where state = 'pending'`.execute(
    db.kysely,
  );
  await sql`update intake.inbox set created_at = created_at - interval '1 minute', claimed_at = claimed_at - interval '1 minute',
    done_at = done_at - interval '1 minute'`.execute(db.kysely);
};

/** Nothing waits to be decided, told or unsealed. */
export const isQuiet = async (db: Database): Promise<boolean> => {
  const { rows } = await sql<{ n: string }>`
    select (select count(*) from intake.inbox where state = 'pending')
      + (select count(*) from desk.outbox where flushed_at is null)
      + (select count(*) from desk.notification where state = 'pending')
      + (select count(*) from sealed.inbox where payload is not null) as n`.execute(db.kysely);
  return rows[0]?.n === '0';
};

/** Ids of outbox rows that a receiver was told of. */
const toldIds = (receiver: Receiver): Set<string> =>
  new Set(
    receiver.received.flatMap(({ body }) => {
      const event = JSON.parse(body.toString('utf8')) as { data: { alerts?: { id: string }[] } };
      return (event.data.alerts ?? []).map(({ id }) => id);
    }),
  );

/** The guarantees of DESIGN.md 5, by comparing what lies in the record with what was pushed. */
export const expectNothingLostNorTwice = async (
  db: Database,
  posts: readonly FlowPost[],
  receiver: Receiver,
): Promise<void> => {
  const mentions = await readMentions(db);
  expect(mentions.map((row) => row.native_id).sort()).toEqual(posts.map(({ id }) => id).sort());
  expect(await countRows(db, 'ops.dead_letter')).toBe(0);
  const texts = new Map(posts.map(({ id, text }) => [id, text]));
  expect(mentions.filter((row) => row.text !== texts.get(row.native_id))).toEqual([]);

  const cases = await readCases(db);
  const held = cases
    .map((row) =>
      row.posts
        .map(({ key }) => key)
        .sort()
        .join(' '),
    )
    .sort();
  const expected = groupByAuthor(posts);
  expect(held).toEqual(
    [...expected.values()]
      .map((own) =>
        own
          .map(({ id }) => `shop|${id}`)
          .sort()
          .join(' '),
      )
      .sort(),
  );
  expect(mentions.filter((row) => row.case_id === null)).toEqual([]);
  expect(await countRows(db, 'desk.activity', `kind = 'case_opened'`)).toBe(cases.length);

  const severe = cases.filter(({ severity }) => severity === 'critical' || severity === 'high');
  expect(severe.length).toBeGreaterThanOrEqual(Math.floor(posts.length / 20));
  const { rows: outbox } = await sql<{ outbox_id: string; case_id: string | null }>`
    select outbox_id, case_id from desk.outbox where alert ->> 'kind' in ('case_opened', 'severity_raised')`.execute(
    db.kysely,
  );
  expect([...new Set(outbox.flatMap((row) => row.case_id ?? []))].sort()).toEqual(
    severe.map((row) => row.case_id).sort(),
  );
  const told = toldIds(receiver);
  expect(outbox.filter((row) => !told.has(row.outbox_id))).toEqual([]);
};

const groupByAuthor = (posts: readonly FlowPost[]): Map<string, FlowPost[]> => {
  const groups = new Map<string, FlowPost[]>();
  for (const post of posts) groups.set(post.author, [...(groups.get(post.author) ?? []), post]);
  return groups;
};
