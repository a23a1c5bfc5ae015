import { describe, expect, it } from '@jest/globals';
import { buildDanger } from '../../config/build-protection.ts';
import { defaultChannels } from '../../config/defaults.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { DangerKind } from '../../src/domain/classification.ts';
import { channelsOf } from '../../src/notify/hears.ts';
import { defaultPolicy, routeOf } from '../../src/notify/policy.ts';
import { wordServices } from '../../src/notify/wording/word-notices.ts';
import { wireChannels } from '../../workers/channels.ts';
import { testConfig } from '../support/config.ts';

const [console] = defaultChannels;
if (console === undefined) throw new Error('there is a console');
const terminal = { write: () => undefined, isColour: false, width: 80, isPretty: true };

const listeners = (
  channels: Readonly<Record<string, readonly ('leads' | 'on_call' | 'compliance')[]>>,
  danger: Parameters<typeof buildDanger>[0] = {},
) =>
  wireChannels(
    {
      ...testConfig(),
      danger: buildDanger(danger),
      channels: Object.entries(channels).map(([name, audience]) => ({ ...console, name, audience })),
    },
    terminal,
  ).flatMap((wired) => wired.listeners);

const step = (channel: string | null, danger: DangerKind | null = null): Alert => ({
  kind: 'escalation_step',
  brand: 'voltara',
  caseId: '1',
  severity: 'high',
  danger,
  dueAt: null,
  chain: 'late',
  channel,
  person: null,
});

describe('who hears of an alert', () => {
  const all = { team: ['leads'], pager: ['on_call'], school: ['on_call'], law: ['compliance'] } as const;

  it('is the own channel of a kind of danger, and for the other kinds all on call', () => {
    const heard = (kind: DangerKind) =>
      channelsOf(step(null, kind), 'on_call', listeners(all, { child: { on_call_channels: ['school'] } }));
    expect(heard('child')).toEqual(['school']);
    expect(heard('product')).toEqual(['pager', 'school']);
  });

  it('is the people on call of a danger, whatever channel a step names', () => {
    expect(channelsOf(step('team', 'product'), 'on_call', listeners(all))).toEqual(['pager', 'school']);
  });

  it('is the people on call where somebody brings danger before an executive, and nobody of the team', () => {
    const asked = (danger: DangerKind | null): Alert => ({
      kind: 'escalation_overdue',
      brand: 'voltara',
      danger,
      values: { number: '3', case: 'EH-12' },
    });
    const heard = (alert: Alert) => {
      const hearing = routeOf(alert, defaultPolicy.routes)?.hearing ?? 'compliance';
      return channelsOf(alert, hearing, listeners(all));
    };
    expect(heard(asked('product'))).toEqual(['pager', 'school']);
    expect(heard(asked(null))).toEqual(['team']);
    expect(heard({ ...asked('product'), kind: 'escalation_requested' } as Alert)).toEqual([
      'pager',
      'school',
    ]);
  });

  it('is told of an executive without the number of a case that is confidential', () => {
    const alert = {
      kind: 'escalation_requested',
      brand: 'voltara',
      danger: null,
      values: { number: '3', case: '' },
    } as const;
    const voice = { language: 'en', moment: String, plain: String } as never;
    expect(wordServices([alert], voice).head).toMatch(/^A confidential case is to be brought/);
  });

  it('is the channel that a step names alone', () => {
    expect(channelsOf(step('team'), 'team', listeners({ ...all, other: ['leads'] }))).toEqual(['team']);
    expect(channelsOf(step(null), 'team', listeners({ ...all, other: ['leads'] }))).toEqual([
      'team',
      'other',
    ]);
  });

  it('is the team where nobody is on call, and nobody where compliance has no channel', () => {
    const leads = listeners({ team: ['leads'] });
    expect(channelsOf(step(null, 'product'), 'on_call', leads)).toEqual(['team']);
    const waits: Alert = { kind: 'approval_needed', brand: null, values: { number: '1' } };
    expect(channelsOf(waits, 'compliance', leads)).toEqual([]);
    expect(channelsOf(waits, 'compliance', listeners(all))).toEqual(['law']);
  });
});
