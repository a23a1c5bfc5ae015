import { z } from 'zod';
import { UserError } from '../../../lib/user-error.ts';
import type { FileCursor } from '../page.ts';
import type { ImportChoice } from './choose-history.ts';

/** The state of an import as the record holds it: where it stands, and what was chosen once for all. */
export interface ImportCursor {
  readonly file: FileCursor;
  readonly choice: ImportChoice;
  readonly isDone: boolean;
  /** Lines that could be read so far. An import without any has done nothing, however often it came to its end. */
  readonly accepted: number;
}

const csv = z.object({ delimiter: z.string(), newline: z.enum(['\n', '\r']), columns: z.array(z.string()) });
const file = z
  .object({ byte: z.int().min(0), line: z.int().min(0), rawByte: z.int().min(0), csv: csv.optional() })
  .transform(
    ({ csv: dialect, ...place }): FileCursor => (dialect === undefined ? place : { ...place, csv: dialect }),
  );
const schema = z.object({
  file,
  choice: z.enum(['history', 'live']),
  isDone: z.boolean(),
  accepted: z.int().min(0),
});

export const parseImportCursor = (key: string, stored: unknown): ImportCursor => {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw new UserError(
    `the stored state of ${key} was written by another version of Evenhand: finish the import with that version`,
  );
};
