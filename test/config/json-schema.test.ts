import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createDemoConfig } from '../../config/demo.ts';
import { jsonSchemaText } from '../../config/json-schema.ts';
import { parseConfig } from '../../config/load-config.ts';
import { schema } from '../../config/schema.ts';
import { starterConfig } from '../../config/starter.ts';
import { packageRoot } from '../../src/lib/package-root.ts';

const options = { file: 'evenhand.yaml', folder: '/', dataDir: '/data', host: null, port: null };

describe('evenhand.schema.json', () => {
  it('is what the zod schema says (mend it: npx tsx config/write-json-schema.ts)', () => {
    const committed: unknown = JSON.parse(readFileSync(join(packageRoot, 'evenhand.schema.json'), 'utf8'));
    expect(committed).toEqual(JSON.parse(jsonSchemaText()));
  });

  it('refuses unknown keys too', () => {
    expect(JSON.parse(jsonSchemaText())).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['brands'],
    });
  });
});

describe('the starter configuration', () => {
  it('loads as it stands, without a warning', () => {
    const { config, warnings } = parseConfig(starterConfig('en'), { ...options, lookup: () => undefined });
    expect(warnings).toEqual([]);
    expect(config.brands.map(({ id }) => id)).toEqual(['acme']);
  });

  it('loads with every comment that is a setting uncommented', () => {
    const full = starterConfig('en')
      .split('\n')
      .slice(5)
      .map((line) => line.replace(/^(\s*)# (?=\s*(?:[\w-]+:|[a-z_]+: ))/, '$1'))
      .join('\n')
      .replace('sources: {}', 'sources:');
    const values: Record<string, string> = {
      SLACK_WEBHOOK_URL: 'https://hooks.example/1',
      PAGERDUTY_ROUTING_KEY: 'a'.repeat(32),
      SLACK_BOT_TOKEN: 'xoxb-0123456789-abc',
      TEAMS_WORKFLOW_URL: 'https://teams.example/1',
      SMTP_PASSWORD: 'open sesame',
      WEBHOOK_SECRET: `whsec_${'b'.repeat(32)}`,
      X_BEARER_TOKEN: 'token',
    };
    const { config } = parseConfig(full, { ...options, lookup: (name) => values[name] });
    expect(config.sources.map(({ kind }) => kind)).toEqual(['feed', 'x', 'file']);
    expect(config.channels.map(({ kind }) => kind)).toEqual([
      'console',
      'slack',
      'slack-bot',
      'teams',
      'pagerduty',
      'email',
      'webhook',
    ]);
    expect(config.digest.channel).toBe('press-team');
  });

  it('begins with the line by which editors find the schema, and uses every key of a brand', () => {
    expect(starterConfig('en').split('\n')[0]).toBe('# yaml-language-server: $schema=./evenhand.schema.json');
    for (const room of Object.keys(schema.shape))
      expect(starterConfig('en')).toMatch(new RegExp(`^(# )?${room}:`, 'm'));
  });
});

describe('the demo configuration', () => {
  it('is two brands with accounts for every role, and touches no channel but the console', () => {
    const config = createDemoConfig({ dataDir: '/data-demo', host: null, port: null });
    expect(config.brands.map(({ id }) => id)).toEqual(['voltara', 'nordlicht']);
    for (const { accounts, calendar } of config.brands) {
      expect(Object.values(accounts).every((list) => list.length > 0)).toBe(true);
      expect(calendar.timezone).toBe('Europe/Berlin');
    }
    expect(config.sources).toEqual([]);
    expect(config.channels.map(({ kind }) => kind)).toEqual(['console']);
  });
});
