import { describe, expect, it } from '@jest/globals';
import { protocolOf } from '../../../src/cases/danger/protocol.ts';
import { dangerKinds } from '../../../src/domain/classification.ts';

const ours = { protocol: { en: null, de: null }, reportLinks: {} };
const x = { name: 'x-search', kind: 'x' };

describe('the protocol beside a danger case', () => {
  it('comes with Evenhand for each kind, in both languages, and differs', () => {
    const texts = dangerKinds.flatMap((kind) =>
      (['en', 'de'] as const).map(
        (language) => protocolOf(kind, { language, settings: ours, source: x }).text,
      ),
    );
    expect(new Set(texts).size).toBe(8);
    for (const text of texts) expect(text.split('\n').length).toBeGreaterThan(4);
  });

  it('is what the company wrote, before ours, and in the other language before none of its own', () => {
    const settings = { ...ours, protocol: { en: 'Call 4711.', de: null } };
    const text = (language: 'en' | 'de') => protocolOf('child', { language, settings, source: x }).text;
    expect([text('en'), text('de')]).toEqual(['Call 4711.', 'Call 4711.']);
  });

  it("tells the platform's way of reporting, or the company's own address for the source or its kind", () => {
    const report = (
      kind: 'person_at_risk' | 'product',
      source: { name: string; kind: string | null },
      links = {},
    ) => protocolOf(kind, { language: 'en', settings: { ...ours, reportLinks: links }, source }).report;
    expect(report('person_at_risk', x)).toContain('Suicide or self-harm');
    expect(report('product', x)).not.toContain('Suicide');
    expect(report('product', { name: 'blog', kind: 'feed' })).toContain('operator of the site');
    expect(report('product', { name: 'gone', kind: null })).toContain('operator of the site');
    expect(report('product', x, { x: 'https://a.example/' })).toBe('https://a.example/');
    expect(report('product', x, { x: 'https://a.example/', 'x-search': 'https://b.example/' })).toBe(
      'https://b.example/',
    );
  });
});
