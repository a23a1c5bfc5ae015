import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { sentenceIn } from '../../src/lib/sentences.ts';

const environment: Record<string, string> = { DESK_TOKEN: 'a-token', HOOK: 'a-secret-of-the-hook' };
const parsed = (written: string, more = '') =>
  parseConfig(`brands: { acme: { names: [Acme], on_call: [Kim] } }\nsinks:\n  help: ${written}\n${more}\n`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: (name) => environment[name],
  });
const sinkOf = (written: string) => parsed(written).config.sinks[0];
const place = `base_url: https://desk.example/, token: "\${DESK_TOKEN}"`;
const zendesk = (more = '') => `{ kind: zendesk, user: kim@acme.example, ${place} ${more} }`;

describe('a helpdesk', () => {
  it('gets every case but complaints about staff, is polled, and has the priorities of its kind', () => {
    expect(sinkOf(zendesk())).toEqual({
      kind: 'zendesk',
      name: 'help',
      baseUrl: 'https://desk.example',
      token: 'a-token',
      user: 'kim@acme.example',
      language: 'en',
      rules: { brands: null, severities: ['low', 'medium', 'high', 'critical'], categories: null },
      mapping: {
        priorities: { critical: 'urgent', high: 'high', medium: 'normal', low: 'low' },
        tags: {},
        fields: {},
        statuses: {},
      },
      follow: { by: 'poll', pollMinutes: 10 },
    });
  });

  it.each([
    [`{ kind: zammad, group: Social, customer: s@acme.example, ${place} }`, 'zammad', '3 high'],
    [`{ kind: chatwoot, account_id: 1, inbox_id: 2, ${place} }`, 'chatwoot', 'urgent'],
    [`{ kind: freshdesk, ${place} }`, 'freshdesk', '4'],
    [`{ kind: jira, user: kim@acme.example, project: SUP, ${place} }`, 'jira', 'Highest'],
  ])('of each kind is read: %s', (written, kind, critical) => {
    expect(sinkOf(written)).toMatchObject({ kind, mapping: { priorities: { critical } } });
  });

  it('maps our words to its own and back, and rings with a secret', () => {
    const more = `, brands: [acme], severities: [high], categories: [billing, staff], tags: { billing: money },
      fields: { "360001": { billing: invoice } }, statuses: { Hold: on_hold, "In Review": ignored },
      priorities: { high: urgent }, follow: webhook, webhook_secret: "\${HOOK}", language: de`;
    expect(sinkOf(zendesk(more))).toMatchObject({
      language: 'de',
      rules: { brands: ['acme'], severities: ['high'], categories: ['billing', 'staff'] },
      mapping: {
        priorities: { critical: 'urgent', high: 'urgent' },
        tags: { billing: 'money' },
        fields: { 360001: { billing: 'invoice' } },
        statuses: { hold: 'on_hold', 'in review': 'ignored' },
      },
      follow: { by: 'webhook', secret: environment.HOOK },
    });
  });

  it.each([
    [zendesk(', min_followers: 1000'), /sinks\.help\.min_followers: "min_followers" names reach or standing/],
    [zendesk(', tags: { billing: vip }'), /sinks\.help\.tags\.billing: "vip" names VIPs/],
    [zendesk(', authors: [x]'), /sinks\.help\.authors: "authors" names authors/],
    [zendesk(', brands: [bolt]'), /sinks\.help\.brands: names "bolt", which is not one of the brands/],
    [zendesk(', tags: { billing: two words }'), /sinks\.help\.tags\.billing: is no tag; write one word/],
    [zendesk(', priorities: { high: huge }'), /sinks\.help\.priorities\.high: must be one of urgent, high/],
    [zendesk(', follow: webhook'), /webhook_secret: is missing; put it into \.env as HELP_WEBHOOK_SECRET=/],
    [zendesk(`, webhook_secret: "\${HOOK}"`), /webhook_secret: is there, but follow is not webhook; write/],
    [
      zendesk(', follow: webhook, webhook_secret: written-here-in-clear'),
      /webhook_secret: is a secret and may/,
    ],
    [
      '{ kind: zendesk, user: k, base_url: https://d.example, token: clear }',
      /token: is a secret and may not/,
    ],
    [
      '{ kind: zendesk, user: k, base_url: https://d.example }',
      /token: is missing; put it into \.env as HELP_TOKEN/,
    ],
    [
      `{ kind: jira, user: k, project: sup, ${place} }`,
      /project: must be the key of a project, for example SUP/,
    ],
    [
      `{ kind: freshdesk, ${place}, priorities: { low: 7 } }`,
      /low: must be a priority of Freshdesk: 1 \(low\)/,
    ],
    [`{ kind: chatwoot, account_id: one, inbox_id: 2, ${place} }`, /account_id: must be a number/],
    [`{ kind: osticket, ${place} }`, /kind: must be one of zendesk, zammad, chatwoot, freshdesk, jira/],
  ])('is refused with one sentence, in German too: %s', (written, sentence) => {
    let said = '';
    try {
      parsed(written);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toMatch(sentence);
    expect(said.split('\n')).toHaveLength(1);
    expect(sentenceIn(said, 'de')).not.toMatch(/\b(is|are|must|names|may)\b/);
  });

  it('bears no name of somebody who works here', () => {
    expect(() => parsed(zendesk(), 'people: { help: { roles: [agent] } }')).toThrow(
      /sinks\.help: has the name of somebody who works here/,
    );
  });
});
