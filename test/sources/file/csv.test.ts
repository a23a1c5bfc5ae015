import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { createRecordSplitter } from '../../../src/sources/file/csv/csv-records.ts';
import type { FileMap } from '../../../src/sources/file.ts';
import { createFolder, gather, readAll, readPages, sampleHash, texts } from './file-samples.ts';

const folder = createFolder();
const mapped = (fields: FileMap['fields'], more: Partial<FileMap> = {}): FileMap => ({
  fields,
  time: { zone: 'UTC' },
  writtenIn: 'columns.yaml',
  ...more,
});

describe('CSV records', () => {
  it('become mentions by a mapping', async () => {
    const path = folder.write(
      'export.csv',
      [
        'Post ID;Full Text;Date;Author ID;Followers;Verified;Likes;Mood',
        '77;"The Nordbahn train; late ""again""";03.11.2026 10:15;u1;"12.345";ja;7;bad',
        '78;Nordbahn lost my bag;2026-11-03;;;;;',
      ].join('\r\n'),
    );
    const map = mapped(
      {
        text: 'Full Text',
        id: 'post id',
        author: 'Author ID',
        at: 'Date',
        followers: 'Followers',
        verified: 'Verified',
        likes: 'Likes',
      },
      { time: { zone: 'Europe/Berlin' } },
    );
    const { mentions, ignored } = await readAll({ path, map });
    expect(mentions).toEqual([
      {
        kind: 'mention',
        nativeId: '77',
        author: 'u1',
        text: 'The Nordbahn train; late "again"',
        publishedAt: '2026-11-03T09:15:00.000Z',
        counts: { followers: 12345, verified: true, likes: 7 },
      },
      {
        kind: 'mention',
        nativeId: '78',
        text: 'Nordbahn lost my bag',
        publishedAt: '2026-11-02T23:00:00.000Z',
      },
    ]);
    expect(ignored).toEqual({ Mood: 1 });
  });

  it('are read by our own names without one', async () => {
    const path = folder.write('ours.csv', 'Text,author,views\nhello,a1,5\n');
    const { mentions } = await readAll({ path });
    expect(mentions).toEqual([
      { kind: 'mention', nativeId: `${sampleHash}-2`, author: 'a1', text: 'hello', counts: { views: 5 } },
    ]);
  });

  it('need the column that the mapping names', async () => {
    const path = folder.write('absent.csv', 'Body,When\na,b\n');
    await expect(readAll({ path, map: mapped({ text: 'Full Text' }) })).rejects.toThrow(
      `${path} has no column "Full Text", which columns.yaml names for "text"; its columns are "Body", "When"`,
    );
    const misspelt = mapped({ text: ['Bdy', 'Full Text'], at: 'Whan', author: 'Who' });
    await expect(readAll({ path, map: misspelt })).rejects.toThrow(
      `${path} lacks "Bdy", "Full Text" for "text", "Who" for "author", "Whan" for "at", which columns.yaml names; its columns are "Body", "When"; did you mean "Body", "When"?`,
    );
    await expect(readAll({ path })).rejects.toThrow(
      `${path} has no column "text"; its columns are "Body", "When": say which one holds the words with a mapping`,
    );
  });

  it.each([
    ['comma', 'text,id\na b,1\n'],
    ['semicolon', 'text;id\n"a b";1\n'],
    ['tab', 'text\tid\na b\t1\n'],
    ['pipe', 'text|id\na b|1\n'],
    ['quoted names', '"text";"id, or, so"\na b;1'],
    ['a line that says it', 'sep=;\r\ntext;id,x,y\r\na b;1\r\n'],
    ['a mark at the beginning', '\ufefftext,id\na b,1\n'],
    ['blank lines first', '\n\r\ntext,id\na b,1\n'],
    ['old line ends', 'text,id\ra b,1\r'],
    ['one column', 'text\na b\n'],
    ['a name over two lines', 'text;"id\nof it"\na b;1\n'],
  ])('are found behind %s', async (name, content) => {
    const path = folder.write(`${name}.csv`, content);
    const reading = await readAll({ path });
    expect(texts(reading)).toEqual(['a b']);
    expect(reading.rejected).toEqual([]);
  });

  it('of European spreadsheets are read in their character set', async () => {
    const words = 'text;id\nDie Züge fahren für 9 € nicht – „müde“;1\n';
    for (const set of ['windows-1252', 'utf16le', 'utf16be']) {
      const path = folder.write(`${set}.csv`, iconv.encode(words, set, { addBOM: set !== 'windows-1252' }));
      expect(texts(await readAll({ path }))).toEqual(['Die Züge fahren für 9 € nicht – „müde“']);
    }
    const latin = folder.write('named.csv', iconv.encode(words, 'cp850'));
    const map = mapped({ text: 'text' }, { encoding: 'cp850' });
    expect(texts(await readAll({ path: latin, map }))[0]).toContain('Züge');
    await expect(readAll({ path: latin, map: { ...map, encoding: 'klingon' } })).rejects.toThrow(
      '"klingon" is not known',
    );
  });

  it('are numbered by the line on which they begin', async () => {
    const path = folder.write('lines.csv', 'text,at\n"one\ntwo\n\nthree",\n\nnext,never\n"x\r\ny",\n');
    const reading = await readAll({ path });
    expect(texts(reading)).toEqual(['one\ntwo\n\nthree', 'x\r\ny']);
    expect(reading.mentions.map((mention) => mention.nativeId)).toEqual([
      `${sampleHash}-2`,
      `${sampleHash}-8`,
    ]);
    expect(reading.rejected[0]?.at).toBe('line 7');
  });

  it('with a quotation mark that is never closed cost their own line only', async () => {
    const path = folder.write('open.csv', 'text,id\nfirst,1\n"lost,2\nnext,3\nlast,4\n');
    const reading = await readAll({ path });
    expect(texts(reading)).toEqual(['first', 'next', 'last']);
    expect(reading.rejected).toEqual([
      { at: 'line 3', reason: 'opens a quotation mark that is not closed within 1 MB' },
    ]);
  });

  it('of more than 1 MB are refused as one', async () => {
    const big = 'z'.repeat(3_000_000);
    const path = folder.write('big.csv', `text,id\nfirst,1\n${big},2\n"${big}",3\nlast,4\n"${big}`);
    const reading = await readAll({ path });
    expect(texts(reading)).toEqual(['first', 'last']);
    expect(reading.rejected.map(({ at }) => at)).toEqual(['line 3', 'line 4', 'line 6']);
  });

  it('with stray quotation marks, too few or too many cells are read or refused by themselves', async () => {
    const path = folder.write('loose.csv', 'text,id,url\na 5" pipe,1\n"b" c,2,\nd, e, f,3,4\n,,\n;g\n');
    const reading = await readAll({ path });
    expect(texts(reading)).toEqual(['a 5" pipe', '"b" c', ';g']);
    expect(reading.rejected).toEqual([
      {
        at: 'line 4',
        reason:
          'has 5 cells, and the file has 3 columns; put quotation marks around text that holds a delimiter',
      },
    ]);
  });
});

describe('a walk over CSV', () => {
  const rows = Array.from({ length: 17 }, (_, i) =>
    i % 4 === 1 ? '"never' : `"Zug ${i}\nzu spät, ""wieder""",${i}`,
  );
  const content = `\ufefftext,id\r\n${rows.filter((row) => row !== '"never').join('\r\n')}\n\nlast,9\n"open,1\nend,2`;

  it.each([
    ['plain', Buffer.from(content)],
    ['packed', gzipSync(content)],
    ['Western', iconv.encode(content.slice(1), 'windows-1252')],
  ])('resumes at every page of a %s file', async (name, bytes) => {
    const path = folder.write(`resume ${name}.csv`, bytes);
    const whole = await readAll({ path });
    expect(whole.mentions.length).toBeGreaterThan(10);
    expect(whole.rejected).toHaveLength(1);
    for (const pageSize of [1, 3]) {
      const pages = await readPages({ path, pageSize });
      for (const [index, { cursor }] of pages.entries()) {
        const rest = await readAll({ path, pageSize }, JSON.parse(JSON.stringify(cursor)));
        const before = gather(pages.slice(0, index + 1));
        expect([...before.mentions, ...rest.mentions]).toEqual(whole.mentions);
        expect([...before.rejected, ...rest.rejected]).toEqual(whole.rejected);
      }
    }
  });

  it('finds the same records however the bytes arrive', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'ü', ' '), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(9), { maxLength: 40 }),
        (cells, cuts) => {
          const bytes = Buffer.from(cells.map((text) => `"${text.replaceAll('"', '""')}",x`).join('\n'));
          const read = (parts: readonly Buffer[]): unknown[] => {
            const splitter = createRecordSplitter({ byte: 0, line: 0 }, { delimiter: ',', newline: '\n' });
            const found = [...parts.flatMap((part) => [...splitter.feed(part)]), ...splitter.end()];
            return found.map((record) => ({ ...record, bytes: record.bytes.toString() }));
          };
          const whole = read([bytes]);
          expect(whole).toHaveLength(cells.length);
          expect(read(cutAt(bytes, cuts))).toEqual(whole);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives back what was written, whatever it was', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\n', '\r\n', 'ab', 'ü', '🚆', ' ', '\t'),
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async (cells) => {
        const rows = cells.map((text, i) => `"x${text.replaceAll('"', '""')}",${i}`);
        const path = folder.write('any.csv', `text,id\n${rows.join('\n')}\n`);
        const reading = await readAll({ path });
        expect(texts(reading)).toEqual(cells.map((text) => `x${text}`));
      }),
      { numRuns: 100 },
    );
  });
});

const cutAt = (bytes: Buffer, sizes: readonly number[]): Buffer[] => {
  const parts: Buffer[] = [];
  let from = 0;
  for (const size of sizes) {
    parts.push(bytes.subarray(from, from + size));
    from += size;
  }
  return [...parts, bytes.subarray(from)];
};
