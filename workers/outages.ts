import { durationText } from '../src/lib/duration-text.ts';
import { plainMessage } from '../src/lib/plain-message.ts';
import { isUnavailable } from '../src/postgres/is-unavailable.ts';

/** What the stages cannot work without. */
export type Server = 'the database' | 'the queue';

export interface OutageDeps {
  /** Rejects while the server does not answer. */
  readonly probes: Readonly<Record<Server, () => Promise<unknown>>>;
  readonly say: (sentence: string) => void;
  /** Milliseconds that only grow. */
  readonly elapsed?: () => number;
  readonly probeEveryMs?: number;
}

export interface Outages {
  /** True when the error only says that this server is away: it is told once, and need not be told again. */
  covers(server: Server, error: Error): boolean;
  /** Something was told to be away and has not answered again. */
  isAnyAway(): boolean;
  stop(): void;
}

/**
 * A server that is away fails every look of every stage. That is said once, and once more, with how long it took, when
 * the server answers again.
 */
export const createOutages = ({
  probes,
  say,
  elapsed = () => performance.now(),
  probeEveryMs = 1_000,
}: OutageDeps): Outages => {
  const watched = new Map<Server, NodeJS.Timeout>();
  let isStopped = false;
  const watch = (server: Server, begun: number): void => {
    const look = async (): Promise<void> => {
      const isBack = await probes[server]().then(
        () => true,
        () => false,
      );
      if (isStopped) return;
      if (!isBack) return watch(server, begun);
      watched.delete(server);
      say(`${server} answers again, after ${durationText(elapsed() - begun, 'en')}`);
    };
    watched.set(server, setTimeout(() => void look(), probeEveryMs).unref());
  };
  return {
    covers: (server, error) => {
      if (!isAway(error)) return false;
      if (!isStopped && !watched.has(server)) {
        say(`${server} does not answer (${plainMessage(error)}): what needs it waits until it does`);
        watch(server, elapsed());
      }
      return true;
    },
    isAnyAway: () => watched.size > 0,
    stop: () => {
      isStopped = true;
      for (const timer of watched.values()) clearTimeout(timer);
    },
  };
};

/**
 * One that is full (class 53) answers, so that asking it would call it well: its own words are told instead. A file that
 * is not there names its path, and is no server.
 */
const isAway = (error: Error): boolean =>
  isQueueGone(error) || (isUnavailable(error) && !('path' in error) && !codeOf(error).startsWith('53'));

const codeOf = (error: Error): string => String((error as { code?: unknown }).code);

/** The client library of Redis gives these no code. */
export const isQueueGone = ({ message }: Error): boolean =>
  /^(?:Connection is closed|Failed to refresh slots cache|None of startup nodes is available)/.test(message);
