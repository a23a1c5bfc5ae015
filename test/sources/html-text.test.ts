import { describe, expect, it } from '@jest/globals';
import { htmlToText, plainText, webLink } from '../../src/sources/html-text.ts';

describe('htmlToText', () => {
  it('puts blocks on lines of their own and collapses spaces', () => {
    const { text } = htmlToText(
      '<h1>Parcel  lost</h1><p>First\n line.</p><ul><li>one</li><li>two</li></ul>end<br/>last',
    );
    expect(text).toBe('Parcel lost\n\nFirst line.\n\none\n\ntwo\n\nend\nlast');
  });

  it('decodes entities once', () => {
    expect(htmlToText('Caf&eacute; &amp;amp; B&#228;r').text).toBe('Café &amp; Bär');
  });

  it('drops scripts and styles with their content, and keeps what stands after them', () => {
    expect(htmlToText('a<script>alert(1)</script>b<style>p{}</style>c').text).toBe('abc');
  });

  it('collects each web link once, absolute, and says whether there is an image', () => {
    const html =
      '<a href="/x">x</a> <a href="/x">again</a> <a href="javascript:go()">y</a> <img src="p.png">';
    expect(htmlToText(html, 'https://blog.example/post')).toEqual({
      text: 'x again y',
      links: ['https://blog.example/x'],
      hasImage: true,
    });
  });

  it('leaves nothing that runs, however often it was escaped or split', () => {
    const hostile = [
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '&lt;img src=x onerror=alert(1)&gt;',
      '&lt;a href="javascript:x"&gt;y&lt;/a&gt;',
      'java<b></b>script:alert(1)',
      '&lt;scr&lt;script&gt;ipt&gt;alert(1)',
      'javajavascript:script:x',
      `${'&lt;scr'.repeat(40)}ipt`,
    ];
    for (const html of hostile) {
      expect(htmlToText(html).text).not.toMatch(/<\s*\/?script|javascript\s*:|<[^>]*\son\w+\s*=/i);
    }
  });

  it('keeps angle brackets that are only text', () => {
    expect(plainText('1 < 2 and the <blink> tag')).toBe('1 < 2 and the <blink> tag');
    expect(htmlToText('if a &lt; b &gt; c').text).toBe('if a < b > c');
  });

  it('takes 2 MB of opening tags in linear time', () => {
    const start = performance.now();
    htmlToText('<div '.repeat(200_000) + '<a onx'.repeat(200_000));
    htmlToText('<b>'.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('webLink', () => {
  it('keeps an absolute address as written and resolves a relative one', () => {
    expect(webLink('HTTP://Example.org')).toBe('HTTP://Example.org');
    expect(webLink('../b', 'https://example.org/a/c')).toBe('https://example.org/b');
  });

  it('encodes what could break out of an attribute or reads as a script', () => {
    expect(webLink('https://a.example/"onclick="x')).toBe('https://a.example/%22onclick=%22x');
    expect(webLink('https://a.example/?go=javascript:x')).toBe('https://a.example/?go=javascript%3Ax');
  });

  it('refuses scripts, data and what cannot be resolved', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '', 'relative']) {
      expect(webLink(href)).toBeUndefined();
    }
  });
});
