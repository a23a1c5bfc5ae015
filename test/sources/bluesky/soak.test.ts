import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BlueskyCursor } from '../../../src/sources/bluesky/cursor.ts';
import { type JetstreamStandIn, startJetstream } from '../../support/jetstream-stand-in.ts';
import { seededRandom } from '../../support/random.ts';
import { idOf, postOf } from './bluesky-events.ts';
import { listenOnce, sourceOn } from './harness.ts';

const minuteUs = 60_000_000;
const days10Us = 10 * 1440 * minuteUs;
const begun = Date.parse('2026-05-04T09:00:00Z') * 1000;

const breakSomething = ({ faults }: JetstreamStandIn, random: () => number): void => {
  faults.refusals.splice(0);
  if (random() < 0.15) faults.refusals.push({ status: random() < 0.5 ? 429 : 503 });
  const dropAfter = random() < 0.4 ? 1 + Math.floor(random() * 30) : Number.POSITIVE_INFINITY;
  const chunkBytes = random() < 0.2 ? 1 + Math.floor(random() * 900) : 1_000_000;
  Object.assign(faults, { dropAfter, chunkBytes, isMute: random() < 0.05 });
};

/** How far the clock goes on before the next look: now and then for longer than a host keeps what it has. */
const awayUs = (random: () => number): { readonly us: number; readonly isLong: boolean } => {
  const isLong = random() < 0.02;
  return { us: (isLong ? 40 * 60 : Math.floor(random() * 240)) * minuteUs, isLong };
};

/** Ten days in simulated time: two hosts whose clocks differ, and everything that goes wrong between here and there. */
describe('ten days of Bluesky', () => {
  let nowUs = begun;
  const skewUs = 2_500_000;
  let hosts: readonly JetstreamStandIn[] = [];
  beforeAll(async () => {
    hosts = [
      await startJetstream({ nowUs: () => nowUs }),
      await startJetstream({ nowUs: () => nowUs + skewUs }),
    ];
  });
  afterAll(async () => {
    await Promise.all(hosts.map((host) => host.close()));
  });

  it('every post that names the brand arrived, or a gap says when one may be missing', async () => {
    const random = seededRandom(4);
    const named: { id: string; atUs: number }[] = [];
    const arrived = new Set<string>();
    const gaps: string[] = [];
    let outages = 0;
    let count = 0;
    const publish = (): void => {
      const isNamed = random() < 0.3;
      const post = postOf(`r${count}`, isNamed ? `Voltara ${count} „kaputt“ 🔥` : `Nothing ${count}`);
      if (isNamed) named.push({ id: idOf(`r${count}`), atUs: nowUs });
      for (const host of hosts) host.publish(post);
      // A network never pauses for longer than the clocks differ.
      nowUs += 5_000_000;
      for (const host of hosts) host.publish(postOf(`f${count}`, 'Nothing'));
      count += 1;
    };
    const source = sourceOn(
      hosts.map(({ origin }) => origin),
      { pace: { commitMs: 15, namedMs: 5, quietMs: 60 } },
    );
    publish();
    let cursor: BlueskyCursor | null = {
      host: String(hosts[0]?.origin),
      wire: 'v1',
      timeUs: nowUs,
      seq: null,
      handles: {},
    };
    while (nowUs < begun + days10Us) {
      const away = awayUs(random);
      outages += away.isLong ? 1 : 0;
      for (let left = away.us; left > 0; left -= 7 * minuteUs) {
        nowUs += Math.min(left, 7 * minuteUs);
        publish();
      }
      for (const host of hosts) breakSomething(host, random);
      const heard = await listenOnce(source, {
        allow: hosts.map(({ hostPort }) => hostPort),
        cursor,
        now: () => new Date(nowUs / 1000),
        until: (pages) => pages.at(-1)?.isLast === true,
      });
      ({ cursor } = heard);
      for (const event of heard.events) arrived.add(String(event.nativeId));
      gaps.push(...heard.gaps);
    }
    const spans = gaps.map((gap) => [...gap.matchAll(/20\d\d-[^ ]+Z/g)].map(([at]) => Date.parse(at) * 1000));
    const isCovered = (atUs: number): boolean =>
      spans.some(([from = 0, to = 0]) => atUs >= from - skewUs - 1_000 && atUs <= to + 1_000);
    // What was said after the last look is heard at the next one.
    const promised = named.filter(({ atUs }) => atUs <= Number(cursor?.timeUs) - skewUs);
    const lost = promised.filter(({ id, atUs }) => !arrived.has(id) && !isCovered(atUs));
    expect(promised.length).toBeGreaterThan(400);
    expect(lost).toEqual([]);
    // Not by crying wolf: a gap for each long outage at most.
    expect(outages).toBeGreaterThan(0);
    expect(gaps.length).toBeLessThanOrEqual(outages);
    expect(arrived.size).toBeGreaterThan(promised.length * 0.5);
  }, 120_000);
});
