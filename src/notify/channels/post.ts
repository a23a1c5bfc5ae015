import { SafeFetchError } from '../../lib/safe-fetch.ts';
import type { Delivery, SendDeps } from './channel.ts';

export interface PostRequest {
  readonly url: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Signs of the answer that are read; 2,048 unless told. */
  readonly answerSigns?: number;
}

export interface Answer {
  readonly kind: 'answered';
  readonly status: number;
  /** The beginning of the body, for receivers that explain themselves. */
  readonly text: string;
  readonly retryAfterMs: number | undefined;
}

/** One POST without redirects: a moved receiver is a matter of configuration, and the body is not for strangers. */
export const post = async (request: PostRequest, deps: SendDeps): Promise<Answer | Delivery> => {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  try {
    const response = await deps.fetch(request.url, {
      method: 'POST',
      body: new Uint8Array(request.body),
      headers: request.headers,
      redirect: 'manual',
      signal: AbortSignal.any([deps.signal, timeout]),
    });
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), deps.now());
    return {
      kind: 'answered',
      status: response.status,
      text: await beginning(response, request.answerSigns ?? 2_048).catch(() => ''),
      retryAfterMs,
    };
  } catch (error) {
    if (deps.signal.aborted) return { kind: 'transient', reason: 'stopped' };
    if (timeout.aborted) return { kind: 'transient', reason: 'timeout' };
    // The alert waits: whoever reads the reason allows the address, and then it is sent.
    if (isRefusal(error)) return { kind: 'transient', reason: 'address_refused' };
    return { kind: 'transient', reason: 'network' };
  }
};

/** The meaning of a status that is the same for every receiver of HTTP. */
export const judgeStatus = ({ status, retryAfterMs }: Answer): Delivery => {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  const reason = `http_${status}`;
  if (status >= 500 || passing.has(status)) {
    return retryAfterMs === undefined
      ? { kind: 'transient', reason }
      : { kind: 'transient', reason, retryAfterMs };
  }
  return { kind: 'permanent', reason, disables: status === 410 };
};

// Request Timeout, Too Early, Too Many Requests.
const passing = new Set([408, 425, 429]);

/** Seconds, or a date of HTTP (RFC 9110); what cannot be read, and the past, ask for nothing. */
const parseRetryAfter = (header: string | null, now: Date): number | undefined => {
  if (header === null) return undefined;
  const waitMs = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(waitMs) && waitMs > 0 ? waitMs : undefined;
};

/** Nobody is listened to for ever. The status has been told by then, so a broken body changes nothing. */
const beginning = async (response: Response, signs: number): Promise<string> => {
  if (response.body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < signs) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
};

/** The guard of `fetch` calls no address of the operator's own network that `network.allow` does not name. */
const isRefusal = (error: unknown): boolean =>
  error instanceof SafeFetchError && error.refusal === 'forbidden';
