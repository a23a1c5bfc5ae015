import { describe, expect, it } from '@jest/globals';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import { createConsoleChannel } from '../../../src/notify/channels/console.ts';
import type { NotificationContent } from '../../../src/notify/content.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import {
  at,
  caseAlert,
  contentOf,
  deadlineAlert,
  everyContent,
  hours,
  letter,
  minutes,
} from '../support/alerts.ts';

const deps = { fetch, now: () => new Date(), signal: new AbortController().signal };
const shown = async (
  content: NotificationContent,
  language: 'en' | 'de' = 'en',
  isColour = false,
): Promise<string> => {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const channel = createConsoleChannel({ name: 'console', write, isColour });
  expect(await channel.send(freeze(channel, content, language), deps)).toEqual({ kind: 'delivered' });
  return written;
};

describe('the terminal', () => {
  const alert = caseAlert('EH-12', { severity: 'critical', dueAt: at(hours(1)) });

  it('shows what is at stake, why, until when, and the command', async () => {
    expect(await shown(contentOf([alert]))).toBe(
      [
        '● EH-12  Critical: billing at nordbahn',
        '  Why       much money or a fixed date is at stake; has been in touch 7 times, waiting for 21 days',
        '  Answer    due today 09:00, in 47 min, open for 13 min',
        '  Source    owners-forum',
        '  Said      “They took the deposit three weeks ago and nobody picks up the phone.”',
        '  Take it   evenhand cases take EH-12',
        '',
        '',
      ].join('\n'),
    );
  });

  it('counts the cases that were escalated, not the steps they took', async () => {
    const step = (caseId: string, chain: string) => ({
      kind: 'escalation_step' as const,
      brand: 'nordbahn',
      caseId,
      severity: 'high' as const,
      danger: null,
      dueAt: at(hours(1)),
      chain,
      channel: null,
      person: null,
    });
    const one = contentOf([step('EH-6', 'late'), step('EH-6', 'late')]);
    expect(await shown(one)).toContain('nordbahn: EH-6 waits and was escalated (late)');
    const two = contentOf([step('EH-6', 'late'), step('EH-6', 'late'), step('EH-7', 'late')]);
    expect(await shown(two)).toContain('2 escalated cases at nordbahn');
  });

  it('speaks German', async () => {
    const text = await shown(contentOf([alert]), 'de');
    expect(text).toContain('● EH-12  Kritisch: Abrechnung bei nordbahn');
    expect(text).toContain('  Antwort   fällig heute 09:00, in 47 Min., offen seit 13 Min.');
  });

  it('lists many in the order of the queue, aligned', async () => {
    const late = caseAlert('EH-116', { dueAt: at(hours(30)) });
    const soon = caseAlert('EH-9', { dueAt: at(hours(2)), reasons: [{ code: 'dependence' }] });
    const lines = (await shown(contentOf([late, soon]))).split('\n');
    expect(lines.filter((line) => line.includes('cases take'))).toEqual([
      '  EH-9    High  due today 10:00, in 1 h 47 min  evenhand cases take EH-9',
      '  EH-116  High  due tomorrow 14:00, in 29 h     evenhand cases take EH-116',
    ]);
  });

  it('lists the first ten of many cases, and how the others are listed', async () => {
    const alerts = Array.from({ length: 2_000 }, (_, i) => caseAlert(`EH-${i + 1}`));
    const lines = (await shown(contentOf(alerts))).trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('cases take'))).toHaveLength(10);
    expect(lines.at(-1)).toBe('  and 1,990 more: evenhand cases list');
    expect(await shown(contentOf(alerts.slice(0, 10)))).not.toContain(' more');
  });

  it('tells late answers from those that are due soon', async () => {
    const missed = deadlineAlert('EH-10', { kind: 'deadline_missed', dueAt: at(-minutes(35)) });
    const text = await shown(contentOf([deadlineAlert('EH-9'), missed]));
    expect(text).toContain('Answers at nordbahn: 1 late, 1 due soon');
    expect(text).toMatch(/EH-10 .* due today 07:25, 48 min late/);
  });

  it('counts after an outage and names the oldest', async () => {
    const content = contentOf([caseAlert('EH-1'), deadlineAlert('EH-2'), caseAlert('EH-3')], {
      kind: 'catch_up',
    });
    const text = await shown(content);
    for (const part of [
      '3 alerts waited',
      '2 high cases',
      '1 answer due soon',
      'today 08:00: EH-1',
      'evenhand cases list',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says how many waited in all when it names the first of them only', async () => {
    const content = contentOf([caseAlert('EH-1'), caseAlert('EH-3')], { kind: 'catch_up', later: 2_998 });
    const text = await shown(content);
    expect(text).toContain('3,000 alerts waited');
    expect(text).toContain('The first 2 of them, the others follow:\n  2 high cases');
  });

  it('says that a source is off and why, in the language of the channel', async () => {
    const reason = 'https://a.example answered with status 404';
    const values = { source: 'blog', since: at(0), reason };
    const content = contentOf([{ kind: 'source_off', brand: null, values }]);
    expect(await shown(content)).toContain(`blog is switched off, nothing read since today 08:00: ${reason}`);
    expect(await shown(content, 'de')).toMatch(
      /blog ist abgeschaltet, .*: https:.* antwortete mit Status 404/,
    );
  });

  it('says on a quiet day that all is well', async () => {
    const content = contentOf([{ kind: 'all_well', brand: null, values: { read: 10_132, cases: 14 } }]);
    expect(await shown(content)).toBe('✓ All well: 10,132 read, 14 cases, all sources fresh\n\n');
    expect(await shown(content, 'de')).toContain('Alles gut: 10.132 gelesen');
  });

  it.each(catalogueLanguages)('is whole in %s and stays within its lines', async (language) => {
    for (const content of [...everyContent, letter(['One paragraph. '.repeat(30)])]) {
      const text = await shown(content, language);
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  describe('that is none', () => {
    const lineOf = async (content: NotificationContent, language: 'en' | 'de' = 'en') => {
      let written = '';
      const write = (text: string) => {
        written += text;
      };
      const channel = createConsoleChannel({ name: 'console', write, isColour: false, isJson: true });
      await channel.send(freeze(channel, content, language), deps);
      expect(written.indexOf('\n')).toBe(written.length - 1);
      return JSON.parse(written) as Record<string, unknown>;
    };

    it('gets one JSON line a message, with the case and the command, and no words of a post', async () => {
      const line = await lineOf(contentOf([alert]));
      expect(line).toMatchObject({
        level: 'warn',
        message: 'Critical: billing at nordbahn',
        channel: 'console',
        type: 'case.opened',
        timestamp: at(minutes(13)),
        alerts: [
          {
            caseId: 'EH-12',
            severity: 'critical',
            dueAt: at(hours(1)),
            command: 'evenhand cases take EH-12',
          },
        ],
      });
      expect(JSON.stringify(line)).not.toContain('deposit');
      expect(await lineOf(contentOf([alert]), 'de')).toMatchObject({
        message: 'Kritisch: Abrechnung bei nordbahn',
      });
    });

    it('gets a line of bounded length that counts the rest', async () => {
      const alerts = Array.from({ length: 2_000 }, (_, i) => caseAlert(`EH-${i + 1}`));
      const line = await lineOf(contentOf(alerts));
      expect([(line.alerts as unknown[]).length, line.more]).toEqual([10, 1_990]);
    });

    it('gets every message as a line that can be parsed', async () => {
      for (const content of [...everyContent, letter(['One', 'Two\nlines'])])
        expect(await lineOf(content)).toMatchObject({
          level: expect.stringMatching(/^(?:info|warn)$/),
          message: expect.stringMatching(/./),
          channel: 'console',
        });
    });

    it('names a letter by its title, and repeats no paragraph', async () => {
      const content = letter(['Three threads quote: “They took the deposit.”']);
      const line = await lineOf(content);
      expect(line).toEqual({
        level: 'info',
        message: content.title,
        channel: 'console',
        type: expect.stringMatching(/\.ready$/),
        notification: content.id,
        timestamp: content.writtenAt,
      });
    });

    it('names what another process froze for its terminal, without a word of the post', async () => {
      let written = '';
      const write = (text: string) => {
        written += text;
      };
      const terminal = createConsoleChannel({ name: 'console', write, isColour: true });
      const elsewhere = createConsoleChannel({ name: 'console', write, isColour: false, isJson: true });
      const excerpt = 'Deposit vanished yesterday';
      const quoted = { ...contentOf([caseAlert('EH-12', { excerpt })]), id: 'n-1' };
      const frozen = freeze(terminal, quoted, 'en');
      expect(new TextDecoder().decode(frozen.body)).toContain(excerpt);
      await elsewhere.send(frozen, deps);
      expect(written.indexOf('\n')).toBe(written.length - 1);
      expect(JSON.parse(written)).toMatchObject({ level: 'warn', channel: 'console', notification: 'n-1' });
      for (const word of excerpt.split(' ')) expect(written).not.toContain(word);
    });
  });

  it('uses colours only when told', async () => {
    expect(await shown(contentOf([alert]))).not.toContain('\u001b');
    expect(await shown(contentOf([alert]), 'en', true)).toContain('\u001b[');
  });

  it('shows no text of a danger case, and obeys no command in any text', async () => {
    const danger = await shown(contentOf([caseAlert('EH-1', { danger: 'product', excerpt: 'never shown' })]));
    expect(danger).not.toContain('never shown');
    expect(danger).toContain('▲ EH-1  Danger at nordbahn: a product may be dangerous');
    const evil = caseAlert('EH-1', { excerpt: 'a\u001b[2Jb', source: 'x\u001b]0;y\u0007' });
    expect(await shown(contentOf([evil]))).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('says that a broken pipe may be tried again', async () => {
    const write = () => {
      throw new Error('EPIPE');
    };
    const channel = createConsoleChannel({ name: 'console', write, isColour: false });
    const delivery = await channel.send(freeze(channel, contentOf([alert]), 'en'), deps);
    expect(delivery).toEqual({ kind: 'transient', reason: 'write_failed' });
  });
});
