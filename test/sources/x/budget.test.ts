import { describe, expect, it } from '@jest/globals';
import type { BudgetState } from '../../../src/sources/source.ts';
import { createXSource } from '../../../src/sources/x.ts';
import { cursorOf, failure, idsOf, type Lab, startLab, stored, walk } from './harness.ts';

const readUntilStopped = async (
  lab: Lab,
  source: ReturnType<Lab['source']>,
  from: ReturnType<typeof cursorOf>,
) => {
  const ids: string[] = [];
  let cursor = from;
  let budget: BudgetState | undefined;
  const error = await failure(
    (async () => {
      for await (const page of source.pages(stored(cursor), lab.deps)) {
        ids.push(...idsOf([page]));
        cursor = page.cursor;
        budget = page.budget;
      }
    })(),
  );
  return { ids, cursor, error, budget };
};

const spentMills = async (lab: Lab): Promise<number> => {
  let mills = 0;
  await lab.record.ledger.book(lab.clock.now(), (spent) => {
    mills = spent.monthMills;
    return null;
  });
  return mills;
};

describe('the budget of a day', () => {
  it('stops with the sentence that leads and comms both read, and tells when reading resumes', async () => {
    const lab = await startLab();
    lab.clock.forward(2 * 3_600_000 + 5 * 60_000);
    // Nothing counted the day before: the rush is not foreseen.
    const source = lab.source({ budget: { usdPerDay: 1 } });
    const begun = await walk(lab, source);
    lab.clock.forward(60_000);
    lab.publish(164);
    lab.clock.forward(60_000);
    const { ids, error, budget } = await readUntilStopped(lab, source, cursorOf(begun));
    expect(ids.length).toBeGreaterThan(20);
    expect(error).toMatchObject({ name: 'SourceError', outcome: 'budget', retryAfterMs: 3_600_001 });
    const seen = Math.round((100 * ids.length) / 164);
    expect((error as Error).message).toBe(
      `x not read since 14:07 UTC, budget used; about ${seen} % seen. It is USD 1.00 a day; reading resumes at 2026-11-21T00:00:00.000Z.`,
    );
    expect(budget).toMatchObject({
      level: 100,
      percent: 100,
      seen,
      period: '2026-11-20',
      stoppedSince: '2026-11-20T14:07:00.000Z',
      until: '2026-11-21T00:00:00.000Z',
    });
  });

  it('is never exceeded, counting the posts that come along with replies and quotes and their authors', async () => {
    const lab = await startLab();
    const parents = lab.publish(200, { text: 'about something else' });
    const source = lab.source({ budget: { usdPerDay: 2 } });
    const begun = await walk(lab, source);
    lab.clock.forward(60_000);
    for (const id of parents) lab.publish(1, { repliedTo: id, quoted: parents[0] ?? id });
    lab.clock.forward(60_000);
    const { ids, error } = await readUntilStopped(lab, source, cursorOf(begun));
    expect(error).toMatchObject({ outcome: 'budget' });
    expect(lab.standIn.served.posts * 5).toBeLessThanOrEqual(0.7 * 2000);
    expect(await spentMills(lab)).toBeLessThanOrEqual(2000);
    expect(await spentMills(lab)).toBeGreaterThan(500);
    expect(ids.length).toBeLessThan(200);
  });

  it('is kept by the record, so that neither a restart nor a cursor that was lost spends it twice', async () => {
    const lab = await startLab();
    const options = { budget: { usdPerDay: 1 } };
    const begun = await walk(lab, lab.source(options));
    lab.clock.forward(60_000);
    lab.publish(300);
    lab.clock.forward(60_000);
    const first = await readUntilStopped(lab, lab.source(options), cursorOf(begun));
    expect(first.error).toMatchObject({ outcome: 'budget' });
    const pages = lab.standIn.pageRequests.length;
    const again = await readUntilStopped(lab, lab.source(options), null);
    expect(again).toMatchObject({ ids: [], error: { outcome: 'budget' } });
    lab.clock.forward(9 * 3_600_000);
    expect((await readUntilStopped(lab, lab.source(options), first.cursor)).ids).toEqual([]);
    expect(lab.standIn.pageRequests).toHaveLength(pages);
  });

  it('of a month stops the day too, and says when the month ends', async () => {
    const lab = await startLab();
    const source = lab.source({ budget: { usdPerDay: 2, usdPerMonth: 0.9 } });
    const begun = await walk(lab, source);
    lab.clock.forward(60_000);
    lab.publish(300);
    lab.clock.forward(60_000);
    const { budget, error, cursor } = await readUntilStopped(lab, source, cursorOf(begun));
    expect(await spentMills(lab)).toBeLessThanOrEqual(900);
    expect(budget).toMatchObject({ period: '2026-11', level: 100, until: '2026-12-01T00:00:00.000Z' });
    expect((error as Error).message).toMatch(/It is USD 0\.90 a month; reading resumes at 2026-12-01/);
    lab.clock.forward(11 * 86_400_000);
    const next = await readUntilStopped(lab, source, cursor);
    expect(next).toMatchObject({ error: null, budget: { stoppedSince: null, level: 0 } });
  });

  it('costs one count and nothing else where nobody wrote', async () => {
    const lab = await startLab();
    const source = lab.source({ budget: { usdPerDay: 1 } });
    let pages = await walk(lab, source);
    for (let poll = 0; poll < 50; poll += 1) {
      lab.clock.forward(60_000);
      pages = await walk(lab, source, { cursor: cursorOf(pages) });
    }
    expect(await spentMills(lab)).toBe(5);
    expect(pages.at(-1)?.budget).toMatchObject({ level: 0, stoppedSince: null, isSampled: false });
  });

  it('passes half and four fifths before it is used, each shown at once', async () => {
    const lab = await startLab();
    const source = lab.source({ budget: { usdPerDay: 10 } });
    let cursor = cursorOf(await walk(lab, source));
    const levels: number[] = [];
    for (let round = 0; round < 30; round += 1) {
      lab.clock.forward(60_000);
      lab.publish(60);
      const read = await readUntilStopped(lab, source, cursor);
      cursor = read.cursor;
      if (read.budget !== undefined && levels.at(-1) !== read.budget.level) levels.push(read.budget.level);
    }
    expect(levels).toEqual([0, 50, 80, 100]);
  });

  it.each([
    [
      { usdPerDay: 0.36 },
      /does not pay for one page on X\. Raise its budget_usd_per_day to at least USD 0\.37/,
    ],
    [{ usdPerDay: Number.NaN }, /at least USD 0\.37/],
    [{ usdPerDay: 5, usdPerMonth: 0.1 }, /at least USD 0\.37/],
    [{ usdPerDay: 0.4, postUsd: 0.05 }, /at least USD 2\.34/],
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
      budget: { usdPerDay: 5 },
    };
    expect(() => createXSource({ ...options, queries: [] })).toThrow(/nothing to look for/);
    expect(() => createXSource({ ...options, bearerToken: '' })).toThrow(/bearer token/);
  });

  it('polls no faster than its rate limit allows', () => {
    const queries = Array.from({ length: 100 }, (_, index) => `(brand${index}) -is:retweet`);
    const source = createXSource({ name: 'x', bearerToken: 't', queries, budget: { usdPerDay: 5 } });
    expect(source.nextPollMs(null)).toBe(400_000);
  });
});
