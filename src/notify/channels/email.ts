import { createHash } from 'node:crypto';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { FrozenNotification, NotificationContent } from '../content.ts';
import type { Channel, Delivery, SendDeps } from './channel.ts';
import { htmlOf } from './email/html.ts';
import { domainOf, headerLines, messageOf } from './email/message.ts';
import { pageOf } from './email/page.ts';
import { type Mailbox, type SmtpServer, sendMail } from './email/smtp.ts';
import { textOf } from './email/text.ts';

export interface EmailOptions {
  readonly name: string;
  readonly server: SmtpServer;
  readonly from: Mailbox;
  /** Addresses without names. */
  readonly to: readonly string[];
}

/**
 * E-mail by SMTP: plain text and HTML without a link, a picture or an author. The frozen bytes bear the Message-ID, which
 * is the same for every attempt; who writes, to whom, and to which letter it answers is put before them when it is sent.
 */
export const createEmailChannel = (options: EmailOptions): Channel => ({
  name: options.name,
  kind: 'email',
  contentType: 'message/rfc822',
  hangsTogether: true,
  render: (content, language) => render(content, language, options),
  send: (frozen, deps) => send(frozen, options, deps),
});

const render = (
  content: NotificationContent,
  language: CatalogueLanguage,
  { from }: EmailOptions,
): Uint8Array => {
  const page = pageOf(content, language);
  return messageOf({
    id: content.id,
    domain: domainOf(from.address),
    writtenAt: content.writtenAt,
    subject: page.subject,
    language,
    isUrgent: page.urgency === 'danger' || page.urgency === 'critical',
    text: textOf(page),
    html: htmlOf(page),
  });
};

const send = async (
  frozen: FrozenNotification,
  { server, from, to }: EmailOptions,
  deps: SendDeps,
): Promise<Delivery> => {
  const reached = new Set(frozen.reached ?? []);
  const waiting = to.filter((address) => !reached.has(nameOf(address)));
  if (waiting.length === 0) return { kind: 'delivered' };
  const before = headerLines({ from, to, answers: frozen.answers ?? '' });
  const message = Buffer.concat([Buffer.from(before), Buffer.from(frozen.body)]);
  const sent = await sendMail({ server, from: from.address, to: waiting, message }, deps.signal);
  if (sent.kind !== 'taken') return sent;
  const { accepted, refused } = sent;
  const passing = refused.find(({ isPassing }) => isPassing);
  // A digest remembers no single reader: whom a server refuses for a while reads it in its file.
  if (passing !== undefined && frozen.kind !== 'letter')
    return { kind: 'transient', reason: passing.reason, reached: accepted.map(nameOf) };
  const receipt = sent.renamed ?? messageIdOf(frozen.body);
  const [lost] = refused;
  return { kind: 'delivered', receipt, ...(lost === undefined ? {} : { remark: lost.reason }) };
};

/** Who has a letter already is remembered without his address. */
const nameOf = (address: string): string =>
  createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16);

/** The first header of what is frozen. */
const messageIdOf = (body: Uint8Array): string =>
  /^Message-ID: (<[^>]+>)/.exec(Buffer.from(body).toString('latin1', 0, 400))?.[1] ?? '';
