import { parseUrl } from './parse-url.ts';

export interface Hop {
  readonly url: string;
  /** Status of the redirect that led here; null: the first. */
  readonly by: number | null;
}

export interface RedirectSteps<Answer> {
  /** One call. It checks its address by itself: nothing that a redirect names is trusted. */
  readonly ask: (hop: Hop) => Promise<Answer>;
  readonly told: (answer: Answer) => {
    readonly status: number;
    readonly location: string | null | undefined;
  };
  /** An answer that only leads on. */
  readonly leave?: (answer: Answer) => void;
  readonly maxRedirects: number;
}

export type Followed<Answer> =
  | {
      readonly kind: 'answered';
      readonly answer: Answer;
      readonly at: string;
      readonly hops: number;
      /** Moved by 301 and 308 alone: one temporary step on the way and what lies behind it may be elsewhere tomorrow. */
      readonly lastingUrl: string;
    }
  /** The last one leads to something that is not an address. */
  | { readonly kind: 'malformed'; readonly at: string }
  | { readonly kind: 'endless' };

/** What an answer of `fetch` with `redirect: 'manual'` tells. */
export const toldBy = ({
  status,
  headers,
}: Response): { readonly status: number; readonly location: string | null } => ({
  status,
  location: headers.get('location'),
});

const PERMANENT = new Set([301, 308]);
const TEMPORARY = new Set([302, 303, 307]);

/** Where an address leads to. The one place that follows redirects; what may be called is said by `ask`. */
export const followRedirects = async <Answer>(
  first: string,
  { ask, told, leave, maxRedirects }: RedirectSteps<Answer>,
): Promise<Followed<Answer>> => {
  let hop: Hop = { url: first, by: null };
  let lastingUrl = first;
  let isLasting = true;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const answer = await ask(hop);
    const { status, location } = told(answer);
    const isRedirect = PERMANENT.has(status) || TEMPORARY.has(status);
    if (!isRedirect || location === null || location === undefined)
      return { kind: 'answered', answer, at: hop.url, hops, lastingUrl };
    leave?.(answer);
    const next = parseUrl(location, hop.url);
    if (next === null) return { kind: 'malformed', at: hop.url };
    hop = { url: next.href, by: status };
    isLasting = isLasting && PERMANENT.has(status);
    if (isLasting) lastingUrl = hop.url;
  }
  return { kind: 'endless' };
};
