import { describe, expect, it } from '@jest/globals';
import type { XCursor } from '../../../src/sources/x/cursor.ts';
import { cursorOf, failure, idsOf, mentionsOf, startLab, walk, withDeadline } from './harness.ts';

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

describe.each(['tweet', 'post'] as const)('a walk over X in the spelling "%s"', (spelling) => {
  it('reads every post of several pages, newest first, and then only what is new', async () => {
    const lab = await startLab(spelling);
    const first = lab.publish(250);
    const source = lab.source();
    const pages = await walk(lab, source);
    expect(idsOf(pages)).toEqual([...first].reverse());
    expect(pages.map((page) => page.isLast)).toEqual([false, false, true]);
    lab.clock.forward(600_000);
    const second = lab.publish(3);
    const more = await walk(lab, source, { cursor: cursorOf(pages) });
    expect(idsOf(more)).toEqual([...second].reverse());
    expect(mentionsOf(more)[0]?.counts).toMatchObject({ followers: 12, likes: 0, reposts: 0 });
  });

  it('loses and skips nothing when it is cut off at any page boundary while new posts arrive', async () => {
    for (let cutAt = 0; cutAt <= 4; cutAt += 1) {
      const lab = await startLab(spelling);
      const source = lab.source();
      const earlier = lab.publish(5, { endedMsAgo: 3_000_000 });
      const begun = await walk(lab, source);
      lab.clock.forward(600_000);
      const meanwhile = lab.publish(320);
      const cut = await walk(lab, source, { cursor: cursorOf(begun), limit: cutAt });
      lab.clock.forward(600_000);
      const later = lab.publish(130);
      const rest = await walk(lab, source, { cursor: cursorOf(cut, cursorOf(begun)) });
      const read = [...idsOf(begun), ...idsOf(cut), ...idsOf(rest)];
      expect(sorted(read)).toEqual(sorted([...earlier, ...meanwhile, ...later]));
      expect(rest.at(-1)?.isLast).toBe(true);
      expect(rest.filter((page) => page.isLast)).toHaveLength(1);
      lab.clock.forward(60_000);
      expect(idsOf(await walk(lab, source, { cursor: cursorOf(rest) }))).toEqual([]);
    }
  });

  it('carries the same since_id through every page of a walk', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    const [last] = lab.publish(1);
    const begun = await walk(lab, source);
    lab.clock.forward(600_000);
    lab.publish(250);
    await walk(lab, source, { cursor: cursorOf(begun) });
    const walked = lab.standIn.pageRequests
      .slice(1)
      .map(({ params }) => [params.get('since_id'), params.has('next_token')]);
    expect(walked).toEqual([
      [last, false],
      [last, true],
      [last, true],
    ]);
  });

  it('falls back to seven days and reports the gap when its since_id is too old', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    lab.publish(1);
    const begun = await walk(lab, source);
    lab.clock.forward(9 * 86_400_000);
    const lost = lab.publish(2, { endedMsAgo: 8 * 86_400_000 });
    const found = lab.publish(150, { endedMsAgo: 3 * 86_400_000 });
    const pages = await walk(lab, source, { cursor: cursorOf(begun) });
    expect(idsOf(pages)).toEqual([...found].reverse());
    expect(idsOf(pages)).not.toContain(lost[0]);
    expect(pages[0]?.gap).toContain(
      'Posts between 2026-11-20T11:58:00Z and 2026-11-22T12:10:00Z may be missing',
    );
    expect(pages.slice(1).map((page) => page.gap)).toEqual([undefined]);
    const retried = lab.standIn.pageRequests.at(-2)?.params;
    expect([retried?.get('start_time'), retried?.has('since_id')]).toEqual(['2026-11-22T12:10:00Z', false]);
  });

  it('reports no gap when it read on all the time and only nobody wrote', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    lab.publish(1);
    let pages = await walk(lab, source);
    for (let day = 0; day < 9; day += 1) {
      lab.clock.forward(86_400_000);
      pages = await walk(lab, source, { cursor: cursorOf(pages) });
      expect(pages.map((page) => page.gap)).toEqual([undefined]);
    }
    const [news] = lab.publish(1);
    lab.clock.forward(60_000);
    expect(idsOf(await walk(lab, source, { cursor: cursorOf(pages) }))).toEqual([news]);
  });

  it('begins an open walk anew when its since_id grew too old between two pages', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    lab.publish(1);
    const begun = await walk(lab, source);
    lab.clock.forward(86_400_000);
    const posts = lab.publish(150);
    const cut = await walk(lab, source, { cursor: cursorOf(begun), limit: 1 });
    lab.clock.forward(6.5 * 86_400_000);
    const rest = await walk(lab, source, { cursor: cursorOf(cut) });
    expect(new Set([...idsOf(cut), ...idsOf(rest)])).toEqual(new Set(posts));
    expect(rest[0]?.gap).toContain('may be missing');
  });

  it('takes posts that come twice without ending or going round in circles', async () => {
    const lab = await startLab(spelling);
    const posts = lab.publish(250);
    lab.standIn.faults.push(null, { kind: 'repeat' });
    const pages = await walk(lab, lab.source());
    expect(idsOf(pages)).toHaveLength(350);
    expect(sorted([...new Set(idsOf(pages))])).toEqual(sorted(posts));
  });

  it('loses nothing when it dies after every page, nor when a page that was read is not committed', async () => {
    const lab = await startLab(spelling);
    const source = lab.source();
    const posts = [...lab.publish(450)];
    const read: string[] = [];
    let cursor: XCursor | null = null;
    let isLast = false;
    for (let life = 0; !isLast; life += 1) {
      const pages = await walk(lab, source, { cursor, limit: 1 });
      const isCommitted = life % 3 !== 1;
      if (isCommitted) {
        read.push(...idsOf(pages));
        cursor = cursorOf(pages, cursor);
        isLast = pages.at(-1)?.isLast === true || life > 30;
      }
      lab.clock.forward(60_000);
      posts.push(...(life < 5 ? lab.publish(7) : []));
    }
    const rest = await walk(lab, source, { cursor });
    expect(sorted([...new Set([...read, ...idsOf(rest)])])).toEqual(sorted(posts));
  });

  it('finds the first version of an edited post that is answered, and takes that another one is gone', async () => {
    const lab = await startLab(spelling);
    // It does not name the brand, so that it comes along with its answer only.
    const [first = '', edited = ''] = lab.publish(2, { text: 'they kept my deposit' });
    lab.standIn.posts.splice(0, 1);
    Object.assign(lab.standIn.posts[0] ?? {}, { history: [first, edited] });
    lab.publish(1, { text: 'nordbahn: same here', repliedTo: edited, conversationId: edited });
    lab.publish(1, { text: 'nordbahn: me too', repliedTo: '1234', conversationId: '1234' });
    const read = mentionsOf(await walk(lab, lab.source()));
    expect(read).toMatchObject([
      { text: 'nordbahn: me too', parent: '1234', thread: '1234' },
      { text: 'nordbahn: same here', parent: first, thread: first },
    ]);
  });

  it('asks for the newest first, and never for what many people saw', async () => {
    const lab = await startLab(spelling);
    lab.publish(1);
    await walk(lab, lab.source({ mentionUserIds: ['900'] }));
    const [search, mentions] = lab.standIn.pageRequests;
    expect(search?.params.get('sort_order')).toBe('recency');
    expect([...(search?.params.keys() ?? [])].sort()).toEqual(
      [
        'expansions',
        'max_results',
        'query',
        'sort_order',
        'start_time',
        'tweet.fields',
        'user.fields',
      ].sort(),
    );
    expect(mentions?.operation).toBe('mentions');
    expect(lab.standIn.pageRequests).toHaveLength(2);
  });

  it('reads mentions of an account by its own token parameter', async () => {
    const lab = await startLab(spelling);
    const asked = lab.publish(120, { text: 'is anybody there?', mentions: ['900'] });
    const pages = await walk(lab, lab.source({ queries: [], mentionUserIds: ['900'] }));
    expect(idsOf(pages)).toEqual([...asked].reverse());
    expect(lab.standIn.pageRequests.map(({ params }) => params.has('pagination_token'))).toEqual([
      false,
      true,
    ]);
  });
});

describe('walks beside each other', () => {
  it('take turns, so that a loud search does not keep the others waiting', async () => {
    const lab = await startLab();
    lab.publish(300);
    const [quiet] = lab.publish(1, { text: 'meine suedbahn-karte wurde doppelt abgebucht' });
    const source = lab.source({ queries: ['(nordbahn) -is:retweet', '(suedbahn) -is:retweet'] });
    const pages = await walk(lab, source, { limit: 2 });
    expect(idsOf(pages)).toContain(quiet);
  });

  it('begin a changed search where the search that it replaces had come to', async () => {
    const lab = await startLab();
    const begun = await walk(lab, lab.source());
    lab.clock.forward(3 * 86_400_000);
    const missed = lab.publish(4, { endedMsAgo: 2.5 * 86_400_000 });
    const changed = lab.source({ queries: ['(nordbahn OR nordzug) -is:retweet'] });
    const pages = await walk(lab, changed, { cursor: cursorOf(begun) });
    expect(idsOf(pages)).toEqual([...missed].reverse());
    expect(Object.keys(cursorOf(pages)?.walks ?? {})).toEqual(['search (nordbahn OR nordzug) -is:retweet']);
  });

  it('go on without the search when its rate limit is used up, and say so at the end', async () => {
    const lab = await startLab();
    lab.publish(250);
    const asked = lab.publish(1, { text: 'hello?', mentions: ['900'] });
    lab.standIn.rateLimit = { remaining: 1, reset: lab.clock.now().getTime() / 1000 + 300 };
    const source = lab.source({ mentionUserIds: ['900'] });
    const read: string[] = [];
    const flags: boolean[] = [];
    const error = await failure(
      (async () => {
        for await (const page of source.pages(null, lab.deps)) {
          read.push(...idsOf([page]));
          flags.push(page.isLast);
        }
      })(),
    );
    expect(error).toMatchObject({ name: 'SourceError', outcome: 'transient', retryAfterMs: 301_000 });
    expect(read).toHaveLength(101);
    expect(read).toContain(asked[0]);
    expect(flags).toEqual([false, false]);
  });
});

describe('what goes wrong on the way', () => {
  const failed = async (
    fault: Parameters<Awaited<ReturnType<typeof startLab>>['standIn']['faults']['push']>[0],
  ) => {
    const lab = await startLab();
    const posts = lab.publish(150);
    const source = lab.source();
    lab.standIn.faults.push(null, fault);
    const begun = await walk(lab, source, { limit: 1 });
    const quick = { ...lab, deps: { ...lab.deps, fetch: withDeadline(300) } };
    const error = await failure(walk(quick, source, { cursor: cursorOf(begun) }));
    const rest = await walk(lab, source, { cursor: cursorOf(begun) });
    expect(sorted([...idsOf(begun), ...idsOf(rest)])).toEqual(sorted(posts));
    return error;
  };
  const reset = (Date.parse('2026-11-20T12:00:00Z') + 90_000) / 1000;
  it.each([
    [
      '429 with a reset in unix seconds',
      { kind: 'status', status: 429, headers: { 'x-rate-limit-reset': String(reset) } },
      91_000,
    ],
    ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }, 7000],
    [
      '503 with a date',
      { kind: 'status', status: 503, headers: { 'retry-after': 'Fri, 20 Nov 2026 12:01:00 GMT' } },
      60_000,
    ],
    ['502 with a page of HTML', { kind: 'status', status: 502, body: '<html>Bad gateway</html>' }, undefined],
    ['an answer that is cut off', { kind: 'truncated' }, undefined],
    ['an answer that never ends', { kind: 'slow' }, undefined],
    ['a connection that goes', { kind: 'drop' }, undefined],
    ['an answer that does not say whether more follows', { kind: 'no meta' }, undefined],
  ] as const)('%s is transient and loses nothing', async (_, fault, retryAfterMs) => {
    expect(await failed(fault)).toMatchObject({ name: 'SourceError', outcome: 'transient', retryAfterMs });
  });

  it.each([
    [401, 'the bearer token was not taken'],
    [402, 'buy credits'],
    [403, 'may not make this request'],
    [404, 'check the user ids'],
  ])('HTTP %i needs a person, and the sentence says what to do', async (status, words) => {
    const error = await failed({ kind: 'status', status });
    expect(error).toMatchObject({ outcome: 'permanent', message: expect.stringContaining(words) });
  });

  it('a query that the platform refuses needs a person', async () => {
    const lab = await startLab();
    const error = await failure(
      walk(lab, lab.source({ queries: [`(${'nordbahn '.repeat(60)}) -is:retweet`] })),
    );
    expect(error).toMatchObject({
      outcome: 'permanent',
      message: expect.stringContaining('query is too long'),
    });
  });

  it('the token never stands in a message', async () => {
    const lab = await startLab();
    const error = await failure(walk(lab, lab.source({ bearerToken: 'a-very-secret-token' })));
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret');
    expect(error).toMatchObject({ outcome: 'permanent' });
  });
});
