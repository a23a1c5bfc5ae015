import type {
  DigestBrandRows,
  DigestCaseRow,
  DigestRows,
  DigestStandingRow,
  DigestThreadRow,
  SpreadSample,
  WaitingRow,
} from '../../src/digest/digest-rows.ts';

export const now = new Date('2031-05-20T09:00:00.000Z');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();

/** Cumulative counts at whole hours before `now`, oldest first. */
export const samples = (...counts: readonly number[]): readonly SpreadSample[] =>
  counts.map((count, index) => ({ at: ago((counts.length - 1 - index) * hourMs), count }));

export const nobody: WaitingRow = {
  total: 0,
  waiting: 0,
  lesserKnown: 0,
  unknownReach: 0,
  waitingSince: null,
};

export const thread = (row: Partial<DigestThreadRow> & { readonly thread: string }): DigestThreadRow => ({
  source: 'x',
  isStartRead: true,
  startedAt: ago(8 * hourMs),
  lastSeenAt: ago(60_000),
  excerpt: 'Something happened',
  isDanger: false,
  relays: 0,
  posts: 1,
  samples: [],
  elsewhere: 0,
  first: null,
  others: nobody,
  ...row,
});

export const standing = (
  row: Partial<DigestStandingRow> & Pick<DigestStandingRow, 'caseId'>,
): DigestStandingRow => ({
  severity: 'medium',
  isDanger: false,
  state: 'waiting',
  waitingSince: ago(2 * hourMs),
  outOfBand: null,
  ...row,
});

export const caseRow = (row: Partial<DigestCaseRow> & { readonly caseId: string }): DigestCaseRow => ({
  severity: 'high',
  isErased: false,
  waitingSince: ago(2 * hourMs),
  categories: ['billing'],
  excerpt: 'It was charged twice.',
  ...row,
});

export const brandRows = (rows: Partial<DigestBrandRows> = {}): DigestBrandRows => ({
  id: 'nordlicht',
  name: 'Nordlicht',
  waiting: 0,
  severe: 0,
  spreading: 0,
  threads: [],
  oldest: [],
  problems: [],
  ...rows,
});

const belowTheAuthor: WaitingRow = {
  total: 17,
  waiting: 15,
  lesserKnown: 14,
  unknownReach: 1,
  waitingSince: ago(9 * dayMs),
};

const nordlicht = brandRows({
  waiting: 19,
  severe: 3,
  spreading: 3,
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
      samples: samples(0, 900, 5_200, 14_800, 31_000, 44_100, 52_600, 59_635),
      elsewhere: 365,
      relays: 3,
      posts: 31,
      first: standing({
        caseId: 'EH-19',
        state: 'answered',
        outOfBand: 'promise',
        waitingSince: ago(8 * hourMs),
      }),
      others: belowTheAuthor,
    }),
    thread({
      thread: 'line',
      excerpt: 'secret: the heart of my mother',
      isDanger: true,
      samples: samples(1, 3),
      first: standing({ caseId: null, severity: 'critical', isDanger: true }),
    }),
  ],
  oldest: [
    caseRow({
      caseId: 'EH-11',
      waitingSince: ago(4 * dayMs),
      categories: ['service', 'unanswered'],
      excerpt:
        'Tag 4 ohne Leitung. Ich bin selbstständig und verliere jeden Tag Aufträge. Technikertermin zweimal geplatzt.',
    }),
    caseRow({ caseId: 'EH-12', waitingSince: ago(30 * hourMs), excerpt: null, categories: ['account'] }),
  ],
  problems: [
    {
      problem: 'x|chests|billing',
      categories: ['billing'],
      source: 'x',
      excerpt: 'Three weeks ago my nephew’s thumb bought 4 “royal chests” on my tablet.',
      ...belowTheAuthor,
      total: 18,
    },
  ],
});

const voltara = brandRows({
  id: 'voltara',
  name: 'Voltara',
  waiting: 2,
  severe: 1,
  spreading: 2,
  threads: [
    thread({
      source: 'blog',
      thread: 'lent',
      excerpt:
        'How Voltara lent my car to a stranger. In April I paid a deposit of 4,000 euros for a white Tarn.',
      startedAt: ago(3 * dayMs),
      samples: null,
      relays: 7,
      posts: 2,
      first: standing({ caseId: 'EH-7', severity: 'high', waitingSince: ago(9 * dayMs) }),
    }),
    thread({
      thread: 'entitled',
      excerpt: 'Must be hard to be so entitled that a late start makes you write 900 words.',
      samples: samples(300, 4_000, 11_000, 19_000, 24_900),
      posts: 9,
    }),
  ],
  oldest: [
    caseRow({
      caseId: 'EH-7',
      waitingSince: ago(9 * dayMs),
      categories: ['delivery', 'unanswered'],
      excerpt: 'Since then I have called seven times. Nobody picks up.',
    }),
  ],
});

/** A day at two brands: a famous author, a blog post that spreads, a danger, and much that nobody talks about. */
export const exampleRows: DigestRows = {
  brands: [nordlicht, voltara],
  unseen: [
    { kind: 'gap', source: 'x', from: ago(7 * hourMs), to: ago(6 * hourMs) },
    { kind: 'gap_noted', source: 'forum', at: ago(hourMs) },
    { kind: 'unprocessed', count: 2 },
    { kind: 'undecided', count: 14 },
  ],
};
