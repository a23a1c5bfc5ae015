import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RawMention } from '../domain/raw-mention.ts';
import { UserError } from '../lib/user-error.ts';
import type { Source, SourcePage } from './source.ts';

/** One source for each place that the pack names, so that every part of it is told apart by its own name. */
export const createDemoSources = (path: string): readonly Source<DemoCursor>[] => {
  const posts = loadDemoPack(path);
  return demoSourceNames.map((name) => createDemoSource(name, posts));
};

/**
 * Plays a pack of posts as if they were written now: each becomes due `afterMs` after the first walk began. The start
 * is part of the cursor, so a second process goes on where the first one stopped.
 */
export const createDemoSource = (name: DemoSourceName, pack: readonly DemoPost[]): Source<DemoCursor> => {
  const posts = pack.filter((post) => post.source === name).sort((a, b) => a.afterMs - b.afterMs);
  const isPlayed = (cursor: DemoCursor | null): boolean => (cursor?.emitted ?? 0) >= posts.length;
  return {
    name,
    kind: 'demo',
    knowsSpread: name !== 'blog',
    freshnessTargetMs: 2 * dayMs,
    quietTargetMs: null,
    async *pages(cursor, deps) {
      if (deps.signal.aborted) return;
      yield nextPage(posts, cursor, deps.clock.now());
    },
    nextPollMs: (cursor) => (isPlayed(cursor) ? dayMs : pollMs),
  };
};

/** Reads a `.ndjson` file, or every one of a folder; what is wrong with a line is said with its number. */
export const loadDemoPack = (path: string): readonly DemoPost[] => {
  const posts = packFiles(path).flatMap(readPack);
  const keys = new Set<string>();
  for (const post of posts) {
    const key = JSON.stringify([post.source, post.id]);
    if (keys.has(key)) {
      throw new UserError(`${path} tells two posts with the id "${post.id}"; give one of them another id`);
    }
    keys.add(key);
  }
  return posts;
};

const nextPage = (
  posts: readonly DemoPost[],
  cursor: DemoCursor | null,
  now: Date,
): SourcePage<DemoCursor> => {
  const startedAt = cursor?.startedAt ?? now.toISOString();
  const emitted = cursor?.emitted ?? 0;
  const startMs = Date.parse(startedAt);
  const elapsedMs = now.getTime() - startMs;
  const due = posts.slice(emitted).filter((post) => post.afterMs <= elapsedMs);
  return {
    events: due.map((post) => toMention(post, startMs)),
    cursor: { startedAt, emitted: emitted + due.length },
    isLast: true,
  };
};

const toMention = (post: DemoPost, startMs: number): RawMention => ({
  kind: 'mention',
  nativeId: post.id,
  author: post.author,
  ...(post.handle === undefined ? {} : { authorHandle: post.handle }),
  thread: post.thread ?? post.id,
  ...(post.parent === undefined ? {} : { parent: post.parent }),
  ...(post.repostOf === undefined ? {} : { repostOf: post.repostOf }),
  text: post.text,
  ...(post.lang === undefined ? {} : { language: post.lang }),
  ...(post.url === undefined ? {} : { url: post.url }),
  links: post.text.match(/https?:\/\/[^\s]+/g) ?? [],
  publishedAt: new Date(startMs + post.afterMs).toISOString(),
  ...(post.audience === undefined ? {} : { counts: post.audience }),
});

const packFiles = (path: string): readonly string[] => {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.ndjson'));
    if (names.length > 0) return names.sort().map((name) => join(path, name));
  } catch (cause) {
    throw new UserError(
      `the sample posts at ${path} cannot be read; reinstall Evenhand or name another file`,
      {
        cause,
      },
    );
  }
  throw new UserError(`the folder ${path} holds no .ndjson file with sample posts; reinstall Evenhand`);
};

const readPack = (file: string): readonly DemoPost[] =>
  readText(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${file}, line ${index + 1}`)]));

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError(`the sample posts in ${file} cannot be read; check that the file is there`, {
      cause,
    });
  }
};

const parseLine = (line: string, at: string): DemoPost => {
  const parsed = demoPost.safeParse(parseJson(line, at));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const key = issue?.path.join('.') ?? '';
  throw new UserError(`${at}: ${key === '' ? '' : `"${key}": `}${issue?.message}; correct the line`);
};

const parseJson = (line: string, at: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UserError(`${at} is not JSON; every line must be one whole JSON object`, { cause });
  }
};

export const demoSourceNames = ['x', 'blog', 'forum', 'news-comments'] as const;
export type DemoSourceName = (typeof demoSourceNames)[number];

export interface DemoCursor {
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  /** Posts of this source already told, in the order of `afterMs`. */
  readonly emitted: number;
}

export type DemoPost = z.infer<typeof demoPost>;

const demoPost = z.strictObject({
  afterMs: z.int().min(0),
  id: z.string().min(1),
  source: z.enum(demoSourceNames),
  author: z.string().min(1),
  handle: z.string().optional(),
  thread: z.string().optional(),
  parent: z.string().optional(),
  repostOf: z.string().optional(),
  text: z.string().min(1),
  lang: z.string().optional(),
  url: z.url().optional(),
  /** Never looked into here: it travels sealed. */
  audience: z.record(z.string(), z.union([z.number(), z.boolean()])).optional(),
});

const pollMs = 300;
/** Nothing more to come; far below 2^31 ms, where timers overflow and fire at once. */
const dayMs = 86_400_000;
