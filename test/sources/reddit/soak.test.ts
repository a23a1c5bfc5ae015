import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../support/random.ts';
import type { RedditThing } from '../../support/reddit-stand-in.ts';
import { openDesk, simulate } from '../../support/simulated.ts';
import type { StandInFault } from '../../support/stand-in.ts';
import { soakDays } from '../soak-days.ts';
import { type Lab, startLab } from './harness.ts';

const faults: readonly StandInFault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '120' } },
  { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
  { kind: 'again' },
  { kind: 'truncated' },
  { kind: 'drop' },
  { kind: 'page for people' },
];

const pick = <T>(from: readonly T[], random: () => number): T | undefined =>
  from[Math.floor(random() * from.length)];

/** Publishes, edits, deletes and spoils as the days bring it. */
const liveIn = (lab: Lab, random: () => number) => {
  let last = lab.clock.now().getTime();
  const posts: RedditThing[] = [];
  return (): void => {
    const passedS = (lab.clock.now().getTime() - last) / 1000;
    const burst = random() < 0.004 ? 150 : 0;
    for (let n = burst + Math.floor((passedS / 900) * 3 * random()); n > 0; n -= 1)
      publish(lab, { posts, passedS, n }, random);
    for (const thing of [...lab.standIn.things.values()].slice(-20)) change(lab, thing, random);
    spoil(lab, random);
    last = lab.clock.now().getTime();
  };
};

interface Passed {
  readonly posts: RedditThing[];
  readonly passedS: number;
  readonly n: number;
}

const publish = (lab: Lab, { posts, passedS, n }: Passed, random: () => number): void => {
  const now = lab.clock.now().getTime();
  const agoS = random() * passedS;
  const lateS = random() < 0.9 ? 0 : random() ** 3 * 80_000;
  const post = random() < 0.6 ? pick(posts.slice(-30), random) : undefined;
  const made = lab.publish({
    agoS,
    text: `${random() < 0.2 ? 'nordbahn' : 'opinion'} ${n} ${now}`,
    subreddit: post?.subreddit ?? (random() < 0.5 ? 'trains' : 'berlin'),
    shownAt: new Date(now - (agoS - lateS) * 1000),
    ...(post === undefined ? { title: 'news' } : { link: post.name, parent: post.name }),
  });
  if (post === undefined) posts.push(made);
};

const change = (lab: Lab, thing: RedditThing, random: () => number): void => {
  if (random() > 0.01 || thing.state !== undefined) return;
  const now = lab.clock.now().getTime();
  const kind = random();
  if (kind < 0.4) Object.assign(thing, { state: random() < 0.5 ? 'deleted' : 'removed' });
  else if (kind < 0.6) thing.author = null;
  else Object.assign(thing, { text: `nordbahn edited at ${now}`, edited: Math.floor(now / 1000) });
};

const spoil = (lab: Lab, random: () => number): void => {
  const fault = random() < 0.2 ? pick(faults, random) : undefined;
  if (fault !== undefined) lab.standIn.faults.push(...(random() < 0.5 ? [] : [null]), fault);
  if (random() < 0.02) lab.standIn.revoke();
};

describe(`Reddit over ${soakDays} simulated days`, () => {
  it('brings everything once, with faults and restarts, or says what may be missing', async () => {
    const lab = await startLab();
    const random = seededRandom(5);
    const desk = openDesk();
    const source = lab.source({
      subreddits: ['trains', 'berlin'],
      searches: ['Nordbahn'],
      pollMs: 1_800_000,
    });
    const told = { source, deps: { ...lab.deps, fetch: lab.standIn.fetch }, clock: lab.clock, desk };
    const { failures, cursor } = await simulate({
      ...told,
      random,
      days: soakDays,
      live: liveIn(lab, random),
    });
    lab.standIn.faults.length = 0;
    await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
    expect(failures.length).toBeGreaterThan(5 * soakDays);
    for (const { name, title, text, state, shownAt } of lab.standIn.things.values()) {
      if (state !== undefined) {
        const isOurs = /nordbahn/.test(desk.posts.get(name)?.text ?? '');
        if (isOurs) expect([name, desk.deleted.has(name)]).toEqual([name, true]);
      } else if (shownAt <= lab.clock.now()) {
        const words = title === undefined ? text : `${title}\n\n${text}`;
        expect([name, desk.posts.get(name)?.text]).toEqual([name, words]);
      }
    }
    const wrongly = [...desk.deleted].filter((name) => lab.standIn.things.get(name)?.state === undefined);
    expect(wrongly).toEqual([]);
    expect([desk.gaps, desk.posts.size > 100 * soakDays]).toEqual([[], true]);
  }, 120_000);
});
