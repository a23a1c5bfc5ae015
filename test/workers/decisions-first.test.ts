import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createDecisionsFirst } from '../../workers/decisions-first.ts';

const deferred = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

describe('work that stands back while a process decides', () => {
  const never = new AbortController().signal;

  it('begins at once when nothing is decided', async () => {
    await createDecisionsFirst().calm(never);
  });

  it('waits for the last of the batches, and a moment for the next one', async () => {
    const first = createDecisionsFirst();
    const [one, two] = [deferred(), deferred()];
    const running = [first.decide(() => one.promise), first.decide(() => two.promise)];
    let isCalm = false;
    const calm = first.calm(never).then(() => {
      isCalm = true;
    });
    one.resolve();
    await running[0];
    await sleep(200);
    expect(isCalm).toBe(false);
    two.resolve();
    await Promise.all([...running, calm]);
    expect(isCalm).toBe(true);
  });

  it('waits for half a minute of deciding without a pause, and no longer', async () => {
    let now = 0;
    const first = createDecisionsFirst(() => now);
    const batch = deferred();
    const running = first.decide(() => batch.promise);
    now = 30_000;
    await first.calm(never);
    batch.resolve();
    await running;
  });

  it('gives up when the process stops, and counts a batch that failed as ended', async () => {
    const first = createDecisionsFirst();
    await expect(first.decide(() => Promise.reject(new Error('poison')))).rejects.toThrow('poison');
    const stopping = new AbortController();
    const calm = first.calm(stopping.signal);
    stopping.abort();
    await calm;
    await sleep(120);
    await first.calm(never);
  });
});
