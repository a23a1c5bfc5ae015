import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../support/random.ts';
import { openDesk, simulate } from '../../support/simulated.ts';
import type { StandInFault } from '../../support/stand-in.ts';
import type { YouTubeComment } from '../../support/youtube-stand-in.ts';
import { type Lab, startLab } from './harness.ts';

const faults: readonly StandInFault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
  { kind: 'again' },
  { kind: 'truncated' },
  { kind: 'drop' },
];

const pick = <T>(from: readonly T[], random: () => number): T | undefined =>
  from[Math.floor(random() * from.length)];

/** Publishes, edits, deletes and spoils as ten days bring it. */
const liveIn = (lab: Lab, random: () => number) => {
  let last = lab.clock.now().getTime();
  const tops: YouTubeComment[] = [];
  return (): void => {
    const passedS = (lab.clock.now().getTime() - last) / 1000;
    const burst = random() < 0.008 ? 250 : 0;
    for (let n = burst + Math.floor((passedS / 900) * 1.2 * random()); n > 0; n -= 1)
      publish(lab, { tops, passedS, n }, random);
    for (const comment of [...lab.standIn.comments.values()].slice(-20)) change(lab, comment, random);
    const fault = random() < 0.2 ? pick(faults, random) : undefined;
    if (fault !== undefined) lab.standIn.faults.push(...(random() < 0.5 ? [] : [null]), fault);
    last = lab.clock.now().getTime();
  };
};

interface Passed {
  readonly tops: YouTubeComment[];
  readonly passedS: number;
  readonly n: number;
}

const publish = (lab: Lab, { tops, passedS, n }: Passed, random: () => number): void => {
  const now = lab.clock.now().getTime();
  const agoS = random() * passedS;
  const lateS = random() < 0.9 ? 0 : random() ** 3 * 80_000;
  // Replies come under comments that concern the brand: only those are looked for.
  const top = random() < 0.5 ? pick(tops.slice(-20), random) : undefined;
  const isOurs = random() < 0.3;
  const made = lab.publish({
    agoS,
    text: `${isOurs ? 'nordbahn' : 'opinion'} ${n} ${now}`,
    channelId: top?.channelId ?? (random() < 0.5 ? 'UCnordbahn' : 'UCother'),
    shownAt: new Date(now - (agoS - lateS) * 1000),
    ...(top === undefined ? {} : { parent: top.id }),
  });
  if (top === undefined && isOurs) tops.push(made);
};

const change = (lab: Lab, comment: YouTubeComment, random: () => number): void => {
  if (random() > 0.01 || comment.isDeleted === true || comment.parent !== undefined) return;
  const now = lab.clock.now();
  if (random() < 0.5) comment.isDeleted = true;
  else if (/nordbahn/.test(comment.text))
    Object.assign(comment, { text: `nordbahn edited ${now.getTime()}`, updatedAt: now });
};

describe('YouTube over ten simulated days', () => {
  it('brings everything once within its units, with faults and restarts, or says what may be missing', async () => {
    const lab = await startLab();
    const random = seededRandom(9);
    const desk = openDesk();
    const source = lab.source({ channels: ['UCnordbahn', 'UCother'], pollMs: 3_600_000 });
    const told = { source, deps: { ...lab.deps, fetch: lab.standIn.fetch }, clock: lab.clock, desk };
    const { failures, cursor } = await simulate({ ...told, random, days: 10, live: liveIn(lab, random) });
    lab.standIn.faults.length = 0;
    await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
    expect(failures.length).toBeGreaterThan(50);
    expect(failures.filter(({ outcome }) => outcome === 'budget')).toEqual([]);
    for (const comment of lab.standIn.comments.values()) {
      const { id, text, isDeleted, parent } = comment;
      const isGone = isDeleted === true || lab.standIn.comments.get(parent ?? '')?.isDeleted === true;
      if (!isGone) expect([id, desk.posts.get(id)?.text]).toEqual([id, text]);
      else if (isDeleted === true && /nordbahn/.test(desk.posts.get(id)?.text ?? ''))
        expect([id, desk.deleted.has(id)]).toEqual([id, true]);
    }
    const really = [...lab.standIn.comments.values()].filter(({ isDeleted }) => isDeleted === true);
    const wrongly = [...desk.deleted].filter((id) => !really.some((one) => one.id === id));
    expect(wrongly).toEqual([]);
    expect([desk.gaps, desk.posts.size > 600]).toEqual([[], true]);
  }, 120_000);
});
