import { askJson } from '../ask-json.ts';
import type { SourceDeps } from '../source.ts';

/** Where Bluesky answers questions, and for which source they are asked. */
export interface XrpcHost {
  readonly source: string;
  /** Of an AppView that answers without an account. */
  readonly apiUrl: string;
}

/**
 * One query. null: what was asked for is not there (404, or 400 with its own `NotFound`), or the AppView does not take
 * the question. Throws SourceError.
 */
export const askXrpc = async (
  { source, apiUrl }: XrpcHost,
  { method, params }: { readonly method: string; readonly params: readonly (readonly [string, string])[] },
  deps: Pick<SourceDeps, 'fetch' | 'clock' | 'signal'>,
): Promise<unknown> => {
  const url = new URL(`${apiUrl.replace(/\/+$/, '')}/xrpc/${method}`);
  for (const [key, value] of params) url.searchParams.append(key, value);
  const told = await askJson(url, { source, gone: [400], resetMs }, deps);
  return told.kind === 'missing' ? null : told.body;
};

/** `ratelimit-reset` is in unix seconds (facts/sources.md 2: `ratelimit-*` headers). */
const resetMs = (headers: Headers, now: Date): number | undefined => {
  const at = Number(headers.get('ratelimit-reset') ?? Number.NaN) * 1000;
  return Number.isFinite(at) && at > 0 ? Math.max(1000, at - now.getTime()) : undefined;
};
