import { defaultHours, defaultSla } from '../../config/defaults.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { Classification } from '../../src/domain/classification.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type Committed, commitBatch } from '../../workers/commit-batch.ts';
import { toDecidedBatch } from '../../workers/decided-batch.ts';
import { loadPolicies, type Policies } from '../../workers/policies.ts';
import { hour, say, type Told } from './fold-samples.ts';

const brandOf = (id: string): Brand => ({
  id,
  names: [id],
  handles: [],
  phrases: [],
  exclusions: { phrases: [], authors: [] },
  languages: ['en', 'de'],
  accounts: { support: [], brand: [], executives: [], staff: [] },
  calendar: { timezone: 'UTC', hours: defaultHours },
  sla: defaultSla,
  onCall: [],
});

export const brands: readonly Brand[] = [brandOf('nordbahn'), brandOf('seeweg')];

export interface Post extends Told {
  readonly id: string;
  readonly evidence?: Classification['evidence'];
  readonly trace?: string;
}

/**
 * Posts as the triage worker commits them, decided as the test says: no word of theirs is read. `decidedAt` in hours
 * after Monday, 4 May 2026, 08:00 UTC.
 */
export const commitPosts = async (
  db: Database,
  posts: readonly Post[],
  decidedAt = Math.max(...posts.map((post) => post.receivedAt ?? post.at)),
  people: readonly Person[] = [],
): Promise<Committed> => {
  const now = hour(decidedAt);
  const policies = await policiesOf(db, now);
  const decided = posts.map(({ id, evidence = [], ...told }) => {
    const { mention, decision, identifiers, outOfBand } = say(id, told);
    return {
      mention,
      decision,
      classification: { ...classified(decision), evidence, identifiers, outOfBand },
      parent: null,
      isParentPending: false,
    };
  });
  const batch = toDecidedBatch(decided, [], {
    decisionVersion: 'version-1',
    key: 'test',
    languages: [],
    policies: policies.versions,
  });
  return db.transaction('desk', (tx) =>
    commitBatch(tx, {
      source: 'forum',
      decided: batch,
      traceId: 'trace-1',
      now,
      isAgain: false,
      deadlineOf: policies.deadlineOf,
      alertFloor: 'high',
      people,
    }),
  );
};

/** The same for every batch of a record: emptying it leaves them. */
const policiesOf = (db: Database, now: Date): Promise<Policies> => {
  const known = loaded.get(db) ?? loadPolicies(db, brands, now);
  loaded.set(db, known);
  return known;
};

const loaded = new WeakMap<Database, Promise<Policies>>();

const classified = (decision: Decision): Classification => ({
  language: 'en',
  complaint: decision.kind === 'complaint' ? 0.9 : 0.1,
  sentiment: { negative: 0.5, neutral: 0.4, positive: 0.1 },
  categories: {},
  danger: null,
  stake: decision.kind === 'complaint' ? 'ordinary_failure' : null,
  priorContact: null,
  sameProblem: false,
  namesOtherProblem: false,
  solved: false,
  relay: false,
  identifiers: [],
  outOfBand: null,
  abstained: false,
  abstainReason: null,
  evidence: [],
});
