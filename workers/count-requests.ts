export interface CountedFetch {
  readonly fetch: typeof fetch;
  count(): number;
}

/** Counts what is asked of a platform, answered or not. */
export const countRequests = (fetch: typeof globalThis.fetch): CountedFetch => {
  let count = 0;
  return {
    fetch: (input, init) => {
      count += 1;
      return fetch(input, init);
    },
    count: () => count,
  };
};
