/** What many cases have in common, as it stands. Nothing here tells of a member's place in the queue (I9). */
export const problemStates = ['new', 'ongoing', 'escalating', 'regressed', 'resolved'] as const;
export type ProblemState = (typeof problemStates)[number];

/** Near-duplicates and same-problem replies are confirmed by the machine (`isAutomated`), all else by a person. */
export type MembershipStatus = 'suggested' | 'confirmed';

/** Words of a post, in UTF-16 code units of its text as given; `end` is exclusive. Text is referred to, never copied. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The post that founded the problem names it. One that a person takes out of a problem founds its own, named by the
 * negative number: the problem that it may have founded before stays with the others.
 */
export type ProblemId = number;

/** Why the machine put a post into a problem, or suggests it. */
export interface Joining {
  readonly kind: 'exact' | 'near_duplicate' | 'same_problem_reply' | 'cluster';
  readonly problem: ProblemId;
  readonly status: MembershipStatus;
  readonly isAutomated: true;
  /** The post that it is alike, or that it answers; of a cluster, the one that began it. */
  readonly member: number;
  /** In [0, 1]: share of equal 4-grams, or cosine of the weighed words; 1 for equal texts and replies that say so. */
  readonly similarity: number;
  /** What in the joining post said so, in the order of its text. */
  readonly words: readonly Span[];
  /** Why near-duplicates are only suggested: about something else by name, kept apart by a person, not alike enough. */
  readonly hindrance: 'other_subject' | 'kept_apart' | 'less_alike' | null;
}
