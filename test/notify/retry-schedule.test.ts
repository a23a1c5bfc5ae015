import { describe, expect, it } from '@jest/globals';
import { nextRetryMs, retryDelaysMs } from '../../src/notify/retry-schedule.ts';

const delayAfter = (failedAttempts: number, retryAfterMs?: number, random = 0.5) =>
  nextRetryMs({ failedAttempts, retryAfterMs, random: () => random });

describe('the retry schedule', () => {
  it('is the one of Standard Webhooks, then gives up', () => {
    const minutes = retryDelaysMs.map((_delay, index) => (delayAfter(index + 1) ?? 0) / 60_000);
    expect(minutes).toEqual([5 / 60, 5, 30, 120, 300, 600, 840, 1_200, 1_440]);
    expect(delayAfter(10)).toBeNull();
  });

  it('spreads retries over a fifth to either side', () => {
    expect(delayAfter(2, undefined, 0)).toBe(240_000);
    expect(delayAfter(2, undefined, 0.999_999_9)).toBe(360_000);
  });

  it('never comes earlier than asked, and waits a day at most', () => {
    expect(delayAfter(1, 60_000)).toBe(60_000);
    expect(delayAfter(2, 60_000)).toBe(300_000);
    expect(delayAfter(1, 10 * 86_400_000)).toBe(86_400_000);
  });
});
