import type { Spent } from '../../domain/spending.ts';
import { SourceError } from '../source.ts';
import type { XPage } from './client.ts';
import { mapXResponse, type XMapped } from './map-response.ts';
import { costOf, type Grant, grantPage, sharesOf } from './money.ts';
import { walkParameters, XInvalidRequest } from './refusal.ts';
import {
  advanceWalk,
  type Begun,
  beginSlice,
  beginWalk,
  pageParams,
  restartWalk,
  skipToHorizon,
  type WalkState,
  walkKey,
  type XWalk,
} from './walk.ts';
import type { Page, XWalking } from './walking.ts';

export type Step =
  | {
      readonly kind: 'read';
      readonly page: Pick<Page, 'events' | 'gap' | 'rejected'>;
      readonly isDone: boolean;
      readonly rateLimit: XPage['rateLimit'];
    }
  /** Nothing is left to read for now. */
  | { readonly kind: 'nothing' }
  /** No money is left for another page. */
  | { readonly kind: 'stopped' };

/** Reads one page and moves the cursor behind it; of a page that failed nothing is kept but what it may have cost. */
export const readPage = async (walking: XWalking, walk: XWalk): Promise<Step> => {
  const key = walkKey(walk);
  const state = walking.cursor.walks[key];
  if (state === undefined) throw new Error(`no walk ${key}`);
  const now = walking.deps.clock.now();
  const begun = beginRead(walking, walk, state);
  if (begun === null) {
    keepWalk(walking, key, skipToHorizon(state, now));
    return { kind: 'nothing' };
  }
  const { plan, needs, ledger } = walking;
  const grant = await bookGrant(walking, now, (spent) =>
    grantPage(plan.money, sharesOf(plan.money, spent, needs), spent),
  );
  if (grant === null) return { kind: 'stopped' };
  const { read, mapped } = await spending(walking, { grant, now }, () =>
    fetchBegun(walking, walk, { begun, grant }),
  );
  await ledger.book(now, () => settled(grant, mapped, walking, walk.kind === 'search'));
  const advanced = advanceWalk(walk, read.begun.state, mapped);
  keepWalk(walking, key, advanced.state);
  const gap = read.begun.gap ?? advanced.gap;
  return {
    kind: 'read',
    page: { events: mapped.events, rejected: mapped.rejected, ...(gap === undefined ? {} : { gap }) },
    // After one slice there may be another.
    isDone: advanced.isDone && read.begun.state.slice === undefined,
    rateLimit: read.page.rateLimit,
  };
};

const keepWalk = (walking: XWalking, key: string, state: WalkState): void => {
  walking.cursor = { ...walking.cursor, walks: { ...walking.cursor.walks, [key]: state } };
};

const beginRead = ({ rate, cursor, deps }: XWalking, walk: XWalk, state: WalkState): Begun | null =>
  rate < 1
    ? beginSlice(state, deps.clock.now(), { seed: cursor.seed, rate })
    : beginWalk(walk, state, deps.clock.now());

/** Books the most that a request can cost before it is made. */
export const bookGrant = async (
  { ledger }: Pick<XWalking, 'ledger'>,
  now: Date,
  decide: (spent: Spent) => Grant | null,
): Promise<Grant | null> => {
  let grant: Grant | null = null;
  await ledger.book(now, (spent) => {
    grant = decide(spent);
    return grant?.spending ?? null;
  });
  return grant;
};

/** Gives the money back when no answer came that could have cost it. */
const spending = async (
  { ledger, plan }: XWalking,
  { grant, now }: { readonly grant: Grant; readonly now: Date },
  ask: () => Promise<{ begun: Begun; page: XPage }>,
): Promise<{ read: { begun: Begun; page: XPage }; mapped: XMapped }> => {
  try {
    const read = await ask();
    const mapped = mapXResponse(read.page.body);
    refuseBroken(plan.name, mapped, read.begun);
    return { read, mapped };
  } catch (error) {
    await ledger.book(now, () => ({ ...grant.spending, mills: -grant.spending.mills }));
    throw error;
  }
};

export const settled = (
  { spending: booked }: Grant,
  mapped: XMapped,
  { plan }: Pick<XWalking, 'plan'>,
  isCounted: boolean,
) => ({
  purpose: booked.purpose,
  mills: costOf(plan.money, mapped) - booked.mills,
  // Mentions are not in what the platform counts.
  posts: isCounted ? mapped.events.length : 0,
});

interface Asked {
  readonly begun: Begun;
  readonly grant: Grant;
}

/** Asks once more from a time when the platform does not take the walk's id or token; any other refusal is a person's. */
const fetchBegun = async (
  { client, deps }: XWalking,
  walk: XWalk,
  asked: Asked,
): Promise<{ begun: Begun; page: XPage }> => {
  const fetchAs = async (begun: Begun) => ({
    begun,
    page: await client.fetchPage(walk, {
      params: pageParams(walk, begun.state),
      maxResults: asked.grant.results,
    }),
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

export const asPermanent = (error: unknown): unknown =>
  error instanceof XInvalidRequest ? new SourceError('permanent', error.message, { cause: error }) : error;

export const refuseBroken = (name: string, mapped: XMapped, { state }: Begun): void => {
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
