import type { RawDeletion, RawEvent } from '../../domain/raw-mention.ts';
import { type LineContext, type LineValues, nameOf, toMention } from './to-mention.ts';

const ourKeys = new Set(
  'text id author at thread parent url lang image audience revision deleted'.split(' '),
);

/** An object of our own format: a post, or `deleted` with the id of a post or the author of all of them. */
export const toEvent = (
  value: Readonly<Record<string, unknown>>,
  line: number,
  context: LineContext,
): RawEvent | string => {
  for (const key in value) if (!ourKeys.has(key)) context.ignore(key);
  const { deleted, revision } = value;
  if (deleted === true) return toDeletion(value);
  if (deleted !== undefined && deleted !== null && deleted !== false)
    return '"deleted" is neither true nor false';
  const mention = toMention(value, line, context);
  if (typeof mention === 'string' || revision === undefined || revision === null) return mention;
  return isRevision(revision)
    ? { ...mention, revision }
    : '"revision" is not a whole number from 0 to 2,147,483,647';
};

const isRevision = (told: unknown): told is number =>
  Number.isSafeInteger(told) && (told as number) >= 0 && (told as number) <= 2_147_483_647;

const toDeletion = ({ id, author }: LineValues): RawDeletion | string => {
  const nativeId = nameOf(id) ?? '';
  if (nativeId !== '') return { kind: 'deletion', nativeId };
  const gone = nameOf(author) ?? '';
  return gone === ''
    ? '"deleted" needs the "id" of a post, or the "author" whose posts are gone'
    : { kind: 'deletion', author: gone };
};
