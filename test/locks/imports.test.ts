import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/lib/package-root.ts';
import { checkImports, checkTree, type Form, type Violation } from './import-tree.ts';

type Case = readonly [rule: string, from: string, to: string, form?: Form];

const lock2 = 'lock-2-blind-rooms-never-reach-the-audience';

/** Every rule broken once or more, each from a file that breaks nothing else on purpose. */
const broken: readonly Case[] = [
  ['domain-imports-only-itself', 'src/domain/a.ts', 'src/lib/l.ts', 'type'],
  ['lib-imports-only-itself', 'src/lib/a.ts', 'src/domain/d.ts'],
  ['sources-imports-only-domain-lib', 'src/sources/a.ts', 'src/ingest/i.ts'],
  ['ingest-imports-only-domain-lib', 'src/ingest/a.ts', 'src/sources/s.ts', 'type'],
  ['ingest-imports-only-domain-lib', 'src/ingest/b.ts', 'src/reach/seal.ts'],
  ['classify-imports-only-domain-lib', 'src/classify/a.ts', 'src/triage/t.ts', 'star'],
  ['classify-imports-only-domain-lib', 'src/classify/b.store.ts', 'src/postgres/p.ts'],
  ['triage-imports-only-domain-lib', 'src/triage/a.ts', 'src/cases/c.ts', 're-export'],
  ['triage-imports-only-domain-lib', 'src/triage/b.store.ts', 'src/postgres/p.ts'],
  ['problems-imports-only-domain-lib', 'src/problems/a.ts', 'src/cases/c.ts'],
  ['cases-imports-only-domain-lib', 'src/cases/a.ts', 'src/notify/n.ts'],
  ['notify-imports-only-domain-lib', 'src/notify/a.ts', 'src/cases/c.ts', 'dynamic'],
  ['rhythm-imports-only-domain-lib', 'src/rhythm/a.ts', 'src/ingest/i.ts'],
  ['rhythm-imports-only-domain-lib', 'src/rhythm/b.store.ts', 'src/postgres/p.ts'],
  ['reach-imports-only-domain-lib-cases', 'src/reach/a.ts', 'src/ingest/i.ts'],
  ['viral-imports-only-domain-lib', 'src/viral/a.ts', 'src/reach/r.ts'],
  ['digest-imports-only-domain-lib-cases-problems-reach-viral', 'src/digest/a.ts', 'src/notify/n.ts'],
  [
    'audit-imports-only-domain-lib-sources-ingest-classify-triage-problems-cases-notify-reach-viral-digest',
    'src/audit/a.ts',
    'src/queue/q.ts',
  ],
  ['postgres-imports-only-domain-lib', 'src/postgres/a.ts', 'src/cases/c.ts'],
  ['queue-imports-only-domain-lib-postgres', 'src/queue/a.ts', 'src/ingest/i.ts'],
  ['split-imports-only-the-seal', 'src/ingest/split.ts', 'src/reach/r.ts', 'type'],
  ['split-imports-only-the-seal', 'src/ingest/pack-page.ts', 'src/reach/r.ts'],
  ['seal-is-pure', 'src/reach/seal.ts', 'src/reach/r.ts'],
  ['http-imports-no-command', 'src/http/a.ts', 'src/cli/c.ts'],
  ['postgres-only-in-stores', 'src/cases/b.ts', 'src/postgres/p.ts', 'type'],
  ['sql-only-in-stores', 'src/notify/b.ts', 'kysely'],
  ['queue-library-only-in-queue', 'workers/b.ts', 'bullmq'],
  [lock2, 'src/classify/c1.ts', 'src/viral/v.ts', 'type'],
  [lock2, 'src/triage/t1.ts', 'src/reach/r.ts', 'star'],
  [lock2, 'src/problems/p1.ts', 'src/digest/d.ts', 'dynamic'],
  [lock2, 'src/cases/c1.ts', 'src/audit/x.ts', 'bare'],
  [lock2, 'src/notify/n1.ts', 'src/reach/r.ts', 're-export'],
  [lock2, 'workers/triage.worker.ts', 'src/reach/r.ts'],
  [lock2, 'workers/notify.worker.ts', 'src/digest/d.ts'],
  [lock2, 'workers/notifier.ts', 'src/audit/x.ts'],
  [lock2, 'workers/decide.thread.ts', 'src/viral/v.ts'],
  [lock2, 'workers/decided-batch.ts', 'src/reach/r.ts', 'type'],
  [lock2, 'workers/commit-batch.ts', 'src/reach/seal.ts'],
  ['digest-and-audit-only-at-the-edges', 'src/queue/b.ts', 'src/digest/d.ts'],
  ['src-never-imports-workers', 'src/cli/summary.ts', 'workers/w.ts'],
  ['config-arrives-as-values', 'src/sources/b.ts', 'config/c.ts', 'type'],
  ['config-imports-only-domain-and-lib', 'config/a.ts', 'src/postgres/p.ts'],
  ['workers-import-no-command', 'workers/c.ts', 'src/cli/c.ts'],
  ['natural-only-in-classify', 'src/lib/n.ts', 'natural/lib/natural/stemmers/stem.js'],
  ['natural-never-by-its-root', 'src/classify/n.ts', 'natural'],
  ['dotenv-only-in-env', 'config/b.ts', 'dotenv'],
  ['no-development-package-at-run-time', 'src/lib/dev.ts', 'fast-check'],
  ['only-declared-packages', 'src/lib/undeclared.ts', 'left-over'],
  ['everything-resolves', 'src/lib/gone.ts', 'not-installed'],
  ['no-cycles', 'src/domain/round-a.ts', 'src/domain/round-b.ts', 'type'],
];

/** The exceptions that DESIGN.md 3 grants, and chains that break nothing. */
const sound: readonly (readonly [from: string, to: string, form?: Form])[] = [
  ['src/ingest/split.ts', 'src/reach/seal.ts', 'type'],
  ['src/ingest/pack-page.ts', 'src/reach/seal.ts'],
  ['src/ingest/inbox.store.ts', 'src/postgres/p.ts', 'type'],
  ['src/ingest/inbox.store.ts', 'kysely'],
  ['src/ingest/pack-page.ts', 'src/ingest/inbox.store.ts'],
  ['src/triage/t.ts', 'src/domain/d.ts'],
  ['src/classify/c.ts', 'natural/lib/natural/stemmers/stem.js'],
  ['src/reach/r.store.ts', 'src/cases/c.ts'],
  ['src/digest/d.ts', 'src/viral/v.ts'],
  ['src/audit/x.ts', 'src/reach/r.store.ts'],
  ['src/queue/q.ts', 'src/postgres/p.ts'],
  ['src/queue/q.ts', 'bullmq'],
  ['src/http/h.ts', 'src/digest/d.ts'],
  ['src/http/h.ts', 'src/postgres/p.ts'],
  ['src/cli/start.ts', 'workers/main.ts'],
  ['src/cli/import.ts', 'workers/main.ts'],
  ['src/cli/poll.ts', 'workers/main.ts'],
  ['src/cli/poll/run.ts', 'workers/main.ts'],
  ['src/cli/doctor.ts', 'config/env.ts'],
  ['config/env.ts', 'dotenv'],
  ['config/env.ts', 'src/domain/d.ts'],
  ['workers/main.ts', 'workers/triage.worker.ts'],
  ['workers/main.ts', 'workers/digest.worker.ts'],
  ['workers/main.ts', 'src/cli/render/table.ts'],
  ['workers/triage.worker.ts', 'src/triage/t.ts'],
  ['workers/triage.worker.ts', 'workers/commit-batch.ts'],
  ['workers/commit-batch.ts', 'src/cases/c.store.ts'],
  ['src/cases/c.store.ts', 'src/postgres/p.ts'],
  ['workers/digest.worker.ts', 'src/digest/d.ts'],
];

const rulesOf = (): readonly string[] => {
  const config = createRequire(import.meta.url)(join(packageRoot, '.dependency-cruiser.cjs')) as {
    forbidden: readonly { name: string; severity: string }[];
  };
  expect(config.forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
  return config.forbidden.map(({ name }) => name);
};

describe('lock 2 and the other import rules', () => {
  let found: readonly Violation[] = [];
  beforeAll(async () => {
    const back = { from: 'src/domain/round-b.ts', to: 'src/domain/round-a.ts', form: 'type' as const };
    const imports = broken.map(([, from, to, form = 'value']) => ({ from, to, form }));
    found = await checkTree([...imports, back], ['src/domain/alone.ts']);
  }, 60_000);

  it.each(broken)('%s: %s may not import %s', (rule, from, to) => {
    const target = to.endsWith('.ts') ? to : expect.stringContaining(to);
    expect(found).toContainEqual({ rule, from, to: target });
  });

  it('no-orphans: a file that stands alone is not part of the program', () => {
    expect(found).toContainEqual(
      expect.objectContaining({ rule: 'no-orphans', from: 'src/domain/alone.ts' }),
    );
  });

  it('breaks every rule that there is', () => {
    expect(new Set([...broken.map(([rule]) => rule), 'no-orphans'])).toEqual(new Set(rulesOf()));
  });

  it('finds reach behind any number of steps, types and re-exports among them', async () => {
    const chain = await checkTree([
      { from: 'workers/triage.worker.ts', to: 'workers/one.ts' },
      { from: 'workers/one.ts', to: 'workers/two.ts', form: 'type' },
      { from: 'workers/two.ts', to: 'workers/three.ts', form: 'star' },
      { from: 'workers/three.ts', to: 'workers/four.ts', form: 're-export' },
      { from: 'workers/four.ts', to: 'src/reach/sample.store.ts', form: 'dynamic' },
    ]);
    expect(chain).toEqual([
      { rule: lock2, from: 'workers/triage.worker.ts', to: 'src/reach/sample.store.ts' },
    ]);
  }, 60_000);

  it('leaves alone what the design allows', async () => {
    const imports = sound.map(([from, to, form = 'value']) => ({ from, to, form }));
    expect(await checkTree(imports)).toEqual([]);
  }, 60_000);

  it.each([
    'triage.worker',
    'notify.worker',
    'notifier',
    'commit-batch',
    'decide',
    'decide.thread',
    'decider',
  ])('watch a file that is there: workers/%s.ts', (name) =>
    expect(existsSync(join(packageRoot, 'workers', `${name}.ts`))).toBe(true),
  );

  it('are kept by the code as it stands', async () => {
    expect(await checkImports(packageRoot)).toEqual([]);
  }, 60_000);
});
