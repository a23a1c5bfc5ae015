import { z } from 'zod';
import * as value from './schema-values.ts';

/** `own: true`: forums that the operator hosts. Whoever writes there writes to the brand and need not name it. */
export const ownedKeys = {
  own: z
    .boolean()
    .optional()
    .meta({ description: 'You host it: every post there concerns the brand, named or not.' }),
  brand: value.text.optional().meta({ description: 'Of an own forum: its brand, where there are several.' }),
};

export const isBrandOfOwn = (source: {
  readonly own?: boolean | undefined;
  readonly brand?: string | undefined;
}): boolean => source.brand === undefined || source.own === true;

export const brandAlone = { path: ['brand'], error: 'is for own: true alone; remove it' };
