import type { BigInt8 } from './column-types.ts';

export interface LogTables {
  'desk.activity_seal': {
    seal_id: BigInt8;
    activity_id: BigInt8;
    case_id: BigInt8;
    seq: number;
    hash: Buffer;
    note_hash: Buffer | null;
  };
  'ops.log_root': { day: string; up_to: BigInt8; cases: number; previous: string; root: string; at: Date };
}
