/** Which entries hold a term: chains in typed arrays, each entry in one of them, taken out in one step. */
export interface Postings {
  insert(entry: number, term: number): void;
  remove(entry: number): void;
  /** Calls `take` for the entries of the term, youngest first, at most `longestWalk` steps. */
  forEach(term: number, take: (entry: number) => void): void;
  readonly bytes: number;
}

/** The words that stand in more clusters than that tell little of any. */
const longestWalk = 96;

export const createPostings = (entries: number): Postings => {
  const headCount = 2 ** Math.ceil(Math.log2(entries / 4));
  /** Numbers and one; 0: none. A negative `previous` is a head. */
  const heads = new Int32Array(headCount);
  const terms = new Int32Array(entries);
  const next = new Int32Array(entries);
  const previous = new Int32Array(entries);
  const headOf = (term: number): number => term & (headCount - 1);

  const insert = (entry: number, term: number): void => {
    const head = headOf(term);
    const follower = heads[head] as number;
    terms[entry] = term;
    next[entry] = follower;
    previous[entry] = -1 - head;
    if (follower !== 0) previous[follower - 1] = entry + 1;
    heads[head] = entry + 1;
  };

  const remove = (entry: number): void => {
    const follower = next[entry] as number;
    const leader = previous[entry] as number;
    if (leader < 0) heads[-1 - leader] = follower;
    else next[leader - 1] = follower;
    if (follower !== 0) previous[follower - 1] = leader;
  };

  const forEach = (term: number, take: (entry: number) => void): void => {
    let at = heads[headOf(term)] as number;
    for (let step = 0; at !== 0 && step < longestWalk; step++) {
      if (terms[at - 1] === term) take(at - 1);
      at = next[at - 1] as number;
    }
  };

  const bytes = heads.byteLength + terms.byteLength + next.byteLength + previous.byteLength;
  return { insert, remove, forEach, bytes };
};
