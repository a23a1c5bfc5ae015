import type { GeneratedBigInt8 } from './column-types.ts';

/** A customer asked for an executive, and nobody has found a case yet. It goes when it is brought before one. */
export interface EscalationAskTable {
  ask_id: GeneratedBigInt8;
  /** Normalised, as posts give it. null: it lapsed. */
  identifier: string | null;
  criterion: string | null;
  at: Date;
  /** When somebody looks for the case (again). null: it lapsed. */
  look_at: Date | null;
  /** It ended without an escalation. */
  lapsed_at: Date | null;
}
