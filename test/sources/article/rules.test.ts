import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf } from '../../../src/sources/article/excerpt.ts';
import { extractArticle } from '../../../src/sources/article/extract-article.ts';
import { headersReserve, pageReserves, parseTdmFile } from '../../../src/sources/article/reservation.ts';
import { parseRobots } from '../../../src/sources/article/robots.ts';

describe('robots.txt', () => {
  const robots = parseRobots(
    [
      '# ours and others',
      'User-agent: otherbot',
      'User-agent: Evenhand/1.0',
      'Disallow: /private/',
      'Allow: /private/press',
      'Disallow: /*.pdf$',
      'Disallow: /suche?q=',
      'User-agent: *',
      'Disallow: /',
    ].join('\r\n'),
  );

  it.each([
    ['/', true],
    ['/private/', false],
    ['/private/a', false],
    ['/private/press/1', true],
    ['/a/b.pdf', false],
    ['/a/b.pdf?download', true],
    ['/suche?q=x', false],
    ['/robots.txt', true],
    ['/%70rivate/a', false],
  ])('allows %s: %s', (path, isAllowed) => {
    expect(robots.allows(path)).toBe(isAllowed);
  });

  it.each([
    ['of everybody counts where none names us', 'User-agent: *\nDisallow: /a', '/a/b', false],
    ['of somebody else does not', 'User-agent: otherbot\nDisallow: /', '/a', true],
    ['that disallows nothing allows everything', 'User-agent: *\nDisallow:', '/a', true],
    [
      'with two groups for us has the rules of both',
      'User-agent: evenhand\nDisallow: /a\n\nUser-agent: evenhand\nDisallow: /b',
      '/b',
      false,
    ],
    ['between equals allows', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['that is a page allows everything', '<!doctype html><html>404</html>', '/a', true],
    ['without an agent has no rules', 'Disallow: /', '/a', true],
  ])('a group %s', (_what, text, path, isAllowed) => {
    expect(parseRobots(text).allows(path)).toBe(isAllowed);
  });

  it('never throws, and no pattern of a stranger runs for long', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.webPath(),
        (text, path) => typeof parseRobots(text).allows(path) === 'boolean',
      ),
    );
    const crafted = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(900)}$`);
    expect(crafted.allows(`/${'a'.repeat(5_000)}b`)).toBe(true);
  });
});

describe('a reservation of text and data mining', () => {
  const file = parseTdmFile(
    JSON.stringify([
      { location: '/frei/*', 'tdm-reservation': 0 },
      { location: '/*', 'tdm-reservation': '1', 'tdm-policy': 'https://z.example/policy' },
    ]),
  );

  it('is found in tdmrep.json, where the first location that fits decides', () => {
    expect(['/frei/a', '/politik/b'].map((path) => file.reserves(path))).toEqual([false, true]);
  });

  it.each(['', '[]', '{}', 'null', '[{"location":7}]', '<html>'])('is not in a file that says %s', (text) => {
    expect(parseTdmFile(text).reserves('/a')).toBe(false);
  });

  it.each([
    [{ 'tdm-reservation': '1' }, true],
    [{ 'tdm-reservation': '0' }, false],
    [{ 'x-robots-tag': 'noindex, noai' }, true],
    [{ 'x-robots-tag': 'none' }, true],
    [{ 'x-robots-tag': 'otherbot: noai' }, false],
    [{ 'x-robots-tag': 'evenhand: noai' }, true],
    [{ 'x-robots-tag': 'noindex' }, false],
  ])('is read in the header %j: %s', (headers, isReserved) => {
    expect(headersReserve(new Headers(headers as Record<string, string>))).toBe(isReserved);
  });

  it.each([
    ['<meta name="tdm-reservation" content="1">', true],
    ['<meta name="TDM-Reservation" content=" 1 ">', true],
    ['<meta name="tdm-reservation" content="0">', false],
    ['<meta name="robots" content="max-image-preview:large, noai">', true],
    ['<meta name="otherbot" content="noai">', false],
  ])('is read in the page: %s', (head, isReserved) => {
    expect(pageReserves(`<html><head>${head}</head></html>`)).toBe(isReserved);
  });
});

describe('excerptOf', () => {
  const paragraphs = Array.from({ length: 20 }, (_, at) =>
    at === 10 ? 'Velora does not answer.' : `Paragraph ${at}.`,
  );
  const isWatched = (text: string): boolean => text.includes('Velora');

  it('keeps how an article begins, and what concerns the brand with its surroundings', () => {
    expect(excerptOf(paragraphs, isWatched)).toBe(
      'Paragraph 0.\n\nParagraph 1.\n\n[…] Paragraph 8.\n\nParagraph 9.\n\nVelora does not answer.\n\nParagraph 11.\n\nParagraph 12.',
    );
  });

  it('never keeps a whole long article, however often it names the brand', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 900 }), { maxLength: 60 }), (texts) => {
        expect(excerptOf(texts, () => true).replaceAll('[…] ', '').length).toBeLessThanOrEqual(
          4_000 + 2 * texts.length,
        );
      }),
    );
  });
});

describe('extractArticle', () => {
  const text =
    'The train was late again, and nobody at Velora answered my calls about the refund for three weeks. ';
  const html = `<!doctype html><html lang="de"><head><title>Late again - The Nord</title></head><body><nav>Home</nav>
    <article><h1>Late again</h1><p>${text.repeat(4)}</p><p>${text.repeat(4)}</p><script>run()</script></article><footer>Imprint</footer></body></html>`;

  it('takes the text and leaves the rest of the page', () => {
    const article = extractArticle(html);
    expect(article?.language).toBe('de');
    expect(article?.paragraphs.join(' ')).toContain('nobody at Velora answered');
    expect(article?.paragraphs.join(' ')).not.toMatch(/Imprint|run\(\)/);
  });

  it.each([
    ['nothing', ''],
    ['no page', 'just words'],
    ['elements that stand too deep', '<div>'.repeat(5_000)],
    ['too many elements', '<p>a</p>'.repeat(30_000)],
    ['too much', `<p>${'a'.repeat(2_000_000)}</p>`],
    ['tables inside tables', '<table><tr><td>'.repeat(400)],
    ['what is never closed', '<a '.repeat(10_000)],
  ])('gives nothing, and does not throw, on %s', (_what, page) => {
    expect(extractArticle(page)).toBeNull();
  });

  it('never throws, whatever is cut out of a page', () => {
    fc.assert(
      fc.property(fc.nat(html.length), fc.nat(200), (at, length) => {
        const cut = html.slice(0, at) + html.slice(at + length);
        expect(extractArticle(cut)?.paragraphs ?? []).not.toContain('');
      }),
      { numRuns: 40 },
    );
  });
});
