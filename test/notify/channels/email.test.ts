import { afterEach, describe, expect, it } from '@jest/globals';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import type { SendDeps } from '../../../src/notify/channels/channel.ts';
import { createEmailChannel, type EmailOptions } from '../../../src/notify/channels/email.ts';
import type { FrozenNotification } from '../../../src/notify/content.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import { sayDelivery } from '../../../src/notify/say-delivery.ts';
import { readLetter } from '../../support/read-letter.ts';
import { hasSmtp, type SmtpServer, type SmtpSettings, startSmtp } from '../../support/smtp-server.ts';
import { at, caseAlert, contentOf, hours, letter } from '../support/alerts.ts';

const deps = (signal = new AbortController().signal): SendDeps => ({
  fetch: () => Promise.reject(new Error('mail is not fetched')),
  now: () => new Date(),
  signal,
});
const channelOf = (changes: Partial<EmailOptions> = {}) =>
  createEmailChannel({
    name: 'desk-mail',
    server: { host: '127.0.0.1', port: 9, tls: 'none', login: null },
    from: { name: 'Evenhand', address: 'evenhand@alerts.example' },
    to: ['kim@desk.example', 'lea@desk.example'],
    ...changes,
  });
const critical = caseAlert('EH-12', {
  severity: 'critical',
  dueAt: at(hours(1)),
  excerpt:
    '<b>Straße</b> weg & nobody answers @famous_author, see https://shop.example/@famous. Call +49 30 1234567',
});

const withSmtp = hasSmtp() ? describe : describe.skip;

withSmtp('a real SMTP server', () => {
  let server: SmtpServer | undefined;
  afterEach(async () => {
    await server?.kill();
    server = undefined;
  });
  const open = async (settings: SmtpSettings = {}): Promise<SmtpServer> => {
    server = await startSmtp(settings);
    return server;
  };
  const channelTo = (
    { port, authority }: Pick<SmtpServer, 'port' | 'authority'>,
    changes: Partial<EmailOptions['server']> = {},
  ) =>
    channelOf({
      server: { host: '127.0.0.1', port, tls: 'none', login: null, authority, timeoutMs: 10_000, ...changes },
    });
  const frozenBy = (channel: ReturnType<typeof channelTo>, more: Partial<FrozenNotification> = {}) => ({
    ...freeze(channel, contentOf([critical]), 'de'),
    ...more,
  });
  const messageId = '<ntf_0123456789abcdef0123456789abcdef@alerts.example>';

  it('takes a letter for all its readers, and its Message-ID is what later letters answer', async () => {
    const smtp = await open();
    const channel = channelTo(smtp);
    const frozen = frozenBy(channel, { answers: '<first@alerts.example>' });
    expect(await channel.send(frozen, deps())).toEqual({ kind: 'delivered', receipt: messageId });
    expect(await smtp.letters()).toHaveLength(1);
    const [taken] = await smtp.letters();
    expect(taken).toMatchObject({
      from: 'evenhand@alerts.example',
      to: ['kim@desk.example', 'lea@desk.example'],
    });
    const { headers, text } = readLetter(Buffer.from(taken?.message ?? '', 'latin1'));
    expect(headers.get('in-reply-to')).toBe('<first@alerts.example>');
    expect(headers.get('references')).toBe('<first@alerts.example>');
    expect(headers.get('from')).toBe('"Evenhand" <evenhand@alerts.example>');
    expect(text).toContain('Kritisch: Abrechnung bei nordbahn');
  });

  it('keeps lines that begin with a dot as they are', async () => {
    const smtp = await open();
    const channel = channelTo(smtp);
    const content = letter(['.\n..two\n.']);
    expect(await channel.send(freeze(channel, content, 'en'), deps())).toMatchObject({ kind: 'delivered' });
    expect(readLetter(Buffer.from((await smtp.letters())[0]?.message ?? '', 'latin1')).text).toContain(
      '\n.\n..two\n.\n',
    );
  });

  it.each(['starttls', 'implicit'] as const)('is spoken to by %s, with user and password', async (tls) => {
    const login = { user: 'evenhand', password: 'open sesame' };
    const smtp = await open({ tls, login });
    const channel = channelTo(smtp, { tls, login });
    expect(await channel.send(frozenBy(channel), deps())).toMatchObject({ kind: 'delivered' });
    expect(await smtp.letters()).toMatchObject([{ isEncrypted: true, isLoggedIn: true }]);
    const wrong = channelTo(smtp, { tls, login: { ...login, password: 'guessed' } });
    expect(await wrong.send(frozenBy(wrong), deps())).toEqual({
      kind: 'permanent',
      reason: 'smtp_login_535',
      disables: true,
    });
    const nobody = channelTo(smtp, { tls });
    expect(await nobody.send(frozenBy(nobody), deps())).toEqual({
      kind: 'permanent',
      reason: 'smtp_sender_530',
      disables: true,
    });
    expect(await smtp.letters()).toHaveLength(1);
  });

  it('gets no word, and no password, before it is encrypted and its certificate is trusted', async () => {
    const login = { user: 'evenhand', password: 'open sesame' };
    const plain = await open();
    const channel = channelTo(plain, { tls: 'starttls', login });
    expect(await channel.send(frozenBy(channel), deps())).toMatchObject({
      kind: 'transient',
      reason: 'smtp_tls_454',
    });
    await plain.kill();
    for (const tls of ['starttls', 'implicit'] as const) {
      const stranger = await open({ tls, login });
      const trusting = channelTo({ port: stranger.port, authority: plain.authority }, { tls, login });
      const untrusted = createEmailChannel({
        name: 'm',
        server: { host: '127.0.0.1', port: stranger.port, tls, login, timeoutMs: 10_000 },
        from: { name: '', address: 'e@x.example' },
        to: ['a@x.example'],
      });
      expect(trusting.kind).toBe('email');
      expect(await untrusted.send(frozenBy(untrusted), deps())).toEqual({
        kind: 'transient',
        reason: 'smtp_certificate',
      });
      expect(await stranger.letters()).toEqual([]);
      await stranger.kill();
    }
  });

  it.each([
    ['mail', '451 4.3.0 try later', { kind: 'transient', reason: 'smtp_sender_451' }],
    ['mail', '553 5.7.1 not you', { kind: 'permanent', reason: 'smtp_sender_553', disables: true }],
    ['data', '452 4.2.2 full', { kind: 'transient', reason: 'smtp_message_452' }],
    ['data', '554 5.6.0 not this', { kind: 'permanent', reason: 'smtp_message_554', disables: false }],
  ] as const)('answers at %s: %s', async (step, answer, delivery) => {
    const smtp = await open();
    const channel = channelTo(smtp);
    await smtp.refuse(step, answer);
    expect(await channel.send(frozenBy(channel), deps())).toEqual(delivery);
    expect(await smtp.letters()).toEqual([]);
    // What passed is taken, with the same bytes.
    const frozen = frozenBy(channel);
    expect(await channel.send(frozen, deps())).toMatchObject({ kind: 'delivered' });
    expect((await smtp.letters())[0]?.message).toContain(
      Buffer.from(frozen.body).toString('latin1').trimEnd(),
    );
  });

  it('that greylists every reader is asked again, and one that knows none of them switches the channel off', async () => {
    const smtp = await open();
    const channel = channelTo(smtp);
    await smtp.refuse('rcpt', '450 greylisted', '550 no such user');
    expect(await channel.send(frozenBy(channel), deps())).toEqual({
      kind: 'transient',
      reason: 'smtp_recipients_450',
    });
    await smtp.refuse('rcpt', '550 no such user', '550 no such user');
    expect(await channel.send(frozenBy(channel), deps())).toEqual({
      kind: 'permanent',
      reason: 'smtp_recipients_550',
      disables: true,
    });
  });

  it('writes to nobody twice when one reader is refused for a while', async () => {
    const smtp = await open();
    const channel = channelTo(smtp);
    await smtp.refuse('rcpt lea@desk.example', '450 greylisted');
    const first = await channel.send(frozenBy(channel), deps());
    expect(first).toMatchObject({ kind: 'transient', reason: 'smtp_recipients_450' });
    const reached = first.kind === 'transient' ? (first.reached ?? []) : [];
    expect(JSON.stringify(reached)).not.toContain('kim');
    expect(await channel.send(frozenBy(channel, { reached }), deps())).toEqual({
      kind: 'delivered',
      receipt: messageId,
    });
    expect((await smtp.letters()).map(({ to }) => to)).toEqual([['kim@desk.example'], ['lea@desk.example']]);
  });

  it('that refuses one reader for good has the letter for the others, and it is remarked', async () => {
    const smtp = await open();
    const channel = channelTo(smtp);
    await smtp.refuse('rcpt kim@desk.example', '550 left the company');
    expect(await channel.send(frozenBy(channel), deps())).toEqual({
      kind: 'delivered',
      receipt: messageId,
      remark: 'smtp_recipients_550',
    });
    await smtp.refuse('rcpt kim@desk.example', '450 full');
    const digest = freeze(channel, letter(['one']), 'en');
    expect(await channel.send(digest, deps())).toMatchObject({
      kind: 'delivered',
      remark: 'smtp_recipients_450',
    });
  });

  it('that is killed in the middle of a letter leaves it to be sent again, under the same Message-ID', async () => {
    const smtp = await open();
    const channel = channelTo(smtp);
    const frozen = frozenBy(channel);
    await smtp.refuse('data', 'hang');
    const hanging = smtp.hanging();
    const sending = channel.send(frozen, deps());
    await hanging;
    await smtp.kill();
    expect(await sending).toEqual({ kind: 'transient', reason: 'network' });
    expect(await channel.send(frozen, deps())).toEqual({ kind: 'transient', reason: 'network' });
    const again = await open({ port: smtp.port });
    expect(await channel.send(frozen, deps())).toEqual({ kind: 'delivered', receipt: messageId });
    expect(await again.letters()).toHaveLength(1);
  });

  it('whose answer is lost gets the same Message-ID again, by which a reader sees one letter', async () => {
    const smtp = await open();
    const channel = channelTo(smtp);
    const frozen = frozenBy(channel);
    await smtp.refuse('data', 'swallow');
    expect(await channel.send(frozen, deps())).toMatchObject({ kind: 'transient' });
    expect(await channel.send(frozen, deps())).toMatchObject({ kind: 'delivered' });
    const ids = (await smtp.letters()).map(({ message }) =>
      readLetter(Buffer.from(message, 'latin1')).headers.get('message-id'),
    );
    expect(ids).toEqual([messageId, messageId]);
  });

  it('that hangs is given up in time, and at once when the service stops', async () => {
    const smtp = await open();
    const slow = channelTo(smtp, { timeoutMs: 300 });
    await smtp.refuse('data', 'hang', 'hang');
    expect(await slow.send(frozenBy(slow), deps())).toEqual({ kind: 'transient', reason: 'timeout' });
    const stop = new AbortController();
    const channel = channelTo(smtp);
    const first = smtp.hanging();
    const sending = channel.send(frozenBy(channel), deps(stop.signal));
    await first;
    stop.abort();
    expect(await sending).toEqual({ kind: 'transient', reason: 'stopped' });
  });
});

describe('what a mail server says', () => {
  it.each([
    'smtp_login_535',
    'smtp_sender_530',
    'smtp_recipients_550',
    'smtp_message_554',
    'smtp_greeting_554',
  ])('%s is worded for doctor', (reason) => {
    for (const language of catalogueLanguages) {
      expect(sayDelivery(reason, language)).toContain(reason.slice(-3));
      expect(sayDelivery(reason, language)).not.toContain('smtp_');
    }
  });
  it.each(['smtp_certificate', 'smtp_no_login', 'smtp_tls_454'])('%s is worded for doctor', (reason) => {
    for (const language of catalogueLanguages) expect(sayDelivery(reason, language)).not.toContain('smtp_');
  });
});
