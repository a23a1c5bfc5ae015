import { describe, expect, it } from '@jest/globals';
import { cursorOf, failure, type Lab, type Pages, startLab } from './harness.ts';

const dayMs = 86_400_000;

/** Walks and keeps what the worker would: new posts stand since now, and so does what was checked. */
const walkKeeping = async (
  lab: Lab,
  source: ReturnType<Lab['source']>,
  pages: Pages | null,
): Promise<Pages> => {
  const read: Pages[number][] = [];
  for await (const page of source.pages(pages === null ? null : cursorOf(pages), lab.deps)) {
    read.push(page);
    for (const event of page.events)
      if (event.kind === 'deletion') lab.record.held.delete(event.nativeId ?? '');
      else lab.record.held.set(event.nativeId, { revision: event.revision ?? 0, checkedAt: lab.clock.now() });
    for (const id of page.checked ?? []) {
      const held = lab.record.held.get(id);
      if (held !== undefined) held.checkedAt = lab.clock.now();
    }
  }
  return read;
};

const deletions = (pages: Pages): string[] =>
  pages.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'deletion' ? [event.nativeId ?? ''] : [])),
  );

describe.each(['tweet', 'post'] as const)('posts that are kept, on X in the spelling "%s"', (spelling) => {
  it('are asked for again within a day; what is deleted or went private is given up, and nobody is looked up', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    const ids = lab.publish(150);
    const [deleted = '', hidden = ''] = ids;
    const begun = await walkKeeping(lab, source, null);
    expect(lab.record.held.size).toBe(150);
    lab.standIn.posts.splice(0, 1);
    lab.standIn.hidden.add(hidden);
    lab.clock.forward(19 * 3_600_000);
    const early = await walkKeeping(lab, source, begun);
    expect(deletions(early)).toEqual([]);
    lab.clock.forward(3_600_001);
    const late = await walkKeeping(lab, source, early);
    expect(deletions(late).sort()).toEqual([deleted, hidden].sort());
    expect(
      [...lab.record.held.values()].every(
        ({ checkedAt }) => checkedAt.getTime() === lab.clock.now().getTime(),
      ),
    ).toBe(true);
    const lookups = lab.standIn.requests.filter(({ operation }) => operation === 'lookup');
    expect(lookups.map(({ params }) => (params.get('ids') ?? '').split(',').length)).toEqual([100, 50]);
    expect(lookups.every(({ params }) => !params.has('expansions') && !params.has('user.fields'))).toBe(true);
  });

  it('are read anew when they were edited, under the name of their first version', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    const [first = ''] = lab.publish(1, { text: 'nordbahn lost my bag' });
    const begun = await walkKeeping(lab, source, null);
    const [second = ''] = lab.publish(1, { text: 'they lost my bag and my card', endedMsAgo: 30_000 });
    lab.standIn.posts.splice(0, 1);
    Object.assign(lab.standIn.posts[0] ?? {}, { history: [first, second] });
    lab.clock.forward(21 * 3_600_000);
    const again = await walkKeeping(lab, source, begun);
    expect(again.flatMap(({ events }) => events)).toMatchObject([
      { nativeId: first, revision: 1, text: 'they lost my bag and my card' },
    ]);
    expect(deletions(again)).toEqual([]);
    lab.clock.forward(21 * 3_600_000);
    expect((await walkKeeping(lab, source, again)).flatMap(({ events }) => events)).toEqual([]);
  });

  it('are neither given up nor taken as checked when the platform says nothing of them, and reading goes on', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    lab.publish(3);
    const begun = await walkKeeping(lab, source, null);
    lab.clock.forward(21 * 3_600_000);
    const [news] = lab.publish(1);
    lab.clock.forward(60_000);
    lab.standIn.otherFaults.lookup = [{ kind: 'status', status: 503 }, { kind: 'truncated' }];
    for (let turn = 0; turn < 2; turn += 1) {
      const read: string[] = [];
      const error = await failure(
        (async () => {
          for await (const page of source.pages(cursorOf(begun), lab.deps))
            for (const event of page.events) if (event.kind === 'mention') read.push(event.nativeId);
        })(),
      );
      expect(error).toMatchObject({ outcome: 'transient' });
      expect(read).toEqual([news]);
    }
    expect(
      [...lab.record.held.values()].some(
        ({ checkedAt }) => lab.clock.now().getTime() - checkedAt.getTime() < dayMs / 2,
      ),
    ).toBe(false);
  });
});

describe('the money for asking again', () => {
  it('is set aside before anything is read, and what it does not reach for stays unchecked', async () => {
    const lab = await startLab();
    for (let n = 0; n < 1_000; n += 1)
      lab.record.held.set(String(n + 1), {
        revision: 0,
        checkedAt: new Date(lab.clock.now().getTime() - 2 * dayMs),
      });
    lab.publish(300);
    const source = lab.source({ budget: { usdPerDay: 2 } });
    await walkKeeping(lab, source, null).catch(() => undefined);
    const booked = new Map<string, number>();
    await lab.record.ledger.book(lab.clock.now(), ({ today }) => {
      for (const [purpose, { mills }] of today) booked.set(purpose, mills);
      return null;
    });
    // Half of what the counts leave, however much is kept; all of them are gone there, so that nothing is billed.
    expect(booked.get('check')).toBe(0);
    expect(lab.record.held.size).toBeLessThan(1_000);
    expect(booked.get('brand')).toBeLessThanOrEqual(0.7 * 0.5 * 2_000);
  });

  it('is no more than half of all, so that reading goes on', async () => {
    const lab = await startLab();
    const ids = lab.publish(400, { endedMsAgo: 3 * dayMs });
    for (const id of ids)
      lab.record.held.set(id, { revision: 0, checkedAt: new Date(lab.clock.now().getTime() - 2 * dayMs) });
    const [news] = lab.publish(1);
    const source = lab.source({ budget: { usdPerDay: 2 } });
    const pages = await walkKeeping(lab, source, null);
    expect(pages.flatMap(({ events }) => events.map((event) => event.nativeId))).toContain(news);
    const checked = [...lab.record.held.values()].filter(
      ({ checkedAt }) => checkedAt.getTime() === lab.clock.now().getTime(),
    );
    // 0.98 of 2 USD, halved, at 0.005 USD each; the one that was read now stands beside them.
    expect(checked).toHaveLength(196 + 1);
  });
});
