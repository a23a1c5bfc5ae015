import { z } from 'zod';
import { isPrivateKey, serviceAccountOf } from '../src/lib/key-text.ts';
import * as value from './schema-values.ts';

/** Reviews of the operator's own apps. */

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });

const apps = <T extends z.ZodType>(app: T) =>
  z.array(app).min(1, { error: 'names no app; write one' }).max(100);
const brand = about(value.text, 'Whose apps these are: every review concerns the brand, whatever it names.');

export const googlePlaySource = z.strictObject({
  kind: z.literal('googleplay'),
  service_account: about(
    value.text.refine((written) => serviceAccountOf(written) !== null, {
      error:
        'is not the JSON file of a Google service account; put all of it into one line of .env, or base64 of it',
    }),
    `The JSON key of a service account that may see reviews in the Play Console: \${NAME}.`,
  ),
  apps: about(
    apps(
      z.string().regex(/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/, {
        error: 'is not the name of a package; write it like com.acme.app',
      }),
    ),
    'Names of packages of your own apps.',
  ),
  brand,
  requests_per_hour: about(
    z.int().min(10, { error: 'must be at least 10 requests' }).optional(),
    'That the source may make; default 200.',
  ),
  base_url: value.url.optional(),
  token_url: about(value.url.optional(), 'Where the token comes from.'),
  poll_minutes: value.pollMinutes.optional(),
});

export const appStoreSource = z.strictObject({
  kind: z.literal('appstore'),
  key_id: about(
    z.string().regex(/^[A-Z0-9]{6,20}$/, { error: 'is not the id of a key; it looks like 2X9R4HXF34' }),
    'Of an API key of App Store Connect.',
  ),
  issuer_id: about(
    z.string().regex(/^[0-9a-f-]{36}$/i, { error: 'is not an issuer id; it is a UUID' }),
    'Of the account, beside the key.',
  ),
  private_key: about(
    value.text.refine((written) => isPrivateKey(written, 'ec'), {
      error:
        'is not the private key of App Store Connect (.p8); put its lines into .env with \\n between them, or base64 of the file',
    }),
    `The .p8 file of the key: \${NAME}.`,
  ),
  apps: about(
    apps(
      z
        .string()
        .regex(/^\d{5,15}$/, { error: 'is not the number of an app; write it in quotes, like "1234567890"' }),
    ),
    "Apple's numbers of your own apps, in quotes.",
  ),
  brand,
  base_url: value.url.optional(),
  poll_minutes: value.pollMinutes.optional(),
});
