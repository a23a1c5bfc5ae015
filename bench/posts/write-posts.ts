import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generatePosts, type PostOptions } from './generate-posts.ts';

/** Writes generated posts as NDJSON, in pieces that keep a million of them out of memory. */
export const writePosts = async (path: string, options: PostOptions): Promise<void> => {
  await pipeline(Readable.from(pieces(options)), createWriteStream(path));
};

function* pieces(options: PostOptions): Generator<string> {
  let lines: string[] = [];
  for (const post of generatePosts(options)) {
    lines.push(`${JSON.stringify(post)}\n`);
    if (lines.length < 1_000) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}
