import { brandOfCase } from '../cases/brand.store.ts';
import { sayDanger } from '../cases/danger/danger-texts.ts';
import { leaseRefusalText } from '../cases/lease/lease-texts.ts';
import { readUntold } from '../cases/lease/told.store.ts';
import type { Untold } from '../cases/lease/why-untold.ts';
import { caseName } from '../domain/case-id.ts';
import { concerns } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { UserError } from '../lib/user-error.ts';
import type { Transaction } from '../postgres/database.ts';
import type { App } from './app.ts';
import { sayDesk } from './cases/desk-texts.ts';
import { caseReaderOf, keepToBrand } from './permission.ts';

export interface Telling {
  /** null: no people are configured, and everybody may know everything. */
  readonly person: Person | null;
  readonly language: CatalogueLanguage;
}

/** Throws a UserError where a case is not there, is of another brand, or is one that somebody is not told of; returns its brand. */
export const refuseUntold = async (
  tx: Transaction,
  app: App,
  caseId: string,
  { person, language }: Telling,
): Promise<string> => {
  const brand = await brandOfCase(tx, caseId);
  if (brand === null) throw unknownCase(caseId, language);
  keepToBrand(person, brand);
  const why = (await readUntold(tx, [caseId], caseReaderOf(app, person))).get(caseId);
  if (why !== undefined) throw untoldRefusal(app, caseId, why, language);
  return brand;
};

export const unknownCase = (id: string, language: CatalogueLanguage): UserError =>
  new UserError(sayDesk(language, 'unknown', { id: caseName(id) }));

export const untoldRefusal = (
  { clock }: App,
  caseId: string,
  why: Untold,
  language: CatalogueLanguage,
): UserError => {
  if (why === 'danger') return new UserError(sayDanger(language, 'confidential', { id: caseName(caseId) }));
  const code = why === 'dispute' ? 'in_dispute' : 'kept';
  return new UserError(leaseRefusalText({ code }, { caseId, now: clock.now(), language }));
};

/** Of these rows those that are about no case, or about one that somebody is told of; null says that a row is about no case. */
export const onlyTold = async <Row>(
  tx: Transaction,
  app: App,
  rows: readonly Row[],
  { person, caseOf }: { readonly person: Person | null; readonly caseOf: (row: Row) => string | null },
): Promise<readonly Row[]> => {
  const reader = caseReaderOf(app, person);
  const untold = await readUntold(
    tx,
    rows.flatMap((row) => caseOf(row) ?? []),
    reader,
  );
  return rows.filter((row) => !untold.has(caseOf(row) ?? ''));
};

/** Of rows that name a brand those of the brands for which somebody works. */
export const ofOwnBrands = <Row extends { readonly brand: string | null }>(
  rows: readonly Row[],
  person: Person | null,
): readonly Row[] => rows.filter(({ brand }) => person === null || brand === null || concerns(person, brand));
