import { z } from 'zod';
import { problemTitles } from '../problem.ts';

/** RFC 9457, as every operation answers when it refuses. */
export const problemDocument = z
  .strictObject({
    status: z.int(),
    title: z.string(),
    detail: z.string().meta({ description: 'One sentence that says what to do.' }),
    code: z.string().meta({ description: 'For programs: stable.' }),
    errors: z
      .array(
        z.strictObject({
          at: z.string().meta({ description: 'Where: `body/text`, `query/limit`.' }),
          detail: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'Every part of the request that does not fit its schema.' }),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' });

export type ProblemDocument = z.output<typeof problemDocument>;

export const problemOf = (
  status: number,
  code: string,
  detail: string,
  errors?: ProblemDocument['errors'],
): ProblemDocument => ({
  status,
  title: problemTitles[status] ?? 'Error',
  detail,
  code,
  ...(errors === undefined ? {} : { errors }),
});
