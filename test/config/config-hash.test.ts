import { describe, expect, it } from '@jest/globals';
import { configHash, parseConfig } from '../../config/load-config.ts';

const parse = (yaml: string) =>
  parseConfig(yaml, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: () => undefined,
  });

describe('configHash', () => {
  const hash = (yaml: string) => configHash(parse(yaml).config);
  it('hangs on what decides, not on order, channels or secrets', () => {
    const a = hash('brands: { a: { names: [Acme] }, b: { names: [Bolt] } }');
    expect(a).toMatch(/^[0-9a-f]{32}$/);
    expect(
      hash('channels: { c: { kind: console } }\nbrands: { b: { names: [Bolt] }, a: { names: [Acme] } }'),
    ).toBe(a);
    expect(hash('brands: { a: { names: [Acme], sla: { low: 9d } }, b: { names: [Bolt] } }')).not.toBe(a);
    expect(hash('brands: { a: { names: [Acme] }, b: { names: [Bolt, Bolt AG] } }')).not.toBe(a);
  });
});
