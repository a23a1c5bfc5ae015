import type { Generated } from 'kysely';
import type { BigInt8, GeneratedBigInt8, Json } from './column-types.ts';

export interface ProblemTables {
  'desk.problem': ProblemTable;
  'desk.problem_member': ProblemMemberTable;
  'desk.problem_constraint': ProblemConstraintTable;
  'desk.problem_event': ProblemEventTable;
  'desk.problem_progress': ProblemProgressTable;
  'desk.swarm': SwarmTable;
  'desk.swarm_member': SwarmMemberTable;
  'desk.remedy': RemedyTable;
  'desk.problem_parity': ProblemParityTable;
  'desk.statement': StatementTable;
}

interface ProblemTable {
  problem_id: BigInt8;
  brand: string;
  state: Generated<string>;
  began_at: Date;
  since_at: Date;
  merged_into: BigInt8 | null;
  looked_at: Generated<Date | null>;
  version: Generated<number>;
  created_at: Date;
}

interface ProblemMemberTable {
  mention_id: BigInt8;
  status: 'suggested' | 'confirmed';
  place: GeneratedBigInt8;
  brand: string;
  problem_id: BigInt8;
  found: BigInt8;
  kind: string;
  is_automated: boolean;
  alike: BigInt8 | null;
  similarity: number | null;
  words: Json;
  hindrance: string | null;
  subject: Json | null;
  answers: BigInt8 | null;
  nearest: BigInt8 | null;
  nearest_similarity: number | null;
  written_at: Date;
  grouped_at: Date;
  settled_at: Generated<Date | null>;
}

interface ProblemConstraintTable {
  constraint_id: GeneratedBigInt8;
  kind: 'confirm' | 'eject' | 'reject' | 'merge' | 'unmerge';
  post: BigInt8 | null;
  problem: BigInt8;
  into_problem: BigInt8 | null;
  actor: string;
  reason: string | null;
  at: Date;
}

interface ProblemEventTable {
  event_id: GeneratedBigInt8;
  problem_id: BigInt8;
  at: Date;
  kind: string;
  actor: string;
  is_automated: boolean;
  post: BigInt8 | null;
  previous: string | null;
  value: string | null;
  facts: Json;
  note: string | null;
}

interface ProblemProgressTable {
  is_only: Generated<boolean>;
  holder: string | null;
  held_until: Date | null;
  floor: BigInt8;
  mark: BigInt8;
  mark_xid: string;
  marked_at: Date;
}

interface SwarmTable {
  swarm_id: BigInt8;
  brand: string;
  authors: number;
  first_at: Date;
  last_at: Date;
  found_at: Date;
  decision: string | null;
  decided_at: Date | null;
  decided_by: string | null;
  reason: string | null;
}

interface SwarmMemberTable {
  mention_id: BigInt8;
  swarm_id: BigInt8;
  case_id: BigInt8;
  taken_out_at: Generated<Date | null>;
  taken_out_by: Generated<string | null>;
  reason: Generated<string | null>;
}

interface RemedyTable {
  remedy_id: GeneratedBigInt8;
  case_id: BigInt8;
  kind: string;
  amount: string | null;
  currency: string | null;
  actor: string;
  at: Date;
}

interface ProblemParityTable {
  parity_id: GeneratedBigInt8;
  problem_id: BigInt8;
  case_id: BigInt8;
  outcome: string;
  reason: string | null;
  actor: string;
  at: Date;
}

interface StatementTable {
  statement_id: GeneratedBigInt8;
  brand: string;
  problem_id: BigInt8 | null;
  case_id: BigInt8 | null;
  text: string;
  author: string;
  written_at: Date;
  approved_by: Generated<string | null>;
  approved_at: Generated<Date | null>;
  withdrawn_by: Generated<string | null>;
  withdrawn_at: Generated<Date | null>;
}
