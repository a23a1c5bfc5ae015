import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { demoBrands } from '../../config/demo.ts';
import { classify } from '../../src/classify/classify.ts';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import { compileWatchList, match } from '../../src/ingest/watch-list.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import { UserError } from '../../src/lib/user-error.ts';
import {
  createDemoSource,
  createDemoSources,
  type DemoCursor,
  loadDemoPack,
} from '../../src/sources/demo.ts';
import type { Source, SourceDeps } from '../../src/sources/source.ts';

const packPath = join(packageRoot, 'config', 'demo');
const pack = loadDemoPack(packPath);
const expected: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(packageRoot, 'test', 'sources', 'demo.expected.json'), 'utf8'),
);
const start = Date.parse('2031-03-04T09:00:00.000Z');

const depsAt = (ms: number, signal = new AbortController().signal): SourceDeps => ({
  clock: { now: () => new Date(start + ms) },
  fetch: () => Promise.reject(new Error('the demo asks no network')),
  signal,
});

interface Walk {
  readonly mentions: readonly RawMention[];
  readonly cursor: DemoCursor | null;
}

const walk = async (
  source: Source<DemoCursor>,
  cursor: DemoCursor | null,
  deps: SourceDeps,
): Promise<Walk> => {
  const mentions: RawMention[] = [];
  let last = cursor;
  for await (const page of source.pages(cursor, deps)) {
    mentions.push(...page.events.filter((event) => event.kind === 'mention'));
    last = page.cursor;
  }
  return { mentions, cursor: last };
};

const fileWith = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'evenhand-demo-')), 'pack.ndjson');
  writeFileSync(file, text);
  return file;
};

const failureOf = (text: string): unknown => {
  try {
    loadDemoPack(fileWith(text));
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the demo source', () => {
  it('tells each post when it is due, dated as if it were written now', async () => {
    const source = createDemoSource('x', pack);
    const first = await walk(source, null, depsAt(0));
    expect(first).toEqual({ mentions: [], cursor: { startedAt: '2031-03-04T09:00:00.000Z', emitted: 0 } });
    const second = await walk(source, first.cursor, depsAt(1_000));
    expect(second.mentions.map((m) => m.nativeId)).toEqual(['s1-1', 'e-1', 'e-2']);
    expect(second.mentions[0]?.publishedAt).toBe('2031-03-04T09:00:00.400Z');
  });

  it('tells every post exactly once, however the walks fall', async () => {
    for (const source of createDemoSources(packPath)) {
      const told: string[] = [];
      let cursor: DemoCursor | null = null;
      for (let ms = 0; ms <= 45_700; ms += 700) {
        // A cursor comes back from the database as JSON.
        const page: Walk = await walk(source, JSON.parse(JSON.stringify(cursor)), depsAt(ms));
        told.push(...page.mentions.map((m) => m.nativeId));
        cursor = page.cursor;
      }
      const all = pack.filter((post) => post.source === source.name).map((post) => post.id);
      expect(told.toSorted()).toEqual(all.toSorted());
    }
  });

  it('goes on where it was when it is started again a day later', async () => {
    const before = await walk(createDemoSource('x', pack), null, depsAt(0));
    const half = await walk(createDemoSource('x', pack), before.cursor, depsAt(20_000));
    const later = await walk(createDemoSource('x', pack), half.cursor, depsAt(86_400_000));
    const ids = [...half.mentions, ...later.mentions].map((m) => m.nativeId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(pack.filter((post) => post.source === 'x').length);
    expect(later.mentions.every((m) => Date.parse(m.publishedAt ?? '') <= start + 45_000)).toBe(true);
  });

  it('asks again soon while posts are to come, and hardly at all afterwards', () => {
    const source = createDemoSource('forum', pack);
    const count = pack.filter((post) => post.source === 'forum').length;
    const cursor = { startedAt: new Date(start).toISOString(), emitted: count };
    expect(source.nextPollMs(null)).toBeLessThanOrEqual(500);
    expect(source.nextPollMs({ ...cursor, emitted: count - 1 })).toBeLessThanOrEqual(500);
    expect(source.nextPollMs(cursor)).toBeGreaterThan(3_600_000);
    expect(source.nextPollMs(cursor)).toBeLessThan(2 ** 31);
  });

  it('passes audience on as opaque counts and tells nothing of it elsewhere', async () => {
    const source = createDemoSource('x', pack);
    const { cursor } = await walk(source, null, depsAt(0));
    const [author] = (await walk(source, cursor, depsAt(500))).mentions;
    expect(author?.counts).toMatchObject({ followers: 12_000_000, verified: true });
    expect(JSON.stringify({ ...author, counts: null })).not.toContain('12000000');
  });

  it('tells nothing once it is asked to stop', async () => {
    const stop = new AbortController();
    stop.abort();
    const result = await walk(createDemoSource('x', pack), null, depsAt(9_000, stop.signal));
    expect(result).toEqual({ mentions: [], cursor: null });
  });

  it('names the file, the line and the key of what is wrong', () => {
    const good = '{"afterMs":1,"id":"a","source":"x","author":"u","text":"hi"}';
    const cases = {
      [`${good}\nno json`]: /pack\.ndjson, line 2 is not JSON/,
      [good.replace('"x"', '"fax"')]: /line 1: "source"/,
      [good.replace('"id"', '"followers":9,"id"')]: /line 1: .*followers/,
      [`${good}\n${good}`]: /two posts with the id "a"/,
    };
    for (const [text, message] of Object.entries(cases)) {
      const error = failureOf(text);
      expect(error).toBeInstanceOf(UserError);
      expect(String(error)).toMatch(message);
    }
    expect(() => loadDemoPack('/nowhere/pack.ndjson')).toThrow(UserError);
    expect(() => loadDemoPack(mkdtempSync(join(tmpdir(), 'evenhand-empty-')))).toThrow(/no \.ndjson file/);
  });
});

describe('the pack of sample posts', () => {
  const labelOf = (id: string): string => expected[id] ?? 'missing';
  const complaints = pack.filter((post) => labelOf(post.id).startsWith('complaint'));

  it('has at least 170 posts in 45 seconds, most of them no complaints', () => {
    expect(pack.length).toBeGreaterThanOrEqual(170);
    expect(Object.keys(expected).toSorted()).toEqual(pack.map((post) => post.id).toSorted());
    expect(Math.max(...pack.map((post) => post.afterMs))).toBeLessThanOrEqual(45_000);
    expect(complaints.length / pack.length).toBeLessThanOrEqual(0.4);
  });

  it('opens with a complaint within a second and brings a critical one within ten', () => {
    const firstOf = (label: string): number =>
      Math.min(...pack.filter((post) => labelOf(post.id).startsWith(label)).map((post) => post.afterMs));
    expect(firstOf('complaint')).toBeLessThan(1_000);
    expect(firstOf('complaint:critical')).toBeLessThan(10_000);
    for (const severity of ['low', 'medium', 'high', 'critical']) {
      expect(complaints.filter((post) => labelOf(post.id).endsWith(severity)).length).toBeGreaterThanOrEqual(
        5,
      );
    }
  });

  it('raises no alarm of danger but for the posts that tell of one', () => {
    const alarming = pack.filter(({ text }) => classify({ text, parentText: null }).danger !== null);
    expect(alarming.length).toBeGreaterThanOrEqual(4);
    expect(alarming.map(({ id }) => [id, labelOf(id)])).toEqual(
      alarming.map(({ id }) => [id, 'complaint:critical']),
    );
  });

  it('keeps nothing that is about something else of the same name', () => {
    const watchList = compileWatchList(demoBrands);
    const others = pack.filter(({ id }) => labelOf(id) === 'unmatched');
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ text }) => match(watchList, text).length > 0).map(({ id }) => id)).toEqual([]);
  });

  it('answers only what was written before, in the same place', () => {
    for (const post of pack.filter((each) => each.parent !== undefined)) {
      const parent = pack.find((each) => each.id === post.parent && each.source === post.source);
      expect(parent?.afterMs).toBeLessThan(post.afterMs);
    }
  });

  it('lets the famous author and those with twelve followers tell of the same trouble', () => {
    const story = complaints.filter((post) => post.thread === 's1-1');
    const followers = story.map((post) => post.audience?.followers);
    expect(followers.filter((count) => count === 12_000_000)).toHaveLength(1);
    expect(followers.filter((count) => count === 12).length).toBeGreaterThanOrEqual(12);
    expect(new Set(story.map((post) => labelOf(post.id)))).toEqual(new Set(['complaint:medium']));
    expect(new Set(story.map((post) => post.lang))).toEqual(new Set(['en', 'de']));
  });

  it('links only to addresses that can never belong to anybody', () => {
    const urls = pack.flatMap((post) => [post.url ?? '', ...(post.text.match(/https?:\/\/\S+/g) ?? [])]);
    for (const url of urls.filter((each) => each !== '')) expect(new URL(url).hostname).toMatch(/\.example$/);
    expect(pack.map((post) => post.text).join(' ')).not.toMatch(/@\S+\.(com|org|de|net)\b/);
  });
});
