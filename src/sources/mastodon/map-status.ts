import { createHash } from 'node:crypto';
import type { RawMention } from '../../domain/raw-mention.ts';
import { parseUrl } from '../../lib/parse-url.ts';
import { htmlToText, plainText } from '../html-text.ts';
import { countsOf } from './counts.ts';
import type { InnerStatus, MastodonStatus } from './status.ts';

/** What is known of a parent: each instance names a post by an id of its own, all of them by its `uri`. */
export interface Lineage {
  readonly uri: string;
  /** Undefined: nobody knows what began the thread. */
  readonly thread: string | undefined;
}

export type FindParent = (localId: string) => Lineage;

/** Why a status is not taken, or null. Only what its author showed to everybody is, and not whoever opted out. */
export const refusalOf = (status: MastodonStatus, found: 'timeline' | 'search'): string | null => {
  const all: readonly InnerStatus[] = status.reblog ? [status, status.reblog] : [status];
  if (all.some(({ visibility }) => visibility === 'private' || visibility === 'direct'))
    return 'is not public';
  if (all.some(({ account }) => account?.noindex === true))
    return 'is by an account that opted out (noindex)';
  if (found === 'search' && all.some(({ account }) => account?.indexable === false))
    return 'is by an account that does not want to be found by search (indexable)';
  return null;
};

export const mapStatus = (status: MastodonStatus, findParent: FindParent): RawMention => {
  const whole = status.reblog ?? status;
  const { text, links, hasImage } = wordsOf(whole, status);
  const parent = status.in_reply_to_id ? findParent(status.in_reply_to_id) : undefined;
  const publishedAt = timeOf(status.created_at);
  return {
    kind: 'mention',
    nativeId: status.uri,
    revision: revisionOf(status),
    text,
    links,
    hasImage,
    counts: countsOf(status),
    ...optional('author', authorOf(status)),
    ...optional('authorHandle', handleOf(status)),
    ...optional('thread', parent === undefined ? status.uri : parent.thread),
    ...optional('parent', parent?.uri),
    ...optional('repostOf', status.reblog?.uri),
    ...optional('language', status.language ?? undefined),
    ...optional('url', status.url ?? undefined),
    ...optional('publishedAt', publishedAt),
  };
};

const optional = <K extends string, V>(key: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  (value === undefined || value === null ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** The same account on every instance: its ActivityPub id; older instances tell its address only. */
const authorOf = ({ account }: MastodonStatus): string | undefined =>
  account?.uri ?? account?.url ?? account?.acct ?? undefined;

/** `name@host`: a name alone is one person's only on its own instance. */
const handleOf = ({ account }: MastodonStatus): string | undefined => {
  const acct = account?.acct?.toLowerCase();
  if (acct === undefined || acct.includes('@')) return acct;
  const home = parseUrl(account?.url ?? account?.uri ?? '');
  return home === null ? acct : `${acct}@${home.host}`;
};

const wordsOf = (
  whole: InnerStatus,
  status: MastodonStatus,
): { readonly text: string; readonly links: readonly string[]; readonly hasImage: boolean } => {
  const body = htmlToText(whole.content, whole.url ?? undefined, Boolean(status.in_reply_to_id));
  const warning = plainText(whole.spoiler_text ?? '');
  const named = new Set([...(whole.mentions ?? []), ...(whole.tags ?? [])].map(({ url }) => url));
  const quoted = status.quote?.quoted_status;
  const links = body.links.filter((link) => !named.has(link) && !isTag(link));
  return {
    text: [warning, body.text].filter((part) => part !== '').join('\n\n'),
    links: [...new Set([...links, ...(quoted ? [quoted.url ?? quoted.uri] : [])])],
    hasImage: (whole.media_attachments ?? []).some(({ type }) => type !== 'audio'),
  };
};

/** A tag of another instance is linked there, and listed with an address of ours. */
const isTag = (link: string): boolean => /^https?:\/\/[^/]+\/tags?\/[^/]+$/.test(link);

/** Beyond these the steps grow from a millisecond to a second, so that 30 years fit into the record's integer. */
const FINE_MS = 1_000_000_000;

/** 0, or how long after it was written the status was edited: grows with every edit, on every instance alike. */
export const revisionOf = ({ created_at, edited_at }: InnerStatus): number => {
  const editedMs = Date.parse(edited_at ?? '');
  if (Number.isNaN(editedMs)) return 0;
  const createdMs = Date.parse(created_at ?? '');
  const age = Math.max(1, editedMs - (Number.isNaN(createdMs) ? 0 : createdMs));
  return age <= FINE_MS ? age : FINE_MS + Math.min(Math.floor((age - FINE_MS) / 1000), FINE_MS);
};

const timeOf = (told: string | null | undefined): string | undefined => {
  const at = new Date(told ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** What a person reads of a status. */
export const wordsHash = (status: InnerStatus): string =>
  createHash('sha256')
    .update(`${status.spoiler_text ?? ''}\n${status.content}`)
    .digest('base64url')
    .slice(0, 8);
