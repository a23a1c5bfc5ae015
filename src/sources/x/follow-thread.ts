import type { RawEvent } from '../../domain/raw-mention.ts';
import type { Spent } from '../../domain/spending.ts';
import { type FollowedThread, type SourceDeps, SourceError, type ThreadPage } from '../source.ts';
import { createXClient } from './client.ts';
import { mapXResponse } from './map-response.ts';
import { grantReplies, hasMoneyForThreads, sharesOf } from './money.ts';
import { bookGrant, refuseBroken, settled } from './read-page.ts';
import { XInvalidRequest } from './refusal.ts';
import { timeOfId } from './snowflake.ts';
import {
  advanceWalk,
  beginWalk,
  newWalk,
  pageParams,
  restartWalk,
  type WalkState,
  type XWalk,
} from './walk.ts';
import { countNeeds, type XPlan, type XWalking } from './walking.ts';

/** A query of self-serve access holds 512 characters, each further post that is quoted some 40. */
const MAX_QUOTED = 8;

/**
 * One look at a thread: what was said in it since the last look, and who quoted its complaints. What it may cost is the
 * same for every thread of the day, whoever began it and however many answer.
 */
export async function* followThread(
  plan: XPlan,
  thread: FollowedThread<WalkState>,
  deps: SourceDeps,
): AsyncGenerator<ThreadPage<WalkState>> {
  const walking = await openThread(plan, deps);
  const walk: XWalk = { kind: 'search', query: queryOf(thread) };
  let mark = thread.mark ?? newWalk(beginOf(thread.thread, deps.clock.now()));
  for (let request = 0; request < thread.maxRequests && !deps.signal.aborted; request += 1) {
    const step = await look(walking, walk, { thread, mark });
    if (step === null) return;
    mark = step.mark;
    yield step.page;
    if (step.isDone) return;
  }
}

type ThreadWalking = Pick<XWalking, 'plan' | 'client' | 'deps' | 'ledger' | 'needs'>;

const openThread = async (plan: XPlan, deps: SourceDeps): Promise<ThreadWalking> => {
  // Each look is short: without an account that lasts, every one would find the whole day's money.
  if (deps.record === undefined) throw new TypeError('a source that costs money needs its record');
  return {
    plan,
    deps,
    client: createXClient(plan, deps),
    ledger: deps.record.ledger,
    needs: await countNeeds({ plan, deps }),
  };
};

const queryOf = ({ thread, complaints }: FollowedThread): string => {
  const quoted = [...new Set([thread, ...complaints])]
    .filter((id) => /^\d{1,19}$/.test(id))
    .slice(0, MAX_QUOTED);
  const terms = [`conversation_id:${thread}`, ...quoted.map((id) => `quotes_of_tweet_id:${id}`)];
  return `(${terms.join(' OR ')}) -is:retweet`;
};

/** From the post that began it; the platform reaches back seven days. */
const beginOf = (thread: string, now: Date): Date =>
  timeOfId(thread) ?? new Date(now.getTime() - 6 * 86_400_000);

interface Looking {
  readonly thread: FollowedThread<WalkState>;
  readonly mark: WalkState;
}

interface Look {
  readonly page: ThreadPage<WalkState>;
  readonly mark: WalkState;
  readonly isDone: boolean;
}

/** null: this thread has had its part of the day's money. */
const look = async (walking: ThreadWalking, walk: XWalk, { thread, mark }: Looking): Promise<Look | null> => {
  const { plan, deps, ledger, needs } = walking;
  const now = deps.clock.now();
  let isUsed = false;
  const grant = await bookGrant(walking, now, (spent: Spent) => {
    const shares = sharesOf(plan.money, spent, needs);
    isUsed = !hasMoneyForThreads(plan.money, shares, spent);
    return grantReplies(plan.money, shares, spent, thread.thread);
  });
  if (grant === null && isUsed) throw usedError(plan, now);
  if (grant === null) return null;
  const begun = beginWalk(walk, mark, now);
  try {
    const asked = await askThread(walking, walk, { begun, results: grant.results });
    const mapped = mapXResponse(asked.body);
    refuseBroken(plan.name, mapped, asked.begun);
    await ledger.book(now, () => settled(grant, mapped, walking, false));
    const advanced = advanceWalk(walk, asked.begun.state, mapped);
    const events = mapped.events.map((event) => inThread(event, thread));
    // That a search reaches back seven days only is no loss for whoever is looked at every few days at least.
    const gap = asked.begun.gap;
    const page = { events, mark: advanced.state, ...(gap === undefined ? {} : { gap }) };
    return { page, mark: advanced.state, isDone: advanced.isDone };
  } catch (error) {
    await ledger.book(now, () => ({ ...grant.spending, mills: -grant.spending.mills }));
    throw error instanceof XInvalidRequest
      ? new SourceError('transient', error.message, { cause: error })
      : error;
  }
};

interface AskedThread {
  readonly begun: ReturnType<typeof beginWalk>;
  readonly results: number;
}

/** Once more from a time when the mark is not taken any more. */
const askThread = async (
  { client, deps }: ThreadWalking,
  walk: XWalk,
  { begun, results }: AskedThread,
): Promise<{ begun: AskedThread['begun']; body: unknown }> => {
  const fetchAs = async (from: AskedThread['begun']) => {
    const ask = { params: pageParams(walk, from.state), maxResults: results, withReferences: false };
    return { begun: from, body: (await client.fetchPage(walk, ask)).body };
  };
  try {
    return await fetchAs(begun);
  } catch (error) {
    if (!(error instanceof XInvalidRequest)) throw error;
    return fetchAs(restartWalk(begun.state, deps.clock.now()));
  }
};

/** Who quotes a complaint stands in a conversation of their own, and answers it all the same. */
const inThread = (
  event: ReturnType<typeof mapXResponse>['events'][number],
  { thread }: FollowedThread,
): RawEvent => (event.thread === thread || event.nativeId === thread ? event : { ...event, thread });

const usedError = ({ name }: XPlan, now: Date): SourceError => {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return new SourceError(
    'budget',
    `The share of the budget of source ${name} for threads is used for today; it goes on at ${new Date(midnight).toISOString()}.`,
    { retryAfterMs: midnight - now.getTime() },
  );
};
