import { type SourceDeps, SourceError, type SourcePage } from '../source.ts';
import { affordableResults, budgetError, type DayBudget, spend, spentToday } from './budget.ts';
import type { XAccess, XClient, XPage } from './client.ts';
import type { XCursor } from './cursor.ts';
import { mapXResponse, type XMapped } from './map-response.ts';
import { walkParameters, XInvalidRequest } from './refusal.ts';
import { advanceWalk, type Begun, beginWalk, pageParams, restartWalk, walkKey, type XWalk } from './walk.ts';

export interface XPlan extends XAccess {
  readonly walks: readonly XWalk[];
  readonly budget: DayBudget;
  readonly lookbackMs: number;
  readonly pollMs: number;
}

interface Reading {
  readonly plan: XPlan;
  readonly client: XClient;
  readonly deps: SourceDeps;
}

export interface Step {
  readonly cursor: XCursor;
  readonly page: Pick<SourcePage<XCursor>, 'events' | 'gap' | 'rejected'>;
  readonly isDone: boolean;
  readonly rateLimit: XPage['rateLimit'];
}

/** Reads one page and moves the cursor behind it; nothing is kept of a page that failed. */
export const readPage = async (reading: Reading, walk: XWalk, cursor: XCursor): Promise<Step> => {
  const { plan, deps } = reading;
  const key = walkKey(walk);
  const state = cursor.walks[key];
  if (state === undefined) throw new Error(`no walk ${key}`);
  const now = deps.clock.now();
  const maxResults = affordableResults(plan.budget, cursor.spent, now);
  if (maxResults === 0)
    throw budgetError(plan.name, plan.budget, { spent: spentToday(cursor.spent, now), now });
  const { begun, page } = await fetchBegun(reading, walk, { begun: beginWalk(walk, state, now), maxResults });
  const mapped = mapXResponse(page.body);
  refuseBroken(plan.name, mapped, begun);
  const advanced = advanceWalk(walk, begun.state, mapped);
  const gap = begun.gap ?? advanced.gap;
  return {
    cursor: {
      walks: { ...cursor.walks, [key]: advanced.state },
      spent: spend(cursor.spent, mapped.postsRead, now),
    },
    page: { events: mapped.events, rejected: mapped.rejected, ...(gap === undefined ? {} : { gap }) },
    isDone: advanced.isDone,
    rateLimit: page.rateLimit,
  };
};

interface Asked {
  readonly begun: Begun;
  readonly maxResults: number;
}

/** Asks once more from a time when the platform does not take the walk's id or token; any other refusal is a person's. */
const fetchBegun = async (
  reading: Reading,
  walk: XWalk,
  asked: Asked,
): Promise<{ begun: Begun; page: XPage }> => {
  const { client, deps } = reading;
  const fetchAs = async (begun: Begun) => ({
    begun,
    page: await client.fetchPage(walk, pageParams(walk, begun.state), asked.maxResults),
  });
  try {
    return await fetchAs(asked.begun);
  } catch (error) {
    if (!isMendable(error)) throw asPermanent(error);
  }
  try {
    return await fetchAs(restartWalk(asked.begun.state, deps.clock.now()));
  } catch (error) {
    throw asPermanent(error);
  }
};

const isMendable = (error: unknown): boolean =>
  error instanceof XInvalidRequest && walkParameters.some((name) => error.parameters.includes(name));

const asPermanent = (error: unknown): unknown =>
  error instanceof XInvalidRequest ? new SourceError('permanent', error.message, { cause: error }) : error;

const refuseBroken = (name: string, mapped: XMapped, { state }: Begun): void => {
  if (!mapped.hasMeta) {
    const said = mapped.problems.length > 0 ? `: ${mapped.problems.join(', ')}` : '';
    throw new SourceError(
      'transient',
      `X sent source ${name} an answer that does not say whether more follows${said}.`,
    );
  }
  if (mapped.nextToken !== null && mapped.nextToken === state.pageToken) {
    throw new SourceError('transient', `X sent source ${name} the same page token twice.`);
  }
};
