/**
 * Lock 1 and invariant I2: what the desk decides from holds nothing about an audience. This file is checked by the
 * compiler alone; it stops compiling when one of the types below gains such a key, at any depth.
 */
import type { CaseRow, FoldInput, FoldResult } from '../../src/cases/fold-types.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { Classification } from '../../src/domain/classification.ts';
import type { Decision, ParentVerdict } from '../../src/domain/decision.ts';
import type { Mention, Post } from '../../src/domain/post.ts';
import type { Joining } from '../../src/domain/problem.ts';
import type { findSwarms, SwarmPost } from '../../src/problems/find-swarms.ts';
import type { GroupedPost, Grouping } from '../../src/problems/group-post.ts';
import type { LinkAction } from '../../src/problems/links.ts';
import type { nextState, ProblemEvent, ProblemStanding, StateChange } from '../../src/problems/next-state.ts';
import type { dueAt, QueuePlace, queueOrder, raise } from '../../src/triage/deadline.ts';
import type { TriageInput } from '../../src/triage/triage.ts';

/** What names an audience, an engagement or a person's looks, in whatever spelling. */
type AudienceWord =
  | 'follow'
  | 'subscriber'
  | 'verified'
  | 'like'
  | 'favorite'
  | 'favourite'
  | 'retweet'
  | 'reposts'
  | 'reblog'
  | 'shares'
  | 'upvote'
  | 'karma'
  | 'views'
  | 'impression'
  | 'engagement'
  | 'audience'
  | 'reach'
  | 'viral'
  | 'influence'
  | 'popular'
  | 'klout'
  | 'avatar'
  | 'displayname'
  | 'display_name'
  | 'picture'
  | 'metric'
  | 'replycount'
  | 'vip';

type TellsOfReach<Key> = Key extends string
  ? Lowercase<Key> extends `${string}${AudienceWord}${string}` | 'counts'
    ? Key
    : never
  : never;

/** Every such key of a type, its members' and its elements', as far as five steps down. */
type ReachKeys<T, Depth extends readonly unknown[] = []> = Depth['length'] extends 6
  ? never
  : T extends Date | ((...args: never[]) => unknown)
    ? never
    : T extends readonly (infer Item)[]
      ? ReachKeys<Item, [...Depth, 0]>
      : T extends object
        ? TellsOfReach<keyof T> | { [Key in keyof T]-?: ReachKeys<T[Key], [...Depth, 0]> }[keyof T]
        : never;

/** Compiles for a blind type only; the error names the key. */
type Blind<T, Found extends ReachKeys<T> & string = never> = [ReachKeys<T>] extends [Found]
  ? true
  : ReachKeys<T>;

type Holds<Proof extends true> = Proof;

export type Lock1 = [
  Holds<Blind<Post>>,
  Holds<Blind<Mention>>,
  Holds<Blind<Classification>>,
  Holds<Blind<Decision>>,
  Holds<Blind<ParentVerdict>>,
  Holds<Blind<Brand>>,
  Holds<Blind<Alert>>,
];

export type I2 = [
  Holds<Blind<TriageInput>>,
  Holds<Blind<Parameters<typeof dueAt>>>,
  Holds<Blind<Parameters<typeof raise>>>,
  Holds<Blind<Parameters<typeof queueOrder>>>,
  Holds<Blind<QueuePlace>>,
  Holds<Blind<FoldInput>>,
  Holds<Blind<FoldResult>>,
  Holds<Blind<CaseRow>>,
];

/** The place in the queue is made of three values and no more. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export type PlaceIsThreeValues = Holds<Same<keyof QueuePlace, 'dueAt' | 'clockStart' | 'id'>>;

/** Grouping and the states of problems know of no audience. */
export type Problems = [
  Holds<Blind<Joining>>,
  Holds<Blind<GroupedPost>>,
  Holds<Blind<Grouping>>,
  Holds<Blind<LinkAction>>,
  Holds<Blind<SwarmPost>>,
  Holds<Blind<ReturnType<typeof findSwarms>>>,
  Holds<Blind<Parameters<typeof nextState>>>,
  Holds<Blind<StateChange>>,
];

/** I9: nor of a member's deadline, clock or severity. Neither size nor state can move what they do not hold. */
type ClockWord = 'due' | 'deadline' | 'sla' | 'clock' | 'severity' | 'priority' | 'opened';
type TellsOfClock<Key> = Key extends string
  ? Lowercase<Key> extends `${string}${ClockWord}${string}`
    ? Key
    : never
  : never;
type ClockKeys<T> = T extends readonly (infer Item)[]
  ? ClockKeys<Item>
  : T extends object
    ? TellsOfClock<keyof T> | { [Key in keyof T]-?: ClockKeys<T[Key]> }[keyof T]
    : never;
type Timeless<T> = [ClockKeys<T>] extends [never] ? true : ClockKeys<T>;
export type I9 = [
  Holds<Timeless<Joining>>,
  Holds<Timeless<Grouping>>,
  Holds<Timeless<ProblemStanding>>,
  Holds<Timeless<ProblemEvent>>,
  Holds<Timeless<StateChange>>,
  Holds<Timeless<ReturnType<typeof findSwarms>>>,
  // @ts-expect-error a place in the queue
  Holds<Timeless<ProblemStanding & { readonly members: readonly { readonly dueAt: number }[] }>>,
];

/** The lock bites: each of these lines must be an error. */
export type Opened = [
  // @ts-expect-error followers of the author
  Holds<Blind<Post & { readonly followers: number }>>,
  // @ts-expect-error a mark of the platform
  Holds<Blind<Mention & { readonly author: { readonly isVerified: boolean } }>>,
  // @ts-expect-error engagement, deep inside a list
  Holds<Blind<Classification & { readonly parts: readonly { readonly likes: number }[] }>>,
  // @ts-expect-error a name to be shown
  Holds<Blind<Decision & { readonly displayName: string }>>,
  // @ts-expect-error a picture
  Holds<Blind<CaseRow & { readonly avatarUrl?: string }>>,
  // @ts-expect-error how often it was seen
  Holds<Blind<QueuePlace & { readonly views: bigint | null }>>,
];
