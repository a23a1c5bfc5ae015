import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs';
import { encode, wrap } from 'nodemailer/lib/qp';
import type { CatalogueLanguage } from '../../../lib/catalogue.ts';
import type { Mailbox } from './smtp.ts';

/** What is frozen of a letter; the same values give the same bytes. */
export interface MailMessage {
  /** Of the notification: the Message-ID is made of it. */
  readonly id: string;
  readonly domain: string;
  /** ISO 8601 UTC. */
  readonly writtenAt: string;
  readonly subject: string;
  readonly language: CatalogueLanguage;
  readonly isUrgent: boolean;
  readonly text: string;
  readonly html: string;
}

/** RFC 5322 and 2046: Message-ID first, then what never changes, then the text twice, plain and as HTML. */
export const messageOf = (mail: MailMessage): Uint8Array => {
  const boundary = `=_${mail.id}`;
  const lines = [
    header('Message-ID', `<${mail.id}@${mail.domain}>`),
    header('Date', new Date(mail.writtenAt).toUTCString().replace('GMT', '+0000')),
    header('Subject', encodeWords(oneLine(mail.subject), 'Q', 52, true)),
    header('Content-Language', mail.language),
    // RFC 3834, and what Exchange asks for: no holiday note answers an alert.
    header('Auto-Submitted', 'auto-generated'),
    header('X-Auto-Response-Suppress', 'All'),
    ...(mail.isUrgent ? [header('Importance', 'high')] : []),
    header('MIME-Version', '1.0'),
    header('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    '',
    ...part(boundary, 'text/plain', mail.text),
    ...part(boundary, 'text/html', mail.html),
    `--${boundary}--`,
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
};

export interface Envelope {
  readonly from: Mailbox;
  readonly to: readonly string[];
  /** Message-ID of the letter to which this one belongs; '': of none. */
  readonly answers: string;
}

/** What stands before the frozen bytes. */
export const headerLines = ({ from, to, answers }: Envelope): string => {
  const isAnswer = /^<[^<>\s]{3,900}>$/.test(answers);
  const lines = [
    header('From', mailboxText(from)),
    header('To', to.join(', ')),
    ...(isAnswer ? [header('In-Reply-To', answers), header('References', answers)] : []),
  ];
  return `${lines.join('\r\n')}\r\n`;
};

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const mailboxText = ({ name, address }: Mailbox): string => {
  if (name === '') return address;
  const words = encodeWords(oneLine(name), 'Q', 52, true);
  const isPlain = words === name && !/["\\]/.test(name);
  return `${isPlain ? `"${name}"` : words} <${address}>`;
};

const header = (name: string, value: string): string => foldLines(`${name}: ${value}`, 76);

/** Foreign text must not begin a header of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const part = (boundary: string, type: string, text: string): readonly string[] => [
  `--${boundary}`,
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: quoted-printable',
  '',
  wrap(encode(text.replace(/\r?\n/g, '\r\n'))),
];
