import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { hasObjected } from '../postgres/shown-text.ts';
import { completed, isDanger, type LabelVerdict } from './label.ts';
import { lockLabelled, type PostRef, type SeenPost } from './labelled-post.store.ts';

export interface LabelAsk {
  readonly post: PostRef;
  readonly verdict: LabelVerdict;
  readonly note: string | null;
  readonly actor: string;
  readonly now: Date;
}

/** Somebody who speaks in a post, by what the record knows of them: their words must not name them. */
export interface Speaker {
  readonly author: string | null;
  readonly url: string | null;
}

/** Hides what identifies a person, and the names of the speakers. */
export type MaskOf = (text: string, speakers: readonly Speaker[]) => string;

export type Labelled =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no_words' | 'no_parent'; readonly mentionId: string }
  | { readonly kind: 'own_account' | 'objected'; readonly mentionId: string; readonly brand: string }
  | {
      readonly kind: 'labelled';
      readonly labelId: string;
      readonly verdict: LabelVerdict;
      /** The label that it takes the place of. */
      readonly replaces: string | null;
      readonly post: SeenPost;
      /** Masked, as it is stored; null: danger, of which no words are taken. */
      readonly text: string | null;
      readonly parent: string | null;
    };

/**
 * Writes down what a person says of a post. The words are masked before they are stored, so that nothing has to be
 * masked when they leave, and none are taken of danger. The post, its case and its clocks stay as they are.
 */
export const labelPost = async (tx: Transaction, ask: LabelAsk, maskOf: MaskOf): Promise<Labelled> => {
  const post = await lockLabelled(tx, ask.post);
  if (post === null) return { kind: 'unknown' };
  const { mentionId, brand } = post;
  const refused = await refusalOf(tx, post);
  if (refused !== null) return refused;
  const verdict = completed(ask.verdict);
  const words = takeWords({ ...post, parent: await teachingParent(tx, post) }, verdict, maskOf);
  if (verdict.sameProblem === true && words.text !== null && words.parent === null)
    return { kind: 'no_parent', mentionId };
  const replaces = await endLabel(tx, sql`mention_id = ${mentionId}`, { ...ask, how: 'replaced' });
  const { label_id } = await tx
    .insertInto('desk.label')
    .values({
      mention_id: mentionId,
      parent_id: words.parent === null ? null : (post.parent?.mentionId ?? null),
      brand,
      at: ask.now,
      actor: ask.actor,
      verdict: JSON.stringify(verdict),
      note: ask.note === null ? null : maskOf(ask.note, speakersOf(post)),
      text: words.text,
      parent: words.parent,
    })
    .returning('label_id')
    .executeTakeFirstOrThrow();
  return { kind: 'labelled', labelId: label_id, verdict, replaces, post, ...words };
};

/** null: the post may be labelled. */
const refusalOf = async (
  tx: Transaction,
  { role, text, mentionId, brand }: SeenPost,
): Promise<Exclude<Labelled, { kind: 'labelled' }> | null> => {
  if (role !== 'customer') return { kind: 'own_account', mentionId, brand };
  if (text === null) return { kind: 'no_words', mentionId };
  return (await isObjected(tx, mentionId)) ? { kind: 'objected', mentionId, brand } : null;
};

/** An answer teaches without the words that it answers, where their author objected. */
const teachingParent = async (tx: Transaction, { parent }: SeenPost): Promise<SeenPost['parent']> =>
  parent !== null && (await isObjected(tx, parent.mentionId)) ? null : parent;

const isObjected = async (tx: Transaction, mentionId: string): Promise<boolean> => {
  const { rows } =
    await sql`select from desk.mention m where m.mention_id = ${mentionId} and ${hasObjected('m')}`.execute(
      tx,
    );
  return rows.length > 0;
};

interface Words {
  readonly text: string | null;
  readonly parent: string | null;
}

/**
 * The words that a label keeps: none of danger, and of what the post answers none that a brand said. Whoever calls
 * `labelPost` may mask them before, so that nobody waits for it: a long article takes half a second.
 */
export const takeWords = (post: SeenPost, verdict: LabelVerdict, maskOf: MaskOf): Words => {
  if (post.isDanger || isDanger(verdict) || post.text === null) return { text: null, parent: null };
  const { parent } = post;
  const mayKeep = parent !== null && parent.role === 'customer' && !parent.isDanger;
  const speakers = speakersOf(post);
  return {
    text: maskOf(post.text, speakers),
    parent: mayKeep && parent.text !== null ? maskOf(parent.text, speakers) : null,
  };
};

const speakersOf = (post: SeenPost): readonly Speaker[] =>
  post.parent === null ? [post] : [post, post.parent];

export type Undone =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'undone'; readonly mentionId: string }
  | { readonly kind: 'ended'; readonly how: 'replaced' | 'undone' };

/** Takes a label back: its words go, what was said stays as history. What it had replaced stays replaced. */
export const undoLabel = async (
  tx: Transaction,
  ask: { readonly labelId: string; readonly actor: string; readonly now: Date },
): Promise<Undone> => {
  const ended = await endLabel(tx, sql`label_id = ${ask.labelId}`, { ...ask, how: 'undone' });
  const row = await tx
    .selectFrom('desk.label')
    .select(['mention_id', 'ended_how'])
    .where('label_id', '=', ask.labelId)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'unknown' };
  return ended === null
    ? { kind: 'ended', how: row.ended_how ?? 'undone' }
    : { kind: 'undone', mentionId: row.mention_id };
};

/** The label in force that is meant, which is so no longer. */
const endLabel = async (
  tx: Transaction,
  isMeant: RawBuilder<unknown>,
  by: { readonly actor: string; readonly now: Date; readonly how: 'replaced' | 'undone' },
): Promise<string | null> => {
  const { rows } = await sql<{ label_id: string }>`
    update desk.label set ended_at = ${by.now}, ended_by = ${by.actor}, ended_how = ${by.how}, text = null, parent = null
    where ended_at is null and ${isMeant} returning label_id`.execute(tx);
  return rows[0]?.label_id ?? null;
};

/**
 * The labels that hold words of what is about to be erased, as `redactMentions` finds it: whoever erases is told
 * which lines of exported files hold them too. The words themselves go with those of the post.
 */
export const findLabelsOf = async (
  tx: Transaction,
  which: { source: string; nativeIds: readonly string[]; authors: readonly string[]; before: Date },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ label_id: string }>`
    select distinct l.label_id from desk.mention m
    join desk.label l on l.mention_id = m.mention_id or (l.parent_id = m.mention_id and l.parent is not null)
    where m.source = ${which.source} and m.erased_at is null
      and (m.native_id = any(${[...which.nativeIds]}::text[]) or (m.author = any(${[...which.authors]}::text[]) and m.received_at <= ${which.before}))
    order by l.label_id`.execute(tx);
  return rows.map(({ label_id }) => label_id);
};
