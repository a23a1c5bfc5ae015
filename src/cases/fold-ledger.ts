import type { ActivityRow, AlertFact, CasePost, CaseRow, FoldDeps } from './fold-types.ts';

/** A case while a batch is folded. `row` is replaced, never written into. */
export interface Draft {
  readonly before: CaseRow | null;
  row: CaseRow;
  /** As the last activity left it. */
  recorded: CaseRow | null;
  alert: { readonly kind: AlertFact['kind']; readonly postKey: string } | null;
}

/** The cases of a batch with the ways to find them; a mechanism without a clock or a database. */
export interface Ledger {
  readonly deps: FoldDeps;
  readonly drafts: Map<string, Draft>;
  readonly activities: ActivityRow[];
  readonly byComplainant: Map<string, Draft[]>;
  readonly byPost: Map<string, Draft>;
  readonly byUrl: Map<string, Draft>;
}

export const openLedger = (cases: readonly CaseRow[], deps: FoldDeps): Ledger => {
  const ledger: Ledger = {
    deps,
    drafts: new Map(),
    activities: [],
    byComplainant: new Map(),
    byPost: new Map(),
    byUrl: new Map(),
  };
  for (const row of [...cases].sort(byAge)) addDraft(ledger, row, row);
  return ledger;
};

export const addDraft = (ledger: Ledger, row: CaseRow, before: CaseRow | null): Draft => {
  const draft: Draft = { before, row, recorded: before, alert: null };
  ledger.drafts.set(row.id, draft);
  const key = scoped(row.brand, row.complainantKey);
  const known = ledger.byComplainant.get(key);
  if (known) known.push(draft);
  else ledger.byComplainant.set(key, [draft]);
  for (const post of row.posts) index(ledger, draft, post);
  return draft;
};

/** Adds a post to a case, or replaces an earlier revision of it. */
export const putPost = (ledger: Ledger, draft: Draft, post: CasePost): void => {
  const isKnown = draft.row.posts.some(({ key }) => key === post.key);
  const posts = isKnown
    ? draft.row.posts.map((known) => (known.key === post.key ? post : known))
    : [...draft.row.posts, post];
  draft.row = { ...draft.row, posts };
  index(ledger, draft, post);
};

/** The case that goes on: the one itself, or the one that it was merged into. */
export const goesOnIn = (ledger: Ledger, draft: Draft): Draft => {
  const seen = new Set<Draft>();
  let current = draft;
  while (current.row.mergedInto !== null && !seen.has(current)) {
    seen.add(current);
    current = ledger.drafts.get(current.row.mergedInto) ?? current;
  }
  return current;
};

/** The case that holds a post, as it was filed: not followed through merges. */
export const holderOf = (ledger: Ledger, brand: string, key: string): Draft | null =>
  ledger.byPost.get(scoped(brand, key)) ?? null;

export const holderOfUrl = (ledger: Ledger, brand: string, url: string): Draft | null =>
  ledger.byUrl.get(scoped(brand, plainUrl(url))) ?? null;

export const casesOf = (ledger: Ledger, brand: string, complainantKey: string): readonly Draft[] =>
  ledger.byComplainant.get(scoped(brand, complainantKey)) ?? [];

/** Two spellings of one address: a fragment and a closing slash say nothing. */
export const plainUrl = (url: string): string => url.replace(/#.*$/u, '').replace(/\/+$/u, '');

const index = (ledger: Ledger, draft: Draft, post: CasePost): void => {
  ledger.byPost.set(scoped(draft.row.brand, post.key), draft);
  if (post.url !== null && post.role === 'customer') {
    ledger.byUrl.set(scoped(draft.row.brand, plainUrl(post.url)), draft);
  }
};

const scoped = (brand: string, key: string): string => `${brand}\n${key}`;

/** The younger case wins an index: a post that two cases hold belongs to the one that went on. */
const byAge = (a: CaseRow, b: CaseRow): number =>
  a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
