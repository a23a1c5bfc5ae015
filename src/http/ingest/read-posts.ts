import { createHash } from 'node:crypto';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { createKeyCounter } from '../../sources/file/page.ts';
import { toEvent } from '../../sources/file/to-event.ts';

export interface ReadPosts {
  readonly events: readonly RawEvent[];
  /** Keys that Evenhand does not know, and how often they stood there. */
  readonly ignored: Readonly<Record<string, number>>;
}

/** All of a request or nothing: a bad line is named and none is taken. */
export const readPosts = (body: Buffer, contentType: string): ReadPosts | string => {
  if (body.length === 0) return noPost;
  const values = contentType.includes('ndjson') ? readLines(body) : readJson(body);
  if (typeof values === 'string') return values;
  if (values.length === 0) return noPost;
  const ignored = createKeyCounter();
  const events: RawEvent[] = [];
  for (const [place, value] of values) {
    const event = readPost(value, ignored.add);
    if (typeof event === 'string') return `${place}: ${event}`;
    events.push(event);
  }
  return { events, ignored: ignored.take() };
};

const noPost = 'the body holds no post';

/** A value of the body and where it stands, for people. */
type Placed = readonly [place: string, value: unknown];

/** A post without an id is named for its content, so that a request which is sent twice is one. */
const readPost = (value: unknown, ignore: (key: string) => void): RawEvent | string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an object';
  const hasId = 'id' in value;
  const hash = hasId ? '' : createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
  return toEvent(value as Readonly<Record<string, unknown>>, 0, { hash, time: { zone: 'UTC' }, ignore });
};

const readJson = (body: Buffer): Placed[] | string => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (!Array.isArray(value)) return [['the post', value]];
    return value.map((one: unknown, index): Placed => [`post ${index + 1}`, one]);
  } catch {
    return 'the body is not JSON; send one post, an array of posts, or NDJSON as application/x-ndjson';
  }
};

const readLines = (body: Buffer): Placed[] | string => {
  const values: Placed[] = [];
  for (const [index, line] of body.toString('utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      values.push([`line ${index + 1}`, JSON.parse(line)]);
    } catch {
      return `line ${index + 1} is not JSON`;
    }
  }
  return values;
};
