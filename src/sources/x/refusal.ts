import { z } from 'zod';
import { SourceError } from '../source.ts';

/** HTTP 400: the platform did not take these parameters. The walk may know another way to ask. */
export class XInvalidRequest extends Error {
  override readonly name = 'XInvalidRequest';
  readonly parameters: readonly string[];

  constructor(message: string, parameters: readonly string[]) {
    super(message);
    this.parameters = parameters;
  }
}

export interface Refusal {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What an answer that is not 200 means: who can mend it, and when trying again can help. */
export const refusalError = (name: string, refusal: Refusal, now: Date): SourceError | XInvalidRequest => {
  const problem = problemOf(refusal.body);
  const said = `X answered source ${name} with HTTP ${refusal.status}${problem.said === '' ? '' : ` (${problem.said})`}`;
  const retryAfterMs = retryAfterOf(refusal.headers, now);
  const { status } = refusal;
  if (status === 400) return new XInvalidRequest(`${said}.`, problem.parameters);
  if (status === 429 && problem.isCapped) {
    const message = `${said}: the account's own usage cap is reached; look at the usage page of the developer account.`;
    return new SourceError('transient', message, { retryAfterMs: retryAfterMs ?? HOUR_MS });
  }
  if (status === 429) return new SourceError('transient', `${said}: too many requests.`, { retryAfterMs });
  if (status >= 500 || status === 408) return new SourceError('transient', `${said}.`, { retryAfterMs });
  return new SourceError('permanent', `${said}: ${advice(status)}`);
};

const HOUR_MS = 3_600_000;

const advice = (status: number): string => {
  if (status === 401)
    return 'the bearer token was not taken; check it and its project in the developer account.';
  if (status === 402) return 'the credits are used up; buy credits in the developer account.';
  if (status === 403)
    return 'this account may not make this request; check its plan, credits and permissions.';
  if (status === 404) return 'nothing is there; check the user ids under mentions, and baseUrl.';
  return 'this is not an answer that the API describes; check baseUrl.';
};

const problem = z.object({
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  /** Where the newer description names the parameter. */
  parameter: z.string().optional().catch(undefined),
  /** Where the older one does. */
  errors: z
    .array(
      z.object({
        message: z.string().optional().catch(undefined),
        parameters: z.record(z.string(), z.unknown()).optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
});

const problemOf = (body: string): { said: string; parameters: readonly string[]; isCapped: boolean } => {
  const parsed = problem.safeParse(parseOr(body, null));
  if (!parsed.success) return { said: '', parameters: [], isCapped: false };
  const { title, detail, type, parameter, errors = [] } = parsed.data;
  const words = [title, detail, ...errors.map((error) => error.message)].filter((word) => word !== undefined);
  const said = words.join(': ');
  const named = [
    ...errors.flatMap((error) => Object.keys(error.parameters ?? {})),
    ...(parameter ? [parameter] : []),
  ];
  return {
    said: said.length > 300 ? `${said.slice(0, 300)}...` : said,
    parameters: named.length > 0 ? named : walkParameters.filter((candidate) => said.includes(candidate)),
    isCapped: `${type} ${title}`
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .includes('usagecap'),
  };
};

/** The parameters that a walk can do without: see restartWalk. */
export const walkParameters = ['since_id', 'start_time', 'next_token', 'pagination_token'] as const;

const parseOr = <T>(body: string, otherwise: T): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return otherwise;
  }
};

/** `x-rate-limit-reset` is unix seconds here and nowhere else; `Retry-After` is seconds or a date. */
const retryAfterOf = (headers: Headers, now: Date): number | undefined => {
  const reset = secondsOf(headers.get('x-rate-limit-reset'));
  if (reset !== undefined) return untilReset(reset, now);
  const after = headers.get('retry-after');
  const seconds = secondsOf(after);
  if (seconds !== undefined) return seconds * 1000;
  const date = Date.parse(after ?? '');
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
};

/** One second more: the reset is told in whole seconds. */
export const untilReset = (reset: number, now: Date): number =>
  Math.max(0, reset * 1000 - now.getTime()) + 1000;

export const secondsOf = (value: string | null): number | undefined =>
  value !== null && /^\d+$/.test(value.trim()) ? Number(value) : undefined;
