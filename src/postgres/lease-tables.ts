import type { BigInt8, GeneratedBigInt8 } from './column-types.ts';

export interface LeaseTables {
  'desk.lease': { case_id: BigInt8; holder: string; leased_at: Date; until: Date };
  'desk.skip': { skip_id: GeneratedBigInt8; case_id: BigInt8; actor: string; because: string; at: Date };
  'desk.queue_jump': {
    queue_jump_id: GeneratedBigInt8;
    case_id: BigInt8;
    at: Date;
    reason: string;
    older: number;
    actor: string;
  };
  'desk.accused': { case_id: BigInt8; person: string; at: Date; by: string };
}
