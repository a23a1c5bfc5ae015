import { addHold, endHold, type Hold, listHolds } from '../../cases/hold/hold.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { actorWhoMay, readerWhoMay } from '../permission.ts';
import { unknownCase } from '../refuse-untold.ts';
import { sayHolds } from './texts.ts';

export interface HoldsOptions extends ActingOptions {
  readonly json?: boolean;
}

export interface AddHoldOptions extends HoldsOptions {
  readonly component: string;
  readonly hazard: string;
  readonly reason: string;
  readonly until?: string;
  readonly on?: string;
}

export const runList = async (app: App, options: HoldsOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'hold_cases');
  const holds = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => listHolds(tx, app.clock.now())),
  );
  if (options.json === true) app.io.out(jsonText(holds.map(holdJson)));
  else if (holds.length === 0) app.io.out(`${sayHolds(options.language, 'none')}\n`);
  else app.io.out(holds.map((hold) => `${sayHolds(options.language, 'row', spoken(hold))}\n`).join(''));
};

export const runAdd = async (app: App, caseId: string, options: AddHoldOptions): Promise<undefined> => {
  const holder = actorWhoMay(app, options.as, 'hold_cases');
  const now = app.clock.now();
  const hold: Hold = {
    caseId,
    component: fact(options.component, '--component'),
    hazard: fact(options.hazard, '--hazard'),
    reason: fact(options.reason, '--reason'),
    happenedOn: dayOf(options.on ?? now.toISOString().slice(0, 10), '--on'),
    holder,
    begunAt: now,
    until: untilOf(options.until, now),
  };
  const held = await app.withDatabase((db) => db.transaction('desk', (tx) => addHold(tx, hold)));
  if (held === 'unknown_case') throw unknownCase(caseId, options.language);
  if (held === 'no_danger')
    throw new UserError(
      `${caseName(caseId)} is no case of danger: only facts of a dangerous product may outlive the words`,
    );
  if (held === 'held_already')
    throw new UserError(
      `${caseName(caseId)} is held already: "evenhand holds list" says until when; end that hold first`,
    );
  app.io.out(
    options.json === true
      ? jsonText(holdJson(hold))
      : `${sayHolds(options.language, 'held', spoken(hold))}\n`,
  );
};

export const runEnd = async (app: App, caseId: string, options: HoldsOptions): Promise<undefined> => {
  const by = actorWhoMay(app, options.as, 'hold_cases');
  const now = app.clock.now();
  const isEnded = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => endHold(tx, { caseId, now, by })),
  );
  if (!isEnded)
    throw new UserError(`nothing of ${caseName(caseId)} is held: "evenhand holds list" shows what is`);
  app.io.out(
    options.json === true
      ? jsonText({ case: caseName(caseId), endedAt: now })
      : `${sayHolds(options.language, 'ended', { case: caseName(caseId) })}\n`,
  );
};

const longestFact = 200;

const fact = (text: string, option: string): string => {
  const said = text.trim();
  if (said === '' || said.length > longestFact)
    throw new UserError(`${option} must say something, in at most ${longestFact} characters of one line`);
  return said;
};

const dayOf = (text: string, option: string): string => {
  const at = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(at.getTime()) ||
    at.toISOString().slice(0, 10) !== text
  )
    throw new UserError(`${option} "${text}" is no day: write it as 2027-12-31`);
  return text;
};

const mostYears = 10;

/** The whole of the last day (UTC). What is held without an end would be held for ever. */
const untilOf = (text: string | undefined, now: Date): Date => {
  if (text === undefined)
    throw new UserError(
      'a hold needs an end: say --until YYYY-MM-DD, and renew it then if it is still needed',
    );
  const end = new Date(Date.parse(`${dayOf(text, '--until')}T00:00:00Z`) + 86_400_000);
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + mostYears);
  if (end <= now || end > latest)
    throw new UserError(`--until ${text} must lie ahead, by at most ${mostYears} years`);
  return end;
};

const lastDay = (until: Date): string => new Date(until.getTime() - 1).toISOString().slice(0, 10);

const spoken = ({ caseId, component, hazard, happenedOn, reason, holder, until }: Hold) => ({
  case: caseName(caseId),
  component,
  hazard,
  reason,
  holder,
  on: happenedOn,
  until: lastDay(until),
});

const holdJson = ({ caseId, until, ...hold }: Hold) => ({
  case: caseName(caseId),
  ...hold,
  until: lastDay(until),
});
