import type { GeneratedBigInt8 } from './column-types.ts';

/** A customer asked for an executive, and nobody has looked yet whether there is a case. It goes when somebody has. */
export interface EscalationAskTable {
  ask_id: GeneratedBigInt8;
  /** Normalised, as posts give it. */
  identifier: string;
  criterion: string | null;
  at: Date;
}
