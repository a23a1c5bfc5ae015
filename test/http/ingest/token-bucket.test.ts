import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draw, type TokenBucket } from '../../../src/http/ingest/token-bucket.ts';

describe('the bucket of a sender', () => {
  it('lets a minute of posts through at once, and then says how long to wait', () => {
    const { bucket, waitSeconds } = draw(undefined, { perMinute: 60, posts: 60, nowMs: 0 });
    expect(waitSeconds).toBe(0);
    expect(draw(bucket, { perMinute: 60, posts: 5, nowMs: 0 }).waitSeconds).toBe(5);
    expect(draw(bucket, { perMinute: 60, posts: 5, nowMs: 5_000 }).waitSeconds).toBe(0);
  });

  it('never starves: whoever waits as long as it was told gets through, however large the request', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 120_000 }))),
        fc.integer({ min: 1, max: 30_000 }),
        (perMinute, drawn, posts) => {
          let bucket: TokenBucket | undefined;
          let nowMs = 0;
          for (const [count, ms] of drawn) {
            nowMs += ms;
            ({ bucket } = draw(bucket, { perMinute, posts: count, nowMs }));
          }
          const { waitSeconds } = draw(bucket, { perMinute, posts, nowMs });
          const again = draw(bucket, { perMinute, posts, nowMs: nowMs + waitSeconds * 1_000 });
          expect(again.waitSeconds).toBe(0);
        },
      ),
    );
  });

  it('lets no more through than the rate and one request', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 2_000 })), {
          maxLength: 200,
        }),
        (perMinute, asked) => {
          let bucket: TokenBucket | undefined;
          let nowMs = 0;
          let passed = 0;
          for (const [posts, ms] of asked) {
            nowMs += ms;
            const { bucket: next, waitSeconds } = draw(bucket, { perMinute, posts, nowMs });
            bucket = next;
            if (waitSeconds === 0) passed += posts;
          }
          expect(passed).toBeLessThanOrEqual(perMinute + (perMinute * nowMs) / 60_000 + 50);
        },
      ),
    );
  });
});
