import type { BenchPost } from './generate-posts.ts';

/** A decided mention as the columns of `desk.mention` hold it. */
export type MentionRow = ReturnType<typeof mentionRow>;

export const mentionRow = (post: BenchPost, index: number) => {
  const isComplaint = index % 5 === 0;
  return {
    source: 'bench',
    native_id: post.id,
    brand: 'voltara',
    revision: 0,
    author: post.author,
    author_role: 'customer',
    thread: post.thread ?? post.id,
    parent: post.parent ?? null,
    repost_of: null,
    text: post.text,
    url: post.url,
    links: [],
    language: post.lang,
    has_image: false,
    fingerprint: (index * 2_654_435_761).toString(16).padStart(16, '0').slice(-16),
    published_at: post.at,
    received_at: post.at,
    matched_by: 'phrase',
    is_history: false,
    outcome: isComplaint ? 'complaint' : 'review',
    review_reason: isComplaint ? null : 'not_a_complaint',
    is_unsure: false,
    severity: isComplaint ? 'medium' : null,
    danger: null,
    categories: isComplaint ? ['delivery'] : [],
    complaint: isComplaint ? 0.81 : 0.12,
    parent_pending: false,
    reasons: [{ code: isComplaint ? 'stake.ordinary_failure' : 'review.not_a_complaint', start: 4, end: 19 }],
    evidence: [
      { kind: 'complaint', start: 4, end: 19, label: 'failure', weight: 1.4 },
      { kind: 'category', start: 22, end: 30, label: 'delivery', weight: 0.8 },
    ],
    identifiers: [],
    out_of_band: null,
    decision_version: 'bench',
    parent_verdict: null,
  };
};

const names = [
  ...Object.keys(
    mentionRow(
      {
        id: '',
        text: '',
        author: '',
        at: '',
        url: '',
        lang: '',
        audience: { followers: 0, verified: false, likes: 0, reposts: 0, replies: 0, views: 0 },
      },
      0,
    ),
  ),
  'decided_at',
  'trace_id',
];
const json = new Set(['reasons', 'evidence', 'parent_verdict']);

/** The statement that one would write for one mention. */
export const single = `insert into desk.mention (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')}) on conflict (source, native_id, brand) do nothing`;

export const singleValues = (row: MentionRow): unknown[] => [
  ...Object.entries(row).map(([name, value]) =>
    json.has(name) && value !== null ? JSON.stringify(value) : value,
  ),
  new Date(),
  'bench',
];
