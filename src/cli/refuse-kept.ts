import { leaseRefusalText } from '../cases/lease/lease-texts.ts';
import { whyKeptFrom } from '../cases/lease/take.store.ts';
import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { UserError } from '../lib/user-error.ts';
import type { Transaction } from '../postgres/database.ts';
import { deskPersonNamed } from './acting-person.ts';
import type { App } from './app.ts';

export interface ActsOn {
  readonly actor: string;
  readonly language: CatalogueLanguage;
  /** The act itself says who may touch a case in dispute. */
  readonly asksCounsel?: boolean;
}

/** Throws a UserError where a case is kept from somebody: they lack a clearance, or it is about them or their line. */
export const refuseKept = async (
  tx: Transaction,
  app: App,
  caseId: string,
  { actor, language, asksCounsel = false }: ActsOn,
): Promise<void> => {
  const refusal = await whyKeptFrom(tx, caseId, deskPersonNamed(app, actor));
  if (refusal === null || (asksCounsel && refusal.code === 'in_dispute')) return;
  throw new UserError(leaseRefusalText(refusal, { caseId, now: app.clock.now(), language }));
};
