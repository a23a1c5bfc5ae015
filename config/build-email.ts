import type { EmailChannelConfig } from './channel-config.ts';
import type { WrittenChannel } from './schema.ts';
import { addressIn } from './schema-values.ts';

type WrittenEmail = Extract<WrittenChannel, { readonly kind: 'email' }>;
type OwnKeys = Omit<EmailChannelConfig, 'name' | 'language' | 'audience' | 'group'>;

export const buildEmail = ({
  host,
  port,
  tls = 'starttls',
  user,
  password,
  from,
  to,
}: WrittenEmail): OwnKeys => ({
  kind: 'email',
  host,
  port: port ?? usualPort[tls],
  tls,
  login: user === undefined || password === undefined ? null : { user, password },
  from: { name: nameIn(from), address: addressIn(from) },
  to: [...new Set([to].flat())],
});

/** RFC 6409, RFC 8314 and RFC 5321. */
const usualPort = { starttls: 587, implicit: 465, none: 25 } as const;

const nameIn = (written: string): string =>
  written.includes('<') ? written.slice(0, written.indexOf('<')).replace(/["\\]/g, '').trim() : '';
