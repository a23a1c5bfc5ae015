import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { followRedirects, type Hop } from '../../src/lib/follow-redirects.ts';

interface Told {
  readonly status: number;
  readonly location: string | null;
}

const start = 'https://a.example/0';

/** Each answer in turn, the last one again and again. */
const walk = async (answers: readonly Told[], maxRedirects = 5) => {
  const asked: Hop[] = [];
  const left: Told[] = [];
  const followed = await followRedirects<Told>(start, {
    ask: (hop) => {
      asked.push(hop);
      return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? end);
    },
    told: (answer) => answer,
    leave: (answer) => void left.push(answer),
    maxRedirects,
  });
  return { asked, left, followed };
};

const end: Told = { status: 200, location: null };
const to = (status: number, location: string): Told => ({ status, location });

describe('redirects', () => {
  it('are asked one by one, each where the one before it led, and left behind', async () => {
    const { asked, left, followed } = await walk([to(302, '/1'), to(308, 'https://b.example/2?x'), end]);
    expect(asked).toEqual([
      { url: start, by: null },
      { url: 'https://a.example/1', by: 302 },
      { url: 'https://b.example/2?x', by: 308 },
    ]);
    expect(left).toHaveLength(2);
    expect(followed).toMatchObject({
      kind: 'answered',
      at: 'https://b.example/2?x',
      hops: 2,
      lastingUrl: start,
    });
  });

  it('move an address for good as far as 301 and 308 reach from its beginning', async () => {
    const statuses = fc.array(fc.constantFrom(301, 302, 303, 307, 308), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(statuses, async (steps) => {
        const answers = [...steps.map((status, index) => to(status, `/${index + 1}`)), end];
        const { followed, asked } = await walk(answers);
        const lasting = steps.findIndex((status) => status !== 301 && status !== 308);
        const reached = lasting < 0 ? steps.length : lasting;
        expect(followed).toMatchObject({
          kind: 'answered',
          at: `https://a.example/${steps.length}`,
          lastingUrl: `https://a.example/${reached}`,
        });
        expect(asked).toHaveLength(steps.length + 1);
      }),
    );
  });

  it('end after as many as are allowed, or at what is no address', async () => {
    const circle = await walk([to(302, '/0')], 3);
    expect([circle.followed.kind, circle.asked.length]).toEqual(['endless', 4]);
    expect((await walk([to(302, '/1')], 0)).followed).toEqual({ kind: 'endless' });
    expect((await walk([to(301, 'https://[')])).followed).toEqual({ kind: 'malformed', at: start });
  });

  it('are none where no place is named, or where the status is another one', async () => {
    for (const answer of [{ status: 302, location: null }, to(200, '/1'), to(304, '/1'), to(300, '/1')])
      expect((await walk([answer])).followed).toMatchObject({ kind: 'answered', at: start, hops: 0 });
  });
});
