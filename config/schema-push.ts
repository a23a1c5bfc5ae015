import { z } from 'zod';
import { signatures } from './config.ts';
import * as value from './schema-values.ts';

/** A sender that pushes, as evenhand.yaml names it. */

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

const header = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, {
  error: 'must be the name of a header, for example X-Signature',
});

export const pushSource = z
  .strictObject({
    kind: z.literal('push'),
    secret: z.string().regex(/^\S{16,}$/, { error: 'must have at least 16 characters and no spaces' }),
    signature: about(z.enum(signatures).optional(), 'How the sender signs what it pushes.'),
    signature_header: about(header.optional(), 'hmac: the header with the signature, in hex or base64.'),
    timestamp_header: about(
      header.optional(),
      'hmac: the header with the unix time; then the signature is of time, dot and body.',
    ),
    id_header: about(header.optional(), 'hmac: the header that names a request, which counts once.'),
    posts_per_minute: about(
      z.int().min(1, { error: 'must be at least 1' }).optional(),
      'More than this is answered 429.',
    ),
  })
  .superRefine((source, context) => {
    if (source.signature === 'hmac') return;
    if (!value.webhookSecret.safeParse(source.secret).success)
      context.addIssue({ code: 'custom', path: ['secret'], message: value.webhookSecretHint });
    for (const key of ['signature_header', 'timestamp_header', 'id_header'] as const)
      if (source[key] !== undefined)
        context.addIssue({ code: 'custom', path: [key], message: 'is for signature: hmac alone; remove it' });
  });
