import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type FeedState, settle } from '../../../cases/settle-events.ts';
import type { Person } from '../../../domain/person.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { Database } from '../../../postgres/database.ts';
import type { Caller } from '../access/caller.ts';
import { readEvents } from './event.store.ts';
import { mayHear } from './may-hear.ts';
import { presentEvent, type ToldEvent, toldEvent } from './told-event.ts';

export interface StreamDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly people: readonly Person[];
  /** Whether the key still opens this: asked with every heartbeat. */
  readonly isAllowed: () => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly pollMs: number;
  readonly heartbeatMs: number;
}

const eventsAtOnce = 200;
/** Whoever reads nothing for this long is gone. */
const stuckMs = 30_000;

/** Writes events as they come until the reader goes, the key ends or the service stops. */
export const streamEvents = async (
  response: ServerResponse,
  caller: Caller,
  { after, deps }: { readonly after: number; readonly deps: StreamDeps },
): Promise<void> => {
  let state: FeedState = { last: after, mark: null };
  let toldAtMs = performance.now();
  await write(response, ': hello\n\n', deps.signal);
  while (!deps.signal.aborted && !response.destroyed) {
    const events = await deps.db.transaction('desk', (tx) => readEvents(tx, state.last, eventsAtOnce));
    const settled = settle(state, events, deps.clock.now().getTime());
    state = settled.state;
    const told = settled.passed.filter((event) => mayHear(event, caller, deps.people));
    const isQuiet = told.length === 0 && performance.now() - toldAtMs >= deps.heartbeatMs;
    if (isQuiet && !(await deps.isAllowed())) return;
    if (told.length > 0 || isQuiet) {
      const text = isQuiet ? ': beat\n\n' : told.map((event) => eventText(presentEvent(event))).join('');
      if (!(await write(response, text, deps.signal))) return;
      toldAtMs = performance.now();
    }
    if (settled.passed.length < eventsAtOnce)
      await sleep(deps.pollMs, undefined, { signal: deps.signal }).catch(() => undefined);
  }
};

const eventText = (event: ToldEvent): string =>
  `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(z.encode(toldEvent, event))}\n\n`;

/** False: the reader is gone, or takes nothing any more. */
const write = async (response: ServerResponse, text: string, signal: AbortSignal): Promise<boolean> => {
  if (response.destroyed) return false;
  if (response.write(text)) return true;
  const drained = new Promise<boolean>((resolve) => {
    response.once('drain', () => resolve(true)).once('close', () => resolve(false));
  });
  return Promise.race([drained, sleep(stuckMs, false, { ref: false, signal }).catch(() => false)]);
};
