import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createFolder, gather, readAll, readPages, sampleHash, texts } from './file-samples.ts';

const folder = createFolder();
const lines = (...values: unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

describe('NDJSON lines', () => {
  it('become mentions with everything that they tell', async () => {
    const path = folder.write(
      'whole.ndjson',
      lines({
        text: 'The Nordbahn app lost my ticket, see https://forum.example/t/7.',
        id: 'p-1',
        author: 4711,
        at: '2026-11-19T08:15:00+01:00',
        thread: 't-1',
        parent: 'p-0',
        url: 'https://forum.example/t/7#2',
        lang: 'en',
        audience: { followers: 12, verified: false, likes: 3, reposts: 0, replies: 1, views: 90 },
      }),
    );
    const { mentions, rejected, ignored } = await readAll({ path });
    expect(mentions).toEqual([
      {
        kind: 'mention',
        nativeId: 'p-1',
        author: '4711',
        publishedAt: '2026-11-19T07:15:00.000Z',
        thread: 't-1',
        parent: 'p-0',
        url: 'https://forum.example/t/7#2',
        language: 'en',
        text: 'The Nordbahn app lost my ticket, see https://forum.example/t/7.',
        links: ['https://forum.example/t/7'],
        counts: { followers: 12, verified: false, likes: 3, reposts: 0, replies: 1, views: 90 },
      },
    ]);
    expect(rejected).toEqual([]);
    expect(ignored).toEqual({});
  });

  it('without an id are named by the file and the line, and have no author', async () => {
    const path = folder.write(
      'bare.ndjson',
      `\n${lines({ text: 'one' }, '', { text: 'two', id: null, author: '' })}\n`,
    );
    const { mentions } = await readAll({ path });
    expect(mentions).toEqual([
      { kind: 'mention', nativeId: `${sampleHash}-2`, text: 'one' },
      { kind: 'mention', nativeId: `${sampleHash}-4`, text: 'two' },
    ]);
  });

  it('that are broken are refused by number, and the reading goes on', async () => {
    const good = (n: number): unknown => ({ text: `post ${n}` });
    const path = folder.write(
      'seven.ndjson',
      lines(...[1, 2, 3, 4, 5, 6].map(good), '{"text": "cut', good(8)),
    );
    const reading = await readAll({ path });
    expect(texts(reading)).toEqual([1, 2, 3, 4, 5, 6, 8].map((n) => `post ${n}`));
    expect(reading.rejected).toEqual([{ at: 'line 7', reason: 'is not JSON' }]);
  });

  it.each([
    ['[1]', 'is not a JSON object'],
    ['"words"', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{"id":"1"}', '"text" is missing'],
    ['{"text":null}', '"text" is missing'],
    ['{"text":7}', '"text" is not a string'],
    ['{"text":"  "}', '"text" is empty'],
    ['{"text":"a","at":"yesterday"}', '"at" is not a time: "yesterday"; write it as 2026-11-03T10:15:00Z'],
    ['{"text":"a","at":{}}', '"at" is not a time: {}; write it as 2026-11-03T10:15:00Z'],
    [
      '{"text":"a","id":12345678901234567890}',
      '"id" is neither a string nor a whole number below 2^53; write it in quotes',
    ],
    [
      '{"text":"a","author":["b"]}',
      '"author" is neither a string nor a whole number below 2^53; write it in quotes',
    ],
    [JSON.stringify({ text: 'a', thread: 't'.repeat(513) }), '"thread" is longer than 512 characters'],
  ])('refuses %s', async (line, reason) => {
    const path = folder.write('refused.ndjson', lines(' ', line, { text: 'next' }));
    const reading = await readAll({ path });
    expect(reading.rejected).toEqual([{ at: 'line 2', reason }]);
    expect(texts(reading)).toEqual(['next']);
  });

  it('hand NUL and lone surrogates of the text to the door, and keep names whole', async () => {
    const path = folder.write('odd.ndjson', String.raw`{"text":"a\u0000b\ud800c","id":"i\u0000\ud800"}`);
    const { mentions } = await readAll({ path });
    expect(mentions[0]?.text).toBe('a\0b\ud800c');
    expect(mentions[0]?.nativeId).toBe('i\ufffd');
  });

  it('count unknown keys and keep none of them', async () => {
    const path = folder.write(
      'keys.ndjson',
      lines(
        { text: 'a', stars: 1, name: 'Ann Example' },
        { text: 'b', stars: 2, __proto__x: 1, audience: { fans: 3, likes: 1 } },
      ),
    );
    const { mentions, ignored } = await readAll({ path });
    expect(ignored).toEqual({ stars: 2, name: 1, __proto__x: 1, 'audience.fans': 1 });
    expect(JSON.stringify(mentions)).not.toMatch(/Ann|stars|fans/);
  });

  it('whose keys are data fill no memory', async () => {
    const path = folder.write(
      'many-keys.ndjson',
      lines({
        text: 'a',
        ...Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`customer-${i}`, i])),
      }),
    );
    const { ignored } = await readAll({ path });
    expect(Object.keys(ignored)).toHaveLength(101);
    expect(ignored['(other keys)']).toBe(300);
  });

  it('are heard whatever is said about their audience', async () => {
    const audiences = [
      'many',
      7,
      [],
      { followers: '12k' },
      { likes: -1 },
      { verified: 'yes' },
      { views: 1e300 },
    ];
    const path = folder.write(
      'audience.ndjson',
      lines(...audiences.map((audience) => ({ text: 'a', audience }))),
    );
    const { mentions, rejected, ignored } = await readAll({ path });
    expect(mentions).toHaveLength(audiences.length);
    expect(mentions.every((mention) => mention.counts === undefined)).toBe(true);
    expect(rejected).toEqual([]);
    expect(ignored).toEqual({
      audience: 3,
      'audience.followers': 1,
      'audience.likes': 1,
      'audience.verified': 1,
      'audience.views': 1,
    });
  });

  it('may be nested without end', async () => {
    const path = folder.write('deep.ndjson', lines('['.repeat(500_000), { text: 'next' }));
    const reading = await readAll({ path });
    expect(reading.rejected).toEqual([{ at: 'line 1', reason: 'is not JSON' }]);
    expect(texts(reading)).toEqual(['next']);
  });

  it('of 50 MB are refused as one, quickly', async () => {
    const path = join(folder.path, 'long.ndjson');
    const file = openSync(path, 'w');
    writeSync(file, '{"text":"first"}\n{"text":"');
    for (let i = 0; i < 50; i += 1) writeSync(file, 'x'.repeat(1_000_000));
    writeSync(file, '"}\n{"text":"last"}');
    closeSync(file);
    const begun = performance.now();
    const reading = await readAll({ path });
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(texts(reading)).toEqual(['first', 'last']);
    expect(reading.rejected).toEqual([{ at: 'line 2', reason: 'is longer than 1 MB' }]);
    expect(reading.mentions[1]?.nativeId).toBe(`${sampleHash}-3`);
  });

  it('are read by a mapping when the file has other keys', async () => {
    const path = folder.write(
      'mapped.ndjson',
      lines({ body: 'a', uid: 5, fans: 9, text: 'not this', toString: 1 }),
    );
    const map = {
      fields: { text: 'body', author: 'uid', followers: 'fans' },
      time: { zone: 'UTC' },
      writtenIn: null,
    };
    const { mentions, ignored } = await readAll({ path, map });
    expect(mentions).toEqual([
      { kind: 'mention', nativeId: `${sampleHash}-1`, text: 'a', author: '5', counts: { followers: 9 } },
    ]);
    expect(ignored).toEqual({ text: 1, toString: 1 });
  });
});

describe('a walk over NDJSON', () => {
  const many = Array.from({ length: 23 }, (_, i) =>
    i % 5 === 3 ? 'broken' : JSON.stringify({ text: `Grüße ${i} 🚆` }),
  );
  const content = `\ufeff${many.join('\r\n')}`;
  const utf16 = Buffer.from(content, 'utf16le');

  it.each([
    ['plain', Buffer.from(content)],
    ['packed', gzipSync(content)],
    ['UTF-16', utf16],
    ['packed UTF-16', gzipSync(utf16)],
  ])('resumes at every page of a %s file', async (name, bytes) => {
    const path = folder.write(`resume ${name}.jsonl`, bytes);
    const whole = await readAll({ path });
    expect(whole.mentions).toHaveLength(19);
    for (const pageSize of [1, 4, 23]) {
      const pages = await readPages({ path, pageSize });
      expect(gather(pages).mentions).toEqual(whole.mentions);
      for (const [index, { cursor }] of pages.entries()) {
        const stored = JSON.parse(JSON.stringify(cursor));
        const rest = await readAll({ path, pageSize }, stored);
        const before = gather(pages.slice(0, index + 1));
        expect([...before.mentions, ...rest.mentions]).toEqual(whole.mentions);
        expect([...before.rejected, ...rest.rejected]).toEqual(whole.rejected);
      }
    }
  });

  it('goes on with the lines that were added since', async () => {
    const path = folder.write('grows.ndjson', '{"text":"one"}\n');
    const first = await readAll({ path });
    expect(first.last?.isLast).toBe(true);
    const idle = await readAll({ path }, first.last?.cursor);
    expect(idle.mentions).toEqual([]);
    appendFileSync(path, '{"text":"two"}\n');
    const second = await readAll({ path }, idle.last?.cursor);
    expect(second.mentions.map((mention) => mention.nativeId)).toEqual([`${sampleHash}-2`]);
  });

  it('keeps pages of long lines small', async () => {
    const long = JSON.stringify({ text: 'y'.repeat(900_000) });
    const path = folder.write('wide.ndjson', lines(...Array.from({ length: 12 }, () => long)));
    const pages = await readPages({ path });
    expect(Math.max(...pages.map((page) => page.events.length))).toBeLessThanOrEqual(5);
    expect(gather(pages).mentions).toHaveLength(12);
  });
});
