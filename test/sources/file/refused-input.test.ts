import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../../src/lib/user-error.ts';
import { createFileSource, loadFileMap } from '../../../src/sources/file.ts';
import { SourceError } from '../../../src/sources/source.ts';
import { createFolder, fileDeps, readAll, sampleHash, texts } from './file-samples.ts';

const folder = createFolder();

const refusal = async (path: string): Promise<SourceError> => {
  const error = await readAll({ path }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SourceError)) throw new Error(`not refused by a source: ${String(error)}`);
  expect(error.cause).toBeInstanceOf(UserError);
  expect((error.cause as UserError).message).toBe(error.message);
  return error;
};

describe('a file that cannot be read', () => {
  it.each([
    ['missing', () => `${folder.path}/none.ndjson`, 'does not exist; check the name', 'transient'],
    ['a folder', () => folder.path, 'is a folder; name a file in it', 'permanent'],
    ['empty', () => folder.write('empty.ndjson', ''), 'is empty; there is nothing to read', 'transient'],
    ['no file', () => '/dev/null', 'is not a file; name a file, or - for standard input', 'permanent'],
    [
      'an array',
      () => folder.write('array.json', '[\n{"text":"a"}]'),
      'holds one JSON array; write one object per line, for example with jq -c ".[]"',
      'permanent',
    ],
    [
      'a spreadsheet',
      () => folder.write('sheet.csv', Buffer.from('PK\x03\x04\x14\0', 'latin1')),
      'is a spreadsheet or a zip archive; save the sheet as CSV, or unpack the archive first',
      'permanent',
    ],
    [
      'without columns',
      () => folder.write('blank.csv', '\n\n\n'),
      'has no line with the names of its columns; begin it with one',
      'permanent',
    ],
  ])('is refused in one sentence: %s', async (_, make, sentence, outcome) => {
    const path = make();
    const error = await refusal(path);
    expect(error.message).toBe(`${path} ${sentence}`);
    expect(error.outcome).toBe(outcome);
  });

  it('gives what stands before the place where it is damaged', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      JSON.stringify({ text: `post ${i} ${Math.sin(i)}` }),
    );
    const packed = gzipSync(lines.join('\n'));
    const path = folder.write('cut.ndjson.gz', packed.subarray(0, packed.length / 2));
    const source = createFileSource({ name: 'files', path, hash: sampleHash });
    const read: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const page of source.pages(null, fileDeps())) {
        expect(page.isLast).toBe(false);
        read.push(...page.events.map((event) => ('text' in event ? event.text : '')));
      }
    };
    await expect(walk()).rejects.toThrow(
      `${path} is damaged or cut off; what stands before that place was read`,
    );
    expect(read.length).toBeGreaterThan(5_000);
    expect(read).toEqual(lines.slice(0, read.length).map((line) => JSON.parse(line).text));
  });

  it('is said to have shrunk when it did', async () => {
    const path = folder.write('shrinks.ndjson', '{"text":"a"}\n{"text":"b"}\n');
    const { last } = await readAll({ path });
    folder.write('shrinks.ndjson', '{"text":"c"}\n');
    await expect(readAll({ path }, last?.cursor)).rejects.toThrow('is shorter than when it was read last');
  });

  it('is told apart by its first character when its name says nothing', async () => {
    expect(texts(await readAll({ path: folder.write('lines', ' {"text":"a"}') }))).toEqual(['a']);
    expect(texts(await readAll({ path: folder.write('table', 'id,text\n1,b') }))).toEqual(['b']);
    expect(texts(await readAll({ path: folder.write('odd.txt', 'text\n{c}'), format: 'csv' }))).toEqual([
      '{c}',
    ]);
  });
});

describe('a mapping', () => {
  it('is read from YAML or JSON', async () => {
    const yaml = folder.write(
      'map.yaml',
      'text: Full Text\nid: 7\ntimezone: Europe/Berlin\ndelimiter: tab\nat_format: d/M/yyyy\n',
    );
    expect(await loadFileMap(yaml)).toEqual({
      fields: { text: 'Full Text', id: '7' },
      time: { zone: 'Europe/Berlin', format: 'd/M/yyyy' },
      delimiter: '\t',
      writtenIn: yaml,
    });
    const json = folder.write('map.json', '{"text":"Body","followers":"Fans"}');
    expect(await loadFileMap(json)).toEqual({
      fields: { text: 'Body', followers: 'Fans' },
      time: { zone: 'UTC' },
      writtenIn: json,
    });
  });

  it.each([
    ['text: [a', 'is neither YAML nor JSON'],
    ['just words', 'must name our fields and your columns, for example text: "Full Text"'],
    ['id: Post ID', '"text" must be the name of the column with the words of a post'],
    ['{text: a, body: b}', 'has the unknown key "body"; it may hold text, id, author'],
    ['{text: a, autor: b}', '; did you mean "author"?'],
    ['{text: a, id: {b: c}}', '"id" must be the name of a column'],
    ['{text: a, timezone: Berlin}', '"timezone" must be a zone such as Europe/Berlin'],
    ['{text: a, delimiter: "::"}', '"delimiter" must be one character, or tab'],
  ])('that says %s is refused', async (written, sentence) => {
    const path = folder.write('bad.yaml', written);
    const error = await loadFileMap(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(`the mapping ${path}`);
    expect((error as UserError).message).toContain(sentence);
  });

  it('that is missing is refused', async () => {
    await expect(loadFileMap(`${folder.path}/none.yaml`)).rejects.toThrow('does not exist: check its name');
  });
});
