import type {
  DigestCaseRow,
  DigestRows,
  DigestThreadRow,
  SpreadSample,
} from '../../src/digest/digest-rows.ts';

export const now = new Date('2031-05-20T09:00:00.000Z');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();

/** Cumulative counts at whole hours before `now`, oldest first. */
export const samples = (...counts: readonly number[]): readonly SpreadSample[] =>
  counts.map((count, index) => ({ at: ago((counts.length - 1 - index) * hourMs), count }));

export const thread = (row: Partial<DigestThreadRow> & { readonly thread: string }): DigestThreadRow => ({
  brand: 'nordlicht',
  source: 'x',
  startedAt: ago(8 * hourMs),
  lastSeenAt: ago(60_000),
  excerpt: 'Something happened',
  isDanger: false,
  relays: 0,
  posts: 1,
  samples: [],
  ...row,
});

export const caseRow = (row: Partial<DigestCaseRow> & { readonly caseId: string }): DigestCaseRow => ({
  brand: 'nordlicht',
  source: 'x',
  thread: 'none',
  isThreadStart: false,
  severity: 'medium',
  isDanger: false,
  state: 'waiting',
  openedAt: ago(2 * hourMs),
  outOfBand: null,
  categories: ['billing'],
  excerpt: 'It was charged twice.',
  problem: null,
  followers: '0-99',
  ...row,
});

const replies = Array.from({ length: 17 }, (_, index) =>
  caseRow({
    caseId: `C-${20 + index}`,
    thread: 'chests',
    problem: 'refund-of-chests',
    state: index < 2 ? 'answered' : 'waiting',
    openedAt: ago(index === 5 ? 9 * dayMs : 5 * hourMs),
    followers: index === 16 ? 'unknown' : '0-99',
  }),
);

/** A day at two brands: a famous author, a blog post that spreads, a danger, and much that nobody talks about. */
export const exampleRows: DigestRows = {
  brands: [
    { id: 'nordlicht', name: 'Nordlicht' },
    { id: 'voltara', name: 'Voltara' },
  ],
  threads: [
    thread({
      thread: 'elk',
      excerpt: 'Kann man diese Werbung mit dem singenden Elch bitte preiskrönen',
      samples: samples(2, 9, 30, 44, 51, 52),
      posts: 4,
    }),
    thread({
      thread: 'chests',
      excerpt:
        'Three weeks ago my nephew’s thumb bought 4 “royal chests” on my tablet. €119.96. Asked @nordlicht for a refund the same evening. Answer today: “purchases are final”. It was a thumb. He is three.',
      samples: samples(40, 900, 5_200, 14_800, 31_000, 44_100, 52_600, 59_635),
      relays: 3,
      posts: 31,
    }),
    thread({
      thread: 'line',
      excerpt: 'secret: the heart of my mother',
      isDanger: true,
      samples: samples(1, 3),
    }),
    thread({
      brand: 'voltara',
      source: 'blog',
      thread: 'lent',
      excerpt:
        'How Voltara lent my car to a stranger. In April I paid a deposit of 4,000 euros for a white Tarn.',
      startedAt: ago(3 * dayMs),
      samples: null,
      relays: 7,
      posts: 2,
    }),
    thread({
      brand: 'voltara',
      thread: 'entitled',
      excerpt: 'Must be hard to be so entitled that a late start makes you write 900 words.',
      samples: samples(300, 4_000, 11_000, 19_000, 24_900),
      posts: 9,
    }),
  ],
  cases: [
    caseRow({
      caseId: 'C-19',
      thread: 'chests',
      isThreadStart: true,
      state: 'answered',
      outOfBand: 'promise',
      openedAt: ago(8 * hourMs),
      problem: 'refund-of-chests',
      followers: '10k+',
    }),
    ...replies,
    caseRow({
      caseId: 'C-40',
      thread: 'line',
      isThreadStart: true,
      severity: 'critical',
      isDanger: true,
      categories: ['service'],
    }),
    caseRow({
      caseId: 'C-11',
      severity: 'high',
      openedAt: ago(4 * dayMs),
      categories: ['service', 'unanswered'],
      excerpt:
        'Tag 4 ohne Leitung. Ich bin selbstständig und verliere jeden Tag Aufträge. Technikertermin zweimal geplatzt.',
    }),
    caseRow({
      caseId: 'C-12',
      severity: 'high',
      openedAt: ago(30 * hourMs),
      excerpt: null,
      categories: ['account'],
    }),
    caseRow({
      caseId: 'C-7',
      brand: 'voltara',
      source: 'blog',
      thread: 'lent',
      isThreadStart: true,
      severity: 'high',
      openedAt: ago(9 * dayMs),
      categories: ['delivery', 'unanswered'],
      problem: 'calls',
      followers: 'unknown',
      excerpt: 'Since then I have called seven times. Nobody picks up.',
    }),
    caseRow({
      caseId: 'C-8',
      brand: 'voltara',
      source: 'forum',
      thread: 'talk',
      openedAt: ago(3 * dayMs),
      categories: ['unanswered'],
      problem: 'calls',
      followers: 'unknown',
    }),
  ],
  unseen: [
    { kind: 'gap', source: 'x', from: ago(7 * hourMs), to: ago(6 * hourMs) },
    { kind: 'unprocessed', count: 2 },
    { kind: 'undecided', count: 14 },
  ],
};
