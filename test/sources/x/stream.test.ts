import { describe, expect, it } from '@jest/globals';
import { createSafeStream } from '../../../src/lib/safe-stream.ts';
import type { OpenStream, SourceDeps, SourcePage } from '../../../src/sources/source.ts';
import type { XCursor } from '../../../src/sources/x/cursor.ts';
import { failure, type Lab, startLab, stored } from './harness.ts';

type Page = SourcePage<XCursor>;

/** Behind the guard of the service; a silence of 20 s is shortened, so that nobody waits for it. */
const streamOf = (lab: Lab, silenceMs = 20_000): OpenStream => {
  const open = createSafeStream({ allow: [new URL(lab.standIn.baseUrl).host] });
  return (url, init) => open(url, { ...init, silenceMs: Math.min(init.silenceMs, silenceMs) });
};

interface Listening {
  readonly pages: Page[];
  readonly done: Promise<void>;
  readonly stop: () => Promise<void>;
  ids(): string[];
  until(holds: () => boolean): Promise<void>;
}

const listen = (
  lab: Lab,
  cursor: XCursor | null = null,
  more: Partial<SourceDeps> & { readonly usdPerDay?: number } = {},
): Listening => {
  const { usdPerDay = 10_000, ...deps } = more;
  const stop = new AbortController();
  const source = lab.source({ stream: true, pollMs: 300_000, budget: { usdPerDay } });
  const pages: Page[] = [];
  const done = (async () => {
    for await (const page of source.pages(stored(cursor), {
      ...lab.deps,
      stream: streamOf(lab),
      signal: stop.signal,
      ...deps,
    }))
      pages.push(page);
  })();
  done.catch(() => undefined);
  return {
    pages,
    done,
    stop: async () => {
      stop.abort();
      await done.catch(() => undefined);
    },
    ids: () =>
      pages.flatMap(({ events }) =>
        events.flatMap((event) => (event.kind === 'mention' ? [event.nativeId] : [])),
      ),
    until: async (holds) => {
      for (let turn = 0; turn < 500 && !holds(); turn += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(holds()).toBe(true);
    },
  };
};

const lineOf = (lab: Lab, id: string): string => {
  const post = lab.standIn.posts.find((each) => each.id === id);
  return (post === undefined ? null : lab.standIn.lineOf(post)) ?? '';
};

const asked = (lab: Lab, operation: string): number =>
  lab.standIn.requests.filter((request) => request.operation === operation).length;

describe.each(['tweet', 'post'] as const)('the filtered stream of X in the spelling "%s"', (spelling) => {
  it('hears what is written, by rules in step with the searches, and leaves rules of others alone', async () => {
    const lab = await startLab(spelling);
    lab.standIn.rules.push(
      { id: '77', value: '(somebody) -is:retweet', tag: 'of another program' },
      { id: '78', value: '(oldbrand) -is:retweet', tag: 'evenhand:x' },
    );
    const ear = listen(lab);
    await ear.until(() => lab.standIn.streams.length === 1);
    expect(lab.standIn.rules.map(({ value, tag }) => [value, tag])).toEqual([
      ['(somebody) -is:retweet', 'of another program'],
      ['(nordbahn) -is:retweet', 'evenhand:x'],
    ]);
    const [heard = ''] = lab.publish(1, {
      endedMsAgo: 0,
      text: 'nordbahn: Über 40 Minuten 🚆 verspätet',
      lang: 'de',
    });
    const bytes = Buffer.from(lineOf(lab, heard));
    // Every character of more than one byte is cut.
    for (const byte of bytes) {
      lab.standIn.streams[0]?.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await ear.until(() => ear.ids().includes(heard));
    expect(ear.pages.flatMap(({ events }) => events).at(-1)).toMatchObject({
      text: 'nordbahn: Über 40 Minuten 🚆 verspätet',
      counts: { followers: 12 },
    });
    await ear.stop();
    expect(lab.standIn.violations).toEqual([]);
  });

  it('asks for no rule twice', async () => {
    const lab = await startLab(spelling);
    for (let turn = 0; turn < 2; turn += 1) {
      const ear = listen(lab);
      await ear.until(() => lab.standIn.streams.length === 1);
      await ear.stop();
      await ear.until(() => lab.standIn.streams.length === 0);
    }
    expect(asked(lab, 'update rules')).toBe(1);
    expect(lab.standIn.rules).toHaveLength(1);
  });
});

describe('a stream that ends', () => {
  it('loses nothing: what was written meanwhile is searched for, and what was heard is not searched for again', async () => {
    const lab = await startLab();
    const ear = listen(lab);
    await ear.until(() => lab.standIn.streams.length === 1);
    await ear.until(() => {
      lab.clock.forward(16_000);
      lab.standIn.streams[0]?.write('\r\n');
      return ear.pages.at(-1)?.cursor.stream !== undefined;
    });
    const round = async (): Promise<void> => {
      lab.clock.forward(301_000);
      lab.standIn.streams[0]?.write('\r\n');
      await ear.until(() => ear.pages.at(-1)?.cursor.walkedAt === lab.clock.now().toISOString());
    };
    // The search comes to where listening began.
    await round();
    const searches = asked(lab, 'search');
    expect(searches).toBe(2);
    for (let turn = 0; turn < 3; turn += 1) await round();
    const readTo = ear.pages.at(-1)?.cursor.walks['search (nordbahn) -is:retweet']?.readTo ?? '';
    expect(Date.parse(readTo)).toBe(lab.clock.now().getTime() - 120_000);
    expect(asked(lab, 'search')).toBe(searches);
    const [heard = ''] = lab.publish(1, { endedMsAgo: 0 });
    lab.standIn.streams[0]?.write(lineOf(lab, heard));
    await ear.until(() => ear.ids().includes(heard));
    lab.standIn.streams[0]?.drop();
    await ear.done;
    const cursor = ear.pages.at(-1)?.cursor ?? null;
    expect(cursor?.stream).toMatchObject({ trouble: { kind: 'broken', times: 1 }, waitMs: 250 });
    const [missed = ''] = lab.publish(1, { endedMsAgo: 0 });
    lab.clock.forward(301_000);
    const again = listen(lab, cursor);
    await again.until(() => again.ids().includes(missed));
    await again.stop();
  });

  it.each([
    ['falls silent', (lab: Lab) => lab.standIn.streams[0]?.write('\r\n'), 'the stream broke off'],
    ['is closed', (lab: Lab) => lab.standIn.streams[0]?.end(), 'the stream ended'],
    [
      'says why',
      (lab: Lab) =>
        lab.standIn.streams[0]?.write(
          `${JSON.stringify({ errors: [{ title: 'operational-disconnect', disconnect_type: 'UpstreamOperationalDisconnect', type: 'https://api.twitter.com/2/problems/operational-disconnect' }] })}\r\n`,
        ),
      'X ended the stream: operational-disconnect',
    ],
  ] as const)(
    'because it %s is opened again after the wait of a broken connection',
    async (_, spoil, reason) => {
      const lab = await startLab();
      const ear = listen(lab, null, { stream: streamOf(lab, 1_500) });
      await ear.until(() => lab.standIn.streams.length === 1);
      spoil(lab);
      await ear.done;
      expect(ear.pages.at(-1)).toMatchObject({
        rejected: [{ at: 'stream', reason }],
        cursor: { stream: { trouble: { kind: 'broken', times: 1 } } },
      });
    },
    20_000,
  );

  it.each([
    [503, 'refused', 5_000],
    [429, 'limited', 60_000],
  ] as const)(
    'by HTTP %i is left alone for its own wait, doubling, while searches go on',
    async (status, kind, firstMs) => {
      const lab = await startLab();
      let cursor: XCursor | null = null;
      const waits: number[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        lab.standIn.otherFaults.stream = [{ kind: 'status', status }];
        const ear = listen(lab, cursor);
        await ear.done;
        cursor = ear.pages.at(-1)?.cursor ?? null;
        waits.push(cursor?.stream?.waitMs ?? 0);
        expect(cursor?.stream?.trouble).toEqual({ kind, times: turn + 1 });
        const calls = asked(lab, 'stream');
        // Too early: nobody knocks.
        await listen(lab, cursor).done;
        expect(asked(lab, 'stream')).toBe(calls);
        lab.clock.forward(waits[turn] ?? 0);
      }
      expect(waits).toEqual([firstMs, 2 * firstMs, 4 * firstMs]);
      const [missed = ''] = lab.publish(1);
      lab.clock.forward(300_000);
      const ear = listen(lab, cursor);
      await ear.until(() => ear.ids().includes(missed));
      await ear.stop();
    },
  );

  it('takes lines that are no JSON, and posts of rules of others, for what they are', async () => {
    const lab = await startLab();
    lab.standIn.rules.push({ id: '77', value: '(somebody) -is:retweet', tag: 'of another program' });
    const ear = listen(lab);
    await ear.until(() => lab.standIn.streams.length === 1);
    const [other = ''] = lab.publish(1, { text: 'somebody said something', endedMsAgo: 0 });
    const [ours = ''] = lab.publish(1, { endedMsAgo: 0 });
    lab.standIn.streams[0]?.write(`{"data":{"id":"1\r\n${lineOf(lab, other)}${lineOf(lab, ours)}`);
    await ear.until(() => ear.ids().includes(ours));
    expect(ear.ids()).not.toContain(other);
    expect(ear.pages.flatMap(({ rejected }) => rejected ?? [])).toContainEqual({
      at: 'line',
      reason: 'is not JSON',
    });
    await ear.stop();
  });
});

describe('the money of a stream', () => {
  it('ends it before more is spent than there is, and the searches say that reading stopped', async () => {
    const lab = await startLab();
    const ear = listen(lab, null, { usdPerDay: 1 });
    await ear.until(() => lab.standIn.streams.length === 1);
    for (let n = 0; n < 200 && lab.standIn.streams.length > 0; n += 1) {
      const [id = ''] = lab.publish(1, { endedMsAgo: 0 });
      lab.standIn.streams[0]?.write(lineOf(lab, id));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await ear.done;
    expect(ear.ids().length).toBeGreaterThan(10);
    lab.clock.forward(301_000);
    expect(await failure(listen(lab, ear.pages.at(-1)?.cursor ?? null, { usdPerDay: 1 }).done)).toMatchObject(
      { outcome: 'budget' },
    );
    let mills = 0;
    await lab.record.ledger.book(lab.clock.now(), (spent) => {
      mills = spent.monthMills;
      return null;
    });
    expect(mills).toBeLessThanOrEqual(1_000);
    expect(asked(lab, 'stream')).toBe(1);
  });
});
