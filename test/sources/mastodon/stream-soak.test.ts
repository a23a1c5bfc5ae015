import { describe, expect, it } from '@jest/globals';
import type { OpenStream } from '../../../src/sources/source.ts';
import { seededRandom } from '../../support/random.ts';
import { openDesk, simulate } from '../../support/simulated.ts';
import { soakSeeds } from '../../support/soak-seeds.ts';
import { soakDays } from '../soak-days.ts';
import { type Lab, startLab } from './harness.ts';

const token = 'secret-token';
const stream = { silenceMs: 1_000, pageMs: 20, lastsMs: 60_000, gatherMs: 0 };

interface Life {
  live(): void;
  /** A connection to the streaming server, in whose course simulated time goes by. */
  readonly open: OpenStream;
  readonly opened: { well: number; badly: number };
}

/** An instance that is written on, and whose streaming server refuses, repeats, cuts characters and breaks off. */
const begin = (lab: Lab, random: () => number): Life => {
  const { standIn, clock } = lab;
  let told: { readonly event: string; readonly data: string }[] = [];
  let last = clock.now().getTime();
  const publish = (now: number): void => {
    const many = Math.floor(((now - last) / 600_000) * 3 * random());
    for (let n = 0; n < many; n += 1) {
      const createdAt = new Date(last + random() * (now - last));
      const id = standIn.toot({
        text: `nordbahn 🚆 ${n} um ${now}`,
        tag: 'nordbahn',
        createdAt,
        arrivedAt: createdAt,
      });
      told.push({ event: 'update', data: JSON.stringify(standIn.statusOf(id)) });
    }
    last = now;
  };
  const change = (now: Date): void => {
    for (const [id, toot] of [...standIn.toots].slice(-30)) {
      if (toot.deletedAt !== undefined || random() > 0.01) continue;
      if (random() < 0.5) {
        Object.assign(toot, { editedAt: now, body: `${toot.text} korrigiert ${now.getTime()}` });
        told.push({ event: 'status.update', data: JSON.stringify(standIn.statusOf(id)) });
      } else {
        toot.deletedAt = now;
        told.push({ event: 'delete', data: id });
      }
    }
  };
  const live = (): void => {
    const now = clock.now();
    publish(now.getTime());
    change(now);
  };
  const opened = { well: 0, badly: 0 };
  async function* speak(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    // What was told before is not told again.
    told = [];
    yield Buffer.from(':)\n');
    for (let quarter = 0; quarter < 8 && !signal.aborted; quarter += 1) {
      clock.forward(random() * 900_000);
      live();
      const events = told.flatMap((event) => (random() < 0.1 ? [event, event] : [event]));
      told = [];
      const bytes = Buffer.from(
        events.map(({ event, data }) => `event: ${event}\ndata: ${data}\n\n:thump\n`).join(''),
      );
      const isEnd = random() < 0.1;
      const until = isEnd ? Math.floor(random() * bytes.length) : bytes.length;
      for (let at = 0; at < until; ) {
        const size = 1 + Math.floor(random() * 700);
        yield bytes.subarray(at, Math.min(at + size, until));
        at += size;
      }
      // A process takes its time to store what came.
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (isEnd) throw new Error('the connection is gone');
    }
  }
  return {
    live,
    opened,
    open: (_url, { signal }) => {
      const isRefused = random() < 0.1;
      opened[isRefused ? 'badly' : 'well'] += 1;
      return Promise.resolve({ status: isRefused ? 503 : 200, chunks: speak(signal) });
    },
  };
};

describe(`${soakDays} days of streams of Mastodon in simulated time`, () => {
  it.each(soakSeeds)(
    'bring everything once, whatever breaks off (run %i)',
    async (seed) => {
      const lab = await startLab();
      const random = seededRandom(seed);
      const life = begin(lab, random);
      const desk = openDesk();
      const source = lab.source({ token, stream });
      const deps = { ...lab.deps, fetch: lab.standIn.fetch, stream: life.open };
      const told = { source, deps, clock: lab.clock, desk };
      const { cursor } = await simulate({ ...told, random, days: soakDays, live: life.live });
      // Then two days by the timelines alone: what is open is finished, and each post was looked at again.
      const { stream: _stream, ...polled } = deps;
      const quiet = { ...told, deps: polled, source: lab.source({ token, pollMs: 600_000 }) };
      await simulate({ ...quiet, cursor, random: () => 1, days: 2, live: () => undefined });
      for (const [id, toot] of lab.standIn.toots) {
        const uri = lab.standIn.uriOf(id);
        if (toot.deletedAt === undefined)
          expect([id, desk.posts.get(uri)?.text]).toEqual([id, `${toot.body ?? toot.text} #nordbahn`]);
        else if (desk.posts.has(uri)) expect([id, desk.deleted.has(uri)]).toEqual([id, true]);
      }
      expect(desk.gaps).toEqual([]);
      expect([
        lab.standIn.toots.size > 50 * soakDays,
        life.opened.well > 5 * soakDays,
        life.opened.badly > soakDays / 2,
      ]).toEqual([true, true, true]);
    },
    120_000,
  );
});
