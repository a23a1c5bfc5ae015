import { refusalText } from '../../cases/action-texts.ts';
import { brandOfCase } from '../../cases/brand.store.ts';
import { type AccuseOutcome, changeAccused } from '../../cases/lease/accuse.store.ts';
import { readAccused } from '../../cases/lease/accused.store.ts';
import type { DeskPerson } from '../../cases/lease/desk-person.ts';
import { caseName } from '../../domain/case-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { deskPersonNamed } from '../acting-person.ts';
import type { App } from '../app.ts';
import { jsonText, type SpokenOptions } from '../desk-options.ts';
import { peopleOf, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import { unknownCase } from '../refuse-untold.ts';
import { sayDesk } from './desk-texts.ts';

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
  const now = app.clock.now();
  const accused = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      if ((await brandOfCase(tx, id)) === null) throw unknownCase(id, language);
      await refuseKept(tx, app, id, { actor: by, language, asksCounsel: true });
      if (person === undefined) return readAccused(tx, id);
      const personOf = (name: string): DeskPerson => deskPersonNamed(app, name);
      return accusedAfter(
        await changeAccused(tx, { caseId: id, person, isWithdrawn: withdraw, by, now, personOf }),
        id,
        { now, language },
      );
    }),
  );
  app.io.out(
    options.json === true ? jsonText({ id: caseName(id), accused }) : `${said(id, accused, options)}\n`,
  );
};

const accusedAfter = (
  outcome: AccuseOutcome,
  caseId: string,
  { now, language }: { readonly now: Date; readonly language: CatalogueLanguage },
): readonly string[] => {
  if (outcome.kind === 'done') return outcome.accused;
  if (outcome.kind === 'unknown') throw unknownCase(caseId, language);
  const refusal = { code: 'merged', other: outcome.other } as const;
  const timeText = (at: Date): string => at.toISOString();
  throw new UserError(refusalText(refusal, { caseId, now, language, timeText }));
};

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
