import { Agent, type Dispatcher, request } from 'undici';
import {
  checkedUrl,
  guardedLookup,
  isAllowed,
  openLookup,
  type Resolve,
  SafeFetchError,
  systemResolve,
} from './public-address.ts';

export interface SafeStreamOptions {
  readonly resolve?: Resolve;
  /** `host:port` pairs of the operator's own network. */
  readonly allow?: readonly string[];
  /** From the call to the answer's headers. */
  readonly deadlineMs?: number;
}

export interface StreamInit {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** The stream breaks off when nothing came for so long. */
  readonly silenceMs: number;
}

export interface StreamAnswer {
  readonly status: number;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Names are lower-case; of a header that came more than once the first. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type OpenStream = (url: string, init: StreamInit) => Promise<StreamAnswer>;

/** An answer that has no end, read as it comes, behind the guard of safe-fetch. Redirects are not followed. */
export const createSafeStream = (options: SafeStreamOptions = {}): OpenStream => {
  const openings = { allow: new Set(options.allow?.map((pair) => pair.toLowerCase())) };
  const resolve = options.resolve ?? systemResolve;
  const deadlineMs = options.deadlineMs ?? 30_000;
  const agentWith = (lookup: ReturnType<typeof guardedLookup>): Dispatcher =>
    new Agent({
      headersTimeout: deadlineMs,
      keepAliveTimeout: 1000,
      connect: { lookup, timeout: deadlineMs },
    });
  const guarded = agentWith(guardedLookup(resolve));
  const open = agentWith(openLookup(resolve));
  return async (address, { headers, signal, silenceMs }) => {
    const url = checkedUrl(address, openings);
    const dispatcher = isAllowed(url, openings) ? open : guarded;
    const answer = await request(url, { headers, signal, bodyTimeout: silenceMs, dispatcher });
    if (answer.statusCode !== 200) {
      answer.body.on('error', () => undefined).destroy();
      return { status: answer.statusCode, chunks: noChunks(), headers: plainHeaders(answer.headers) };
    }
    const encoding = answer.headers['content-encoding'] ?? 'identity';
    if (encoding === 'identity') return { status: 200, chunks: answer.body };
    answer.body.on('error', () => undefined).destroy();
    throw new SafeFetchError('unreachable', `${url.host} packs a stream that must come as it is`);
  };
};

const plainHeaders = (headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const [first] = Array.isArray(value) ? value : [value];
      return first === undefined ? [] : [[name, first]];
    }),
  );

async function* noChunks(): AsyncGenerator<Uint8Array> {}
