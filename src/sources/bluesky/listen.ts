import type { Socket } from '../../lib/safe-socket.ts';
import { type Sieve, type SourceDeps, SourceError, type SourcePage } from '../source.ts';
import type { BlueskyCursor } from './cursor.ts';
import type { BlueskyHost } from './hosts.ts';
import { openHost } from './open-host.ts';
import { createWalk, type Listening, type ListenPace } from './walk.ts';

type Page = SourcePage<BlueskyCursor>;

/** One connection, from its opening to its end. It always ends with an error, for a network does not fall silent by itself. */
export async function* listen(
  listening: Listening,
  stored: BlueskyCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const { host, pace } = listening;
  const sieve = sieveOf(deps);
  const { socket, asked } = await openHost(listening, stored, deps);
  try {
    const walk = createWalk(listening, { stored, asked, sieve, deps });
    const messages = socket.messages();
    let next = readNext(messages);
    let end: SourceError | null = null;
    while (end === null) {
      const outcome = await within(next, walk.waitMs());
      end = endOf(outcome, host);
      if (outcome === 'late' && walk.quietForMs() >= pace.quietMs) end = silent(host, pace);
      if (Array.isArray(outcome)) {
        walk.take(outcome);
        next = readNext(messages);
      }
      // What came before the end counts: a host that breaks off again and again is read on all the same.
      if (walk.isDue() || (end !== null && walk.hasNew())) {
        yield await walk.toPage();
        walk.goOn();
      }
    }
    if (!deps.signal.aborted) throw end;
  } finally {
    socket.close();
  }
}

type Messages = ReturnType<Socket['messages']>;

type Outcome = readonly Buffer[] | 'over' | SourceError;

/** The end of a connection and its breaking off are outcomes like messages. */
const readNext = async (messages: Messages): Promise<Outcome> => {
  try {
    const next = await messages.next();
    return next.done === true ? 'over' : next.value;
  } catch (cause) {
    return new SourceError('transient', cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

const endOf = (outcome: Outcome | 'late', { origin }: BlueskyHost): SourceError | null => {
  if (outcome === 'over') return new SourceError('transient', `${origin} ended the connection`);
  return outcome instanceof SourceError ? outcome : null;
};

const sieveOf = ({ sieve }: SourceDeps): Sieve => {
  if (sieve === undefined) throw new TypeError('a source that hears everything needs a sieve');
  return sieve;
};

const silent = ({ origin }: BlueskyHost, { quietMs }: ListenPace): SourceError =>
  new SourceError('transient', `${origin} has sent nothing for ${Math.round(quietMs / 1000)} s`);

/** `late`: nothing came in time; the same read goes on. */
const within = async <T>(work: Promise<T>, ms: number): Promise<T | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
