import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import type { Rejection } from '../source.ts';
import { mapXResponse } from './map-response.ts';
import { costOf, type Grant, grantPage, sharesOf } from './money.ts';
import { bookGrant } from './read-page.ts';
import { createLineDecoder } from './stream-lines.ts';
import { ruleTag } from './stream-rules.ts';
import type { XWalking } from './walking.ts';

export interface Heard {
  readonly events: readonly RawMention[];
  readonly rejected: readonly Rejection[];
}

/** Bytes, or how the connection ended. */
export type Chunk = Uint8Array | 'over' | 'broken';

/** What came over one connection and is not told yet. */
export interface Ear {
  /** False: that was the end, or no money is left to listen. */
  take(chunk: Chunk): Promise<boolean>;
  hasPosts(): boolean;
  heard(): Heard;
  /** Why the connection ended; null: we left it. */
  end(): string | null;
  /** Gives back the money that was taken and not used. */
  settle(): Promise<void>;
}

/** Money is taken for so many posts at a time. */
const POSTS_AT_ONCE = 20;

export const createEar = (walking: XWalking, refusedRules: readonly string[]): Ear => {
  const decoder = createLineDecoder();
  const purse = createPurse(walking);
  const tag = ruleTag(walking.plan.name);
  let events: RawMention[] = [];
  let rejected: Rejection[] = refusedRules.map((reason) => ({ at: 'rule', reason }));
  let end: string | null = null;
  const takeLine = async (line: string): Promise<void> => {
    const read = readLine(line, tag);
    if (read.kind === 'refused') rejected.push({ at: 'line', reason: read.reason });
    if (read.kind === 'end') end = `X ended the stream: ${read.reason}`;
    if (read.kind !== 'posts') return;
    events.push(...read.events);
    await purse.pay(read);
  };
  return {
    take: async (chunk) => {
      if (typeof chunk === 'string') {
        end ??= chunk === 'over' ? 'the stream ended' : 'the stream broke off';
        return false;
      }
      for (const line of decoder.feed(chunk)) await takeLine(line);
      return end === null && (await purse.isFilled());
    },
    hasPosts: () => events.length > 0,
    heard: () => {
      const told = { events, rejected };
      events = [];
      rejected = [];
      return told;
    },
    end: () => end,
    settle: purse.settle,
  };
};

type Line =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'end'; readonly reason: string }
  | {
      readonly kind: 'posts';
      readonly events: readonly RawMention[];
      readonly postsRead: number;
      readonly usersRead: number;
    };

const told = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ title: z.string().optional(), detail: z.string().optional() }))
    .optional()
    .catch(undefined),
  matching_rules: z
    .array(z.object({ tag: z.string().optional() }))
    .optional()
    .catch(undefined),
});

const readLine = (line: string, tag: string): Line => {
  if (line.trim() === '') return { kind: 'none' };
  const json = jsonOf(line);
  const parsed = told.safeParse(json);
  if (!parsed.success) return { kind: 'refused', reason: 'is not JSON' };
  const { data, errors = [], matching_rules: rules } = parsed.data;
  if (data === undefined) return endOf(errors);
  const { events, rejected, postsRead, usersRead } = mapXResponse(json);
  if (events.length === 0) return { kind: 'refused', reason: rejected[0]?.reason ?? 'holds no post' };
  const isOurs = rules === undefined || rules.some((rule) => rule.tag === tag);
  // Rules of others are heard on the same connection, and paid for; what they found is not ours to read.
  return { kind: 'posts', events: isOurs ? events : [], postsRead, usersRead };
};

/** A line without a post says why the stream ends. */
const endOf = (
  errors: readonly { readonly title?: string | undefined; readonly detail?: string | undefined }[],
): Line => {
  const [first] = errors;
  if (first === undefined) return { kind: 'none' };
  return { kind: 'end', reason: first.title ?? first.detail ?? 'unnamed problem' };
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

interface Purse {
  pay(read: {
    readonly events: readonly RawMention[];
    readonly postsRead: number;
    readonly usersRead: number;
  }): Promise<void>;
  /** False: nothing is left for the next post. */
  isFilled(): Promise<boolean>;
  settle(): Promise<void>;
}

const createPurse = (walking: XWalking): Purse => {
  const { plan, ledger, deps } = walking;
  let left = 0;
  let bookedAt = deps.clock.now();
  const fill = async (): Promise<boolean> => {
    const now = deps.clock.now();
    const grant = await bookGrant(walking, now, (spent) => {
      const page = grantPage(plan.money, sharesOf(plan.money, spent, walking.needs), spent);
      return page === null ? null : smaller(page);
    });
    if (grant === null) return false;
    await settle();
    bookedAt = now;
    left = grant.spending.mills;
    return true;
  };
  const settle = async (): Promise<void> => {
    const rest = left;
    left = 0;
    if (rest !== 0) await ledger.book(bookedAt, () => ({ purpose: 'brand', mills: -rest, posts: 0 }));
  };
  /** What a post with all that comes along may cost must be there before it comes. */
  const isFilled = (): Promise<boolean> =>
    left >= costOf(plan.money, { postsRead: 3, usersRead: 1 }) ? Promise.resolve(true) : fill();
  return {
    pay: async ({ events, ...read }) => {
      left -= costOf(plan.money, read);
      await ledger.book(bookedAt, () => ({ purpose: 'brand', mills: 0, posts: events.length }));
    },
    isFilled,
    settle,
  };
};

const smaller = ({ results, spending }: Grant): Grant => {
  const posts = Math.min(results, POSTS_AT_ONCE);
  return { results: posts, spending: { ...spending, mills: (spending.mills / results) * posts } };
};
