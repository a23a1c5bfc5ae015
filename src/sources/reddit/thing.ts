import { z } from 'zod';

/** Everything but the name may be absent or of another type than described; then it counts as absent, and never throws. */
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = maybe(z.string());

/** A comment (`t1_`) or a post (`t3_`). */
export const redditThing = z.object({
  name: z.string().regex(/^t[13]_[0-9a-z]{1,16}$/),
  title: text,
  selftext: text,
  selftext_html: text,
  body: text,
  body_html: text,
  author: text,
  author_fullname: text,
  created_utc: maybe(z.coerce.number().positive()),
  /** false, or when: unix seconds. */
  edited: maybe(z.union([z.boolean(), z.number()])),
  link_id: text,
  parent_id: text,
  url: text,
  is_self: maybe(z.boolean()),
  is_video: maybe(z.boolean()),
  is_gallery: maybe(z.boolean()),
  post_hint: text,
  media_metadata: z.unknown().optional(),
  removed_by_category: text,
  crosspost_parent: text,
  crosspost_parent_list: maybe(z.array(z.object({ title: text }))),
  ups: maybe(z.number()),
  num_comments: maybe(z.number()),
});
export type RedditThing = z.infer<typeof redditThing>;

/** A thing somewhere in an answer, not looked at yet. */
export type FoundThing = Readonly<Record<string, unknown>>;

/**
 * Comments and posts of an answer, replies behind what they answer: Listings, lists of them, things alone, and what
 * `morechildren` gives. Everything else (accounts, communities, "more") holds no words.
 */
export const thingsIn = (value: unknown): readonly FoundThing[] => {
  const found: FoundThing[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const { thing, below } = open(waiting.pop());
    if (thing !== null) found.push(thing);
    for (const one of below.toReversed()) waiting.push(one);
  }
  return found;
};

/** Whether a "more" stands in the place of comments that the answer left out. */
export const hasHidden = (value: unknown): boolean => {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (isRecord(one) && one.kind === 'more') return true;
    waiting.push(...Object.values(one));
  }
  return false;
};

interface Opened {
  readonly thing: FoundThing | null;
  readonly below: readonly unknown[];
}

const nothing: Opened = { thing: null, below: [] };

const open = (value: unknown): Opened => {
  if (Array.isArray(value)) return { thing: null, below: value };
  if (!isRecord(value)) return nothing;
  const { kind, data, json } = value;
  if (isRecord(json) && isRecord(json.data)) return { thing: null, below: [json.data.things] };
  if (kind === 'Listing' && isRecord(data)) return { thing: null, below: [data.children] };
  if ((kind === 't1' || kind === 't3') && isRecord(data)) return openThing(named(data, kind));
  return isBare(value) ? openThing(value) : nothing;
};

/** A thing's data without its wrapping, as archives keep it. */
const isBare = ({ kind, name }: FoundThing): boolean =>
  kind === undefined && typeof name === 'string' && /^t[13]_/.test(name);

const openThing = (thing: FoundThing): Opened => ({ thing, below: [thing.replies] });

/** `name` is the kind and the id; some answers leave it out. */
const named = (data: FoundThing, kind: string): FoundThing =>
  typeof data.name === 'string' || typeof data.id !== 'string'
    ? data
    : { ...data, name: `${kind}_${data.id}` };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
