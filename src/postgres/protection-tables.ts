import type { Generated } from 'kysely';
import type { BigInt8, GeneratedBigInt8 } from './column-types.ts';

/** Tables of migration 0019. */
export interface ProtectionTables {
  'desk.contact': {
    contact_id: GeneratedBigInt8;
    external_id: string;
    identifier: string;
    at: Date;
    kind: string;
    is_answered: boolean;
    received_at: Date;
    plain: string | null;
  };
  'desk.adverse_action': AdverseActionTable;
  'desk.breach': { case_id: BigInt8; due_at: Date; target: string | null; at: Date };
  'desk.escalation_run': EscalationRunTable;
  'desk.escalation_step': {
    run_id: BigInt8;
    round: number;
    place: number;
    chain: string;
    at: Date;
    receiver: string;
  };
  'desk.escalation': EscalationTable;
}

interface AdverseActionTable {
  number: GeneratedBigInt8;
  action_id: string;
  round: Generated<number>;
  facts: Generated<string | null>;
  approval_id: string;
  kind: string | null;
  identifiers: string[];
  at: Date;
  received_at: Date;
  requested_by: string | null;
  coverage: string;
  answer: string;
  cases: string[];
  state: Generated<string>;
  decided_by: Generated<string | null>;
  decided_at: Generated<Date | null>;
  reason: Generated<string | null>;
  told_at: Generated<Date | null>;
  executed_at: Generated<Date | null>;
  execution_told_at: Generated<Date | null>;
}

interface EscalationRunTable {
  run_id: GeneratedBigInt8;
  chain: string;
  case_id: BigInt8;
  episode: Date;
  because: string;
  started_at: Date;
  place: Generated<number>;
  round: Generated<number>;
  next_at: Date | null;
  ended: Generated<string | null>;
}

interface EscalationTable {
  number: GeneratedBigInt8;
  request_key: string | null;
  case_id: BigInt8;
  brand: string;
  via: string;
  requested_by: string;
  requested_at: Date;
  criterion: string;
  reason_code: string;
  note: string | null;
  state: string;
  decision: Generated<string | null>;
  decided_by: Generated<string | null>;
  decided_at: Generated<Date | null>;
  decision_note: Generated<string | null>;
  expires_at: Date;
  answer_due_at: Date;
  answered_at: Generated<Date | null>;
  answered_by: Generated<string | null>;
  answer: Generated<string | null>;
  overdue_told_at: Generated<Date | null>;
}
