import { z } from 'zod';
import { decidedLanguages } from '../src/domain/classification.ts';
import { clearances, roles } from '../src/domain/person.ts';
import * as value from './schema-values.ts';

const few = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100);

export const person = z.strictObject({
  roles: few(z.enum(roles)).meta({ description: 'What the person may do.' }),
  languages: few(z.enum(decidedLanguages)).optional().meta({
    description: 'Languages of the cases that the person is handed; all that are decided by default.',
  }),
  brands: few(value.text).optional().meta({ description: 'Every brand by default.' }),
  clearances: few(z.enum(clearances))
    .optional()
    .meta({ description: 'Cases of these kinds are shown to nobody else.' }),
  reports_to: value.text
    .optional()
    .meta({ description: 'Who is above: a complaint about somebody goes to none of the line.' }),
  email: z
    .email({ error: 'is not an address; write it like kim@example.com' })
    .optional()
    .meta({ description: 'Where the person is told of what is meant for them alone.' }),
});
