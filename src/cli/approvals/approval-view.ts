import type { Approval } from '../../cases/guard/approval.store.ts';
import type { GuardReport } from '../../cases/guard/guard-report.ts';
import { adverseKinds } from '../../domain/adverse-action.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Person } from '../../domain/person.ts';
import { type CatalogueLanguage, localeOf } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { numberFormat } from '../../lib/formats.ts';
import type { Share } from '../../lib/wilson-interval.ts';
import { columns } from '../render/columns.ts';
import { relativeTime } from '../render/relative-time.ts';
import { printable } from '../render/text-width.ts';
import { type ApprovalTextKey, sayApproval } from './texts.ts';

interface Telling {
  readonly now: Date;
  readonly language: CatalogueLanguage;
}

/** Number, what, since when and how it stands: nothing that tells who complained. */
export const approvalList = (
  rows: readonly Approval[],
  { now, language, isAll }: Telling & { readonly isAll: boolean },
): string => {
  if (rows.length === 0) return `${sayApproval(language, 'none')}\n`;
  const lines = rows.map((row) => [
    row.number,
    kindText(row, language),
    relativeTime(row.receivedAt, now, language),
    stateText(row, language),
    row.requestedBy === null ? '' : printable(row.requestedBy),
  ]);
  return `${sayApproval(language, isAll ? 'head.all' : 'head')}\n${columns(lines)}\n`;
};

const stateText = (row: Approval, language: CatalogueLanguage): string => {
  const state = sayApproval(language, `state.${row.state}`);
  return row.isExecutedAnyway ? `${state} · ${sayApproval(language, 'anyway')}` : state;
};

export const approvalView = (
  row: Approval,
  people: readonly Person[],
  { now, language }: Telling,
): string => {
  const say = (key: ApprovalTextKey, values = {}): string => sayApproval(language, key, values);
  const when = (at: Date): string => relativeTime(at, now, language);
  const behind = row.cases.length === 0 ? say('drawn') : row.cases.map(caseName).join(', ');
  const decided =
    row.decidedAt === null
      ? []
      : [
          [
            say('decided'),
            say('decidedBy', {
              state: say(`state.${row.state}`),
              name: printable(row.decidedBy ?? ''),
              when: when(row.decidedAt),
              reason: printable(row.reason ?? ''),
            }),
          ],
        ];
  const lines = columns([
    [say('action'), `${row.number} · ${kindText(row, language)} · ${printable(row.actionId)}`],
    [say('asked'), when(row.receivedAt)],
    [say('requester'), requesterText(row, people, language)],
    [say('behind'), behind],
    ...(row.executedAt === null
      ? []
      : [[say('executed'), executedText(row, when(row.executedAt), language)]]),
    ...decided,
    ...(row.state === 'none' ? [[say('decided'), say('state.none')]] : []),
  ]);
  const next = row.state === 'waiting' ? `\n${say('next', { number: row.number })}` : '';
  return `${lines}\n${next}${next === '' ? '' : '\n'}`;
};

/** What was done first and approved afterwards was done without the approval. */
const executedText = (
  { state, isExecutedAnyway }: Approval,
  when: string,
  language: CatalogueLanguage,
): string => {
  if (!isExecutedAnyway) return when;
  return sayApproval(language, state === 'refused' ? 'executed.refused' : 'executed.before', { when });
};

const requesterText = (
  { requestedBy }: Approval,
  people: readonly Person[],
  language: CatalogueLanguage,
): string => {
  if (requestedBy === null) return sayApproval(language, 'nobody');
  const isKnown = people.some(({ name }) => name.toLowerCase() === requestedBy.toLowerCase());
  const name = printable(requestedBy);
  return isKnown ? name : sayApproval(language, 'unplaced', { name });
};

const kindText = ({ kind }: Approval, language: CatalogueLanguage): string => {
  const known = adverseKinds.find((one) => one === kind);
  return sayApproval(language, known === undefined ? 'kind.unknown' : `kind.${known}`);
};

const shown = [
  'asked',
  'noIdentifier',
  'noSuchIdentifier',
  'needed',
  'waiting',
  'approved',
  'refused',
  'executedAnyway',
  'executedLate',
  'executedUnasked',
  'complainants',
  'complainantsHit',
  'othersHit',
  'withoutNumber',
] as const;

export const reportView = (
  { counts, complainants, others }: GuardReport,
  {
    sinceMs,
    hasBaseline,
    language,
  }: { readonly sinceMs: number; readonly hasBaseline: boolean; readonly language: CatalogueLanguage },
): string => {
  const say = (key: ApprovalTextKey, values = {}): string => sayApproval(language, key, values);
  const number = numberFormat(localeOf[language], {});
  const rows = shown.map((name) => {
    const count = counts[name];
    return [count === null ? say('report.few') : number.format(count), say(`report.${name}`)];
  });
  const rate = (share: Share | null): string =>
    share === null ? say('report.tooFew') : shareText(share, language);
  return [
    say('report.title', { time: durationText(sinceMs, language) }),
    columns(rows),
    '',
    columns([
      [say('report.rateComplainants'), rate(complainants)],
      [say('report.rateOthers'), hasBaseline ? rate(others) : say('report.noBaseline')],
    ]),
    '',
    say('report.limits'),
    '',
  ].join('\n');
};

const shareText = ({ share, low, high }: Share, language: CatalogueLanguage): string => {
  const percent = numberFormat(localeOf[language], { style: 'percent', maximumSignificantDigits: 2 });
  return sayApproval(language, 'report.rate', {
    share: percent.format(share),
    low: percent.format(low),
    high: percent.format(high),
  });
};
