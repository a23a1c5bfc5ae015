import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../support/random.ts';
import type { StoreReview } from '../../support/review-stand-ins.ts';
import { openDesk, simulate } from '../../support/simulated.ts';
import type { StandInFault } from '../../support/stand-in.ts';
import { soakDays } from '../soak-days.ts';
import { type Lab, type Store, startLab } from './harness.ts';

const faults: readonly StandInFault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
  { kind: 'truncated' },
  { kind: 'drop' },
];

/** Publishes, changes, deletes and spoils as the days bring it. */
const liveIn = (lab: Lab, random: () => number) => {
  let last = lab.clock.now().getTime();
  return (): void => {
    const now = lab.clock.now().getTime();
    const burst = random() < 0.01 ? 120 : 0;
    for (let n = burst + Math.floor(random() * 7); n > 0; n -= 1) {
      const agoS = (random() * (now - last)) / 1000;
      const lateS = random() < 0.9 ? 0 : random() ** 3 * 80_000;
      lab.publish({ agoS, body: `it crashes ${n} ${now}`, shownAt: new Date(now - (agoS - lateS) * 1000) });
    }
    for (const review of [...lab.standIn.reviews.values()].slice(-20)) change(lab, review, random);
    const fault = random() < 0.2 ? faults[Math.floor(random() * faults.length)] : undefined;
    if (fault !== undefined) lab.standIn.faults.push(...(random() < 0.5 ? [] : [null]), fault);
    last = now;
  };
};

const change = (lab: Lab, review: StoreReview, random: () => number): void => {
  if (random() > 0.01 || review.isDeleted === true) return;
  const at = lab.clock.now();
  const kind = random();
  if (kind < 0.3) review.isDeleted = true;
  else if (kind < 0.6) review.answer = { text: `sorry ${at.getTime()}`, at };
  else {
    review.body = `changed ${at.getTime()}`;
    if (lab.store === 'Google Play') review.at = at;
  }
};

const stores: readonly Store[] = ['Google Play', 'the App Store'];

describe.each(stores)(`%s over ${soakDays} simulated days`, (store) => {
  it('brings every review once, with faults and restarts, or says what may be missing', async () => {
    const lab = await startLab(store);
    const random = seededRandom(3);
    const desk = openDesk();
    const source = { ...lab.source(), nextPollMs: () => 3_600_000 };
    const told = { source, deps: { ...lab.deps, fetch: lab.standIn.fetch }, clock: lab.clock, desk };
    const { failures, cursor } = await simulate({
      ...told,
      random,
      days: soakDays,
      live: liveIn(lab, random),
    });
    lab.standIn.faults.length = 0;
    await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
    expect(failures.length).toBeGreaterThan(2 * soakDays);
    const now = lab.clock.now().getTime();
    for (const { id, body, at, isDeleted, answer } of lab.standIn.reviews.values()) {
      // Google's week: what was changed or deleted at its end is not told any more.
      const isTold = store !== 'Google Play' || at.getTime() > now - 5 * 86_400_000;
      if (isDeleted !== true) expect([id, desk.posts.has(id)]).toEqual([id, true]);
      if (!isTold) continue;
      if (isDeleted === true) {
        if (desk.posts.has(id)) expect([id, desk.deleted.has(id)]).toEqual([id, true]);
        continue;
      }
      expect([id, desk.posts.get(id)?.text]).toEqual([id, body]);
      expect([id, desk.posts.get(`${id}/reply`)?.text]).toEqual([id, answer?.text]);
    }
    const wrongly = [...desk.deleted].filter(
      (id) => lab.standIn.reviews.get(id.replace('/reply', ''))?.isDeleted !== true,
    );
    expect(wrongly).toEqual([]);
    expect([desk.gaps, desk.posts.size > 60 * soakDays]).toEqual([[], true]);
  }, 120_000);
});
