import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { UserError } from '../../src/lib/user-error.ts';

const secret = `whsec_${'a'.repeat(32)}`;
const parse = (yaml: string) =>
  parseConfig(`brands: { acme: { names: [Acme] } }\n${yaml}`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: (name) => (name === 'GUARD_SECRET' ? secret : undefined),
  });
const refusal = (yaml: string): string => {
  try {
    parse(yaml);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'no error';
};
const chain = (when: string, steps = '[{ notify: { channel: console } }]'): string =>
  `channels: { console: { kind: console } }\nescalation: { chains: { late: { when: ${when}, steps: ${steps} } } }`;

describe('escalation as configured', () => {
  it('starts by a breach, severity, age or a failed remedy, and goes through its steps again', () => {
    const { config } = parse(
      chain(
        '{ breached: 2, severity: [high], older_than: 2d, failed_remedy: true }',
        '[{ notify: { channel: console } }, { wait: 30m }, { repeat: 2 }]',
      ),
    );
    expect(config.escalation.chains).toEqual([
      {
        name: 'late',
        when: {
          breached: 2,
          severities: ['high'],
          olderThanMs: 172_800_000,
          failedRemedy: true,
          brands: null,
        },
        steps: [
          { kind: 'channel', channel: 'console' },
          { kind: 'wait', ms: 1_800_000 },
        ],
        repeats: 2,
      },
    ]);
  });

  it.each([
    ['{ followers: 5000 }', 'names reach or standing'],
    ['{ breached: 1, min_retweets: 3 }', 'names reach or standing'],
    ['{ breached: 1, vip: true }', 'names VIPs'],
    ['{ breached: 1, authors: [ann] }', 'names authors'],
    ['{ brands: [acme] }', 'starts for every case'],
    ['{ breached: 1, brands: [bolt] }', 'names "bolt", which is not one of the brands'],
  ])('refuses a chain that starts by %s', (when, why) => {
    expect(refusal(chain(when))).toContain(why);
  });

  it.each([
    ['[{ notify: { channel: nowhere } }]', 'which is not one of the channels'],
    ['[{ notify: { person: kim } }]', 'who is not one of the people'],
    ['[{ round_robin: [kim] }]', 'who is not one of the people'],
    ['[{ wait: 1h }]', 'tell nobody'],
    ['[{ notify: { channel: console } }, { repeat: 2 }]', 'repeat without a pause'],
    ['[{ repeat: 1 }, { notify: { channel: console } }, { wait: 1h }]', 'repeat must be the last step'],
    ['[{ shout: loud }]', 'is no step'],
  ])('refuses the steps %s', (steps, why) => {
    expect(refusal(chain('{ breached: 1 }', steps))).toContain(why);
  });
});

describe('the guard and danger as configured', () => {
  it('has a secret from the environment and a share that hides who complained', () => {
    expect(parse(`guard: { secret: "$\{GUARD_SECRET}" }`).config.guard).toEqual({
      secrets: [secret],
      randomShare: 0.05,
      recentDays: 180,
      validDays: 7,
      customerCount: null,
    });
    expect(refusal(`guard: { secret: ${secret} }`)).toContain('is a secret and may not stand in the file');
    expect(refusal(`guard: { secret: "$\{GUARD_SECRET}", random_share: 0 }`)).toContain(
      'must be at least 0.01',
    );
    expect(refusal('guard: {}')).toContain('GUARD_SECRET=');
  });

  it('says when nobody hears of approvals, and keeps compliance apart', () => {
    const guard = `guard: { secret: "$\{GUARD_SECRET}" }`;
    expect(parse(guard).warnings.join('\n')).toContain('nobody who is told that an approval waits');
    const heard = parse(`${guard}\nchannels: { c: { kind: console, audience: compliance } }`);
    expect(heard.warnings.join('\n')).not.toContain('approval waits');
    expect(refusal('channels: { c: { kind: console, audience: [leads, compliance] } }')).toContain(
      'mixes compliance with others',
    );
  });

  it('says that one alone with the clearance for complaints about staff leaves some to nobody', () => {
    const holds = '{ roles: [support_lead], clearances: [staff_conduct] }';
    const told = (people: string): string => parse(`people: ${people}`).warnings.join('\n');
    expect(told(`{ lea: ${holds} }`)).toContain('have one person with the clearance staff_conduct');
    expect(told('{ lea: { roles: [agent] } }')).toContain('have nobody with the clearance staff_conduct');
    expect(told(`{ lea: ${holds}, max: ${holds} }`)).not.toContain('staff_conduct');
    expect(parse(`guard: { secret: "$\{GUARD_SECRET}" }`).warnings.join()).not.toContain('staff_conduct');
  });

  it('lets each kind of danger have its own people, words and links', () => {
    const { danger } = parse(
      'channels: { duty: { kind: console, audience: on_call } }\ndanger: { child: { on_call_channels: [duty], protocol: { en: Call 4711 }, report_links: { x: "https://report.example/" } } }',
    ).config;
    expect(danger.child).toEqual({
      channels: ['duty'],
      protocol: { en: 'Call 4711', de: null },
      reportLinks: { x: 'https://report.example/' },
    });
    expect(danger.product.channels).toBeNull();
    expect(
      refusal('channels: { a: { kind: console } }\ndanger: { child: { on_call_channels: [b] } }'),
    ).toContain('names "b", which is not one of the channels');
  });
});
