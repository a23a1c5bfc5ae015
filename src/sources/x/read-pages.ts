import { createMemoryLedger } from '../ledger.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { budgetError } from './budget-state.ts';
import { checkStored } from './check-stored.ts';
import { createXClient, type XPage } from './client.ts';
import { refreshCount } from './count-posts.ts';
import { openCursor, type XCursor } from './cursor.ts';
import { affordablePosts, grantPage, sharesOf } from './money.ts';
import { readPage, type Step } from './read-page.ts';
import { untilReset } from './refusal.ts';
import { followStream } from './stream.ts';
import { leaveWhole, walkKey, type XWalk } from './walk.ts';
import { countNeeds, type Page, pageWith, readBudget, type XPlan, type XWalking } from './walking.ts';

/** Stored posts are asked for again, then every walk goes to its newest post, then the stream is followed where there is one. */
export async function* readPages(
  plan: XPlan,
  cursor: Partial<XCursor> | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const walking = await openWalking(plan, cursor, deps);
  if (!plan.isStreamed || isRoundDue(walking)) yield* readRound(walking, plan.walks);
  if (plan.isStreamed && deps.stream !== undefined) yield* followStream(walking, readRound);
}

const openWalking = async (
  plan: XPlan,
  cursor: Partial<XCursor> | null,
  deps: SourceDeps,
): Promise<XWalking> => ({
  plan,
  deps,
  client: createXClient(plan, deps),
  ledger: deps.record?.ledger ?? createMemoryLedger(),
  needs: await countNeeds({ plan, deps }),
  cursor: openCursor(plan.walks, cursor, {
    now: deps.clock.now(),
    lookbackMs: plan.lookbackMs,
    seed: plan.seed,
  }),
  rate: 1,
});

/** A stream that breaks off again and again is no reason to search each time. */
const isRoundDue = ({ plan, cursor, deps }: XWalking): boolean =>
  cursor.walkedAt === undefined ||
  Date.parse(cursor.walkedAt) + plan.pollMs <= deps.clock.now().getTime() ||
  cursor.stream?.trouble == null;

/** Everything that is to be asked for now. What fails in one part is told when the others are done. */
async function* readRound(walking: XWalking, walks: readonly XWalk[]): AsyncGenerator<Page> {
  const failures: SourceError[] = [];
  walking.needs = await countNeeds(walking);
  try {
    yield* checkStored(walking);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // Whoever may not ask for posts by their ids may still search: the words are hidden, reading goes on.
    failures.push(
      new SourceError('transient', error.message, { retryAfterMs: error.retryAfterMs, cause: error }),
    );
  }
  await prepareWalks(walking);
  if (walking.rate < 1) yield await pageWith(walking, { events: [], gap: sampledText(walking.plan.name) });
  const isStopped = walking.cursor.stoppedSince !== undefined;
  if (!isStopped) yield* readWalks(walking, walks, failures);
  if (walking.cursor.stoppedSince !== undefined) {
    noteWalked(walking);
    await refreshCount(walking, !isStopped);
    yield await pageWith(walking, { events: [] });
    throw stopError(walking, await readBudget(walking));
  }
  const [failure] = failures;
  if (failure !== undefined) throw failure;
}

/** Without figures: the same words are told once a day. */
const sampledText = (name: string): string =>
  `Source ${name} reads random minutes only, for its budget does not reach for all posts.`;

const stopError = ({ plan, deps }: XWalking, budget: Awaited<ReturnType<typeof readBudget>>): SourceError =>
  budgetError(plan.name, budget, { now: deps.clock.now(), money: plan.money });

/** How much of all can be read with what is left of the day, and whether anything can. */
const prepareWalks = async (walking: XWalking): Promise<void> => {
  const { plan, deps, ledger } = walking;
  await refreshCount(walking);
  const now = deps.clock.now();
  await ledger.book(now, (spent) => {
    const shares = sharesOf(plan.money, spent, walking.needs);
    const { stoppedSince, ...going } = walking.cursor;
    const isStopped = grantPage(plan.money, shares, spent) === null;
    const since = stoppedSince?.startsWith(spent.day) === true ? stoppedSince : now.toISOString();
    walking.cursor = isStopped ? { ...going, stoppedSince: since } : going;
    walking.rate = rateOf(walking, affordablePosts(plan.money, shares, spent), now);
    return null;
  });
  if (walking.rate < 1)
    walking.cursor = {
      ...walking.cursor,
      walks: Object.fromEntries(
        Object.entries(walking.cursor.walks).map(([key, state]) => [key, leaveWhole(state)]),
      ),
    };
};

const HOUR_MS = 3_600_000;
/** Search reaches no further back. */
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Of what is expected until midnight and what was not read yet, the part that `affordable` posts are. */
const rateOf = ({ cursor }: XWalking, affordable: number, now: Date): number => {
  if (cursor.counted === undefined) return 1;
  const perHour = cursor.counted.perDay / 24;
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  const readTo = Math.max(
    now.getTime() - WEEK_MS,
    Math.min(...Object.values(cursor.walks).map((walk) => Date.parse(walk.readTo))),
  );
  const expected = (perHour * (midnight - now.getTime() + Math.max(0, now.getTime() - readTo))) / HOUR_MS;
  return expected <= affordable ? 1 : Math.max(0, affordable / expected);
};

/**
 * One page of each open walk in turn, so that a loud search does not keep the others waiting. A walk that was cut off is
 * finished first and then begun anew; a used-up rate limit rests the walks that share it, and is told when the others are done.
 */
async function* readWalks(
  walking: XWalking,
  walks: readonly XWalk[],
  failures: SourceError[],
): AsyncGenerator<Page> {
  const { plan, deps } = walking;
  const limits = new Map<XWalk['kind'], XPage['rateLimit']>();
  let open: readonly Turn[] = walks.map((walk) => ({ walk, isFinishing: isOpen(walking, walk) }));
  let isToldLast = false;
  while (open.length > 0) {
    for (const turn of open) {
      if (deps.signal.aborted) return;
      const rest = limitError(plan.name, limits.get(turn.walk.kind), deps.clock.now());
      if (rest !== null) failures.push(rest);
      const step = rest === null ? await readPage(walking, turn.walk) : resting;
      if (step.kind === 'stopped') return stop(walking);
      open = afterStep(open, turn, step);
      if (step.kind !== 'read') continue;
      limits.set(turn.walk.kind, step.rateLimit);
      isToldLast = open.length === 0 && failures.length === 0;
      if (isToldLast) noteWalked(walking);
      yield await pageWith(walking, step.page, isToldLast);
    }
  }
  if (isToldLast || failures.length > 0) return;
  noteWalked(walking);
  yield await pageWith(walking, { events: [] }, true);
}

const noteWalked = (walking: XWalking): void => {
  walking.cursor = { ...walking.cursor, walkedAt: walking.deps.clock.now().toISOString() };
};

interface Turn {
  readonly walk: XWalk;
  readonly isFinishing: boolean;
}

const resting = { kind: 'resting' } as const;

/** Who is done leaves the round; who finished a walk that was cut off begins anew. */
const afterStep = (open: readonly Turn[], turn: Turn, step: Step | typeof resting): readonly Turn[] => {
  const others = (next: Turn | null): readonly Turn[] =>
    open.flatMap((other) => (other === turn ? (next ?? []) : other));
  if (step.kind === 'resting') return others(null);
  if (step.kind === 'read' && !step.isDone) return open;
  return others(turn.isFinishing ? { ...turn, isFinishing: false } : null);
};

const isOpen = ({ cursor }: XWalking, walk: XWalk): boolean => cursor.walks[walkKey(walk)]?.pageToken != null;

const stop = (walking: XWalking): void => {
  walking.cursor = { ...walking.cursor, stoppedSince: walking.deps.clock.now().toISOString() };
};

/** A limit of 0 left is said aloud: a walk that just ended here would look complete. */
const limitError = (name: string, limit: XPage['rateLimit'], now: Date): SourceError | null => {
  // An answer without the headers, as a stand-in may give it, has a limit of no numbers (twitter-api-v2).
  if (limit === undefined || !(limit.remaining <= 0) || !(limit.reset * 1000 > now.getTime())) return null;
  const retryAfterMs = untilReset(limit.reset, now);
  const at = new Date(limit.reset * 1000).toISOString();
  return new SourceError('transient', `X takes no more requests from source ${name} before ${at}.`, {
    retryAfterMs,
  });
};
