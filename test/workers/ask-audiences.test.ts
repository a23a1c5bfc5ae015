import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import type { Database } from '../../src/postgres/database.ts';
import { SourceError } from '../../src/sources/source.ts';
import { createAudienceRounds } from '../../workers/ask-audiences.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { sourceOn } from '../sources/bluesky/harness.ts';
import { type AppViewStandIn, startAppView } from '../support/appview-stand-in.ts';
import type { Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const did = (name: string): string => `did:plc:${name.padEnd(24, 'x')}`;

describe('audiences of Bluesky', () => {
  let engine: Engine;
  const clock = clockAt('2026-11-16T09:00:00Z');
  let db: Database;
  let line: Line;
  let appView: AppViewStandIn;
  beforeAll(async () => {
    engine = await usualEngine();
    db = await engine.open();
    line = await openLine({ db, clock });
    appView = await startAppView();
  }, 60_000);
  afterAll(async () => {
    expect(appView.violations).toEqual([]);
    await appView.close();
    await line.close();
    await db.close();
    await engine.dispose();
  });

  const errors: Error[] = [];
  const roundsOf = () =>
    createAudienceRounds({
      db,
      clock,
      fetch,
      sources: [sourceOn(['wss://jetstream.example'], { apiUrl: appView.baseUrl }) as never],
      onError: (error) => void errors.push(error),
    });

  /** A moment later, so that the turn of the round is its own. */
  const round = async (): Promise<void> => {
    clock.set(new Date(clock.now().getTime() + 10_000));
    await roundsOf().run();
  };

  const post = (id: string, author: string): RawMention => ({
    kind: 'mention',
    nativeId: `at://${author}/app.bsky.feed.post/${id}`,
    author,
    text: complaintText(id),
  });

  const samples = async (): Promise<readonly (readonly [string, number | null])[]> => {
    const { rows } = await sql<{ id: string; followers: string | null }>`
      select native_id as id, followers from sealed.sample order by native_id`.execute(db.kysely);
    return rows.map(({ id, followers }) => [
      id.split('/').at(-1) ?? '',
      followers === null ? null : Number(followers),
    ]);
  };

  const asked = (): readonly string[][] =>
    appView.requests.map(({ url }) => url.searchParams.getAll('actors'));

  it('are asked for when the post is decided, never before', async () => {
    appView.profiles.set(did('anna'), { handle: 'anna.example', followers: 12_000_000 });
    await line.take('bsky', [post('a', did('anna'))]);
    await round();
    expect(asked()).toEqual([]);
    await line.settle();
    await round();
    expect(asked()).toEqual([[did('anna')]]);
    expect(await samples()).toEqual([['a', 12_000_000]]);
  }, 60_000);

  it('are asked for once, of whom nobody knows any more too', async () => {
    await line.take('bsky', [post('b', did('gone'))]);
    await line.settle();
    await round();
    await round();
    expect(asked()).toEqual([[did('anna')], [did('gone')]]);
    expect(await samples()).toEqual([
      ['a', 12_000_000],
      ['b', null],
    ]);
  }, 60_000);

  it('are asked for by twenty-five at a time, each author once', async () => {
    appView.requests.length = 0;
    const authors = Array.from({ length: 60 }, (_, n) => did(`kim${n}`));
    for (const [n, author] of authors.entries())
      appView.profiles.set(author, { handle: `kim${n}.example`, followers: n });
    await line.take(
      'bsky',
      [...authors, ...authors].map((author, n) => post(`k${n}`, author)),
    );
    await line.settle();
    await round();
    expect(asked().map((actors) => actors.length)).toEqual([25, 25, 10]);
    expect((await samples()).filter(([id]) => id.startsWith('k'))).toHaveLength(120);
  }, 60_000);

  it('are asked for again when a platform that was busy may be asked, and not before', async () => {
    appView.requests.length = 0;
    await line.take('bsky', [post('late', did('anna'))]);
    await line.settle();
    const rounds = roundsOf();
    appView.faults.push({ kind: 'status', status: 429, headers: { 'retry-after': '60' } });
    const later = async (ms: number): Promise<void> => {
      clock.set(new Date(clock.now().getTime() + ms));
      await rounds.run();
    };
    await later(10_000);
    await later(50_000);
    expect([errors.map((error) => error instanceof SourceError), asked().length]).toEqual([[true], 1]);
    await later(20_000);
    expect((await samples()).find(([id]) => id === 'late')).toEqual(['late', 12_000_000]);
  }, 60_000);

  it('keep none of a post that was erased meanwhile', async () => {
    await line.take('bsky', [post('erased', did('anna'))]);
    await line.settle();
    const source = sourceOn(['wss://jetstream.example'], { apiUrl: appView.baseUrl });
    const slow = {
      ...source,
      audiences: async (...args: Parameters<NonNullable<typeof source.audiences>>) => {
        const told = await source.audiences?.(...args);
        await sql`update desk.mention set erased_at = ${clock.now()} where native_id like '%/erased'`.execute(
          db.kysely,
        );
        return told ?? [];
      },
    };
    clock.set(new Date(clock.now().getTime() + 10_000));
    await createAudienceRounds({
      db,
      clock,
      fetch,
      sources: [slow as never],
      onError: (error) => void errors.push(error),
    }).run();
    expect((await samples()).some(([id]) => id === 'erased')).toBe(false);
  }, 60_000);
});
