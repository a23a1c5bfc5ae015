import { z } from 'zod';

/** Shapes that many operations share. Texts without NUL and well-formed are seen to before any schema. */

/** `12` or `EH-12`; the bare number for handlers. */
export const caseId = z
  .string()
  .regex(/^(?:[Ee][Hh]-)?[1-9]\d{0,17}$/, 'a case is written 12 or EH-12')
  .transform((written) => written.replace(/^EH-/i, ''))
  .meta({ description: 'A case, as `EH-12` or `12`.' });

/** A number that the record gave. */
export const rowId = z.string().regex(/^[1-9]\d{0,17}$/, 'a number, as the list of them has it');

export const caseParams = z.strictObject({ caseId });

export const cursor = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: '`next` of the page before; absent: from the beginning.' });

export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .default(50)
  .meta({ description: 'The longest page that is wanted.' });

/** Of a page: `items`, and where the next one begins. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .meta({ description: '`after` of the next page; null: this one is the last.' }),
  });

const longestText = 4_000;

/** What a person wrote, not empty. */
export const writtenText = z
  .string()
  .trim()
  .min(1)
  .max(longestText)
  .meta({ description: `Not empty, at most ${longestText} characters.` });

/** ISO 8601 with an offset. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .meta({ description: 'ISO 8601 with an offset, `2026-05-04T10:30:00+02:00` or `…Z`.' });
