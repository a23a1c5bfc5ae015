import {
  type Approval,
  type Decided,
  decideApproval,
  listApprovals,
  readApproval,
} from '../../cases/guard/approval.store.ts';
import { readGuardCounts } from '../../cases/guard/guard-report.store.ts';
import { composeGuardReport } from '../../cases/guard/guard-report.ts';
import { usualValidDays } from '../../domain/adverse-action.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, writtenText } from '../desk-options.ts';
import { actorWhoMay } from '../permission.ts';
import { approvalList, approvalView, reportView } from './approval-view.ts';
import { sayApproval } from './texts.ts';

export interface ApprovalOptions extends ActingOptions {
  readonly json?: boolean;
}
export interface ListOptions extends ApprovalOptions {
  readonly all?: boolean;
  readonly limit: number;
}
export interface DecideOptions extends ApprovalOptions {
  readonly reason: string;
}
export interface ReportOptions extends ApprovalOptions {
  readonly since: number;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  actorWhoMay(app, options.as, 'approve_adverse_actions');
  const rows = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => listApprovals(tx, { isAll: options.all === true, limit: options.limit })),
  );
  app.io.out(
    options.json === true
      ? jsonText(rows.map(withoutCases))
      : approvalList(rows, {
          now: app.clock.now(),
          language: options.language,
          isAll: options.all === true,
        }),
  );
};

/** Who complained is told one by one, where it is needed. */
const withoutCases = ({ cases: _cases, ...approval }: Approval) => approval;

export const runShow = async (app: App, written: string, options: ApprovalOptions): Promise<undefined> => {
  actorWhoMay(app, options.as, 'approve_adverse_actions');
  const number = numberOf(written, options);
  const found = await app.withDatabase((db) => db.transaction('desk', (tx) => readApproval(tx, number)));
  if (found === null) throw new UserError(sayApproval(options.language, 'refuse.unknown', { number }));
  const { people } = app.config().config;
  app.io.out(
    options.json === true
      ? jsonText(found.approval)
      : approvalView(found.approval, people, { now: app.clock.now(), language: options.language }),
  );
};

export const runDecide = async (
  app: App,
  { number: written, verb }: { readonly number: string; readonly verb: 'approve' | 'refuse' },
  options: DecideOptions,
): Promise<undefined> => {
  const by = actorWhoMay(app, options.as, 'approve_adverse_actions');
  const reason = writtenText(options.reason, '--reason');
  const number = numberOf(written, options);
  const { people } = app.config().config;
  const verdict = verb === 'approve' ? 'approved' : 'refused';
  const decided = await app.withDatabase((db) =>
    db.transaction('desk', (tx) =>
      decideApproval(tx, { number, verdict, by, reason, now: app.clock.now() }, people),
    ),
  );
  if (decided.kind !== 'done') throw new UserError(refusal(decided, { number, by }, options));
  app.io.out(
    options.json === true
      ? jsonText(withoutCases(decided.approval))
      : `${sayApproval(options.language, isLate(decided.approval) ? 'done.late' : `done.${verdict}`, { number })}\n`,
  );
};

const isLate = ({ state, isExecutedAnyway }: Approval): boolean => state === 'approved' && isExecutedAnyway;

const refusal = (
  decided: Exclude<Decided, { kind: 'done' }>,
  { number, by }: { readonly number: string; readonly by: string },
  { language }: ApprovalOptions,
): string => {
  if (decided.kind === 'unknown') return sayApproval(language, 'refuse.unknown', { number });
  if (decided.kind === 'partial') return sayApproval(language, `refuse.${decided.why}`, { name: by });
  const { state, decidedBy } = decided.approval;
  if (state === 'none') return sayApproval(language, 'refuse.over', { number });
  const values = { number, state: sayApproval(language, `state.${state}`), name: decidedBy ?? '' };
  return sayApproval(language, 'refuse.decided', values);
};

const numberOf = (written: string, { language }: ApprovalOptions): string => {
  if (!/^[1-9]\d{0,17}$/.test(written))
    throw new UserError(sayApproval(language, 'refuse.number', { number: written.slice(0, 40) }));
  return written;
};

export const runReport = async (app: App, options: ReportOptions): Promise<undefined> => {
  actorWhoMay(app, options.as, 'approve_adverse_actions');
  const now = app.clock.now();
  const { guard } = app.config().config;
  const customerCount = guard?.customerCount ?? null;
  const counts = await app.withDatabase((db) =>
    db.transaction('desk', (tx) =>
      readGuardCounts(tx, new Date(now.getTime() - options.since), guard?.validDays ?? usualValidDays),
    ),
  );
  const report = composeGuardReport(counts, customerCount);
  app.io.out(
    options.json === true
      ? jsonText(report)
      : reportView(report, {
          sinceMs: options.since,
          hasBaseline: customerCount !== null,
          language: options.language,
        }),
  );
};
