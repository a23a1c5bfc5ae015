import { describe, expect, it } from '@jest/globals';
import { liveThrough, lookAt } from '../../support/look.ts';
import { seededRandom } from '../../support/random.ts';
import { cursorOf, walk } from '../../support/walked.ts';
import { type Lab, startLab } from './harness.ts';

const minute = 60_000;

const repliesAsked = (lab: Lab): readonly string[] =>
  lab.standIn.requests.flatMap(({ url }) => url.searchParams.get('parentId') ?? []);

describe('a look at the replies under a comment on YouTube', () => {
  it('brings all of them, a unit for a hundred, each once and whatever it names', async () => {
    const lab = await startLab();
    const top = lab.publish({ text: 'Nordbahn never came', agoS: 900 });
    const replies = Array.from({ length: 120 }, () => lab.publish({ text: 'me too', parent: top.id }));
    const first = await lookAt(lab.source(), { thread: top.id }, lab.deps);
    expect(first.mentions.map(({ nativeId }) => nativeId).toSorted()).toEqual(
      replies.map(({ id }) => id).toSorted(),
    );
    expect(new Set(first.mentions.map(({ thread, parent }) => `${thread} ${parent}`))).toEqual(
      new Set([`${top.id} ${top.id}`]),
    );
    expect(lab.standIn.used.units).toBe(2);
    lab.clock.forward(10 * minute);
    const late = lab.publish({ text: 'and me', parent: top.id });
    const second = await lookAt(lab.source(), { thread: top.id, mark: first.mark }, lab.deps);
    expect(second.mentions.map(({ nativeId }) => nativeId)).toEqual([late.id]);
  });

  it('knows what the walk passed on, and carries edits', async () => {
    const lab = await startLab();
    const top = lab.publish({ text: 'Nordbahn again', agoS: 900 });
    const reply = lab.publish({ text: 'late', parent: top.id });
    const cursor = cursorOf(await walk(lab));
    const first = await lookAt(lab.source(), { thread: top.id, cursor }, lab.deps);
    expect(first.events).toEqual([]);
    const updatedAt = new Date(lab.clock.now().getTime() + 5 * minute);
    Object.assign(reply, { text: 'late, solved', updatedAt });
    lab.clock.forward(10 * minute);
    const { mentions, mark } = await lookAt(
      lab.source(),
      { thread: top.id, cursor, mark: first.mark },
      lab.deps,
    );
    expect(mentions).toMatchObject([
      { nativeId: reply.id, text: 'late, solved', revision: updatedAt.getTime() / 1000 },
    ]);
    expect((await lookAt(lab.source(), { thread: top.id, cursor, mark }, lab.deps)).events).toEqual([]);
  });

  it('spends from the units of the day, and leaves a tenth of them for edits and deletions', async () => {
    const lab = await startLab();
    const source = lab.source({ unitsPerDay: 10 });
    const top = lab.publish({ text: 'Nordbahn again' });
    const begun = await walk(lab, { source });
    const spent = lab.standIn.used.units;
    const looks = [];
    for (let n = spent; n < 12; n += 1)
      looks.push(await lookAt(source, { thread: top.id, cursor: cursorOf(begun) }, lab.deps));
    expect(looks.at(-1)?.error).toMatchObject({ outcome: 'budget', retryAfterMs: 20 * 3_600_000 });
    expect(lab.standIn.used.units).toBe(9);
    // What another process spent stands in the cursor.
    const other = await lookAt(
      lab.source({ unitsPerDay: spent }),
      { thread: top.id, cursor: cursorOf(begun) },
      lab.deps,
    );
    expect(other.error?.outcome).toBe('budget');
  });

  it('is paced so that the threads of a day cost a fifth of its units', async () => {
    const lab = await startLab();
    expect((lab.source({ unitsPerDay: 10_000 }).followsPerMinute ?? 0) * 1_440).toBeCloseTo(2_000);
  });

  it('reads five hundred of a loud thread, and says that there are more', async () => {
    const lab = await startLab();
    const top = lab.publish({ text: 'Nordbahn again', agoS: 9_000 });
    for (let n = 0; n < 620; n += 1) lab.publish({ parent: top.id, agoS: n });
    const { mentions, gaps } = await lookAt(lab.source(), { thread: top.id }, lab.deps);
    expect([mentions.length, gaps]).toEqual([
      500,
      ['Replies may be missing: the newest 500 under a comment on YouTube were read.'],
    ]);
  });

  it('takes no other comment for its own, and says when the list broke off', async () => {
    const lab = await startLab();
    const [one, other] = [lab.publish({ text: 'Nordbahn 1' }), lab.publish({ text: 'Nordbahn 2' })];
    for (let n = 0; n < 150; n += 1) lab.publish({ parent: one.id, agoS: n });
    const begun = await lookAt(lab.source(), { thread: one.id, limit: 1 }, lab.deps);
    lab.standIn.faults.push({ kind: 'again' });
    const strange = await lookAt(lab.source(), { thread: other.id }, lab.deps);
    expect([strange.events, strange.error?.outcome]).toEqual([[], 'transient']);
    lab.standIn.faults.push(null, { kind: 'status', status: 400 });
    expect((await lookAt(lab.source(), { thread: one.id, mark: begun.mark }, lab.deps)).error).not.toBeNull();
  });

  it('brings a whole life of seven days by its schedule, with faults and processes that are killed', async () => {
    for (const seed of [1, 2, 3]) {
      const lab = await startLab();
      const random = seededRandom(seed);
      const top = lab.publish({ text: 'Nordbahn again' });
      const written: string[] = [];
      const live = (): void => {
        for (let n = Math.floor(random() * 12); n > 0; n -= 1)
          written.push(lab.publish({ parent: top.id }).id);
      };
      const { deps, clock, standIn } = lab;
      const life = { source: lab.source(), thread: top.id, deps, clock, standIn, random, live };
      const told = (await liveThrough(life)).map(({ nativeId }) => nativeId);
      expect(new Set(told)).toEqual(new Set(written));
    }
  }, 60_000);
});

// DESIGN.md 3, known leaks: follow-up schedules.
describe('the walk over YouTube', () => {
  it('asks for the replies of a loud comment no sooner and no more often than for those of a quiet one', async () => {
    const lab = await startLab();
    const [quiet, loud] = [lab.publish({ text: 'Nordbahn quiet' }), lab.publish({ text: 'Nordbahn loud' })];
    let cursor = cursorOf(await walk(lab));
    const asked: Record<string, number[]> = { [quiet.id]: [], [loud.id]: [] };
    for (let step = 0; step < 90; step += 1) {
      lab.clock.forward(30 * minute);
      if (step < 30) for (let n = 0; n < 3; n += 1) lab.publish({ parent: loud.id });
      lab.standIn.requests.length = 0;
      cursor = cursorOf(await walk(lab, { cursor }));
      for (const id of repliesAsked(lab)) asked[id]?.push(step);
    }
    expect(asked[quiet.id]?.length).toBeGreaterThan(8);
    expect(asked[loud.id]).toEqual(asked[quiet.id]);
  }, 60_000);
});
