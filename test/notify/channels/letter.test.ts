import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Alert } from '../../../src/domain/alert.ts';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import { headerLines } from '../../../src/notify/channels/email/message.ts';
import { createEmailChannel, type EmailOptions } from '../../../src/notify/channels/email.ts';
import { readLetter } from '../../support/read-letter.ts';
import { at, caseAlert, contentOf, deadlineAlert, everyContent, hours, letter } from '../support/alerts.ts';

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
