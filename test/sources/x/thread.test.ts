import { describe, expect, it } from '@jest/globals';
import type { FollowedThread, ThreadPage } from '../../../src/sources/source.ts';
import type { WalkState } from '../../../src/sources/x/walk.ts';
import { failure, type Lab, startLab, stored } from './harness.ts';

type Pages = readonly ThreadPage<WalkState>[];

const followed = (
  thread: string,
  more: Partial<FollowedThread<WalkState>> = {},
): FollowedThread<WalkState> => ({
  thread,
  complaints: [thread],
  mark: null,
  maxRequests: 10,
  ...more,
});

const look = async (
  lab: Lab,
  thread: FollowedThread<WalkState>,
  options: Parameters<Lab['source']>[0] = {},
): Promise<Pages> => {
  const pages: ThreadPage<WalkState>[] = [];
  const source = lab.source(options);
  const asked = stored({ ...thread, mark: thread.mark });
  for await (const page of source.follow?.(asked, null, lab.deps) ?? []) pages.push(page);
  return pages;
};

const idsOf = (pages: Pages): string[] =>
  pages.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'mention' ? [event.nativeId] : [])),
  );

const markOf = (pages: Pages): WalkState | null => pages.at(-1)?.mark ?? null;

/** What was booked today, by purpose, in thousandths of a US dollar. */
const spent = async (lab: Lab): Promise<Record<string, number>> => {
  let found: Record<string, number> = {};
  await lab.record.ledger.book(lab.clock.now(), ({ today }) => {
    found = Object.fromEntries([...today].map(([purpose, { mills }]) => [purpose, mills]));
    return null;
  });
  return found;
};

describe.each(['tweet', 'post'] as const)('a look at a thread on X in the spelling "%s"', (spelling) => {
  it('finds replies and quotes that name no brand, and the next look only what came since', async () => {
    const lab = await startLab(spelling);
    const [root = ''] = lab.publish(1, { endedMsAgo: 3_600_000 });
    const [reply = ''] = lab.publish(1, { text: 'bei mir auch', repliedTo: root, conversationId: root });
    const [quote = ''] = lab.publish(1, { text: 'same here', quoted: root, authorId: '102' });
    lab.publish(1, { text: 'about another thing' });
    const first = await look(lab, followed(root));
    expect(new Set(idsOf(first))).toEqual(new Set([root, reply, quote]));
    const events = first.flatMap((page) => page.events);
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ nativeId: reply, thread: root, parent: root, text: 'bei mir auch' }),
        expect.objectContaining({
          nativeId: quote,
          thread: root,
          counts: expect.objectContaining({ followers: 12_000_000 }),
        }),
      ]),
    );
    lab.clock.forward(3_600_000);
    const [later = ''] = lab.publish(1, { text: 'me too', repliedTo: reply, conversationId: root });
    lab.clock.forward(60_000);
    expect(idsOf(await look(lab, followed(root, { mark: markOf(first) })))).toEqual([later]);
    expect(lab.standIn.violations).toEqual([]);
  });

  it('goes on from its mark when a look may make one request only, and ends nowhere in between', async () => {
    const lab = await startLab(spelling);
    const [root = ''] = lab.publish(1, { endedMsAgo: 3_600_000 });
    const replies = lab.publish(230, { text: 'same here', repliedTo: root, conversationId: root });
    const read: string[] = [];
    let mark: WalkState | null = null;
    for (let turn = 0; turn < 3; turn += 1) {
      const pages: Pages = await look(lab, followed(root, { mark, maxRequests: 1 }));
      read.push(...idsOf(pages));
      mark = markOf(pages);
    }
    expect(new Set(read)).toEqual(new Set([root, ...replies]));
    expect(mark?.pageToken).toBeNull();
  });
});

describe('the money for threads', () => {
  it('is the same for every thread: a loud one ends where any other would, and quiet ones are read all the same', async () => {
    const lab = await startLab();
    lab.record.threads = 10;
    const budget = { usdPerDay: 60 };
    const roots = lab.publish(10, { endedMsAgo: 7_200_000 });
    const [loud = '', ...quiet] = roots;
    for (let n = 0; n < 2_000; n += 1)
      lab.publish(1, {
        text: 'same here',
        repliedTo: loud,
        conversationId: loud,
        authorId: String(3_000 + n),
      });
    for (const root of quiet) lab.publish(2, { text: 'me too', repliedTo: root, conversationId: root });
    const readOf = new Map<string, number>();
    const order = [loud, ...quiet];
    for (const root of order)
      readOf.set(root, idsOf(await look(lab, followed(root, { maxRequests: 50 }), { budget })).length);
    const booked = await spent(lab);
    // 30 % of what the counts leave, for ten threads.
    const each = (0.3 * 60_000 * 0.98) / 10;
    expect(booked[`thread ${loud}`]).toBeLessThanOrEqual(each);
    expect(booked[`thread ${loud}`]).toBeGreaterThan(each / 10);
    expect(readOf.get(loud)).toBeLessThan(2_000);
    for (const root of quiet) expect(readOf.get(root)).toBe(3);
  });

  it('asks the same of every thread, whoever began it and however many follow them', async () => {
    const asked: string[][] = [];
    for (const [authorId, likes] of [
      ['101', 0],
      ['102', 5_000_000],
    ] as const) {
      const lab = await startLab();
      const [root = ''] = lab.publish(1, { endedMsAgo: 7_200_000, authorId, likes });
      lab.publish(12, { text: 'same here', repliedTo: root, conversationId: root, likes });
      await look(lab, followed(root));
      asked.push(lab.standIn.requests.map(({ params }) => String(params)));
    }
    expect(asked[0]).toEqual(asked[1]);
  });

  it('that is used stops threads alone, and says until when', async () => {
    const lab = await startLab();
    lab.record.threads = 2;
    const budget = { usdPerDay: 2 };
    const roots = lab.publish(8, { endedMsAgo: 7_200_000 });
    for (const root of roots)
      for (let n = 0; n < 40; n += 1)
        lab.publish(1, {
          text: 'same here',
          repliedTo: root,
          conversationId: root,
          authorId: String(3_000 + n),
        });
    const errors: unknown[] = [];
    for (const thread of roots) errors.push(await failure(look(lab, followed(thread), { budget })));
    expect(errors[0]).toBeNull();
    expect(errors.at(-1)).toMatchObject({
      outcome: 'budget',
      message:
        'The share of the budget of source x for threads is used for today; it goes on at 2026-11-21T00:00:00.000Z.',
      retryAfterMs: 12 * 3_600_000,
    });
    const booked = await spent(lab);
    const threads = Object.entries(booked).filter(([purpose]) => purpose.startsWith('thread '));
    expect(threads.reduce((sum, [, mills]) => sum + mills, 0)).toBeLessThanOrEqual(0.3 * 2_000);
    const read: string[] = [];
    for await (const page of lab.source({ budget }).pages(null, lab.deps)) {
      read.push(...page.events.flatMap((event) => event.nativeId ?? []));
      if (read.length > 0) break;
    }
    expect(read.length).toBeGreaterThan(0);
  });

  it('is not spent where nobody keeps account of it', async () => {
    const lab = await startLab();
    const [root = ''] = lab.publish(1);
    const { record: _, ...deps } = lab.deps;
    const pages = lab.source().follow?.(followed(root), null, deps);
    expect(await failure((async () => void (await pages?.[Symbol.asyncIterator]().next()))())).toMatchObject({
      message: 'a source that costs money needs its record',
    });
    expect(lab.standIn.requests).toEqual([]);
  });

  it('is given back for what failed', async () => {
    const lab = await startLab();
    const [root = ''] = lab.publish(1);
    lab.standIn.faults.push({ kind: 'status', status: 503 }, { kind: 'truncated' });
    for (let turn = 0; turn < 2; turn += 1)
      expect(await failure(look(lab, followed(root)))).toMatchObject({ outcome: 'transient' });
    expect(await spent(lab)).toEqual({ [`thread ${root}`]: 0 });
  });
});
