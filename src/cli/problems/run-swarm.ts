import { caseName } from '../../domain/case-id.ts';
import type { CaseReader } from '../../domain/case-reader.ts';
import type { Person } from '../../domain/person.ts';
import { problemName } from '../../domain/problem-id.ts';
import type { SwarmDecision } from '../../domain/swarm-decision.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import {
  decideSwarm,
  findSwarm,
  type ListedSwarm,
  listSwarms,
  type SwarmBy,
  sampleSwarm,
  swarmOfProblem,
  takeOutOfSwarm,
} from '../../problems/swarm.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf, writtenText } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { brandOfReader, caseReaderOf, keepToBrand, readerWhoMay, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import { saySwarm } from './swarm-texts.ts';
import { swarmJson, swarmName, swarmTable, swarmView } from './swarm-view.ts';

export interface SwarmOptions extends ActingOptions {
  readonly brand?: string;
  readonly decide?: SwarmDecision;
  readonly takeOut?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

export type SwarmName = { readonly kind: 'swarm' | 'problem'; readonly id: number };

export const runSwarm = async (
  app: App,
  name: SwarmName | null,
  options: SwarmOptions,
): Promise<undefined> => {
  const isChange = options.decide !== undefined || options.takeOut !== undefined;
  if (name === null && isChange) throw new UserError(saySwarm(options.language, 'which'));
  if (isChange && options.reason === undefined) throw new UserError(saySwarm(options.language, 'why'));
  if (name === null) return list(app, options);
  const { swarm, members } = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const person = readerWhoMay(app, options.as, 'read_cases');
      const reader = caseReaderOf(app, person);
      const found = await foundSwarm(tx, name, { reader, options });
      const swarm = isChange ? await change(tx, app, { swarm: found, options }) : found;
      keepToBrand(person, swarm.brand);
      return { swarm, members: await sampleSwarm(tx, swarm.id, reader) };
    }),
  );
  const render = renderOptionsOf(app, options);
  if (options.json === true) app.io.out(jsonText(swarmJson(swarm, members)));
  else app.io.out(`${isChange ? changedText(swarm, options) : swarmView(swarm, members, render)}\n`);
};

const changedText = ({ id, cases }: ListedSwarm, { decide, takeOut, language }: SwarmOptions): string =>
  [
    ...(decide === undefined ? [] : [saySwarm(language, `done.${decide}`, { id: swarmName(id), cases })]),
    ...(takeOut === undefined
      ? []
      : [saySwarm(language, 'done.take_out', { id: swarmName(id), case: caseName(takeOut) })]),
  ].join('\n');

const list = async (app: App, options: SwarmOptions): Promise<undefined> => {
  const person: Person | null = readerWhoMay(app, options.as, 'read_cases');
  const swarms = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) =>
      listSwarms(tx, {
        brand: await brandAskedFor(tx, app, brandOfReader(person, options.brand)),
        reader: caseReaderOf(app, person),
        limit: mostListed,
        after: null,
      }),
    ),
  );
  app.io.out(
    options.json === true
      ? jsonText(swarms.map((swarm) => swarmJson(swarm, null)))
      : `${swarmTable(swarms, renderOptionsOf(app, options))}\n`,
  );
};

const mostListed = 500;

const foundSwarm = async (
  tx: Transaction,
  { kind, id: named }: SwarmName,
  { reader, options: { language } }: { readonly reader: CaseReader; readonly options: SwarmOptions },
): Promise<ListedSwarm> => {
  const id = kind === 'swarm' ? named : await swarmOfProblem(tx, named);
  const swarm = id === null ? null : await findSwarm(tx, id, reader);
  if (swarm !== null) return swarm;
  const values = { id: kind === 'swarm' ? swarmName(named) : problemName(named) };
  throw new UserError(saySwarm(language, kind === 'swarm' ? 'no_swarm' : 'none_of_problem', values));
};

/** What many cases become by it is a lead's to decide; to take one out is the daily work. */
const change = async (
  tx: Transaction,
  app: App,
  { swarm, options }: { readonly swarm: ListedSwarm; readonly options: SwarmOptions },
): Promise<ListedSwarm> => {
  const { decide, takeOut, language } = options;
  const { name: actor, person } = whoMay(app, options.as, decide === undefined ? 'work_cases' : 'lead_cases');
  keepToBrand(person, swarm.brand);
  const by: SwarmBy = { actor, reason: writtenText(options.reason ?? '', '--reason'), now: app.clock.now() };
  if (decide !== undefined) await decideSwarm(tx, { id: swarm.id, decision: decide }, by);
  if (takeOut !== undefined) await refuseKept(tx, app, takeOut, { actor, language });
  if (takeOut !== undefined && !(await takeOutOfSwarm(tx, { id: swarm.id, caseId: takeOut }, by)))
    throw new UserError(saySwarm(language, 'not_in', { id: swarmName(swarm.id), case: caseName(takeOut) }));
  return (await findSwarm(tx, swarm.id, caseReaderOf(app, person))) ?? swarm;
};
