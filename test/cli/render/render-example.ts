import type { QueueCount, SummaryRows } from '../../../src/cases/summary.ts';
import type { CaseActivityRow, CaseCardRow } from '../../../src/cli/render/case-card.ts';
import type { CaseTableRow } from '../../../src/cli/render/case-table.ts';
import type { RenderOptions } from '../../../src/cli/render/render-options.ts';
import type { Classification } from '../../../src/domain/classification.ts';

export const now = new Date('2031-05-20T09:00:00.000Z');
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const ago = (ms: number): Date => new Date(now.getTime() - ms);

export const plain: RenderOptions = { language: 'en', isColour: false, width: 80, now };

const standing = { status: 'new', disposition: null, inDispute: false, isHistory: false } as const;

export const tableRows: readonly CaseTableRow[] = [
  {
    ...standing,
    id: '1042',
    severity: 'critical',
    brand: 'voltara',
    waitingSince: ago(20 * minuteMs),
    dueAt: ago(-40 * minuteMs),
    categories: ['product'],
    reasons: [{ code: 'danger.product' }],
  },
  {
    ...standing,
    id: '987',
    severity: 'high',
    brand: 'nordlicht',
    status: 'open',
    waitingSince: ago(9 * 24 * hourMs),
    dueAt: ago(3 * hourMs + 20 * minuteMs),
    categories: ['service', 'unanswered'],
    reasons: [
      { code: 'dependence' },
      { code: 'prior_contact', values: { count: 7, days: 21 } },
      { code: 'category', values: { category: 'service' } },
    ],
  },
  {
    ...standing,
    id: '1043',
    severity: 'medium',
    brand: '電気自動車🚗のブランド名前',
    status: 'pending',
    waitingSince: ago(2 * hourMs),
    dueAt: null,
    categories: ['billing'],
    reasons: [{ code: 'same_problem' }],
  },
  {
    ...standing,
    id: '12',
    severity: 'low',
    brand: 'voltara',
    isHistory: true,
    waitingSince: ago(40 * 24 * hourMs),
    dueAt: null,
    categories: [],
    reasons: [{ code: 'annoyance' }],
  },
];

export const saidText =
  'Since then I have called seven times 📞 and nobody picks up. I want my car, or my 4,000 euros back!';
const spanOf = (words: string): { readonly start: number; readonly end: number } => {
  const start = saidText.indexOf(words);
  return { start, end: start + words.length };
};

export const classification: Classification = {
  language: 'en',
  complaint: 0.93,
  sentiment: { negative: 0.81, neutral: 0.16, positive: 0.03 },
  categories: { delivery: 0.7, unanswered: 0.6 },
  danger: null,
  stake: 'large_or_dated_loss',
  priorContact: { count: 7, days: null, isUnanswered: true },
  sameProblem: false,
  namesOtherProblem: false,
  solved: false,
  relay: false,
  identifiers: ['VT5530182'],
  outOfBand: null,
  abstained: false,
  abstainReason: null,
  evidence: [
    { kind: 'prior_contact', ...spanOf('called seven times 📞 and nobody picks up'), label: '7 times' },
    { kind: 'category', ...spanOf('nobody picks up'), label: 'unanswered' },
    { kind: 'amount', ...spanOf('4,000 euros'), label: 'EUR 4000' },
  ],
};

export const card: CaseCardRow = {
  hasImage: false,
  ...standing,
  id: '987',
  severity: 'high',
  brand: 'voltara',
  source: 'blog',
  thread: 'lent-to-a-stranger',
  waitingSince: ago(9 * 24 * hourMs),
  openedAt: ago(9 * 24 * hourMs),
  timezone: 'Europe/Berlin',
  dueAt: ago(3 * hourMs + 20 * minuteMs),
  categories: ['delivery', 'unanswered'],
  reasons: [
    { code: 'large_or_dated_loss' },
    { code: 'amount', values: { amount: 'EUR 4000' } },
    { code: 'prior_contact', values: { count: 7 } },
  ],
  isDanger: false,
  text: saidText,
  evidence: classification.evidence,
  names: ['Voltara'],
  commands: ['evenhand cases take 987', 'evenhand cases answered 987'],
};

const activity = (row: Partial<CaseActivityRow>): CaseActivityRow => ({
  at: ago(9 * 24 * hourMs),
  actor: 'evenhand',
  isAutomated: true,
  kind: 'case_opened',
  previous: null,
  value: null,
  note: null,
  ...row,
});

export const activities: readonly CaseActivityRow[] = [
  activity({}),
  activity({ at: ago(2 * 24 * hourMs), kind: 'severity_raised', previous: 'medium', value: 'high' }),
  activity({
    at: ago(5 * hourMs),
    kind: 'out_of_band',
    actor: 'executive',
    isAutomated: false,
    value: 'promise',
  }),
  activity({
    at: ago(12 * minuteMs),
    kind: 'note',
    actor: 'agent-7',
    isAutomated: false,
    note: 'Spoke with the delivery centre; they will call today before six, and I will look again tomorrow morning.',
  }),
];

const queue = (row: Partial<QueueCount>): QueueCount => ({
  brand: 'nordlicht',
  severity: 'medium',
  opened: 0,
  waiting: 0,
  late: 0,
  waitingSince: null,
  ...row,
});

const noTrouble = { lastError: null, disabledAt: null, silentSince: null };

export const summaryRows: SummaryRows = {
  from: ago(24 * hourMs),
  read: 812,
  queue: [
    queue({ severity: 'critical', opened: 2, waiting: 1, waitingSince: ago(12 * minuteMs) }),
    queue({ severity: 'high', opened: 3, waiting: 2, late: 1, waitingSince: ago(5 * hourMs) }),
    queue({ opened: 9, waiting: 14, waitingSince: ago(50 * hourMs) }),
    queue({
      brand: 'voltara',
      severity: 'high',
      opened: 1,
      waiting: 1,
      late: 1,
      waitingSince: ago(9 * 24 * hourMs),
    }),
  ],
  oldest: [
    {
      caseId: '1042',
      brand: 'nordlicht',
      severity: 'medium',
      waitingSince: ago(50 * hourMs),
      dueAt: ago(-2 * hourMs),
    },
    {
      caseId: '987',
      brand: 'voltara',
      severity: 'high',
      waitingSince: ago(9 * 24 * hourMs),
      dueAt: ago(3 * hourMs),
    },
    { caseId: '990', brand: 'voltara', severity: 'low', waitingSince: ago(20 * hourMs), dueAt: null },
  ],
  unsure: 5,
  deadLetters: 2,
  differing: 0,
  silences: 0,
  keptBack: 0,
  sources: [
    { source: 'x', lastReadAt: ago(40_000), freshnessTargetMs: 5 * minuteMs, ...noTrouble },
    { source: 'owners-blog', lastReadAt: ago(3 * hourMs), freshnessTargetMs: 15 * minuteMs, ...noTrouble },
    { source: 'forum', lastReadAt: null, freshnessTargetMs: 15 * minuteMs, ...noTrouble },
  ],
};
