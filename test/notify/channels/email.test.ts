import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Alert } from '../../../src/domain/alert.ts';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import type { SendDeps } from '../../../src/notify/channels/channel.ts';
import { headerLines } from '../../../src/notify/channels/email/message.ts';
import { createEmailChannel, type EmailOptions } from '../../../src/notify/channels/email.ts';
import type { FrozenNotification } from '../../../src/notify/content.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import { sayDelivery } from '../../../src/notify/say-delivery.ts';
import { readLetter } from '../../support/read-letter.ts';
import { hasSmtp, type SmtpServer, type SmtpSettings, startSmtp } from '../../support/smtp-server.ts';
import { at, caseAlert, contentOf, deadlineAlert, everyContent, hours, letter } from '../support/alerts.ts';

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

describe('a letter', () => {
  const read = (alerts = [critical], language: 'en' | 'de' = 'en') =>
    readLetter(channelOf().render(contentOf(alerts), language));

  it('says what is at stake, why, until when and the command, as text and as HTML', () => {
    const { text, html, headers } = read();
    expect(text.split('\n')).toEqual([
      'Critical: billing at nordbahn',
      '',
      'EH-12',
      '  Age and due: opened Mon 23 Nov 08:00, due Mon 23 Nov 09:00',
      '  Why: much money or a fixed date is at stake; has been in touch 7 times, waiting for 21 days',
      '  Source: owners-forum',
      '  Said: “<b>Straße</b> weg & nobody answers [account], see [link] Call [phone]”',
      '  Take it: evenhand cases take EH-12',
      '',
      '-- ',
      'as of Mon 23 Nov 08:13',
    ]);
    expect(headers.get('subject')).toBe('Critical: billing at nordbahn (EH-12)');
    expect(html).toContain('&#60;b&#62;Straße&#60;/b&#62; weg &#38; nobody answers');
  });

  it('names a case once in its subject, and lets what is to be typed stand for itself', () => {
    const told = (alert: Alert, language: 'en' | 'de' = 'en') => {
      const { headers, text } = readLetter(channelOf().render(contentOf([alert]), language));
      return [
        headers.get('subject'),
        ...text
          .split('\n')
          .slice(1, -3)
          .filter((line) => line !== ''),
      ];
    };
    const step: Alert = {
      kind: 'escalation_step',
      brand: 'nordbahn',
      caseId: 'EH-12',
      severity: 'high',
      danger: null,
      dueAt: at(0),
      chain: 'late',
      channel: null,
      person: 'kim',
    };
    const facts = ['EH-12', '  Severity: High', '  Answer: due Mon 23 Nov 08:00'];
    expect(told(step)).toEqual([
      'nordbahn: EH-12 waits, kim is asked to take it (late)',
      ...facts,
      '  Take it: evenhand cases take EH-12',
    ]);
    expect(told(deadlineAlert('EH-9', { kind: 'deadline_missed' })).at(-1)).toBe(
      '  Look at it: evenhand cases show EH-9',
    );
    expect(told({ kind: 'approval_needed', brand: null, values: { number: '7' } }, 'de')).toEqual([
      'Maßnahme 7 wartet auf eine zweite Freigabe',
      'Ansehen: evenhand approvals show 7',
    ]);
    const values = { problem: 'P-17', brand: 'nordbahn', people: 12, usual: 4 };
    expect(told({ kind: 'problem_escalating', brand: 'nordbahn', values })).toEqual([
      'P-17 at nordbahn escalates: 12 people within an hour, up to 4 are usual',
      'Look at it: evenhand problems show P-17',
    ]);
    const late: Alert = { kind: 'executed_late', brand: null, values: { number: '9' } };
    const { headers } = readLetter(channelOf().render(contentOf([late, late]), 'en'));
    expect(headers.get('subject')).toBe('2 actions against customers want a look');
  });

  it('speaks German, in its subject too', () => {
    const { headers, text } = read([caseAlert('EH-9', { severity: 'critical', brand: 'Größe' })], 'de');
    expect(headers.get('subject')).toBe('Kritisch: Abrechnung bei Größe (EH-9)');
    expect(headers.get('content-language')).toBe('de');
    expect(text).toContain('Annehmen: evenhand cases take EH-9');
  });

  it('names itself by the notification, is answered by no holiday note, and is urgent only where it must be', () => {
    const { headers } = read();
    expect(headers.get('message-id')).toBe('<ntf_0123456789abcdef0123456789abcdef@alerts.example>');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('importance')).toBe('high');
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 07:13:00 +0000');
    expect(read([caseAlert('EH-1')]).headers.has('importance')).toBe(false);
  });

  it('loads nothing and leads nowhere, and holds neither author nor words of a danger', () => {
    const danger = caseAlert('EH-1', { danger: 'child', excerpt: 'never shown' });
    for (const content of [...everyContent, contentOf([critical]), contentOf([danger, caseAlert('EH-2')])])
      for (const language of catalogueLanguages) {
        const { html, text } = readLetter(channelOf().render(content, language));
        expect(`${html}${text}`).not.toMatch(/https?:|famous|1234567|never shown|undefined|NaN|\{\w+\}/);
        expect(html).not.toMatch(/<(?:a|img|link|script|iframe|form|svg|video|base)\b|url\(|@import|src=/i);
      }
  });

  it('carries a digest, paragraph by paragraph', () => {
    const { text, headers } = readLetter(channelOf().render(letter(['one\ntwo', 'three']), 'en'));
    expect(headers.get('subject')).toBe('nordbahn, 23 November');
    expect(text).toContain('one\ntwo\n\nthree');
  });

  it('names the first of hundreds and says how many there are', () => {
    const many = Array.from({ length: 300 }, (_none, index) => caseAlert(`EH-${index}`));
    const { text, html } = read(many);
    expect(text.match(/cases take/g)).toHaveLength(25);
    expect(text).toContain('and 275 more');
    expect(text).toContain('evenhand cases list');
    expect(html.length).toBeLessThan(100_000);
  });

  it('stays one letter with the headers that we gave it, whatever foreign text holds', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        '\r\nBcc: eve@evil.example',
        '\n.\r\n',
        '--=_ntf_0123456789abcdef0123456789abcdef--',
        'ä'.repeat(400),
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (brand, source, excerpt) => {
        const content = contentOf([caseAlert('EH-1', { brand, source, excerpt })]);
        const bytes = Buffer.from(channelOf().render(content, 'en'));
        const letterRead = readLetter(bytes);
        expect([...letterRead.headers.keys()]).toEqual([
          'message-id',
          'date',
          'subject',
          'content-language',
          'auto-submitted',
          'x-auto-response-suppress',
          'mime-version',
          'content-type',
        ]);
        expect(letterRead.text).toContain('evenhand cases take EH-1');
        const lines = bytes.toString('latin1').split('\r\n');
        expect(lines.every((line) => line.length <= 78 && /^[\t\x20-\x7e]*$/.test(line))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('refers to the first letter of its group, and to nothing that is no Message-ID', () => {
    const envelope = {
      from: { name: 'Grüße, "Evenhand"', address: 'e@x.example' },
      to: ['a@x.example', 'b@x.example'],
    };
    const first = '<ntf_1@x.example>';
    expect(headerLines({ ...envelope, answers: first })).toContain(
      `In-Reply-To: ${first}\r\nReferences: ${first}\r\n`,
    );
    expect(headerLines({ ...envelope, answers: 'x>\r\nBcc: e@evil.example' })).not.toMatch(/Bcc|In-Reply/);
    expect(headerLines({ ...envelope, answers: '' })).toMatch(
      /^From: =\?UTF-8\?Q\?\S+\?=\s+<e@x\.example>\r\nTo: a@x\.example, b@x\.example\r\n$/,
    );
  });
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
