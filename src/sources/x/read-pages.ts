import { type SourceDeps, SourceError, type SourcePage } from '../source.ts';
import { createXClient, type XPage } from './client.ts';
import { openCursor, type XCursor } from './cursor.ts';
import { readPage, type XPlan } from './read-page.ts';
import { untilReset } from './refusal.ts';
import { walkKey, type XWalk } from './walk.ts';

/**
 * One page of each open walk in turn, so that a loud search does not keep the others waiting. A walk that was cut off is
 * finished first and then begun anew; a used-up rate limit rests the walks that share it, and is told when the others are done.
 */
export async function* readPages(
  plan: XPlan,
  cursor: XCursor | null,
  deps: SourceDeps,
): AsyncGenerator<SourcePage<XCursor>> {
  const client = createXClient(plan, deps);
  let state = openCursor(plan.walks, cursor, { now: deps.clock.now(), lookbackMs: plan.lookbackMs });
  const limits = new Map<XWalk['kind'], XPage['rateLimit']>();
  let limited: SourceError | null = null;
  let open = plan.walks.map((walk) => ({ walk, isFinishing: state.walks[walkKey(walk)]?.pageToken != null }));
  while (open.length > 0) {
    for (const turn of open) {
      if (deps.signal.aborted) return;
      const rest = limitError(plan.name, limits.get(turn.walk.kind), deps.clock.now());
      if (rest !== null) {
        limited = rest;
        open = open.filter((other) => other !== turn);
        continue;
      }
      const step = await readPage({ plan, client, deps }, turn.walk, state);
      state = step.cursor;
      limits.set(turn.walk.kind, step.rateLimit);
      if (step.isDone && !turn.isFinishing) open = open.filter((other) => other !== turn);
      else if (step.isDone)
        open = open.map((other) => (other === turn ? { ...turn, isFinishing: false } : other));
      yield { ...step.page, cursor: state, isLast: open.length === 0 && limited === null };
    }
  }
  if (limited !== null) throw limited;
}

/** A limit of 0 left is said aloud: a walk that just ended here would look complete. */
const limitError = (name: string, limit: XPage['rateLimit'], now: Date): SourceError | null => {
  if (limit === undefined || limit.remaining > 0 || limit.reset * 1000 <= now.getTime()) return null;
  const retryAfterMs = untilReset(limit.reset, now);
  const at = new Date(limit.reset * 1000).toISOString();
  return new SourceError('transient', `X takes no more requests from source ${name} before ${at}.`, {
    retryAfterMs,
  });
};
