import { originOf } from '../lib/safe-fetch.ts';
import { retryAfterMs } from './feed/poll-pace.ts';
import { type SourceDeps, SourceError } from './source.ts';

export interface Asked {
  /** Name of the source, for its sentences. */
  readonly source: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Beside 404 and 410: statuses that say that something is not there (any more). */
  readonly gone?: readonly number[];
  /** The platform's own way to say when its limit ends, in milliseconds from now. */
  readonly resetMs?: (headers: Headers, now: Date) => number | undefined;
  /** Sent by POST instead of a GET. */
  readonly form?: Readonly<Record<string, string>>;
  /** What a refusal means on this platform; asked before anything else is made of it. */
  readonly explain?: (refused: Refused) => Error | undefined;
}

/** An answer that is none of 200 to 299. */
export interface Refused {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type JsonAnswer =
  | { readonly kind: 'read'; readonly body: unknown; readonly headers: Headers }
  /** Status 404 or 410: what was asked for is not there (any more). */
  | { readonly kind: 'missing'; readonly status: number };

/** One request for JSON, deadline and guard included. Throws SourceError or what `explain` makes; never retries. */
export const askJson = async (url: URL, asked: Asked, deps: SourceDeps): Promise<JsonAnswer> => {
  const told = await askJsonIfChanged(url, asked, deps);
  if (told.kind !== 'unchanged') return told;
  throw new SourceError('transient', `${originOf(url.href)} answered source ${asked.source} with HTTP 304.`);
};

/** As `askJson`, with a header that asks only for what has changed. */
export const askJsonIfChanged = async (
  url: URL,
  asked: Asked,
  deps: SourceDeps,
): Promise<JsonAnswer | { readonly kind: 'unchanged' }> => {
  const place = originOf(url.href);
  const { response, text } = await call(url, asked, deps);
  if (response.status === 304) return { kind: 'unchanged' };
  const explained = response.ok ? undefined : asked.explain?.(refusedBy(response, text));
  if (explained !== undefined) throw explained;
  const gone = [404, 410, ...(isPage(response.headers) ? [] : (asked.gone ?? []))];
  if (gone.includes(response.status)) return { kind: 'missing', status: response.status };
  if (!response.ok) throw refusalOf(response, { ...asked, place }, deps.clock.now());
  try {
    return { kind: 'read', body: JSON.parse(text), headers: response.headers };
  } catch (cause) {
    throw new SourceError(
      'transient',
      `${place} sent source ${asked.source} an answer that is cut off or not JSON.`,
      { cause },
    );
  }
};

const refusedBy = ({ status, headers }: Response, text: string): Refused => ({ status, headers, text });

/** The address was not there, where it must be. */
export const missingError = (url: URL, { source }: Asked, status: number): SourceError =>
  new SourceError(
    'transient',
    `${originOf(url.href)} answered source ${source} with HTTP ${status}: check the address in evenhand.yaml.`,
  );

const call = async (
  url: URL,
  { source, headers = {}, form }: Asked,
  deps: SourceDeps,
): Promise<{ readonly response: Response; readonly text: string }> => {
  try {
    const response = await deps.fetch(url, {
      headers: { accept: 'application/json', ...headers },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      // A redirect may leave the platform, and would take the token along.
      redirect: 'error',
      signal: deps.signal,
    });
    return { response, text: await response.text() };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    throw new SourceError(
      'transient',
      `${originOf(url.href)} could not be reached for source ${source}: ${reason}.`,
      { cause },
    );
  }
};

const refusalOf = (
  response: Response,
  { source, place, resetMs }: Asked & { readonly place: string },
  now: Date,
): SourceError => {
  const { status, headers } = response;
  const said = `${place} answered source ${source} with HTTP ${status}`;
  const wait = retryAfterMs(headers.get('retry-after'), now, headers.get('date')) ?? resetMs?.(headers, now);
  if (status === 429)
    return new SourceError('transient', `${said}: too many requests.`, { retryAfterMs: wait });
  if (status === 403 && isPage(headers))
    return new SourceError('transient', `${said}: it is blocked for Evenhand; ask its owner for access.`, {
      retryAfterMs: wait ?? HOUR_MS,
    });
  if (status === 401 || status === 403)
    return new SourceError('permanent', `${said}: access is refused; check the token in evenhand.yaml.`);
  if (status >= 500 || status === 408 || status === 425)
    return new SourceError('transient', `${said}.`, { retryAfterMs: wait });
  return new SourceError('transient', `${said}: check the address in evenhand.yaml.`);
};

const HOUR_MS = 3_600_000;

/** A challenge for a browser, where an interface would answer in JSON. It is reported, never evaded. */
const isPage = (headers: Headers): boolean => /html/i.test(headers.get('content-type') ?? '');
