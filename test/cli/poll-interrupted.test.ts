import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { App } from '../../src/cli/app.ts';
import { interrupted } from '../../src/cli/import/interrupt.ts';
import { dryRun } from '../../src/cli/poll/dry-run.ts';
import { type Source, SourceError } from '../../src/sources/source.ts';

describe('a dry run that is interrupted', () => {
  it('tells no fault of the source that it left, tries no other and ends as interrupted', async () => {
    const ctrlC = new AbortController();
    const asked: string[] = [];
    const told: string[] = [];
    const source = (name: string): Source => ({
      name,
      kind: 'feed',
      knowsSpread: false,
      freshnessTargetMs: 1,
      pages: () => {
        asked.push(name);
        ctrlC.abort();
        throw new SourceError('transient', 'the request was aborted');
      },
      nextPollMs: () => 1,
    });
    const app = {
      io: { out: (text: string) => told.push(text), err: (text: string) => told.push(text), width: 80 },
      env: { engine: { kind: 'embedded' }, dataDir: join(tmpdir(), 'no-such-place') },
      clock: { now: () => new Date() },
      config: () => ({ config: { brands: [], network: { allow: [] } } }),
    } as unknown as App;
    const at = { signal: ctrlC.signal, options: { language: 'en' } } as const;
    expect(await dryRun(app, [source('one'), source('two')], at)).toBe(interrupted);
    expect([asked, told]).toEqual([['one'], []]);
  });
});
