import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { packageRoot } from '../../../src/lib/package-root.ts';
import { loadFileMap } from '../../../src/sources/file.ts';
import { createFolder, readAll } from './file-samples.ts';

const folder = createFolder();
const maps = join(packageRoot, 'config', 'exports');
const read = async (tool: string, name: string, content: string | Buffer) =>
  readAll({ path: folder.write(name, content), map: await loadFileMap(join(maps, `${tool}.yaml`)) });

const words = 'Voltara, my meter is broken; nobody "answers"';

/** Columns as the tools name them (facts/sources.md 9: they vary), with words of our own. */
describe('the mapping for exports of', () => {
  it('every tool that is named reads without a fault', async () => {
    const tools = readdirSync(maps).map((file) => file.replace('.yaml', ''));
    expect(tools.sort()).toEqual(['brandwatch', 'meltwater', 'sprout', 'talkwalker']);
    for (const tool of tools) expect((await loadFileMap(join(maps, `${tool}.yaml`))).fields).not.toBeNull();
  });

  it('Brandwatch skips the preface, and takes the whole text before the snippet', async () => {
    const columns =
      'Query Name,Date,Title,Snippet,Url,Author,Full Text,Resource Id,Thread Id,Language,Twitter Followers,Impact';
    const rows = [
      `Voltara,2026-11-03 10:15:00.0,"Voltara, my meter is br...",my meter,http://x.com/i/status/1,jo,"${words.replaceAll('"', '""')}",r1,t1,en,"1,234",7.5`,
      'Voltara,2026-11-03 11:00:00.0,Meter trouble,only a snippet,https://blog.example/2,kim,,r2,,en,,1',
    ];
    const preface = [
      'Report:,Bulk Mentions Download',
      'Brand:,Voltara',
      'From:,Sun Nov 01',
      'To:,Sat Nov 07',
      'Label:,',
      '',
    ];
    const { mentions, rejected, ignored } = await read(
      'brandwatch',
      'bw.csv',
      [...preface, columns, ...rows].join('\n'),
    );
    expect(rejected).toEqual([]);
    expect(mentions).toMatchObject([
      {
        nativeId: 'r1',
        text: words,
        author: 'jo',
        thread: 't1',
        url: 'http://x.com/i/status/1',
        language: 'en',
        publishedAt: '2026-11-03T10:15:00.000Z',
        counts: { followers: 1234 },
      },
      { nativeId: 'r2', text: 'Meter trouble\n\nonly a snippet', publishedAt: '2026-11-03T11:00:00.000Z' },
    ]);
    expect(ignored).toMatchObject({ 'Query Name': 2, Impact: 2 });
  });

  it('Brandwatch reads NDJSON of its API too', async () => {
    const line = {
      resourceId: 'r9',
      fullText: words,
      author: 'jo',
      date: '2026-11-03T10:15:00.000+0000',
      twitterFollowers: 12,
    };
    const { mentions } = await read('brandwatch', 'bw.ndjson', JSON.stringify(line));
    expect(mentions).toMatchObject([
      { nativeId: 'r9', text: words, publishedAt: '2026-11-03T10:15:00.000Z', counts: { followers: 12 } },
    ]);
  });

  it('Talkwalker reads dotted names as columns and as paths', async () => {
    const csv = [
      'published;title;content;url;lang;extra_author_attributes.name;article_extended_attributes.num_comments;reach',
      `2026-11-03 10:15:00;;"${words.replaceAll('"', '""')}";https://forum.example/1;en;jo;3;987654`,
    ].join('\n');
    const line = {
      published: Date.UTC(2026, 10, 3, 10, 15),
      title: 'Meter',
      content: words,
      url: 'https://forum.example/1',
      external_id: 'e1',
      extra_author_attributes: { id: 'ex:forum.example-7', name: 'jo' },
      article_extended_attributes: { num_comments: 3 },
      reach: 987_654,
    };
    const fromCsv = await read('talkwalker', 'tw.csv', csv);
    expect(fromCsv.mentions).toMatchObject([
      {
        nativeId: 'https://forum.example/1',
        text: words,
        author: 'jo',
        publishedAt: '2026-11-03T10:15:00.000Z',
        counts: { replies: 3 },
      },
    ]);
    const fromJson = await read('talkwalker', 'tw.ndjson', JSON.stringify(line));
    expect(fromJson.mentions).toMatchObject([
      {
        nativeId: 'e1',
        text: `Meter\n\n${words}`,
        author: 'ex:forum.example-7',
        publishedAt: '2026-11-03T10:15:00.000Z',
        counts: { replies: 3 },
      },
    ]);
    expect(fromJson.ignored).toEqual({ reach: 1 });
    expect(JSON.stringify([fromCsv.mentions, fromJson.mentions])).not.toContain('987');
  });

  it.each([
    ['03-Nov-2026 10:15AM', ''],
    ['2026-11-03', '10:15:00'],
    ['2026-11-03', '10:15 AM'],
    ['Nov 3, 2026', '10:15 AM'],
  ])('Meltwater reads UTF-16 with tabs, and its day %s with time "%s"', async (day, time) => {
    const tabbed = [
      'Date\tTime\tDocument ID\tURL\tAuthor Handle\tOpening Text\tHit Sentence\tLanguage\tReach\tLikes',
      `${day}\t${time}\td1\thttps://x.com/i/status/1\t@jo\t\t${words}\tEnglish\t5000\t2`,
    ].join('\r\n');
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(tabbed, 'utf-16le')]);
    const { mentions, rejected } = await read(
      'meltwater',
      `mw-${day}-${time}.csv`.replace(/[^\w.-]/g, ''),
      bytes,
    );
    expect(rejected).toEqual([]);
    expect(mentions).toMatchObject([
      {
        nativeId: 'd1',
        text: words,
        author: '@jo',
        language: 'en',
        publishedAt: '2026-11-03T10:15:00.000Z',
        counts: { likes: 2 },
      },
    ]);
  });

  it('Sprout reads its CSV and NDJSON of its API', async () => {
    const csv = [
      'Timestamp (UTC),Network,Message,Permalink,Sender Screen Name,Sender Followers Count',
      `2026-11-03 10:15:00,X,"${words.replaceAll('"', '""')}",https://x.com/i/status/1,jo,12`,
    ].join('\n');
    expect((await read('sprout', 'sp.csv', csv)).mentions).toMatchObject([
      { nativeId: 'https://x.com/i/status/1', text: words, author: 'jo', counts: { followers: 12 } },
    ]);
    const line = {
      guid: 'g1',
      text: words,
      created_time: '2026-11-03T10:15:00Z',
      from: { guid: 'a1', screen_name: 'jo' },
      perma_link: 'https://x.com/i/status/1',
    };
    expect((await read('sprout', 'sp.ndjson', JSON.stringify(line))).mentions).toMatchObject([
      { nativeId: 'g1', author: 'a1', publishedAt: '2026-11-03T10:15:00.000Z' },
    ]);
  });
});

describe('a mapping with several names for a field', () => {
  it('needs one column for the words, and says which the file has', async () => {
    await expect(read('meltwater', 'none.csv', 'A,B\n1,2\n')).rejects.toThrow(
      /has none of the columns "Opening Text", "Hit Sentence", which .*meltwater.yaml names for "text"; its columns are "A", "B"$/,
    );
  });

  it('keeps a name that stands alone a promise', async () => {
    const map = await loadFileMap(folder.write('strict.yaml', 'text: [A, B]\nid: Number\n'));
    await expect(readAll({ path: folder.write('strict.csv', 'A,B\n1,2\n'), map })).rejects.toThrow(
      'has no column "Number"',
    );
  });
});
