import { SafeFetchError } from '../../lib/safe-fetch.ts';
import type { CallDeps, Failure } from './sink.ts';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

export interface Answer {
  readonly kind: 'answered';
  readonly status: number;
  /** undefined: no JSON. */
  readonly json: unknown;
  readonly retryAfterMs: number | undefined;
}

/** Beyond this a helpdesk hangs; safe-fetch alone would wait for 30 s. */
const timeoutMs = 20_000;

/** One call without redirects: a helpdesk that moved is a matter of configuration, and a ticket is not for strangers. */
export const call = async (
  { method, url, headers, json }: Call,
  deps: CallDeps,
): Promise<Answer | Failure> => {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await deps.fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'evenhand',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      redirect: 'manual',
      signal: AbortSignal.any([deps.signal, timeout]),
    });
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), deps.now());
    return { kind: 'answered', status: response.status, json: jsonOf(await response.text()), retryAfterMs };
  } catch (error) {
    if (error instanceof SafeFetchError && error.refusal === 'forbidden')
      return { kind: 'transient', reason: 'address_refused', isUnsure: false };
    const reason = deps.signal.aborted ? 'stopped' : timeout.aborted ? 'timeout' : 'network';
    return { kind: 'transient', reason, isUnsure: true };
  }
};

/**
 * The meaning of a status that is no success. What the helpdesk refused was not done; of a fault of its own, or of an
 * answer that cannot be read, nobody knows.
 */
export const failureOf = ({ status, retryAfterMs }: Answer): Failure => {
  const reason = `http_${status}`;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status >= 200 && status < 300)
    return { kind: 'transient', reason: 'unreadable', isUnsure: true, ...wait };
  if (status === 425 || status === 429) return { kind: 'transient', reason, isUnsure: false, ...wait };
  if (status === 408 || status >= 500) return { kind: 'transient', reason, isUnsure: true, ...wait };
  return { kind: 'permanent', reason, disables: status === 401 || status === 403 };
};

export const failed = (reason: string): Failure => ({ kind: 'permanent', reason, disables: false });

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

/** Seconds, or a date of HTTP (RFC 9110); what cannot be read, and the past, ask for nothing. */
const parseRetryAfter = (header: string | null, now: Date): number | undefined => {
  if (header === null) return undefined;
  const waitMs = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(waitMs) && waitMs > 0 ? waitMs : undefined;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
