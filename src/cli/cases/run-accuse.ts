import { brandOfCase } from '../../cases/brand.store.ts';
import { accuse, readAccused, withdrawAccused } from '../../cases/lease/accused.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import { jsonText, type SpokenOptions } from '../desk-options.ts';
import { peopleOf, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import { sayDesk } from './desk-texts.ts';
import { unknownCase } from './run-show.ts';

export interface AccuseOptions extends SpokenOptions {
  readonly as?: string;
  readonly person?: string;
  readonly withdraw?: boolean;
  readonly json?: boolean;
}

export const runAccuse = async (app: App, id: string, options: AccuseOptions): Promise<undefined> => {
  const by = leadOf(app, options.as);
  const { person, withdraw = false, language } = options;
  if (person === undefined && withdraw)
    throw new UserError('--withdraw needs --person NAME: say whom it is not about');
  if (person !== undefined) refuseUnknownPerson(app, person);
  const at = app.clock.now();
  const accused = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      if ((await brandOfCase(tx, id)) === null) throw unknownCase(id, language);
      if (person !== undefined) await refuseKept(tx, app, id, { actor: by, language, asksCounsel: true });
      if (person !== undefined) await change(tx, { caseId: id, person, by, at }, withdraw);
      return readAccused(tx, id);
    }),
  );
  app.io.out(
    options.json === true ? jsonText({ id: caseName(id), accused }) : `${said(id, accused, options)}\n`,
  );
};

const change = async (
  tx: Transaction,
  row: Parameters<typeof accuse>[1],
  withdraw: boolean,
): Promise<boolean> => (withdraw ? withdrawAccused(tx, row.caseId, row.person) : accuse(tx, row));

const said = (id: string, accused: readonly string[], { language }: SpokenOptions): string =>
  accused.length === 0
    ? sayDesk(language, 'accused.none', { id: caseName(id) })
    : sayDesk(language, 'accused', { id: caseName(id), names: accused.join(', ') });

const leadOf = (app: App, named: string | undefined): string => {
  const { name, person } = whoMay(app, named, 'lead_cases');
  if (person !== null && !person.clearances.includes('staff_conduct'))
    throw new UserError(
      `"${name}" may not say whom a complaint is about: that needs the clearance staff_conduct too`,
    );
  return name;
};

/** A name that is nobody's would keep the case from nobody. */
const refuseUnknownPerson = (app: App, person: string): void => {
  const people = peopleOf(app);
  if (people.length === 0)
    throw new UserError(
      '--person needs people in evenhand.yaml: without them nobody knows who stands above or below whom',
    );
  if (!people.some(({ name }) => name === person))
    throw new UserError(
      `--person ${person} is none of the people in evenhand.yaml; there are ${people.map(({ name }) => name).join(', ')}`,
    );
};
