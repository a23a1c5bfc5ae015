import { isChallenge } from './challenge.ts';

/** What the answers to one walk showed beside their words. */
export interface Watched {
  readonly fetch: typeof fetch;
  isBlocked: boolean;
}

/** Thrown into the reader of feeds, so that it reads nothing of the page. */
class BlockedError extends Error {
  override readonly name = 'BlockedError';
}

const BODILESS = new Set([204, 205, 304]);

export const watchFetch = (inner: typeof fetch): Watched => {
  const watched: Watched = {
    isBlocked: false,
    fetch: async (input, init) => {
      const response = await inner(input, init);
      const { status, headers } = response;
      if (BODILESS.has(status)) return response;
      const bytes = await response.arrayBuffer();
      const text = new TextDecoder('latin1').decode(bytes);
      if (isChallenge({ status, headers, text })) {
        watched.isBlocked = true;
        throw new BlockedError('it shows a challenge');
      }
      return new Response(bytes, { status, headers });
    },
  };
  return watched;
};
