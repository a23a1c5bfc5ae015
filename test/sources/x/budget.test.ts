import { describe, expect, it } from '@jest/globals';
import { createXSource } from '../../../src/sources/x.ts';
import { cursorOf, failure, idsOf, type Lab, startLab, stored, walk } from './harness.ts';

const readUntilStopped = async (
  lab: Lab,
  source: ReturnType<Lab['source']>,
  from: ReturnType<typeof cursorOf>,
) => {
  const ids: string[] = [];
  let cursor = from;
  const error = await failure(
    (async () => {
      for await (const page of source.pages(stored(cursor), lab.deps)) {
        ids.push(...idsOf([page]));
        cursor = page.cursor;
      }
    })(),
  );
  return { ids, cursor, error };
};

describe('the budget of a day', () => {
  it('stops with a sentence that names budget, spending and when reading resumes', async () => {
    const lab = await startLab();
    lab.publish(500);
    const { ids, error } = await readUntilStopped(
      lab,
      lab.source({ budget: { usdPerDay: 3, pricePerPost: 0.015 } }),
      null,
    );
    expect(error).toMatchObject({ name: 'SourceError', outcome: 'budget', retryAfterMs: 12 * 3_600_000 });
    expect((error as Error).message).toBe(
      `The budget of source x is used for today: it allows 200 posts (USD 3.00) a day, ${ids.length} posts (USD ${(ids.length * 0.015).toFixed(2)}) were read on 2026-11-20 UTC, and the next page could exceed it. Reading resumes at 2026-11-21T00:00:00.000Z; raise its budget_usd_per_day to read more.`,
    );
    expect(error).toMatchObject({
      cause: { code: 'budget_used', values: { budgetPosts: 200, spentPosts: ids.length } },
    });
  });

  it('is never exceeded, counting the posts that come along with replies and quotes', async () => {
    const lab = await startLab();
    const parents = lab.publish(200, { text: 'about something else' });
    const replies = parents.map((id) => lab.publish(1, { repliedTo: id, quoted: parents[0] ?? id }));
    const source = lab.source({ budget: { postsPerDay: 150 } });
    const { ids, error } = await readUntilStopped(lab, source, null);
    expect(error).toMatchObject({ outcome: 'budget' });
    expect(lab.standIn.served.posts).toBeLessThanOrEqual(150);
    expect(lab.standIn.served.posts).toBeGreaterThan(120);
    expect(ids.length).toBeLessThan(replies.length);
  });

  it('survives a restart, ends with the UTC day, and the walk goes on where it stopped', async () => {
    const lab = await startLab();
    const posts = lab.publish(300);
    const options = { budget: { postsPerDay: 120 } };
    const first = await readUntilStopped(lab, lab.source(options), null);
    const again = await readUntilStopped(lab, lab.source(options), first.cursor);
    expect(again).toMatchObject({ ids: [], error: { outcome: 'budget' } });
    const requests = lab.standIn.requests.length;
    lab.clock.forward(11.9 * 3_600_000);
    expect((await readUntilStopped(lab, lab.source(options), again.cursor)).ids).toEqual([]);
    expect(lab.standIn.requests).toHaveLength(requests);
    const read = [...first.ids];
    let cursor = again.cursor;
    for (let day = 0; day < 4; day += 1) {
      lab.clock.forward(86_400_000);
      const next = await readUntilStopped(lab, lab.source(options), cursor);
      read.push(...next.ids);
      cursor = next.cursor;
    }
    expect(read).toEqual([...posts].reverse());
  });

  it('costs nothing where nobody wrote', async () => {
    const lab = await startLab();
    const source = lab.source({ budget: { postsPerDay: 30 } });
    let pages = await walk(lab, source);
    for (let poll = 0; poll < 50; poll += 1) {
      lab.clock.forward(60_000);
      pages = await walk(lab, source, { cursor: cursorOf(pages) });
    }
    expect(cursorOf(pages)?.spent).toEqual({ day: '2026-11-20', posts: 0 });
  });

  it.each([
    [
      { postsPerDay: 29 },
      /allows for 29 posts a day; .* Raise its budget_usd_per_day to at least 30 posts \(USD 0\.45\)/,
    ],
    [{ usdPerDay: 0.44 }, /allows for 29 posts a day/],
    [{ postsPerDay: Number.NaN }, /allows for NaN posts/],
    [{ usdPerDay: 5, pricePerPost: 0 }, /Raise its budget_usd_per_day/],
  ])('that is too small for one page is refused: %j', (budget, sentence) => {
    const build = () =>
      createXSource({ name: 'x', bearerToken: 't', queries: ['(nordbahn) -is:retweet'], budget });
    expect(build).toThrow(sentence);
    expect(build).toThrow(expect.objectContaining({ name: 'UserError' }));
  });
});

describe('a source on X that cannot work', () => {
  it('says that it has nothing to look for, or no token', () => {
    const options = {
      name: 'x',
      bearerToken: 't',
      queries: ['(nordbahn) -is:retweet'],
      budget: { postsPerDay: 100 },
    };
    expect(() => createXSource({ ...options, queries: [] })).toThrow(/nothing to look for/);
    expect(() => createXSource({ ...options, bearerToken: '' })).toThrow(/bearer token/);
  });

  it('polls no faster than its rate limit allows', () => {
    const queries = Array.from({ length: 100 }, (_, index) => `(brand${index}) -is:retweet`);
    const source = createXSource({ name: 'x', bearerToken: 't', queries, budget: { postsPerDay: 100 } });
    expect(source.nextPollMs(null)).toBe(400_000);
  });
});
