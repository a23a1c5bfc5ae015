import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createReplyRounds, type DecidedPosts } from '../../workers/reply-rounds.ts';

const listen = (fail = false) => {
  const seen: DecidedPosts[] = [];
  const errors: Error[] = [];
  const rounds = createReplyRounds(
    (posts) => {
      seen.push(posts);
      return fail ? Promise.reject(new Error('the database is away')) : Promise.resolve();
    },
    (error) => void errors.push(error),
  );
  return { rounds, seen, errors };
};

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 400 && !isTrue(); turn += 1) await sleep(10);
};

describe('rounds of replies that waited', () => {
  it('look once for the posts of several batches, source by source', async () => {
    const { rounds, seen } = listen();
    await rounds.note({ source: 'forum', parents: ['a'] });
    await rounds.note({ source: 'x', parents: ['b'] });
    await rounds.note({ source: 'forum', parents: ['c', 'd'] });
    await until(() => seen.length === 2);
    expect(seen).toEqual([
      { source: 'forum', parents: ['a', 'c', 'd'] },
      { source: 'x', parents: ['b'] },
    ]);
    await rounds.stop();
  });

  it('tell of a look that failed, and go on with what is noted after it', async () => {
    const { rounds, seen, errors } = listen(true);
    await rounds.note({ source: 'forum', parents: ['a'] });
    await until(() => errors.length === 1);
    await rounds.note({ source: 'forum', parents: ['b'] });
    await until(() => errors.length === 2);
    expect(seen.map(({ parents }) => parents)).toEqual([['a'], ['b']]);
    await rounds.stop();
  });

  it('look at once for what is noted when they are stopped, and at nothing after it', async () => {
    const { rounds, seen } = listen();
    await rounds.note({ source: 'forum', parents: ['a'] });
    const begun = performance.now();
    await rounds.stop();
    expect(performance.now() - begun).toBeLessThan(200);
    await rounds.note({ source: 'forum', parents: ['b'] });
    await sleep(300);
    expect(seen).toEqual([{ source: 'forum', parents: ['a'] }]);
  });
});
