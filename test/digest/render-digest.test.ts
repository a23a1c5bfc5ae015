import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'htmlparser2';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import { renderDigestHtml } from '../../src/digest/html/render-digest-html.ts';
import { renderDigestMarkdown } from '../../src/digest/render-digest-markdown.ts';
import {
  brandRows,
  caseRow,
  dayMs,
  exampleRows,
  nobody,
  now,
  samples,
  standing,
  thread,
} from './digest-example.ts';

const options = { now, sinceMs: dayMs };
const model = composeDigest(exampleRows, options);
const nasty =
  '</p><script>alert(1)</script> ![x](javascript:alert(1)) | # "quoted" \'single\' www.evil.example &lt; `code`';
const nastyModel = composeDigest(
  {
    brands: [
      brandRows({
        name: nasty,
        threads: [
          thread({
            thread: nasty,
            source: nasty,
            excerpt: nasty,
            samples: samples(1, 2),
            first: standing({ caseId: nasty }),
          }),
        ],
        oldest: [caseRow({ caseId: nasty, excerpt: nasty })],
        problems: [
          { ...nobody, problem: nasty, categories: [], source: nasty, excerpt: nasty, total: 3, waiting: 2 },
        ],
      }),
    ],
    unseen: [{ kind: 'never', source: nasty }],
  },
  options,
);

describe.each(['en', 'de'] as const)('a rendered digest in %s', (language) => {
  const html = renderDigestHtml(model, language);
  const markdown = renderDigestMarkdown(model, language);

  it('leaves no placeholder open and no key untranslated', () => {
    for (const text of [markdown, html.replace(/<style>[\s\S]*<\/style>/, '')]) {
      expect(text).not.toMatch(/\{\w+\}|undefined|\[object|NaN/);
      expect(text).not.toMatch(/\b(spread|standing|unseen|oldest)\.[a-z]/);
    }
  });

  it('says of words that were erased that they are no longer kept', () => {
    const oldest = [caseRow({ caseId: 'EH-1', isErased: true, excerpt: null })];
    const erased = composeDigest({ ...exampleRows, brands: [brandRows({ oldest })] }, options);
    for (const text of [renderDigestMarkdown(erased, language), renderDigestHtml(erased, language)]) {
      expect(text).toContain(language === 'en' ? 'no longer kept.' : 'nicht mehr aufbewahrt.');
    }
  });

  it('says that severe cases wait of which none may be named here', () => {
    const silent = composeDigest(
      { ...exampleRows, brands: [{ ...brandRows({ oldest: [] }), severe: 3 }] },
      options,
    );
    for (const text of [renderDigestMarkdown(silent, language), renderDigestHtml(silent, language)])
      expect(text).toContain(
        language === 'en' ? '3 severe cases are unanswered' : '3 schwere Fälle sind unbeantwortet',
      );
  });

  it('says the same in Markdown and in HTML', () => {
    const words =
      language === 'en'
        ? ['already answered', 'waiting 9 d', 'spread unknown for this source']
        : ['schon beantwortet', 'wartet seit 9 Tg.', 'Verbreitung bei dieser Quelle unbekannt'];
    for (const word of words) {
      expect(markdown).toContain(word);
      expect(html).toContain(word);
    }
  });

  it('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object)\b|\bsrc=|url\(|@import|\bon\w+=/i);
    expect([...html.matchAll(/\bhref="([^"]*)"/g)].map((match) => match[1])).toEqual(['#digest']);
  });

  it('can be read without eyes: language, landmarks, headings in order, named charts', () => {
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toMatch(/<main id="digest">/);
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const [svg] of html.matchAll(/<svg[^>]*>/g))
      expect(svg).toMatch(/role="img" aria-label="[^"]+"|aria-hidden="true"/);
    expect(html).toContain('<th scope="row">EH-11</th>');
  });
});

describe('hostile text in a digest', () => {
  it('stays text in HTML', () => {
    const html = renderDigestHtml(nastyModel, 'en');
    expect(html).not.toContain('<script>');
    const names = new Set<string>();
    const visit = (nodes: readonly unknown[]): void => {
      for (const node of nodes as { name?: string; children?: unknown[]; attribs?: object }[]) {
        if (node.name !== undefined) names.add(node.name);
        expect(Object.keys(node.attribs ?? {}).join(' ')).not.toMatch(/quoted|\bon/);
        visit(node.children ?? []);
      }
    };
    visit(parseDocument(html).children);
    expect(names).not.toContain('script');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });

  it('stays text in Markdown', () => {
    const markdown = renderDigestMarkdown(nastyModel, 'en');
    expect(markdown).not.toMatch(/(?<!\\)</);
    expect(markdown).not.toMatch(/(?<!\\)!\[/);
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
    const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});

describe('an empty digest', () => {
  it('says that there is nothing, instead of showing nothing', () => {
    const empty = composeDigest({ brands: [brandRows()], unseen: [] }, options);
    const markdown = renderDigestMarkdown(empty, 'en');
    expect(markdown).toContain('Nothing spread in this period, as far as was seen.');
    expect(markdown).toContain('No severe case is unanswered.');
    expect(markdown).toContain('Every source was read without a gap that we know of.');
    const none = composeDigest({ brands: [], unseen: [] }, options);
    expect(renderDigestHtml(none, 'de')).toContain('Es ist keine Marke eingerichtet');
  });
});
