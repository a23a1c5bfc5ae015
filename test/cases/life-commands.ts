import fc from 'fast-check';
import { type Acted, actOnCase } from '../../src/cases/action.store.ts';
import { anybody } from '../../src/cases/lease/desk-person.ts';
import type { CaseAction, DeskCase } from '../../src/cases/life/action-types.ts';
import { mergeCases, unmergeCase } from '../../src/cases/life/merge.store.ts';
import { splitCase } from '../../src/cases/life/split.store.ts';
import { clearances } from '../../src/domain/person.ts';
import { severities } from '../../src/domain/severity.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { commitPosts, type Post } from './desk-factory.ts';
import { complains, hour, listed } from './fold-samples.ts';
import { type Kept, readDesk, type Stored } from './life-invariants.ts';

/** What the test knows without asking: how late it is, what was said, and how the desk stood after the last command. */
export interface Model {
  now: number;
  posts: string[];
  threads: string[];
  desk: readonly Stored[];
  /** Names of what was done, for coverage. */
  readonly done: Set<string>;
}

export interface Real {
  readonly db: Database;
  /** One customer per sequence, so that the record need not be emptied between them. */
  readonly customer: string;
  /** Of `newestCase`, before the customer said anything. */
  readonly after: string;
  readonly check: (before: readonly Stored[], model: Model, what: Kept) => Promise<readonly Stored[]>;
}

type Step = fc.AsyncCommand<Model, Real>;

const step = (name: string, run: (model: Model, real: Real) => Promise<Kept | null>): Step => ({
  check: () => true,
  run: async (model, real) => {
    const what = await run(model, real);
    if (what === null) return;
    if (what.isDone) model.done.add(what.as ?? name.split(' ')[0] ?? name);
    model.desk = await real.check(model.desk, model, what);
  },
  toString: () => name,
});

const quarters = fc.integer({ min: 0, max: 12 });
/** Picks one of what is there; mostly the first, so that one case lives through much. */
const place = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat({ max: 20 }) },
);
const anyPlace = fc.nat({ max: 20 });
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

const pass = (model: Model, by: number): number => {
  model.now += by / 4;
  return model.now;
};

const say = async (
  model: Model,
  { db, customer }: Real,
  post: Omit<Post, 'id' | 'at'> & { readonly lag?: number },
): Promise<Kept> => {
  const { lag = 0, ...told } = post;
  const id = `${customer}-${model.posts.length}`;
  const thread = told.thread ?? id;
  await commitPosts(
    db,
    [{ by: customer, text: `text ${id}`, ...told, thread, id, at: model.now - lag, receivedAt: model.now }],
    model.now,
  );
  model.posts.push(id);
  if (!model.threads.includes(thread)) model.threads.push(thread);
  return { isDone: true, moves: 'nothing' };
};

/** Every sequence begins with two cases of one customer. */
export const begin = async (model: Model, { db, customer, after }: Omit<Real, 'check'>): Promise<void> => {
  const ids = [0, 1].map((n) => `${customer}-${n}`);
  await commitPosts(
    db,
    ids.map((id, n) => ({ id, at: n, by: customer, decision: complains(n === 0 ? 'medium' : 'high') })),
    1,
  );
  model.now = 1;
  model.posts.push(...ids);
  model.threads.push(...ids);
  model.desk = await readDesk(db, { customer, after });
};

const complain = fc
  .record({ by: quarters, at: place, isNew: fc.boolean(), severity: fc.constantFrom(...severities) })
  .map(({ by, at, isNew, severity }) =>
    step(`complain ${severity}${isNew ? '' : ' again'}`, async (model, real) => {
      pass(model, by);
      const thread = isNew ? undefined : pick(model.threads, at);
      const category = severity === 'low' ? 'billing' : 'delivery';
      return say(model, real, {
        ...(thread === undefined ? {} : { thread, parent: thread }),
        decision: complains(severity, [category]),
      });
    }),
  );

const message = fc.record({ by: quarters, at: place, to: place }).map(({ by, at, to }) =>
  step('message', async (model, real) => {
    pass(model, by);
    const thread = pick(model.threads, at);
    if (thread === undefined) return null;
    return say(model, real, { thread, parent: pick(model.posts, to) ?? thread, decision: listed() });
  }),
);

const reply = fc
  .record({ by: quarters, at: place, lag: fc.integer({ min: 0, max: 4 }) })
  .map(({ by, at, lag }) =>
    step(`reply ${lag}`, async (model, real) => {
      pass(model, by);
      const parent = pick(model.posts, at);
      if (parent === undefined) return null;
      const own = { authorRole: 'support', by: 'help', decision: listed('own_account') } as const;
      return say(model, real, { ...own, thread: parent, parent, lag });
    }),
  );

const actionOf = (now: number, isDisputed = false) =>
  ({
    take: { kind: 'take', takeOver: false },
    takeOver: { kind: 'take', takeOver: true },
    assign: { kind: 'assign', to: 'lu', takeOver: true },
    release: { kind: 'release', takeOver: true, note: null },
    answered: { kind: 'answered', at: hour(now), note: null },
    note: { kind: 'note', text: 'seen', isPublic: false },
    pend: { kind: 'wait', as: 'pending', reason: 'asked' },
    hold: { kind: 'wait', as: 'on_hold', reason: 'carrier' },
    resume: { kind: 'resume', note: null },
    snooze: { kind: 'snooze', until: hour(now + 2), reason: null },
    low: { kind: 'severity', to: 'low', reason: 'so' },
    critical: { kind: 'severity', to: 'critical', reason: 'so' },
    dispute: { kind: 'dispute', isOn: !isDisputed, reason: 'a suit' },
    resolve: { kind: 'resolve', note: null },
    close: { kind: 'close', note: null },
    dismiss: { kind: 'dismiss', as: 'spam', reason: 'so' },
    reopen: { kind: 'reopen', note: null, goesOnIn: null },
  }) as const satisfies Readonly<Record<string, CaseAction>>;
type ActionName = keyof ReturnType<typeof actionOf>;
export const actionNames = Object.keys(actionOf(0)) as readonly ActionName[];

/** What is about to be done to a case that stands so: chance alone would hardly ever close one. */
const likely = ({ status, inDispute, assignee, snoozedUntil }: DeskCase): readonly ActionName[] => {
  if (inDispute) return ['dispute'];
  if (status === 'resolved') return ['close', 'reopen', 'answered'];
  if (status === 'closed') return ['reopen'];
  if (status === 'pending' || status === 'on_hold' || snoozedUntil !== null) return ['resume', 'resolve'];
  return assignee === null
    ? ['take', 'snooze', 'resolve', 'hold', 'dismiss']
    : ['release', 'takeOver', 'resolve'];
};

const action = fc
  .record({
    by: quarters,
    at: place,
    name: fc.constantFrom(...actionNames),
    which: anyPlace,
    isLikely: fc.boolean(),
    actor: fc.constantFrom('kim', 'bo'),
  })
  .map(({ by, at, name, which, isLikely, actor }) =>
    step(isLikely ? `likely ${which}` : name, async (model, { db }) => {
      const now = pass(model, by);
      const chosen = pick(model.desk, at);
      if (chosen === undefined) return null;
      const does = (isLikely ? pick(likely(chosen.row), which) : null) ?? name;
      const acted = await db.transaction('desk', (tx) =>
        actOnCase(tx, {
          caseId: chosen.row.id,
          action: actionOf(now, chosen.row.inDispute)[does],
          actor,
          now: hour(now),
          dueUnder,
          clearances,
        }),
      );
      return {
        isDone: acted.kind === 'done',
        moves: ruleOf(acted),
        isRefused: acted.kind !== 'done',
        as: does === 'dispute' && chosen.row.inDispute ? 'settle' : does,
      };
    }),
  );

/** Only a severity that a person lowers may move a deadline later. */
const ruleOf = (acted: Acted): Kept['moves'] => {
  if (acted.kind !== 'done') return 'nothing';
  return acted.activity.kind === 'severity_changed' && acted.activity.value === 'low' ? 'later' : 'nothing';
};

const ask = (now: number) => ({
  actor: 'kim',
  now: hour(now),
  dueUnder,
  clearances,
  note: null,
  personOf: anybody,
});

const merge = fc.record({ by: quarters, at: anyPlace, to: anyPlace }).map(({ by, at, to }) =>
  step('merge', async (model, { db }) => {
    const now = pass(model, by);
    const [from, into] = [pick(model.desk, at)?.row, pick(model.desk, to)?.row];
    if (from === undefined || into === undefined) return null;
    const outcome = await db.transaction('desk', (tx) =>
      mergeCases(tx, { fromId: from.id, intoId: into.id }, ask(now)),
    );
    return { isDone: outcome.kind === 'done', moves: 'nothing', isRefused: outcome.kind !== 'done' };
  }),
);

const unmerge = fc.record({ by: quarters, at: place }).map(({ by, at }) =>
  step('unmerge', async (model, { db }) => {
    const now = pass(model, by);
    const isMerged = ({ row }: { readonly row: DeskCase }) => row.mergedInto !== null;
    const chosen = pick(model.desk.filter(isMerged), at) ?? pick(model.desk, at);
    if (chosen === undefined) return null;
    const outcome = await db.transaction('desk', (tx) => unmergeCase(tx, chosen.row.id, ask(now)));
    return { isDone: outcome.kind === 'done', moves: 'later', isRefused: outcome.kind !== 'done' };
  }),
);

const split = fc.record({ by: quarters, at: place, which: anyPlace }).map(({ by, at, which }) =>
  step('split', async (model, { db }) => {
    const now = pass(model, by);
    const chosen = pick(
      model.desk.filter(({ row }) => row.posts.length > 1),
      at,
    );
    const post = pick(chosen?.mentionIds ?? [], which);
    if (chosen === undefined || post === undefined) return null;
    const outcome = await db.transaction('desk', (tx) =>
      splitCase(tx, { caseId: chosen.row.id, mentionIds: [post] }, ask(now)),
    );
    return { isDone: outcome.kind === 'done', moves: 'nothing', isRefused: outcome.kind !== 'done' };
  }),
);

export const lifeCommands = [
  complain,
  complain,
  message,
  reply,
  action,
  action,
  action,
  merge,
  unmerge,
  split,
];
