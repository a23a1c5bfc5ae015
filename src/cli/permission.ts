import { type CaseReader, caseReader } from '../domain/case-reader.ts';
import { type Capability, concerns, type Permission, permissionOf } from '../domain/may.ts';
import { type Clearance, clearances, type Person } from '../domain/person.ts';
import { UserError } from '../lib/user-error.ts';
import type { App } from './app.ts';
import { actorOf } from './desk-options.ts';

/** Who acts, and may do it; throws a UserError otherwise. The person is null where no people are configured. */
export const whoMay = (
  app: App,
  named: string | undefined,
  what: Capability,
): { readonly name: string; readonly person: Person | null } => {
  const name = actorOf(named);
  const permission = permissionOf(peopleOf(app), name, what);
  if (permission.kind === 'may') return { name, person: permission.person };
  if (permission.kind === 'anybody') return { name, person: null };
  throw refusal(name, permission);
};

export const actorWhoMay = (app: App, named: string | undefined, what: Capability): string =>
  whoMay(app, named, what).name;

/** For what is only read: without configured people nobody has to say who they are. */
export const readerWhoMay = (app: App, named: string | undefined, what: Capability): Person | null =>
  peopleOf(app).length === 0 ? null : whoMay(app, named, what).person;

/** What somebody is trusted with: everything where no people are configured. */
export const clearancesOf = (person: Person | null): readonly Clearance[] =>
  person === null ? clearances : person.clearances;

/** What of confidential cases somebody may know: everything where no people are configured. */
export const caseReaderOf = (app: App, person: Person | null): CaseReader =>
  person === null ? null : caseReader(person, peopleOf(app));

/** Throws a UserError where somebody works for other brands alone. */
export const keepToBrand = (person: Person | null, brand: string): void => {
  if (person !== null && !concerns(person, brand))
    throw new UserError(
      `"${person.name}" works for ${person.brands?.join(', ')}, and this is about ${brand}`,
    );
};

/** The brand to ask the record for; a person of one brand need not name it. */
export const brandOfReader = (person: Person | null, brand: string | undefined): string | undefined => {
  if (person === null || person.brands === null) return brand;
  if (brand !== undefined) {
    keepToBrand(person, brand.trim().toLowerCase());
    return brand;
  }
  const [only, ...others] = person.brands;
  if (others.length === 0) return only;
  throw new UserError(
    `"${person.name}" works for ${person.brands.join(', ')} and no other brand: say which with --brand NAME`,
  );
};

/** Nobody where no configuration can say it: a case can be worked without one. */
export const peopleOf = (app: App): readonly Person[] =>
  app.env.configPath === null ? [] : app.config().config.people;

const refusal = (
  name: string,
  permission: Extract<Permission, { kind: 'may_not' | 'unknown' }>,
): UserError => {
  if (permission.kind === 'unknown')
    return new UserError(
      `"${name}" is none of the people in evenhand.yaml: say who you are with --as NAME, or add the name under people`,
    );
  const { roles, clearances } = permission.needs;
  if (roles.length === 0)
    return new UserError(
      `"${name}" may not do this: it needs the clearance ${clearances.join(', ')} (docs/roles.md)`,
    );
  return new UserError(
    clearances.length === 0
      ? `"${name}" may not do this: it needs one of the roles ${roles.join(', ')} (docs/roles.md)`
      : `"${name}" may not do this: it needs one of the roles ${roles.join(', ')}, or the clearance ${clearances.join(', ')} (docs/roles.md)`,
  );
};
