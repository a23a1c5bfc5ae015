import { refusalText } from '../../cases/action-texts.ts';
import { brandOfCase } from '../../cases/brand.store.ts';
import { leaseRefusalText } from '../../cases/lease/lease-texts.ts';
import { readUntold } from '../../cases/lease/told.store.ts';
import type { DeskCase } from '../../cases/life/action-types.ts';
import {
  type LifeAsk,
  type LifeOutcome,
  mergeCases,
  readInto,
  unmergeCase,
} from '../../cases/life/merge.store.ts';
import { splitCase } from '../../cases/life/split.store.ts';
import { withoutUntoldOther } from '../../cases/named-cases.store.ts';
import { routeOpened } from '../../cases/route-opened.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Person } from '../../domain/person.ts';
import type { Routing } from '../../domain/routing.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import { planRoutes } from '../../triage/plan-routes.ts';
import { dueUnder } from '../../triage/policy-deadline.ts';
import { deskPersonNamed } from '../acting-person.ts';
import type { App } from '../app.ts';
import { jsonText, noteOf } from '../desk-options.ts';
import { caseReaderOf, clearancesOf, keepToBrand, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import { unknownCase } from '../refuse-untold.ts';
import { dueTime } from '../render/relative-time.ts';
import { sayDesk } from './desk-texts.ts';
import type { ActOptions } from './run-action.ts';

export type JoinOptions = ActOptions & { readonly note?: string };

export type Wanted =
  | { readonly kind: 'merge'; readonly fromId: string; readonly intoId: string }
  | { readonly kind: 'unmerge'; readonly caseId: string }
  | { readonly kind: 'split'; readonly caseId: string; readonly mentionIds: readonly string[] };

export const runJoin = async (app: App, wanted: Wanted, options: JoinOptions): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, options.as, 'lead_cases');
  const now = app.clock.now();
  const ask: LifeAsk = {
    actor,
    now,
    dueUnder,
    clearances: clearancesOf(person),
    note: noteOf(options),
    personOf: (owner) => deskPersonNamed(app, owner),
    route: (tx, opened) => routeOpened(tx, opened, { routing: routingOf(app), now, plan: planRoutes }),
    expectedVersion: options.ifVersion ?? null,
  };
  const outcome = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandOfCase(tx, wanted.kind === 'merge' ? wanted.fromId : wanted.caseId);
      if (brand !== null) keepToBrand(person, brand);
      for (const id of casesOf(wanted))
        await refuseKept(tx, app, id, { actor, language: options.language, asksCounsel: true });
      if (wanted.kind === 'unmerge') await refuseHiddenInto(tx, app, wanted.caseId, { person, options });
      const outcome = await joinOrPart(tx, wanted, ask);
      if (outcome.kind !== 'refused') return outcome;
      return {
        ...outcome,
        refusal: await withoutUntoldOther(tx, outcome.refusal, caseReaderOf(app, person)),
      };
    }),
  );
  if (outcome.kind === 'unknown') throw unknownCase(outcome.caseId, options.language);
  if (outcome.kind === 'refused')
    throw new UserError(
      refusalText(outcome.refusal, {
        caseId: outcome.caseId,
        now: ask.now,
        language: options.language,
        timeText: (at) => at.toISOString(),
      }),
    );
  const { cases } = outcome;
  app.io.out(
    options.json === true
      ? jsonText({ cases: cases.map(standing) })
      : `${said(wanted, cases, ask.now, options)}\n`,
  );
};

/** Whoever parts cases must be trusted with both; the other is named to nobody from whom it is kept. */
const refuseHiddenInto = async (
  tx: Transaction,
  app: App,
  caseId: string,
  { person, options: { language } }: { readonly person: Person | null; readonly options: JoinOptions },
): Promise<void> => {
  const into = await readInto(tx, caseId);
  if (into === null || into === caseId) return;
  const why = (await readUntold(tx, [into], caseReaderOf(app, person))).get(into);
  if (why === undefined || why === 'dispute') return;
  throw new UserError(leaseRefusalText({ code: 'kept' }, { caseId, now: app.clock.now(), language }));
};

/** A case can be worked without a configuration: then it is every team's. */
const routingOf = (app: App): Routing | undefined =>
  app.env.configPath === null ? undefined : app.config().config.routing;

/** The two cases, the one that was named first. */
type Pair = readonly [DeskCase, DeskCase];

const joinOrPart = async (
  tx: Transaction,
  wanted: Wanted,
  ask: LifeAsk,
): Promise<LifeOutcome<{ readonly kind: 'done'; readonly cases: Pair }>> => {
  if (wanted.kind === 'split') {
    const outcome = await splitCase(tx, wanted, ask);
    return outcome.kind === 'done' ? { kind: 'done', cases: [outcome.row, outcome.split] } : outcome;
  }
  const outcome =
    wanted.kind === 'merge' ? await mergeCases(tx, wanted, ask) : await unmergeCase(tx, wanted.caseId, ask);
  return outcome.kind === 'done' ? { kind: 'done', cases: [outcome.from, outcome.into] } : outcome;
};

const said = ({ kind }: Wanted, [first, second]: Pair, now: Date, { language }: JoinOptions): string => {
  const [one, other] = [caseName(first.id), caseName(second.id)];
  const [oneDue, otherDue] = [first, second].map(({ dueAt }) => dueTime(dueAt, now, language));
  const due = oneDue ?? '';
  const dueOther = otherDue ?? '';
  if (kind === 'merge') return sayDesk(language, 'done.merged', { from: one, into: other, due: dueOther });
  if (kind === 'unmerge')
    return sayDesk(language, 'done.unmerged', { from: one, into: other, fromDue: due, intoDue: dueOther });
  return sayDesk(language, 'done.split', { id: one, own: other, due, ownDue: dueOther });
};

const standing = (row: DeskCase) => ({
  id: caseName(row.id),
  status: row.status,
  severity: row.severity,
  mergedInto: row.mergedInto === null ? null : caseName(row.mergedInto),
  assignee: row.assignee,
  dueAt: row.dueAt,
  dueTarget: row.dueTarget,
  posts: row.posts.length,
});

const casesOf = (wanted: Wanted): readonly string[] =>
  wanted.kind === 'merge' ? [wanted.fromId, wanted.intoId] : [wanted.caseId];
