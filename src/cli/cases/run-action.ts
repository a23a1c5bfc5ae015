import { refusalText } from '../../cases/action-texts.ts';
import { brandOfCase } from '../../cases/brand.store.ts';
import { commandLine, commandLineOf, type Doorway } from '../../cases/doorway.ts';
import { actorKey } from '../../cases/lease/actor-key.ts';
import type { DeskPerson } from '../../cases/lease/desk-person.ts';
import type { JumpReason } from '../../cases/lease/lease.ts';
import { leaseRefusalText } from '../../cases/lease/lease-texts.ts';
import { actAs, giveCase, type Took, takeCase } from '../../cases/lease/take.store.ts';
import type { CaseAction } from '../../cases/life/action-types.ts';
import { withoutUntoldOther } from '../../cases/named-cases.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { type Capability, may } from '../../domain/may.ts';
import type { Clearance, Person } from '../../domain/person.ts';
import { inShell } from '../../lib/program.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { dueUnder } from '../../triage/policy-deadline.ts';
import { deskPersonNamed } from '../acting-person.ts';
import type { App } from '../app.ts';
import { type ActingOptions, actorOf, jsonText } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { caseReaderOf, clearancesOf, keepToBrand, peopleOf, whoMay } from '../permission.ts';
import { unknownCase } from '../refuse-untold.ts';
import type { Until } from '../until.ts';
import { actedJson, actedText } from './acted-text.ts';
import { momentOf, momentUntil, timezoneOfBrand, zonedText } from './brand-time.ts';
import { type AskedCases, namedCases } from './case-names.ts';
import { sayDesk } from './desk-texts.ts';
import { showSteps } from './show-steps.ts';
import type { WrittenTime } from './written-time.ts';

export interface ActOptions extends ActingOptions {
  readonly json?: boolean;
  readonly file?: string;
  readonly ifVersion?: number;
}

export type CaseNames = Pick<AskedCases, 'ids'>;

/** As it was typed: a time is a moment only with the zone of the brand; null: now. */
export type WantedAction =
  | Exclude<CaseAction, { kind: 'answered' | 'snooze' | 'take' }>
  | { readonly kind: 'take'; readonly takeOver: boolean; readonly because: JumpReason | null }
  | { readonly kind: 'answered'; readonly at: WrittenTime | null; readonly note: string | null }
  | { readonly kind: 'snooze'; readonly until: Until; readonly reason: string | null };

interface Asked {
  readonly action: WantedAction;
  readonly options: ActOptions;
}

/** Each case in a transaction of its own: what is refused at one changes nothing at another, and none is half done. */
export const runAction = async (
  app: App,
  { ids }: CaseNames,
  { action, options }: Asked,
): Promise<number | undefined> => {
  const wish: Wish = { ...wishOf(app, { action, options }) };
  const named = await namedCases(app, { ids, file: options.file });
  if (named.length > 1 && options.ifVersion !== undefined)
    throw new UserError('--if-version is for one case: name a single one');
  const [only] = named;
  if (named.length === 1 && only !== undefined) return runOne(app, only, wish, options);
  return runMany(app, named, wish, options);
};

const wishOf = (app: App, { action, options }: Asked): Wish => {
  const { name: actor, person } = whoMay(app, options.as, neededFor(action));
  if (action.kind === 'assign') refuseStranger(app, action.to);
  return {
    wanted: action.kind === 'assign' ? { ...action, to: actorOf(action.to) } : action,
    actor,
    person,
    now: app.clock.now(),
    clearances: clearancesOf(person),
    expectedVersion: options.ifVersion ?? null,
  };
};

const neededFor = (action: WantedAction): Capability => {
  if (action.kind === 'dispute') return 'dispute_cases';
  return 'takeOver' in action && action.takeOver ? 'lead_cases' : 'work_cases';
};

/** A case that is given to a name which nobody bears would lie there for ever. */
const refuseStranger = (app: App, name: string): void => {
  const names = peopleOf(app).map((person) => person.name);
  if (names.length > 0 && !names.includes(name.trim()))
    throw new UserError(`--to ${name}: there is nobody of that name; there are ${names.join(', ')}`);
  const person = peopleOf(app).find((one) => one.name === name.trim());
  if (person !== undefined && !may(person, 'work_cases'))
    throw new UserError(`--to ${name}: works no cases; it needs a role that does (docs/roles.md)`);
};

const runOne = async (app: App, id: string, wish: Wish, options: ActOptions): Promise<undefined> => {
  const told = await app.withDatabase((db) => actOn(db, app, id, wish));
  if (told.acted.kind === 'unknown') throw unknownCase(id, options.language);
  if (told.acted.kind === 'refused' || told.acted.kind === 'kept')
    throw new UserError(whyNot(told, id, wish, options));
  const { acted } = told;
  app.io.out(
    options.json === true
      ? jsonText({ id: caseName(id), ...actedJson(acted) })
      : `${actedText(acted, { id: caseName(id), now: wish.now, language: options.language })}\n`,
  );
};

const runMany = async (
  app: App,
  ids: readonly string[],
  wish: Wish,
  options: ActOptions,
): Promise<number> => {
  const told = await app.withDatabase(async (db) => {
    const steps = showSteps(app.io, ids.length);
    const all: { readonly id: string; readonly told: Told | UserError }[] = [];
    try {
      for (const id of ids) {
        all.push({ id, told: await actOrRefuse(db, app, id, wish) });
        steps.next(caseName(id));
      }
    } finally {
      steps.end();
    }
    return all;
  });
  const results = told.map(({ id, told: one }) => resultOf(one, id, wish, options));
  const refused = results.filter(({ isRefused }) => isRefused).length;
  app.io.out(
    options.json === true
      ? jsonText(results.map(({ json }) => json))
      : `${results.map(({ line }) => line).join('\n')}\n${sayDesk(options.language, 'bulk.end', { count: results.length - refused, refused })}\n`,
  );
  return refused === 0 ? exitCodes.ok : exitCodes.usage;
};

/** A case of another brand is refused by itself: those before it are done. */
const actOrRefuse = async (db: Database, app: App, id: string, wish: Wish): Promise<Told | UserError> => {
  try {
    return await actOn(db, app, id, wish);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
};

const resultOf = (told: Told | UserError, id: string, wish: Wish, options: ActOptions) => {
  if (told instanceof UserError) {
    const reason = sentenceIn(told.message, options.language);
    return {
      isRefused: true,
      line: reason,
      json: { id: caseName(id), refused: { code: 'may_not', reason } },
    };
  }
  const { acted } = told;
  if (acted.kind === 'unknown' || acted.kind === 'refused' || acted.kind === 'kept') {
    const reason =
      acted.kind === 'unknown' ? unknownCase(id, options.language).message : whyNot(told, id, wish, options);
    const code = acted.kind === 'unknown' ? 'unknown' : acted.refusal.code;
    return { isRefused: true, line: reason, json: { id: caseName(id), refused: { code, reason } } };
  }
  const telling = { id: caseName(id), now: wish.now, language: options.language };
  const [line = ''] = actedText(acted, telling).split('\n');
  return { isRefused: false, line, json: { id: caseName(id), ...actedJson(acted) } };
};

const whyNot = (
  { acted, timezone }: Told,
  id: string,
  { now, wanted }: Wish,
  { language }: ActOptions,
): string => {
  if (acted.kind === 'kept') return leaseRefusalText(acted.refusal, { caseId: id, now, language });
  const timeText = (at: Date): string => zonedText(at, timezone);
  return acted.kind === 'refused'
    ? refusalText(acted.refusal, { caseId: id, now, language, timeText, door: doorOf(wanted) })
    : '';
};

/** What would take it over is what was asked for. */
const doorOf = (wanted: WantedAction): Doorway => {
  if (wanted.kind === 'assign') return commandLineOf(`assign ID --to ${inShell(wanted.to)}`);
  return wanted.kind === 'release' ? commandLineOf('release ID') : commandLine;
};

interface Wish {
  readonly wanted: WantedAction;
  readonly actor: string;
  readonly person: Person | null;
  readonly now: Date;
  readonly clearances: readonly Clearance[];
  readonly expectedVersion: number | null;
}

interface Told {
  readonly acted: Took;
  readonly timezone: string;
}

const actOn = (db: Database, app: App, id: string, wish: Wish): Promise<Told> =>
  db.transaction('desk', (tx) => actInZone(tx, app, id, wish));

const actInZone = async (tx: Transaction, app: App, id: string, wish: Wish): Promise<Told> => {
  const brand = await brandOfCase(tx, id);
  if (brand === null) return { acted: { kind: 'unknown' }, timezone: 'UTC' };
  keepToBrand(wish.person, brand);
  const timezone = timezoneOfBrand(app, brand);
  const acted = await actOrTake(tx, app, id, { wish, timezone });
  if (acted.kind !== 'refused') return { acted, timezone };
  const refusal = await withoutUntoldOther(tx, acted.refusal, caseReaderOf(app, wish.person));
  return { acted: { ...acted, refusal }, timezone };
};

/** Whose a case becomes is asked of the queue and of the clearances first. */
const actOrTake = async (
  tx: Transaction,
  app: App,
  caseId: string,
  { wish, timezone }: { readonly wish: Wish; readonly timezone: string },
): Promise<Took> => {
  const { wanted, now } = wish;
  const person = (name: string): DeskPerson => deskPersonNamed(app, name);
  if (wanted.kind === 'take') {
    const actor = actorKey(await readInstanceKey(tx), wish.actor);
    return takeCase(tx, { ...wish, ...wanted, caseId, person: person(wish.actor), actor, dueUnder });
  }
  const action = inZone(wanted, timezone, now);
  const ask = { ...wish, caseId, action, dueUnder };
  const by = person(wish.actor);
  return action.kind === 'assign'
    ? giveCase(tx, ask, { by, to: person(action.to) })
    : actAs(tx, ask, { by, personOf: person });
};

const inZone = (wanted: Exclude<WantedAction, { kind: 'take' }>, timezone: string, now: Date): CaseAction => {
  if (wanted.kind === 'answered')
    return { ...wanted, at: wanted.at === null ? now : momentOf(wanted.at, timezone) };
  return wanted.kind === 'snooze'
    ? { ...wanted, until: momentUntil(wanted.until, { now, timezone }) }
    : wanted;
};
