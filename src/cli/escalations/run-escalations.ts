import { reachRefusal } from '../../../config/reach-lock.ts';
import {
  type Changed,
  changeEscalation,
  type Escalation,
  listEscalations,
  type Requested,
  readEscalation,
  requestEscalation,
} from '../../cases/escalation/executive.store.ts';
import { type ExecutiveEvent, weekStart } from '../../cases/escalation/executive.ts';
import { caseName } from '../../domain/case-id.ts';
import { type EscalationCriterion, type ExecutivePath, escalationCriteria } from '../../domain/escalation.ts';
import type { Capability } from '../../domain/may.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, noteOf, writtenText } from '../desk-options.ts';
import { whoMay } from '../permission.ts';
import { ofOwnBrands, onlyTold, refuseUntold, type Telling } from '../refuse-untold.ts';
import { relativeTime } from '../render/relative-time.ts';
import { escalationJson, escalationList, escalationView } from './escalation-view.ts';
import { sayEscalation } from './texts.ts';

export interface ChangeOptions extends ActingOptions {
  readonly json?: boolean;
}
export interface RequestOptions extends ChangeOptions {
  readonly criterion: string;
  readonly reasonCode: string;
  readonly note?: string;
}
export interface ListOptions extends ChangeOptions {
  readonly all?: boolean;
  readonly limit: number;
}
export interface DeclineOptions extends ChangeOptions {
  readonly reason: string;
}
export interface AnswerOptions extends ChangeOptions {
  readonly text: string;
}
const pathOf = (app: App): ExecutivePath => app.config().config.escalation.executive;

export const runRequest = async (app: App, caseId: string, options: RequestOptions): Promise<undefined> => {
  const { name: by, person } = whoMay(app, options.as, 'request_escalations');
  const path = pathOf(app);
  const criterion = criterionOf(options);
  const reasonCode = reasonOf(options, path);
  const now = app.clock.now();
  const ask = {
    caseId,
    identifier: null,
    via: 'staff',
    by,
    criterion,
    reasonCode,
    note: noteOf(options),
    askedAt: now,
    now,
  } as const;
  const requested = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      await refuseUntold(tx, app, caseId, { person, language: options.language });
      return requestEscalation(tx, ask, path);
    }),
  );
  if (requested.kind !== 'done' && requested.kind !== 'known')
    throw new UserError(whyNotRequested(requested, { caseId, criterion, options }));
  const { escalation } = requested;
  const values = {
    number: escalation.number,
    case: caseName(caseId),
    state: sayEscalation(options.language, `state.${escalation.state}`),
  };
  app.io.out(
    options.json === true
      ? jsonText(escalationJson(escalation))
      : `${sayEscalation(options.language, requested.kind === 'done' ? 'done.requested' : 'done.known', values)}\n`,
  );
};

/** A word of reach is refused with the sentence of the lock, every other one with those that there are. */
const criterionOf = ({ criterion, language }: RequestOptions): EscalationCriterion => {
  const found = escalationCriteria.find((one) => one === criterion);
  if (found !== undefined) return found;
  const locked = reachRefusal(criterion);
  throw new UserError(
    locked ??
      sayEscalation(language, 'refuse.criterion', { word: criterion, known: escalationCriteria.join(', ') }),
  );
};

const reasonOf = ({ reasonCode, language }: RequestOptions, { reasonCodes }: ExecutivePath): string => {
  if (reasonCodes.includes(reasonCode)) return reasonCode;
  throw new UserError(
    reachRefusal(reasonCode) ??
      sayEscalation(language, 'refuse.reason', { word: reasonCode, known: reasonCodes.join(', ') }),
  );
};

const whyNotRequested = (
  requested: Exclude<Requested, { kind: 'done' | 'known' }>,
  {
    caseId,
    criterion,
    options: { language },
  }: {
    readonly caseId: string;
    readonly criterion: EscalationCriterion;
    readonly options: RequestOptions;
  },
): string => {
  const named = { case: caseName(caseId) };
  if (requested.kind === 'unknown_case') return sayEscalation(language, 'refuse.case', named);
  if (requested.kind !== 'not_met') return sayEscalation(language, `refuse.${requested.kind}`, named);
  const word = sayEscalation(language, `criterion.${criterion}`);
  const met = requested.met.map((one) => sayEscalation(language, `criterion.${one}`)).join(', ');
  return sayEscalation(language, met === '' ? 'refuse.nothing_met' : 'refuse.not_met', {
    ...named,
    word,
    met,
  });
};

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const { person } = whoMay(app, options.as, 'request_escalations');
  const rows = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const all = await listEscalations(tx, { isAll: options.all === true, limit: options.limit });
      return onlyTold(tx, app, ofOwnBrands(all, person), { person, caseOf: ({ caseId }) => caseId });
    }),
  );
  app.io.out(
    options.json === true
      ? jsonText(rows.map(escalationJson))
      : escalationList(rows, { now: app.clock.now(), language: options.language }),
  );
};

export const runShow = async (app: App, written: string, options: ChangeOptions): Promise<undefined> => {
  const { person } = whoMay(app, options.as, 'request_escalations');
  const number = numberOf(written, options);
  const found = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => readTold(tx, app, number, { person, language: options.language })),
  );
  if (found === null) throw new UserError(sayEscalation(options.language, 'refuse.unknown', { number }));
  app.io.out(
    options.json === true
      ? jsonText(escalationJson(found))
      : escalationView(found, { now: app.clock.now(), language: options.language }),
  );
};

/** Throws a UserError where it is about a case of which somebody is not told. */
const readTold = async (
  tx: Transaction,
  app: App,
  number: string,
  telling: Telling,
): Promise<Escalation | null> => {
  const found = await readEscalation(tx, number);
  if (found !== null) await refuseUntold(tx, app, found.caseId, telling);
  return found;
};

export const runGrant = (app: App, number: string, options: ChangeOptions): Promise<undefined> =>
  change(app, number, { options, needs: 'decide_escalations', event: (by) => ({ kind: 'grant', by }) });

export const runDecline = (app: App, number: string, options: DeclineOptions): Promise<undefined> => {
  const reason = writtenText(options.reason, '--reason');
  return change(app, number, {
    options,
    needs: 'decide_escalations',
    event: (by) => ({ kind: 'decline', by, reason }),
  });
};

export const runAnswer = (app: App, number: string, options: AnswerOptions): Promise<undefined> => {
  const text = writtenText(options.text, '--text');
  return change(app, number, {
    options,
    needs: 'decide_escalations',
    event: (by) => ({ kind: 'answer', by, text }),
  });
};

interface Wish {
  readonly options: ChangeOptions;
  readonly needs: Capability;
  readonly event: (by: string) => ExecutiveEvent;
}

const change = async (app: App, written: string, { options, needs, event }: Wish): Promise<undefined> => {
  const { name: by, person } = whoMay(app, options.as, needs);
  const number = numberOf(written, options);
  const now = app.clock.now();
  const changed = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      await readTold(tx, app, number, { person, language: options.language });
      return changeEscalation(tx, { number, event: event(by), now }, pathOf(app));
    }),
  );
  if (changed.kind !== 'done') throw new UserError(whyUnchanged(changed, { number, now, options }));
  const { escalation } = changed;
  const key =
    escalation.state === 'answered' || escalation.state === 'declined' ? escalation.state : 'granted';
  const due = relativeTime(escalation.answerDueAt, now, options.language);
  app.io.out(
    options.json === true
      ? jsonText(escalationJson(escalation))
      : `${sayEscalation(options.language, `done.${key}`, { number, due })}\n`,
  );
};

const whyUnchanged = (
  changed: Exclude<Changed, { kind: 'done' }>,
  { number, now, options: { language } }: { number: string; now: Date; options: ChangeOptions },
): string => {
  if (changed.kind === 'unknown') return sayEscalation(language, 'refuse.unknown', { number });
  const next = new Date(weekStart(now).getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  const state = sayEscalation(language, `state.${changed.escalation.state}`);
  return sayEscalation(language, `refuse.${changed.code}`, { number, state, when: next });
};

const numberOf = (written: string, { language }: ChangeOptions): string => {
  if (!/^[1-9]\d{0,17}$/.test(written))
    throw new UserError(sayEscalation(language, 'refuse.number', { number: written.slice(0, 40) }));
  return written;
};
