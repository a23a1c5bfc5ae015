import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../support/random.ts';
import { openDesk, simulate } from '../../support/simulated.ts';
import { soakDays } from '../soak-days.ts';
import { startLab } from './harness.ts';

describe(`Hacker News over ${soakDays} simulated days`, () => {
  it('brings everything once, with faults, or says what may be missing', async () => {
    const lab = await startLab();
    const random = seededRandom(7);
    const desk = openDesk();
    let last = Math.floor(lab.clock.now().getTime() / 1000);
    const live = (): void => {
      const nowS = Math.floor(lab.clock.now().getTime() / 1000);
      for (let n = Math.floor(((nowS - last) / 900) * 4 * random()); n > 0; n -= 1) {
        const agoS = Math.floor(random() * (nowS - last));
        const lateS = random() < 0.9 ? 0 : Math.floor(random() ** 3 * 80_000);
        const isOurs = random() < 0.2;
        const text = isOurs ? `nordbahn ${n} ${nowS}` : `opinion ${n} ${nowS}`;
        lab.publish({ agoS, text, foundAt: nowS - agoS + lateS, story: n, parent: n });
      }
      const [post] = [...lab.standIn.posts.values()].slice(-5);
      if (post !== undefined && random() < 0.02) post.isDeleted = true;
      if (random() < 0.1)
        lab.standIn.faults.push(null, { kind: 'status', status: random() < 0.5 ? 503 : 429 });
      if (random() < 0.1) lab.standIn.faults.push({ kind: random() < 0.5 ? 'again' : 'truncated' });
      last = nowS;
    };
    const deps = { ...lab.deps, fetch: lab.standIn.fetch };
    const told = { source: lab.source, deps, clock: lab.clock, desk };
    const { failures, cursor } = await simulate({ ...told, random, days: soakDays, live });
    lab.standIn.faults.length = 0;
    await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
    expect(failures.length).toBeGreaterThan(2 * soakDays);
    for (const post of lab.standIn.posts.values()) {
      const id = String(post.id);
      if (post.isDeleted !== true) expect([id, desk.posts.get(id)?.text]).toEqual([id, post.text]);
      else if (/nordbahn/.test(post.text) && desk.posts.has(id))
        expect([id, desk.deleted.has(id)]).toEqual([id, true]);
    }
    expect(desk.gaps).toEqual([]);
  }, 120_000);
});
