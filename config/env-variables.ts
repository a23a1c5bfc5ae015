import { z } from 'zod';
import { parseUrl } from '../src/lib/parse-url.ts';
import { UserError } from '../src/lib/user-error.ts';

const isUrl = (value: string, protocols: readonly string[]): boolean =>
  value.includes('://') && protocols.includes(parseUrl(value)?.protocol ?? '');

const urlOf = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => isUrl(value, protocols), { error: `must be an address such as ${example}` });

/** One address, or those of a cluster's nodes with commas between them. */
const redisUrls = z
  .string()
  .refine((value) => value.split(',').every((url) => isUrl(url.trim(), ['redis:', 'rediss:'])), {
    error: 'must be an address such as redis://localhost:6379',
  });

const logLevels = ['error', 'warn', 'info', 'debug'] as const;

const schema = z.object({
  DATABASE_URL: urlOf(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@localhost:5432/evenhand',
  ).optional(),
  REDIS_URL: redisUrls.optional(),
  EVENHAND_CONFIG: z.string().optional(),
  EVENHAND_DATA: z
    .string()
    .default('./data')
    .transform((path) => path.replace(/(?<=.)\/+$/, '')),
  EVENHAND_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, { error: 'must be a host name or an address such as 0.0.0.0' })
    .optional(),
  EVENHAND_PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a port from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a port from 0 to 65535' })
    .optional(),
  EVENHAND_HEARTBEAT_URL: urlOf(['http:', 'https:'], 'https://heartbeat.example/ping').optional(),
  EVENHAND_INGEST_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, {
      error: 'must have at least 16 characters and no spaces (try: openssl rand -hex 24)',
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  X_BEARER_TOKEN: z
    .string()
    .regex(/^\S+$/, { error: 'must be the token alone, without spaces or "Bearer"' })
    .optional(),
});

export type EnvVariables = z.output<typeof schema>;

/** Every variable that Evenhand knows. EVENHAND_SHARED is read by the tests alone. */
export const variableNames: readonly string[] = [...Object.keys(schema.shape), 'EVENHAND_SHARED'];

/** The value is not repeated in the message: a connection string holds a password. */
export const parseEnvVariables = (variables: Readonly<Record<string, string>>): EnvVariables => {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(`The environment variable ${String(issue?.path[0])} ${issue?.message}.`);
};
