import { describe, expect, it } from '@jest/globals';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly note: string;
}
type FindServices = (say: () => void, isRequired: boolean, needed: readonly object[]) => Promise<Outcome>;

/** A script, and so without types. */
const script = new URL('../../scripts/checks/services.mjs', import.meta.url).href;
const { findServices } = (await import(script)) as { findServices: FindServices };

const service = (isThere: boolean) => ({
  name: 'a small disk',
  package: null,
  advice: 'run as root',
  marks: /support\/small-disk\.ts/,
  isThere: () => Promise.resolve(isThere),
});
const find = (isThere: boolean, isRequired: boolean) =>
  findServices(() => undefined, isRequired, [service(isThere)]);

describe('what integration tests need', () => {
  it('counts as passed when it is there', async () => {
    expect(await find(true, true)).toMatchObject({ passed: 1, failed: 0, skipped: 0, note: 'a small disk' });
  });

  it('is a skip with its reason and the suites that it costs, where nobody requires it', async () => {
    expect(await find(false, false)).toMatchObject({
      passed: 0,
      failed: 0,
      skipped: 1,
      note: 'a small disk missing (run as root): skipped test/integration/start-up.test.ts',
    });
  });

  it('is a failure on a build server', async () => {
    expect(await find(false, true)).toMatchObject({
      passed: 0,
      failed: 1,
      skipped: 0,
      note: 'a small disk missing (run as root): needed because CI=true',
    });
  });
});
