import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseRow, FoldMention } from '../../src/cases/fold-types.ts';
import type { ParentVerdict } from '../../src/domain/decision.ts';
import { type Severity, severities, severityRank } from '../../src/domain/severity.ts';
import { triage } from '../../src/triage/triage.ts';
import { complaint, customerPost, words } from '../triage/samples.ts';
import { complains, foldInto, listed, say } from './fold-samples.ts';

const runs = { numRuns: 1_000 };
const anySeverity = fc.constantFrom<Severity>(...severities);
const anyCategory = fc.constantFrom('delivery' as const, 'billing' as const);

/** Posts of three customers, and replies of own accounts, in three threads over two days. */
const anyBatch: fc.Arbitrary<readonly FoldMention[]> = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 48 }),
      by: fc.constantFrom('ann', 'bob', 'cem'),
      thread: fc.constantFrom('t1', 't2', 't3'),
      parent: fc.option(fc.nat(12)),
      text: fc.constantFrom('late', 'lost', 'rude', 'why', 'hello'),
      decision: fc.oneof(
        {
          weight: 3,
          arbitrary: fc
            .tuple(anySeverity, anyCategory)
            .map(([severity, category]) => complains(severity, [category])),
        },
        { weight: 1, arbitrary: fc.constantFrom(listed(), listed('praise'), listed('question')) },
      ),
      role: fc.constantFrom('customer', 'customer', 'customer', 'support', 'executive', 'staff'),
      isHistory: fc.constantFrom(false, false, false, true),
    } as const),
    { minLength: 1, maxLength: 12 },
  )
  .map((posts) =>
    posts.map(({ role, parent, ...told }, n) =>
      say(`p${n}`, { ...told, authorRole: role, parent: parent === null ? null : `p${parent}` }),
    ),
  );

const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
const anyBatchTwice = anyBatch.chain((batch) => fc.tuple(fc.constant(batch), shuffled(batch)));

const bytes = (value: unknown): string => JSON.stringify(value);

/** What a batch did, whatever the order in which it was told. */
const outcome = (mentions: readonly FoldMention[]): string => {
  const { cases, activities, alerts, placements } = foldInto([], mentions);
  const where = mentions.map((item, n) => [item.mention.post.nativeId, placements[n]] as const);
  return bytes([cases, activities, alerts, where.sort(([a], [b]) => (a < b ? -1 : 1))]);
};

const noise = fc.record({
  followers: fc.nat(100_000_000),
  verified: fc.boolean(),
  likes: fc.nat(),
  views: fc.nat(),
  displayName: fc.string(),
  avatar: fc.webUrl(),
  handle: fc.string(),
});

/** The same words by the same complainant, with an audience and another spelling of the name hung on everywhere. */
const withNoise = (item: FoldMention, hung: object, name: string): FoldMention => ({
  ...item,
  ...hung,
  mention: { ...item.mention, ...hung, post: { ...item.mention.post, ...hung, author: name } },
  decision: { ...item.decision, ...hung },
});

describe('folding a batch', () => {
  it('is blind: an audience or another name leaves every byte as it is (I1)', () => {
    fc.assert(
      fc.property(anyBatch, noise, fc.string(), (batch, hung, name) => {
        expect(outcome(batch.map((item) => withNoise(item, hung, name)))).toBe(outcome(batch));
      }),
      runs,
    );
  });

  it('does not depend on the order of delivery, ids included', () => {
    fc.assert(
      fc.property(anyBatchTwice, ([batch, other]) => {
        expect(outcome(other)).toBe(outcome(batch));
      }),
      runs,
    );
  });

  it('changes nothing by posts that a case holds and that are delivered again', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const once = foldInto([], batch);
        const again = foldInto(
          once.cases,
          batch.filter((_, n) => once.placements[n]?.caseId !== null),
        );
        expect([again.opened, again.changed, again.alerts]).toEqual([[], [], []]);
      }),
      runs,
    );
  });

  it('never leaves two open cases for one brand, complainant and thread, however it is cut into batches', () => {
    fc.assert(
      fc.property(anyBatchTwice, fc.integer({ min: 1, max: 4 }), ([, batch], size) => {
        let cases: readonly CaseRow[] = [];
        for (let from = 0; from < batch.length; from += size) {
          cases = foldInto(cases, batch.slice(from, from + size)).cases;
        }
        const keys = cases.flatMap((row) =>
          row.threads.map((thread) => bytes([row.brand, row.complainantKey, thread])),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs,
    );
  });

  it('finds the same cases with the same severity, one post at a time or all at once', () => {
    const told = fc.array(
      fc.record({
        at: fc.nat(48),
        by: fc.constantFrom('ann', 'bob'),
        thread: fc.constantFrom('t1', 't2'),
        severity: anySeverity,
      }),
      { minLength: 1, maxLength: 10 },
    );
    const posts = told.map((all) =>
      all.map(({ severity, ...rest }, n) => say(`p${n}`, { ...rest, decision: complains(severity) })),
    );
    const known = (cases: readonly CaseRow[]) =>
      cases.map(({ complainantKey, threads, severity }) => bytes([complainantKey, threads, severity])).sort();
    fc.assert(
      fc.property(
        posts.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([all, other]) => {
          let cases: readonly CaseRow[] = [];
          for (const item of other) cases = foldInto(cases, [item]).cases;
          expect(known(cases)).toEqual(known(foldInto([], all).cases));
        },
      ),
      runs,
    );
  });

  it('never lowers a severity and never moves a first deadline later (I7)', () => {
    fc.assert(
      fc.property(anyBatch, anyBatch, (earlier, later) => {
        const { cases } = foldInto([], earlier);
        const renamed = later.map((item) => ({
          ...item,
          mention: {
            ...item.mention,
            post: { ...item.mention.post, nativeId: `q${item.mention.post.nativeId}` },
          },
        }));
        for (const { before, after } of foldInto(cases, renamed).changed) {
          expect(severityRank(after.severity)).toBeGreaterThanOrEqual(severityRank(before.severity));
          if (
            before.dueTarget === after.dueTarget &&
            before.clockStart.getTime() === after.clockStart.getTime()
          ) {
            expect(after.dueAt?.getTime() ?? 0).toBeLessThanOrEqual(before.dueAt?.getTime() ?? 0);
          }
          expect(after.status === 'closed' || after.status === 'resolved').toBe(false);
        }
      }),
      runs,
    );
  });

  it('keeps no clock for history, and one for every live case that nobody answered', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        for (const row of foldInto([], batch).cases) {
          if (row.isHistory) expect(row.dueAt).toBeNull();
          else if (row.lastResponseAt === null) expect(row.dueAt).not.toBeNull();
          expect(row.dueAt === null).toBe(row.dueTarget === null);
        }
      }),
      runs,
    );
  });
});

/** A thread as triage decides it: a complaint, and replies that only say "same here". */
const pileOn = (parent: ParentVerdict, replies: number): readonly FoldMention[] =>
  Array.from({ length: replies }, (_, n) => {
    const classification = words({ sameProblem: true, complaint: 0.2 });
    const decision = triage({ classification, post: customerPost, parent });
    return say(`r${n}`, {
      at: 1 + (n % 7),
      by: `c${n}`,
      thread: 'root',
      parent: 'root',
      text: 'same here',
      decision,
    });
  });

describe('a thread of replies with the same problem (I9)', () => {
  const root = (severity: Severity) => say('root', { at: 0, by: 'author', decision: complains(severity) });
  const verdict = (severity: Severity): ParentVerdict => ({
    nativeId: 'root',
    revision: 0,
    textHash: '0',
    severity,
    categories: ['delivery'],
  });

  it('opens a case for each, and its size changes no member’s deadline', () => {
    fc.assert(
      fc.property(
        anySeverity,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        (severity, few, more) => {
          const deadlines = (replies: number) => {
            const { cases } = foldInto([], [root(severity), ...pileOn(verdict(severity), replies)]);
            expect(cases).toHaveLength(replies + 1);
            return new Map(
              cases.map((row) => [row.complainantKey, bytes([row.severity, row.clockStart, row.dueAt])]),
            );
          };
          const small = deadlines(few);
          const large = deadlines(few + more);
          for (const [who, deadline] of small) expect(large.get(who)).toBe(deadline);
        },
      ),
      runs,
    );
  });

  it('gives all who wrote at one moment one deadline, terse or eloquent, be it the author or a reply', () => {
    const essay = triage({ classification: complaint('dependence'), post: customerPost, parent: null });
    const terse = pileOn(verdict('high'), 20).map((item) => ({
      ...item,
      clockStart: say('x', { at: 0 }).clockStart,
    }));
    const { cases } = foldInto([], [say('root', { at: 0, by: 'author', decision: essay }), ...terse]);
    expect(cases).toHaveLength(21);
    expect(new Set(cases.map(({ dueAt, severity }) => bytes([dueAt, severity]))).size).toBe(1);
  });
});
