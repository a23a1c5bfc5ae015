import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlToText, plainText, webLink } from '../../src/sources/html-text.ts';

describe('htmlToText', () => {
  it('puts blocks on lines of their own and collapses spaces', () => {
    const { text } = htmlToText(
      '<h1>Parcel  lost</h1><p>First\n line.</p><ul><li>one</li><li>two</li></ul>end<br/>last',
    );
    expect(text).toBe('Parcel lost\n\nFirst line.\n\n- one\n- two\n\nend\nlast');
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

  it.each([
    ['<ol start="3"><li>three</li><li>four<ul><li>a</li></ul></li></ol>', '3. three\n4. four\n  - a'],
    ['a<br><br><br>b<br>c', 'a\n\nb\nc'],
    ['<div>a</div><div>b<div>c</div></div><p>d</p>e', 'a\nb\nc\n\nd\n\ne'],
    [
      '<table><tr><td>Date</td><td>1 May</td></tr><tr><td>Sum</td><td>&euro; 4</td></tr></table>',
      'Date 1 May\nSum € 4',
    ],
    ['x<pre>if a:\n    b &amp; c\n</pre>y', 'x\n\nif a:\n    b & c\n\ny'],
    ['<i>a</i>&nbsp;<b> b</b>c', 'a bc'],
    [
      '<p>So:</p><blockquote><p>They said<br>no.</p><blockquote>why</blockquote></blockquote>Bad.',
      'So:\n\n> They said\n> no.\n\n> > why\n\nBad.',
    ],
  ])('sets lists, breaks, tables and quotations in lines: %s', (html, text) => {
    expect(htmlToText(html).text).toBe(text);
  });

  it.each([
    ['<img class="emoji" alt="😡" src="e.png"> no', '😡 no', false],
    [
      'ok <img class="emoji only-emoji" alt=":slight_smile:" title=":slight_smile:">',
      'ok :slight_smile:',
      false,
    ],
    ['<img alt="👍🏽" src="t.svg">', '👍🏽', false],
    ['<img alt="the broken door" src="d.jpg">look', 'look', true],
    ['<img width="1" height="1" src="count.gif">text', 'text', false],
    ['<video controls><p>Your browser shows no films</p></video>film', 'film', true],
    ['<svg><title>icon</title></svg>a', 'a', false],
    ['<video hidden></video>a', 'a', false],
  ])(
    'reads an emoji image as its sign, and marks every other image as not read: %s',
    (html, text, hasImage) => {
      expect(htmlToText(html)).toMatchObject({ text, hasImage });
    },
  );

  it.each([
    'a<p hidden>x<span>y</span></p>b',
    'a<span style="color:red; display:none">x</span> b',
    'a<div style="visibility: hidden">x<p>y</p></div>b',
    'a<noscript>x</noscript><template>y</template><iframe>x</iframe> <object>y</object>b',
    '<head><title>x</title></head>a <!-- x --> b',
    'a <SCRIPT>if (x < y) "</p>"</SCRIPT> b',
  ])('leaves out what nobody sees: %s', (html) => {
    expect(htmlToText(html).text.replace(/\s+/g, ' ')).toBe('a b');
  });

  it.each([
    '<blockquote type="cite">they never answer</blockquote>I agree',
    '<div class="gmail_quote">they never answer</div>I agree',
    '<aside class="quote no-group" data-username="kim"><div class="title">kim:</div><blockquote><p>they never answer</p></blockquote></aside><p>I agree</p>',
    '<blockquote class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote"><div>kim said: <a href="/x">they</a></div></blockquote>I agree',
    '<aside class="onebox"><a href="https://shop.example">they never answer</a></aside>I agree',
  ])('does not put quoted words into the mouth of whoever quotes them: %s', (html) => {
    expect(htmlToText(html)).toEqual({ text: 'I agree', links: [], hasImage: false });
  });

  it('leaves a quotation out of a reply, unless the reply says nothing else', () => {
    const quoting = '<blockquote>they never answer</blockquote><p>same here</p>';
    expect(htmlToText(quoting, undefined, true).text).toBe('same here');
    expect(htmlToText(quoting).text).toBe('> they never answer\n\nsame here');
    const only = '<blockquote>they never answer</blockquote>';
    expect(htmlToText(only, undefined, true).text).toBe('> they never answer');
  });

  const word = fc.stringMatching(/^[a-zäß]{1,8}$/);
  const inline = fc.constantFrom('b', 'i', 'span', 'em', 'a', 'code');
  const block = fc.constantFrom('p', 'div', 'h2', 'section', 'td', 'li', 'dd', 'ul', 'ol', 'figure');
  const unseen = fc.constantFrom(
    ['<script>', '</script>'],
    ['<style>', '</style>'],
    ['<p hidden>', '</p>'],
    ['<div style="display:none"><p>', '</p></div>'],
    ['<!-- ', ' -->'],
  );
  /** HTML and the words that a person sees in it, in their order. */
  const { page } = fc.letrec<{ page: { html: string; words: readonly string[] } }>((tie) => ({
    page: fc.oneof(
      { maxDepth: 5 },
      word.map((text) => ({ html: `${text} `, words: [text] })),
      fc.tuple(unseen, word).map(([[open, close], text]) => ({ html: `${open}${text}${close}`, words: [] })),
      fc.constantFrom('<br>', '<hr/>', '<img src="x">', ' \n\t').map((html) => ({ html, words: [] })),
      fc.tuple(fc.oneof(inline, block), fc.array(tie('page'), { maxLength: 4 })).map(([name, parts]) => ({
        html: `<${name}>${parts.map(({ html }) => html).join('')}</${name}>`,
        words: parts.flatMap(({ words }) => words),
      })),
    ),
  }));

  it('keeps every word that is seen, in its order, and no other', () => {
    fc.assert(
      fc.property(page, ({ html, words }) => {
        const read = htmlToText(html).text.replace(/^\s*(?:-|\d+\.)(?= |$)/gm, '');
        expect(read.split(/\s+/).filter((one) => one !== '')).toEqual(words);
      }),
      { numRuns: 400 },
    );
  });

  it('is alike for upper and lower case, and within any number of boxes', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 1, max: 30 }), ({ html }, boxes) => {
        const { text } = htmlToText(html);
        const boxed = `${'<div>'.repeat(boxes)}${html}${'</div>'.repeat(boxes)}`;
        expect(htmlToText(boxed).text).toBe(text);
        expect(htmlToText(html.replace(/<\/?\w+/g, (tag) => tag.toUpperCase())).text).toBe(text);
      }),
    );
  });

  it('never throws, and ends no line with a blank nor leaves two lines empty, whatever comes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<p',
        '<pre>',
        '</pre>',
        '<ul><li>',
        '&lt;',
        '&#0;',
        '\n',
        '\r',
        '"',
        '<!',
        ']]>',
        '<a href=',
        '<blockquote>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (parts, isReply) => {
        const { text } = htmlToText(parts.join(''), 'https://a.example/', isReply);
        expect(text).not.toMatch(/[^\S\n]\n|\n{3}|^\s|\s$/);
      }),
      { numRuns: 500 },
    );
  });

  it('gives text back that was escaped', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z&;<>"'=/ 0-9#]{0,12}$/), { maxLength: 6 }), (parts) => {
        const written = parts.join(' ');
        const escaped = written.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
        expect(htmlToText(`<p>${escaped}</p>`).text).toBe(plainText(written));
      }),
    );
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
