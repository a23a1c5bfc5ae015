import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../support/random.ts';
import { openDesk, simulate } from '../../support/simulated.ts';
import { soakDays } from '../soak-days.ts';
import { nameOf, startLab } from './harness.ts';

describe(`a Discourse forum over ${soakDays} simulated days`, () => {
  it('brings everything once, with faults, or says what may be missing', async () => {
    const lab = await startLab();
    const random = seededRandom(11);
    const desk = openDesk();
    let last = lab.clock.now().getTime();
    const live = (): void => {
      const now = lab.clock.now().getTime();
      const burst = random() < 0.02 ? 120 : 0;
      for (let n = burst + Math.floor(((now - last) / 900_000) * 3 * random()); n > 0; n -= 1) {
        const lateMs = random() < 0.9 ? 0 : random() * 120_000;
        const agoMs = random() * (now - last);
        const savedAt = new Date(now - agoMs + lateMs);
        lab.publish({ agoMs, savedAt, topicId: Math.ceil(random() * 50), isPrivate: random() < 0.2 });
      }
      for (const post of [...lab.standIn.posts.values()].slice(-20)) {
        if (random() > 0.01) continue;
        if (random() < 0.5) post.isDeleted = true;
        else Object.assign(post, { cooked: `<p>nordbahn edited at ${now}</p>`, version: post.version + 1 });
      }
      if (random() < 0.1)
        lab.standIn.faults.push(null, { kind: 'status', status: random() < 0.5 ? 503 : 429 });
      if (random() < 0.1) lab.standIn.faults.push({ kind: random() < 0.5 ? 'again' : 'truncated' });
      last = now;
    };
    const told = {
      source: lab.source,
      deps: { ...lab.deps, fetch: lab.standIn.fetch },
      clock: lab.clock,
      desk,
    };
    const { failures, cursor } = await simulate({ ...told, random, days: soakDays, live });
    lab.standIn.faults.length = 0;
    await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
    expect(failures.length).toBeGreaterThan(2 * soakDays);
    for (const post of lab.standIn.posts.values()) {
      const name = nameOf(post);
      if (post.isPrivate === true) expect([name, desk.posts.has(name)]).toEqual([name, false]);
      else if (post.isDeleted !== true)
        expect([name, desk.posts.get(name)?.text.split('\n').at(-1)]).toEqual([
          name,
          post.cooked.slice(3, -4),
        ]);
      else if (desk.posts.has(name)) expect([name, desk.deleted.has(name)]).toEqual([name, true]);
    }
    expect([desk.gaps, desk.posts.size > 100 * soakDays]).toEqual([[], true]);
  }, 120_000);
});
