import { httpApi } from '../../../cases/doorway.ts';
import { actorKey } from '../../../cases/lease/actor-key.ts';
import { type DeskPerson, deskPerson } from '../../../cases/lease/desk-person.ts';
import type { LeaseRefusal } from '../../../cases/lease/lease.ts';
import { leaseRefusalText } from '../../../cases/lease/lease-texts.ts';
import type { WaitingFor } from '../../../cases/lease/waiting.store.ts';
import { decidedLanguages } from '../../../domain/classification.ts';
import type { Person } from '../../../domain/person.ts';
import type { Caller } from '../access/caller.ts';
import type { OperationContext } from '../operation.ts';
import { type Problem, type ProblemStatus, refuse } from '../outcome.ts';

/** What may be handed to a caller. A program is trusted with nothing that needs a clearance. */
export const deskPersonOf = ({ person, actor }: Caller, people: readonly Person[]): DeskPerson =>
  person === null
    ? {
        name: actor,
        rights: {
          languages: decidedLanguages,
          spoken: decidedLanguages,
          brands: null,
          clearances: [],
          partialTo: [],
        },
      }
    : deskPerson(person, people);

export const waitingFor = ({ caller, people, instanceKey, now }: OperationContext): WaitingFor => ({
  person: deskPersonOf(caller, people),
  actor: actorKey(instanceKey, caller.actor),
  now,
});

export const refuseLease = (
  caseId: string,
  refusal: LeaseRefusal,
  { now, language }: Pick<OperationContext, 'now' | 'language'>,
): Problem =>
  refuse(
    statuses[refusal.code] ?? 409,
    refusal.code === 'unknown' ? 'unknown_case' : refusal.code,
    leaseRefusalText(refusal, { caseId, now, language, door: httpApi }),
  );

const statuses: Readonly<Partial<Record<LeaseRefusal['code'], ProblemStatus>>> = {
  unknown: 404,
  kept: 403,
  in_dispute: 403,
  other_brand: 404,
};
