import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../support/random.ts';
import { openDesk, simulate } from '../../support/simulated.ts';
import { soakSeeds } from '../../support/soak-seeds.ts';
import type { StandInFault } from '../../support/stand-in.ts';
import { soakDays } from '../soak-days.ts';
import { startLab } from './harness.ts';

const faults: readonly StandInFault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
  { kind: 'truncated' },
  { kind: 'drop' },
  { kind: 'again' },
  { kind: 'page for people' },
];

describe(`${soakDays} days of Mastodon in simulated time`, () => {
  it.each(soakSeeds)(
    'bring everything once, or say what may be missing (run %i)',
    async (seed) => {
      const lab = await startLab();
      const random = seededRandom(seed);
      const desk = openDesk();
      const source = lab.source({ pollMs: 600_000 });
      let last = lab.clock.now().getTime();
      const live = (): void => {
        const now = lab.clock.now().getTime();
        const many = Math.floor(((now - last) / 600_000) * 2.5 * random());
        for (let n = 0; n < many; n += 1) {
          const createdAt = new Date(last + random() * (now - last));
          // Most come at once; some instances are away for hours.
          const lateMs = random() < 0.9 ? 0 : random() < 0.8 ? random() * 900_000 : random() * 64_800_000;
          const arrivedAt = new Date(createdAt.getTime() + lateMs);
          lab.standIn.toot({ text: `nordbahn ${n} at ${now}`, tag: 'nordbahn', createdAt, arrivedAt });
        }
        for (const toot of [...lab.standIn.toots.values()].slice(-40)) {
          if (toot.deletedAt !== undefined || random() > 0.01) continue;
          if (random() < 0.5)
            Object.assign(toot, { editedAt: new Date(now), body: `${toot.text} edited at ${now}` });
          else toot.deletedAt = new Date(now);
        }
        last = now;
        if (random() < 0.1)
          lab.standIn.faults.push(null, ...faults.slice(Math.floor(random() * faults.length)).slice(0, 2));
      };
      const deps = { ...lab.deps, fetch: lab.standIn.fetch };
      const told = { source, deps, clock: lab.clock, desk };
      const { failures, cursor } = await simulate({ ...told, random, days: soakDays, live });
      // Then a quiet day: what is open is finished, and each post was looked at again.
      lab.standIn.faults.length = 0;
      await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
      expect(failures.length).toBeGreaterThan(2 * soakDays);
      const end = lab.clock.now();
      for (const [id, toot] of lab.standIn.toots) {
        if (toot.arrivedAt > end) continue;
        const uri = lab.standIn.uriOf(id);
        const wasThere = toot.deletedAt === undefined || toot.deletedAt > toot.arrivedAt;
        if (toot.deletedAt !== undefined) {
          if (desk.posts.has(uri)) expect([id, desk.deleted.has(uri)]).toEqual([id, true]);
          continue;
        }
        expect([id, wasThere, desk.posts.get(uri)?.text]).toEqual([
          id,
          true,
          `${toot.body ?? toot.text} #nordbahn`,
        ]);
      }
      expect([desk.gaps, [...desk.posts.keys()].length > 50 * soakDays]).toEqual([[], true]);
    },
    120_000,
  );
});
