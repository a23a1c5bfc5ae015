import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { followRedirects } from './follow-redirects.ts';
import {
  checkedUrl,
  guardedLookup,
  isAllowed,
  type Openings,
  openingsOf,
  openLookup,
  originOf,
  type Resolve,
  SafeFetchError,
  systemResolve,
  withoutAdvice,
  withPair,
} from './public-address.ts';

export { type FetchRefusal, originOf, SafeFetchError, withoutAdvice } from './public-address.ts';

export interface SafeFetchOptions {
  /** All addresses of a host name; the operating system's resolver unless a test brings another. */
  readonly resolve?: Resolve;
  /** `host:port` pairs of the operator's own network that may be called although they are private. */
  readonly allow?: readonly string[];
  /** Ports on which everybody may be called: 80 and 443. Tests bring that of a listener of theirs. */
  readonly ports?: readonly number[];
  /** From the call to the last byte, redirects included. */
  readonly deadlineMs?: number;
  /** Bytes received and, apart from them, bytes after decompression. */
  readonly maxBodyBytes?: number;
  readonly maxRedirects?: number;
  readonly userAgent?: string;
}

/**
 * A `fetch` for addresses that strangers can choose. Only http(s) on ports 80 and 443, no credentials, and only hosts
 * whose literal and whose every resolved address is a public unicast one, checked again at each redirect; the connection
 * goes to an address that was checked, so that a second answer of the resolver changes nothing. The body is read whole
 * before the answer is returned, within the deadline and the cap. `referrer` names the document in which the address was
 * found: one that came from outside opens nothing of `allow`, for a stranger wrote it, and nobody is told to open it.
 */
export const createSafeFetch = (options: SafeFetchOptions = {}): typeof fetch => {
  const rules = { ...DEFAULTS, ...options, allow: new Set(options.allow?.map((pair) => pair.toLowerCase())) };
  const limits = { bodyTimeout: rules.deadlineMs, headersTimeout: rules.deadlineMs, keepAliveTimeout: 1000 };
  const agentWith = (lookup: ReturnType<typeof guardedLookup>): Agent =>
    new Agent({ ...limits, connect: { lookup, timeout: rules.deadlineMs } });
  const guarded = agentWith(guardedLookup(rules.resolve));
  const open = agentWith(openLookup(rules.resolve));
  return async (input, init) => {
    // Before `new Request`, whose own refusal repeats the password.
    const { referrer, ...asked } = init ?? {};
    const openings = openingsOf(input instanceof Request ? input.url : String(input), referrer, rules);
    const agentFor = (to: URL): Dispatcher => (isAllowed(to, openings) ? open : guarded);
    const first = new Request(input, asked);
    const deadline = AbortSignal.timeout(rules.deadlineMs);
    const signal = AbortSignal.any([first.signal, deadline]);
    try {
      return await follow(first, { rules, openings, agentFor, signal });
    } catch (error) {
      const explained = explain(error, first, { deadline, deadlineMs: rules.deadlineMs });
      throw referrer === undefined ? explained : withoutAdvice(explained);
    }
  };
};

const DEFAULTS = {
  resolve: systemResolve,
  deadlineMs: 30_000,
  // facts/sources.md 5: cap the body, for example at 5 MB.
  maxBodyBytes: 5 * 1024 * 1024,
  maxRedirects: 5,
  userAgent: 'Evenhand (feed reader)',
} as const;

interface Rules extends Openings {
  readonly maxBodyBytes: number;
  readonly maxRedirects: number;
  readonly userAgent: string;
}

interface Call {
  readonly rules: Rules;
  /** For redirects too. */
  readonly openings: Openings;
  readonly agentFor: (url: URL) => Dispatcher;
  readonly signal: AbortSignal;
}

interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const follow = async (first: Request, call: Call): Promise<Response> => {
  const { rules } = call;
  let outgoing: Outgoing = {
    url: checkedUrl(first.url, call.openings),
    method: first.method,
    headers: requestHeaders(first, rules.userAgent),
    body: first.body === null ? null : Buffer.from(await first.arrayBuffer()),
  };
  if (first.redirect === 'manual')
    return finish(await ask(outgoing, call), outgoing.url, { rules, redirected: false });
  const followed = await followRedirects<Answer>(outgoing.url.href, {
    maxRedirects: first.redirect === 'error' ? 0 : rules.maxRedirects,
    ask: async ({ url, by }) => {
      if (by === null) return ask(outgoing, call);
      try {
        outgoing = redirected(outgoing, checkedUrl(url, call.openings), by);
        return await ask(outgoing, call);
      } catch (error) {
        // A stranger chose where it leads.
        throw withoutAdvice(error);
      }
    },
    told: ({ statusCode, headers }) => ({ status: statusCode, location: headerText(headers.location) }),
    leave: ({ body }) => void body.on('error', () => {}).destroy(),
  });
  if (followed.kind === 'answered')
    return finish(followed.answer, outgoing.url, { rules, redirected: followed.hops > 0 });
  throw followed.kind === 'malformed'
    ? new SafeFetchError('malformed', 'what was to be called is not an address')
    : new SafeFetchError(
        'redirects',
        `${originOf(first.url)} redirects more than ${rules.maxRedirects} times`,
      );
};

const ask = ({ url, ...rest }: Outgoing, { agentFor, signal }: Call): Promise<Answer> =>
  request(url, { ...rest, dispatcher: agentFor(url), signal }).catch((error: unknown) => {
    throw withPair(error, url);
  });

/** A secret for one host is not for the host that it points to; 303 asks for a GET, and 301 and 302 do after a POST. */
const redirected = (from: Outgoing, url: URL, status: number): Outgoing => {
  const headers = { ...from.headers };
  if (url.origin !== from.url.origin) {
    delete headers.authorization;
    delete headers.cookie;
  }
  const isGet = status === 303 || (status < 303 && from.method === 'POST');
  return isGet ? { url, headers, method: 'GET', body: null } : { ...from, url, headers };
};

const requestHeaders = (first: Request, userAgent: string): Record<string, string> => {
  const headers: Record<string, string> = { 'user-agent': userAgent };
  for (const [name, value] of first.headers) headers[name] = value;
  headers['accept-encoding'] = 'gzip, deflate, br';
  return headers;
};

type Answer = Awaited<ReturnType<typeof request>>;

const finish = async (
  answer: Answer,
  url: URL,
  call: { readonly rules: Rules; readonly redirected: boolean },
): Promise<Response> => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  const bytes = await readBody(answer, url, call.rules.maxBodyBytes);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const isEmpty = bytes.byteLength === 0 || [204, 205, 304].includes(answer.statusCode);
  const response = new Response(isEmpty ? null : bytes, { status: answer.statusCode, headers });
  Object.defineProperty(response, 'url', { value: url.href });
  Object.defineProperty(response, 'redirected', { value: call.redirected });
  return response;
};

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const readBody = async (answer: Answer, url: URL, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  const received = Readable.from(
    capped(answer.body, maxBytes, `${url.origin} sends more than ${maxBytes} bytes`),
  );
  const encoding = headerText(answer.headers['content-encoding'])?.trim().toLowerCase() ?? '';
  const decoder = DECODERS[encoding]?.();
  if (decoder === undefined) return joinChunks(received);
  received.on('error', (error) => (decoder as Readable & NodeJS.ReadWriteStream).destroy(error));
  const sentence = `${url.origin} unpacks to more than ${maxBytes} bytes`;
  const unpacked = capped(received.pipe(decoder), maxBytes, sentence);
  return joinChunks(unpacked);
};

/** Stops reading at the cap; leaving the loop destroys the stream and with it the connection. */
async function* capped(
  chunks: AsyncIterable<unknown>,
  maxBytes: number,
  sentence: string,
): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk as Uint8Array);
    total += bytes.byteLength;
    if (total > maxBytes) throw new SafeFetchError('too_large', sentence);
    yield bytes;
  }
}

const joinChunks = async (chunks: AsyncIterable<Buffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
};

const headerText = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

interface Limit {
  readonly deadline: AbortSignal;
  readonly deadlineMs: number;
}

const explain = (error: unknown, first: Request, limit: Limit): SafeFetchError => {
  if (error instanceof SafeFetchError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  if (cause.cause instanceof SafeFetchError) return cause.cause;
  const host = new URL(first.url).host;
  if (first.signal.aborted)
    return new SafeFetchError('aborted', `the call to ${host} was given up`, { cause });
  if (limit.deadline.aborted || /timeout/i.test(cause.name)) {
    return new SafeFetchError(
      'deadline',
      `${host} did not finish its answer within ${limit.deadlineMs / 1000} s`,
      { cause },
    );
  }
  const code = 'code' in cause ? ` (${String(cause.code)})` : '';
  return new SafeFetchError('unreachable', `${host} could not be reached or broke off its answer${code}`, {
    cause,
  });
};
