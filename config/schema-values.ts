import { isIP } from 'node:net';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { parseUrl } from '../src/lib/parse-url.ts';
import { isDuration, isTarget } from './duration.ts';
import { isHoliday } from './holidays.ts';

/** The leaves of evenhand.yaml. They check and never transform, so that one schema serves both zod and editors. */

export const text = z.string().trim().min(1, { error: 'is empty; write something or remove it' });

export const shortName = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, {
  error: 'must be a short name of a-z, 0-9, - and _, for example owners-blog',
});

/** A word to listen for must hold a letter, a digit or a sign that a text can be searched for. */
export const phrase = text
  .max(120, { error: 'is longer than 120 characters; a shorter phrase finds more' })
  .refine((value) => /[\p{L}\p{N}\p{S}]/u.test(value), { error: 'holds no letter or digit to listen for' });

export const handle = z
  .string()
  .regex(/^@?[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?(?:@[A-Za-z0-9.-]+)?$/, {
    error: 'is not a handle; write it without spaces or address, for example acme_help',
  });

/** A hashtag: letters, digits and `_` of any script, and not digits alone. */
export const tag = z.string().regex(/^#?(?=.*[\p{L}_])[\p{L}\p{M}\p{N}_]{1,100}$/u, {
  error: 'is not a hashtag; write it as one word without spaces, for example AcmeDown',
});

/** An account: a handle, or the id by which a platform names an author (`did:plc:…`, a number, an address). */
export const account = z.string().regex(/^\S{1,200}$/, {
  error: 'is not an account; write the handle or platform id without spaces',
});

export const timezone = z.string().refine((zone) => IANAZone.isValidZone(zone), {
  error: 'is not a time zone; write an IANA name such as Europe/Berlin',
});

export const holiday = z.string().refine(isHoliday, {
  error: 'is neither a date such as 2026-12-24 nor a region such as DE or DE-BY whose holidays are known',
});

const openingPattern = /^(?:closed|([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00))$/;
export const opening = z
  .string()
  .regex(openingPattern, { error: 'must be like 09:00-17:00, or closed' })
  .refine((span) => !openingPattern.test(span) || span === 'closed' || span.slice(0, 5) < span.slice(6), {
    error: 'closes before it opens; write the earlier time first, for example 09:00-17:00',
  });

export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
  error: 'must be a time such as "07:30"',
});

const durationHint = 'must be a duration such as 30s, 5m, 4h or 2d';
export const duration = z
  .union([z.literal(0), z.string()], { error: durationHint })
  .refine(isDuration, { error: durationHint });

export const target = z.string().refine(isTarget, {
  error: 'must be a time by the clock such as 90m or 4h, or business days such as 3 business days',
});

const isHttpUrl = (value: string): boolean => {
  const url = parseUrl(value);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '';
};

/** `${NAME}` stands for a variable of the environment and is put in before the check. */
export const url = z.string().refine(isHttpUrl, {
  error: 'must be an address that begins with http:// or https:// and holds no password',
});

const isSocketUrl = (value: string): boolean => isHttpUrl(value.replace(/^ws(?=s?:)/i, 'http'));

export const socketUrl = z.string().refine(isSocketUrl, {
  error: 'must be an address that begins with wss://, ws://, https:// or http:// and holds no password',
});

const widest: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** `10.0.0.1`, `10.0.0.0/8`, `::1`. */
export const network = z.string().refine(
  (written) => {
    const [address = '', bits, ...rest] = written.split('/');
    const most = widest[isIP(address)];
    if (most === undefined || rest.length > 0) return false;
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  },
  { error: 'must be an address or a network, such as 10.0.0.1 or 10.0.0.0/8' },
);

export const hostPort = z.string().regex(/^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):(?:[1-9]\d{0,4})$/, {
  error: 'must be host:port, for example forum.intern:8080',
});

export const webhookSecretHint =
  'must be whsec_ and at least 24 bytes in base64 (try: echo whsec_$(openssl rand -base64 24))';
/** Standard Webhooks. */
export const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, { error: webhookSecretHint });

export const slackToken = z.string().regex(/^(?:xoxe\.)?xoxb-\S{10,}$/, {
  error: 'must be the token of a bot, which begins with xoxb-',
});
export const slackChannel = z.string().regex(/^[CGD][A-Z0-9]{6,20}$/, {
  error:
    'must be the id of a channel, for example C0123456789; Slack shows it at the end of the details of the channel',
});

export const routingKey = z.string().regex(/^[A-Za-z0-9]{32}$/, {
  error: 'must be an integration key of PagerDuty, 32 letters and digits',
});

const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}$/;
export const mailAddress = z
  .string()
  .regex(address, { error: 'is not an address; write it like desk@example.com, without a name' });

/** `desk@example.com` or `Desk <desk@example.com>`. */
export const mailbox = z
  .string()
  .max(300)
  .refine((value) => address.test(addressIn(value)), {
    error: 'is not a sender; write it like desk@example.com or Desk <desk@example.com>',
  });

/** What stands between the brackets, or all of it. */
export const addressIn = (written: string): string => /^[^<>\r\n]*<([^<>]+)>$/.exec(written)?.[1] ?? written;

export const hostName = z
  .string()
  .regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45})$/, {
    error: 'is not the name of a server; write it without address or port, for example smtp.example.com',
  });

export const days = z
  .int()
  .min(1, { error: 'must be at least 1 day' })
  .max(3650, { error: 'must be at most 3650 days' });

export const pollMinutes = z
  .number()
  .min(1, { error: 'must be at least 1 minute' })
  .max(1440, { error: 'must be at most 1440 minutes' });
