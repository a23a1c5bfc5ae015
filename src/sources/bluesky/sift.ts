import type { RawDeletion } from '../../domain/raw-mention.ts';
import type { Sieve } from '../source.ts';
import { bytePattern, findBytes } from './find-bytes.ts';
import { POSTS, toRawEvent } from './map-event.ts';
import { readText, scanString } from './string-bytes.ts';
import { readEvent } from './wire.ts';

/** What of the messages since the last page may matter. Messages are bytes until it is known that one does. */
export interface Sifted {
  /** Messages that name a brand. */
  named: Buffer[];
  /** Messages that name none, by the thread that they answer in: the record knows whether it is listened to. */
  inThreads: { readonly thread: string; readonly bytes: Buffer }[];
  deletions: RawDeletion[];
  identities: { readonly did: string; readonly handle: string | null }[];
  /** Advice and errors of the host. */
  notices: { readonly isError: boolean; readonly name: string; readonly message: string }[];
  messages: number;
  posts: number;
  unreadable: number;
}

export const nothingSifted = (): Sifted => ({
  named: [],
  inThreads: [],
  deletions: [],
  identities: [],
  notices: [],
  messages: 0,
  posts: 0,
  unreadable: 0,
});

type Words = Pick<Sieve, 'isNamed' | 'mayName'>;

/**
 * Sorts one message. Of a whole network nearly every message is a new post that concerns nobody: its text is found in
 * the bytes and shown to the watch-list there, and no JSON is parsed. That is sound in every JSON, for inside a string
 * no unescaped quote stands, so `"text":"` can only be a key; whatever looks otherwise is parsed as a whole.
 */
export const sift = (bytes: Buffer, into: Sifted, words: Words): void => {
  into.messages += 1;
  const record = findBytes(bytes, RECORD, 0, bytes.length);
  // What stands before the record is the commit's own: a record might nest the same words.
  if (record === -1 || findBytes(bytes, CREATES, 0, record) === -1) siftParsed(bytes, into, words);
  else if (findBytes(bytes, OF_POSTS, 0, record) !== -1) siftPost(bytes, record, { into, words });
  // A like, a follow, a block: another collection, if it says one at all.
  else if (findBytes(bytes, OF_ANY, 0, record) === -1) siftParsed(bytes, into, words);
};

const RECORD = bytePattern('"record":');
const CREATES = bytePattern('"operation":"create"');
const OF_ANY = bytePattern('"collection":"');
const OF_POSTS = bytePattern(`"collection":"${POSTS}"`);
const TEXT = bytePattern('"text":"');
const REPLY = bytePattern('"reply":');
const ROOT = bytePattern('"root":{');
const URI = bytePattern('"uri":"');

const siftPost = (
  bytes: Buffer,
  record: number,
  { into, words }: { readonly into: Sifted; readonly words: Words },
): void => {
  const { length } = bytes;
  const text = findBytes(bytes, TEXT, record, length);
  const outcome = text === -1 ? UNSURE : lookAt(bytes, text, words);
  if (outcome === UNSURE) {
    siftParsed(bytes, into, words);
    return;
  }
  into.posts += 1;
  if (outcome === NAMED) {
    into.named.push(bytes);
    return;
  }
  const before = findBytes(bytes, REPLY, record, text);
  const reply = before === -1 ? findBytes(bytes, REPLY, outcome, length) : before;
  const thread =
    reply === -1 ? undefined : (threadAt(bytes, findBytes(bytes, ROOT, reply, length)) ?? threadOf(bytes));
  if (thread !== undefined) into.inThreads.push({ thread, bytes });
};

const NAMED = -1;
const UNSURE = -2;

/** Every text of the message, for a record may nest more than one. Where the first ends, when none names a brand. */
const lookAt = (bytes: Buffer, first: number, words: Words): number => {
  let firstEnd = UNSURE;
  for (let at = first; at !== -1; ) {
    const start = at + TEXT.signs.length;
    const { end, escapes } = scanString(bytes, start);
    if (end === -1) return UNSURE;
    if (escapes === 'coded' || words.mayName(bytes, start, end)) {
      const text = readText(bytes, start, end, escapes);
      if (text === null) return UNSURE;
      if (words.isNamed(text)) return NAMED;
    }
    if (firstEnd === UNSURE) firstEnd = end;
    at = findBytes(bytes, TEXT, end, bytes.length);
  }
  return firstEnd;
};

/** As every server writes it: an object of `cid` and `uri`. */
const threadAt = (bytes: Buffer, root: number): string | undefined => {
  if (root === -1) return undefined;
  const uri = findBytes(bytes, URI, root, bytes.length);
  const start = uri + URI.signs.length;
  const end = uri === -1 ? -1 : bytes.indexOf(QUOTE, start);
  if (end === -1 || bytes.indexOf(CLOSING, root) < end) return undefined;
  const thread = bytes.toString('utf8', start, end);
  return thread.includes('\\') ? undefined : thread;
};

const QUOTE = 0x22;
const CLOSING = 0x7d;

const threadOf = (bytes: Buffer): string | undefined => {
  const event = readEvent(bytes.toString('utf8'));
  const told = event === null ? null : toRawEvent(event);
  return told?.kind === 'mention' ? told.thread : undefined;
};

const siftParsed = (bytes: Buffer, into: Sifted, words: Words): void => {
  const event = readEvent(bytes.toString('utf8'));
  if (event === null) into.unreadable += 1;
  else if (event.kind === 'notice') into.notices.push(event);
  else if (event.kind === 'identity') into.identities.push(event);
  else {
    const told = toRawEvent(event);
    if (told?.kind === 'deletion') into.deletions.push(told);
    if (told?.kind !== 'mention') return;
    into.posts += 1;
    if (words.isNamed(told.text)) into.named.push(bytes);
    else if (told.thread !== undefined) into.inThreads.push({ thread: told.thread, bytes });
  }
};
