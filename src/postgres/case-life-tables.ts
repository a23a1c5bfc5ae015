import type { Generated } from 'kysely';
import type { BigInt8, GeneratedBigInt8, Json } from './column-types.ts';

/** Two cases of one person that became one, and what unmerging gives back; `ended_at`: it was unmerged. */
export interface CaseMergeTable {
  merge_id: GeneratedBigInt8;
  from_case: BigInt8;
  into_case: BigInt8;
  at: Date;
  actor: string;
  kept: Json;
  ended_at: Generated<Date | null>;
  ended_by: Generated<string | null>;
}
