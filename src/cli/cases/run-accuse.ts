import { refusalText } from '../../cases/action-texts.ts';
import { brandOfCase } from '../../cases/brand.store.ts';
import { changeAccused } from '../../cases/lease/accuse.store.ts';
import { isAccuser, readAccused } from '../../cases/lease/accused.store.ts';
import type { DeskPerson } from '../../cases/lease/desk-person.ts';
import { whyKeptFrom } from '../../cases/lease/take.store.ts';
import { withoutUntoldOther } from '../../cases/named-cases.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { CaseReader } from '../../domain/case-reader.ts';
import { may } from '../../domain/may.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import { deskPersonNamed } from '../acting-person.ts';
import type { App } from '../app.ts';
import { jsonText, type SpokenOptions } from '../desk-options.ts';
import { caseReaderOf, peopleOf, whoMay } from '../permission.ts';
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
  const { name: by, reader } = leadOf(app, options.as);
  const { person, withdraw = false, language } = options;
  if (person === undefined && withdraw)
    throw new UserError('--withdraw needs --person NAME: say whom it is not about');
  if (person !== undefined) refuseUnknownPerson(app, person);
  const now = app.clock.now();
  const accused = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      if ((await brandOfCase(tx, id)) === null) throw unknownCase(id, language);
      const isOwnSlip = withdraw && person !== undefined && (await isAccuser(tx, { caseId: id, person, by }));
      if (!isOwnSlip) await refuseKept(tx, app, id, { actor: by, language, asksCounsel: true });
      if (person === undefined) return { names: await readAccused(tx, id), left: await leftFor(tx, app, id) };
      const personOf = (name: string): DeskPerson => deskPersonNamed(app, name);
      const changed = await changeAccused(tx, {
        caseId: id,
        person,
        isWithdrawn: withdraw,
        by,
        now,
        personOf,
      });
      if (changed.kind === 'unknown') throw unknownCase(id, language);
      if (changed.kind !== 'done')
        throw await mergedRefusal(tx, changed.other, { caseId: id, now, language, reader });
      const names = changed.accused;
      // Whoever took back a slip of their own may still be among those whom others named.
      const isKept = isOwnSlip && (await whyKeptFrom(tx, id, personOf(by))) !== null;
      return { names: isKept ? null : names, left: await leftFor(tx, app, id) };
    }),
  );
  app.io.out(
    options.json === true
      ? jsonText({ id: caseName(id), accused: accused.names, isLeftToNobody: accused.left === 0 })
      : `${said(id, accused, options)}\n`,
  );
};

/** How many of the people may still have the case; null: no people are configured. */
const leftFor = async (tx: Transaction, app: App, caseId: string): Promise<number | null> => {
  const people = peopleOf(app).filter((person) => may(person, 'work_cases'));
  if (people.length === 0) return null;
  let left = 0;
  for (const { name } of people)
    if ((await whyKeptFrom(tx, caseId, deskPersonNamed(app, name))) === null) left += 1;
  return left;
};

/** The case that goes on is named to those alone who are told of it. */
const mergedRefusal = async (
  tx: Transaction,
  other: string,
  {
    caseId,
    now,
    language,
    reader,
  }: {
    readonly caseId: string;
    readonly now: Date;
    readonly language: CatalogueLanguage;
    readonly reader: CaseReader;
  },
): Promise<UserError> => {
  const refusal = await withoutUntoldOther(tx, { code: 'merged', other }, reader);
  return new UserError(refusalText(refusal, { caseId, now, language, timeText: (at) => at.toISOString() }));
};

interface Accused {
  /** null: whoever acts may not know of whom. */
  readonly names: readonly string[] | null;
  readonly left: number | null;
}

const said = (caseId: string, { names, left }: Accused, { language }: SpokenOptions): string => {
  const id = caseName(caseId);
  if (names === null) return sayDesk(language, 'accused.withdrawn', { id });
  if (names.length === 0) return sayDesk(language, 'accused.none', { id });
  const told = sayDesk(language, 'accused', { id, names: names.join(', ') });
  return left === 0 ? `${told}\n${sayDesk(language, 'accused.nobodyLeft', { id })}` : told;
};

const leadOf = (
  app: App,
  named: string | undefined,
): { readonly name: string; readonly reader: CaseReader } => {
  const { name, person } = whoMay(app, named, 'lead_cases');
  if (person !== null && !person.clearances.includes('staff_conduct'))
    throw new UserError(
      `"${name}" may not say whom a complaint is about: that needs the clearance staff_conduct too`,
    );
  return { name, reader: caseReaderOf(app, person) };
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
