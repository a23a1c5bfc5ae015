import type { Scope } from '../../../domain/api-scope.ts';
import { type Capability, concerns, holders, may, seesDanger } from '../../../domain/may.ts';
import type { Clearance, Person } from '../../../domain/person.ts';

/** Who asks: what is behind the key of a request. */
export interface Caller {
  readonly keyId: string;
  /** Who did it, in activities: the person when the key belongs to one, else the name of the key. */
  readonly actor: string;
  readonly scopes: readonly string[];
  /** null: a program's key. Its scopes alone say what it may, and it sees nothing that needs a clearance. */
  readonly person: Person | null;
}

/** What a route asks of whoever uses it. */
export interface Access {
  readonly scope: Scope;
  /** With a person's key; null: the scope is enough. */
  readonly needs: Capability | null;
}

/** Why a caller may not use an operation; null: it may. A person's key opens no more than the person may do. */
export const whyNotAllowed = ({ scopes, person }: Caller, { scope, needs }: Access): string | null => {
  if (!scopes.includes(scope) && !scopes.includes('admin'))
    return `this key lacks the scope ${scope}: make one with "evenhand keys add NAME --scopes ${scope}"`;
  if (person === null || needs === null || may(person, needs)) return null;
  const { roles, clearances } = holders[needs];
  return `${person.name} may not do this: it needs ${[...roles, ...clearances].join(' or ')} (docs/roles.md)`;
};

/** Danger, disputes, staff conduct: shown to people who are cleared for it, never to a program. */
export const isCleared = ({ person }: Caller, clearance: Clearance): boolean =>
  person?.clearances.includes(clearance) ?? false;

/** What cases may be confidential for. */
export const confidences = ['danger', 'counsel', 'staff_conduct'] as const satisfies readonly Clearance[];
export type Confidence = (typeof confidences)[number];

/** Whether a caller may know that such cases exist: people by their clearances, programs by the scopes of their key. */
export const mayKnow = ({ person, scopes }: Caller, confidence: Confidence): boolean => {
  if (person === null) return scopes.includes(scopeOf[confidence]);
  return confidence === 'danger' ? seesDanger(person) : person.clearances.includes(confidence);
};

const scopeOf: Readonly<Record<Confidence, Scope>> = {
  danger: 'danger:read',
  counsel: 'disputes:read',
  staff_conduct: 'staff-conduct:read',
};

/** A person who works for some brands only knows nothing of the others' cases. */
export const maySeeBrand = ({ person }: Caller, brand: string): boolean =>
  person === null || concerns(person, brand);
