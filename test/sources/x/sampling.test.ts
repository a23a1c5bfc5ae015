import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextSlice } from '../../../src/sources/x/slices.ts';
import { cursorOf, idsOf, type Lab, startLab, stored, walk } from './harness.ts';

const minuteMs = 60_000;
const start = new Date('2026-11-20T00:00:00Z');

/** Walked as a source does that looks every three hours. */
const minutesRead = (seed: string, rate: number, minutes: number): number[] => {
  const read: number[] = [];
  for (let begun = 0; begun < minutes; begun += 180) {
    const end = Math.min(begun + 180, minutes);
    const horizon = new Date(start.getTime() + end * minuteMs);
    let from = new Date(start.getTime() + begun * minuteMs);
    for (let slice = nextSlice({ from, horizon }, { seed, rate }); slice !== null; ) {
      for (let at = Date.parse(slice.from); at < Date.parse(slice.to); at += minuteMs)
        read.push((at - start.getTime()) / minuteMs);
      from = new Date(slice.to);
      slice = nextSlice({ from, horizon }, { seed, rate });
    }
  }
  return read;
};

describe('the minutes that are read when the money does not reach for all', () => {
  it('are the part that it reaches for, spread over the day', () => {
    for (const rate of [0.05, 0.3, 0.61, 0.9]) {
      const read = minutesRead('a seed', rate, 7 * 1440);
      expect(read.length / (7 * 1440)).toBeCloseTo(rate, 1);
      const byHour = new Set(read.map((minute) => Math.floor(minute / 60)));
      expect(byHour.size).toBeGreaterThan(rate < 0.1 ? 140 : 166);
    }
  });

  it('are chosen by seed and minute alone, and stay chosen when there is more money', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, a, b) => {
          const few = minutesRead(seed, Math.min(a, b), 180);
          const more = new Set(minutesRead(seed, Math.max(a, b), 180));
          expect(few.filter((minute) => !more.has(minute))).toEqual([]);
          expect(minutesRead(seed, Math.min(a, b), 180)).toEqual(few);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are drawn several at a time after a long rest, so that a week takes no thousand requests', () => {
    const horizon = new Date(start.getTime() + 7 * 86_400_000);
    let from = start;
    let requests = 0;
    let readMs = 0;
    for (let slice = nextSlice({ from, horizon }, { seed: 's', rate: 0.5 }); slice !== null; ) {
      requests += 1;
      readMs += Date.parse(slice.to) - Date.parse(slice.from);
      from = new Date(slice.to);
      slice = nextSlice({ from, horizon }, { seed: 's', rate: 0.5 });
    }
    expect(requests).toBeLessThan(400);
    expect(Math.abs(readMs / (7 * 86_400_000) - 0.5)).toBeLessThan(0.12);
  });

  it('are other ones by another seed', () => {
    expect(minutesRead('one', 0.5, 1440)).not.toEqual(minutesRead('another', 0.5, 1440));
  });
});

/** A day of posts, one every two minutes, of which the money reaches for some. */
const liveADay = async (lab: Lab, likes: number, authorId: string): Promise<readonly string[]> => {
  const source = lab.source({ budget: { usdPerDay: 3 }, pollMs: 600_000 });
  const read: string[] = [];
  let cursor = cursorOf(await walk(lab, source));
  for (let round = 0; round < 144; round += 1) {
    lab.clock.forward(600_000);
    for (let back = 4; back >= 0; back -= 1)
      lab.publish(1, { endedMsAgo: 180_000 + back * 120_000, likes: round % 2 === 0 ? likes : 0, authorId });
    try {
      for await (const page of source.pages(stored(cursor), { ...lab.deps, fetch: lab.standIn.fetch })) {
        read.push(...idsOf([page]));
        cursor = page.cursor;
      }
    } catch (error) {
      expect(error).toMatchObject({ outcome: 'budget' });
    }
  }
  return read;
};

describe('a day that the money does not reach for', () => {
  it('is read in random minutes and never stops, and the part that was seen is told', async () => {
    const lab = await startLab();
    lab.clock.forward(12 * 3_600_000);
    // As many the day before, so that the day is foreseen.
    for (let back = 720; back > 0; back -= 1) lab.publish(1, { endedMsAgo: back * 120_000 + 3_600_000 });
    const source = lab.source({ budget: { usdPerDay: 3 }, lookbackMs: 60_000 });
    const quick = { ...lab, deps: { ...lab.deps, fetch: lab.standIn.fetch } };
    let pages = await walk(quick, source);
    const read = new Set(idsOf(pages));
    const published: string[] = [];
    const hours = new Set<number>();
    for (let round = 0; round < 143; round += 1) {
      lab.clock.forward(600_000);
      for (let back = 4; back >= 0; back -= 1)
        published.push(
          ...lab.publish(1, {
            endedMsAgo: 30_000 + back * 120_000,
            authorId: String(2_000 + round * 5 + back),
          }),
        );
      pages = await walk(quick, source, { cursor: cursorOf(pages) });
      for (const id of idsOf(pages)) read.add(id);
      if (pages.some(({ events }) => events.length > 0)) hours.add(Math.floor(round / 6));
    }
    const seen = published.filter((id) => read.has(id)).length / published.length;
    expect(seen).toBeGreaterThan(0.2);
    expect(seen).toBeLessThan(0.95);
    expect(hours.size).toBe(24);
    const { budget } = pages.at(-1) ?? {};
    expect(budget).toMatchObject({ stoppedSince: null });
    expect(Math.abs((budget?.seen ?? 0) - 100 * seen)).toBeLessThan(12);
  });

  it('asks the same of the platform and reads the same, whoever wrote and however many liked it', async () => {
    const [quiet, loud] = [await startLab(), await startLab()];
    const ofQuiet = await liveADay(quiet, 0, '101');
    const ofLoud = await liveADay(loud, 9_000_000, '102');
    expect(ofLoud).toEqual(ofQuiet);
    const asked = (lab: Lab) => lab.standIn.requests.map(({ params }) => String(params));
    expect(asked(loud)).toEqual(asked(quiet));
  });
});
