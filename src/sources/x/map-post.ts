import { decodeXML } from 'entities';
import type { RawMention } from '../../domain/raw-mention.ts';
import { editHistoryOf, noteOf, referenceOf, type XPost, type XUser } from './answer.ts';
import { countsOf } from './counts.ts';
import { linksOf, postUrl } from './links.ts';
import { timeOfId } from './snowflake.ts';

/** What the rest of the answer tells of a post. */
export interface XContext {
  readonly users: ReadonlyMap<string, XUser>;
  readonly included: ReadonlyMap<string, XPost>;
  /** Id of any version of an edited post -> id of its first version. */
  readonly firstIds: ReadonlyMap<string, string>;
}

export const mapPost = (post: XPost, context: XContext): RawMention => {
  const nativeId = firstIdOf(post.id, context);
  const author = context.users.get(post.author_id ?? '');
  const repostOf = referenceOf(post, 'retweeted');
  return {
    kind: 'mention',
    nativeId,
    revision: Math.max(0, editHistoryOf(post).indexOf(post.id)),
    text: textOf(post, context.included.get(repostOf ?? '')),
    url: postUrl(nativeId),
    links: linksOf(post, (id) => firstIdOf(id, context)),
    hasImage: (post.attachments?.media_keys?.length ?? 0) > 0,
    counts: countsOf(post, author),
    ...optional('author', post.author_id),
    ...optional('authorHandle', author?.username?.toLowerCase()),
    ...optional('thread', mapped(post.conversation_id, context)),
    ...optional('parent', mapped(referenceOf(post, 'replied_to'), context)),
    ...optional('repostOf', mapped(repostOf, context)),
    ...optional('language', languageOf(post)),
    ...optional('publishedAt', timeOf(post)),
  };
};

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

const firstIdOf = (id: string, context: XContext): string => context.firstIds.get(id) ?? id;

const mapped = (id: string | undefined, context: XContext): string | undefined =>
  id === undefined ? undefined : firstIdOf(id, context);

/**
 * `text` ends at 280 characters and a repost's at 140: the note and the original hold the rest. X escapes `&`, `<` and
 * `>` and nothing else, so a strict decoder reads back what was written.
 */
const textOf = (post: XPost, original: XPost | undefined): string => {
  const whole = original ?? post;
  return decodeXML(noteOf(whole)?.text ?? whole.text);
};

/** `und`, `zxx`, `qst` and the like say that X could not tell the language. */
const languageOf = ({ lang }: XPost): string | undefined =>
  lang === undefined || /^(und|zxx|art|q[a-t][a-z])$/.test(lang) ? undefined : lang;

const timeOf = (post: XPost): string | undefined => {
  const told = new Date(post.created_at ?? Number.NaN);
  const at = Number.isNaN(told.getTime()) ? timeOfId(post.id) : told;
  return at?.toISOString();
};
