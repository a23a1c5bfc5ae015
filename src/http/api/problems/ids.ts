import { z } from 'zod';
import { parseProblemId } from '../../../domain/problem-id.ts';

/** `17` or `P-17`; one that an ejected case founded carries a `b`. */
export const problemId = z
  .string()
  .regex(/^(?:[Pp]-)?[1-9]\d{0,14}b?$/, 'a problem is written 17 or P-17')
  .transform((written) => parseProblemId(written) ?? 0)
  .meta({ description: 'A problem, as `P-17` or `17`.' });

export const problemParams = z.strictObject({ problemId });

export const swarmParams = z.strictObject({
  swarmId: z
    .string()
    .regex(/^(?:[Ss]-)?[1-9]\d{0,14}$/, 'a swarm is written 17 or S-17')
    .transform((written) => Number(written.replace(/^S-/i, '')))
    .meta({ description: 'A swarm, as `S-17` or `17`.' }),
});

export const swarmName = (id: number): string => `S-${id}`;

export const statementParams = z.strictObject({
  statementId: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'a statement is written as its number')
    .transform(Number),
});
