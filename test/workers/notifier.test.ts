import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLooks } from '../../workers/looks.ts';
import { startNotifier } from '../../workers/notifier.ts';
import type { ServiceOptions } from '../../workers/service-options.ts';
import { memoryQueues } from '../support/line.ts';

describe('the watch over deadlines and sources', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** Each watch asks for the digest's hour once. */
  const start = async (answers: () => Promise<unknown>) => {
    let watches = 0;
    const errors: unknown[] = [];
    const options = {
      stages: new Set(['notify']),
      channels: [],
      clock: { now: () => new Date('2026-05-04T10:00:00Z') },
      config: {
        brands: [],
        people: [],
        escalation: { chains: [], executive: {} },
        digest: {
          get atMinute() {
            watches += 1;
            return 24 * 60;
          },
        },
      },
      db: { access: 'owner', transaction: () => answers() },
      onDelivery: () => undefined,
      onError: (what: string, error: Error) => void errors.push(`${what}: ${error.message}`),
    } as unknown as ServiceOptions;
    const notifier = await startNotifier(options, memoryQueues(), new AbortController().signal);
    return { notifier, watches: () => watches, errors };
  };

  it('goes on behind what breaks', async () => {
    let asked = 0;
    const { notifier, errors } = await start(() =>
      asked++ === 0 ? Promise.resolve([]) : Promise.reject(new Error('broken')),
    );
    await jest.advanceTimersByTimeAsync(1_500);
    await notifier.stop();
    expect(errors.filter((error) => error === 'watch: broken').length).toBeGreaterThan(6);
  });

  it('begins every 15 seconds', async () => {
    const { notifier, watches } = await start(() => Promise.resolve([]));
    await jest.advanceTimersByTimeAsync(31_500);
    await notifier.stop();
    expect(watches()).toBe(3);
  });

  it('waits for one that takes longer, and a stop waits for it too', async () => {
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isUp = false;
    const { notifier, watches } = await start(() => (isUp ? slow.then(() => []) : Promise.resolve()));
    isUp = true;
    await jest.advanceTimersByTimeAsync(40_000);
    expect(watches()).toBe(1);
    let isStopped = false;
    const stopped = notifier.stop().then(() => {
      isStopped = true;
    });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(isStopped).toBe(false);
    release();
    await stopped;
  });
});

describe('looks for what is due', () => {
  const never = new AbortController().signal;

  it('begin again after one that was running when somebody spoke up: it may have passed what is meant', async () => {
    const ends: (() => void)[] = [];
    const looks = createLooks(() => new Promise((resolve) => ends.push(() => resolve(null))), never);
    looks.wake();
    looks.wake();
    looks.wake();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await new Promise(setImmediate);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await looks.stop();
    expect(ends).toHaveLength(2);
  });

  it('are repeated when one of them says so, and by nobody after a stop', async () => {
    jest.useFakeTimers();
    let count = 0;
    const looks = createLooks(() => {
      count += 1;
      return Promise.resolve(500);
    }, never);
    looks.wake();
    await jest.advanceTimersByTimeAsync(1_200);
    expect(count).toBe(3);
    await looks.stop();
    await jest.advanceTimersByTimeAsync(5_000);
    looks.wake();
    expect(count).toBe(3);
    jest.useRealTimers();
  });
});
