import type { Classification } from '../domain/classification.ts';
import type { Joining, ProblemId, Span } from '../domain/problem.ts';
import type { Clusters } from './clusters.ts';
import { clusterScope, entityKey, hashKey, type Subject, subjectOfReply } from './entity-key.ts';
import { homeOf, isApart, type Links, ownProblem, problemOf } from './links.ts';
import type { Match, Matches, NearDuplicates } from './near-duplicates.ts';
import { readLetters } from './read-letters.ts';
import { countWords, spansOf, wordsAt } from './read-words.ts';
import { positionsOf, type Signature, sign } from './signature.ts';
import type { WordWeights } from './word-weights.ts';

/** A complaint to be grouped. It has no author, no audience and no place in the queue. */
export interface GroupedPost {
  /** A positive whole number that is this post's alone. */
  readonly post: number;
  readonly text: string;
  readonly subject: Subject;
  /** What its words say of the post that it answers. */
  readonly says: Pick<Classification, 'sameProblem' | 'namesOtherProblem' | 'solved' | 'evidence'>;
  /** The complaint that it answers, when that is in a problem already. */
  readonly answers: Answered | null;
  /** When it is grouped; times do not go back. */
  readonly atMs: number;
}

export interface Answered {
  readonly post: number;
  readonly problem: ProblemId;
  readonly subject: Subject;
}

export interface Grouping {
  /** The problem that it belongs to: one that it joined, or its own, which may stay its alone. */
  readonly problem: ProblemId;
  /** The same before merges, so that taking a merge back gives it back. */
  readonly home: ProblemId;
  /** What it is about, with what a reply takes over from the post that it answers. */
  readonly subject: Subject;
  /** How it came there; null: it is its own. */
  readonly joined: Joining | null;
  readonly suggested: Joining | null;
  /** The post of the same brand whose text is most alike, whatever it is about: swarms are made of these. */
  readonly nearest: { readonly post: number; readonly similarity: number } | null;
}

/** What is remembered of one brand. */
export interface Memory {
  readonly near: NearDuplicates;
  readonly weights: WordWeights;
  readonly clusters: Clusters;
}

/** Equal or nearly equal words first, then a reply's own word, then likeness; the first that joins ends it. */
export const groupPost = (post: GroupedPost, links: Links, memory: Memory, buffer: Signature): Grouping => {
  const subject = subjectOf(post);
  const key = hashKey(entityKey(subject));
  const letters = readLetters(post.text);
  const signature = sign(letters, buffer);
  const matches = signature === null ? noMatches : memory.near.find(signature, key, post.atMs);
  const byWords =
    signature === null ? nothing : joinByWords(post, links, { matches, signature, letters: letters.letters });
  const step = byWords.joined === null ? (joinByThread(post, subject, links) ?? byWords) : byWords;
  const found = step.joined === null ? (step.suggested ?? suggestByCluster(post, links, memory)) : null;
  const home = step.joined === null ? homeOf(links, post.post, post.post) : step.home;
  if (signature !== null) memory.near.add(signature, { post: post.post, problem: home, key }, post.atMs);
  return {
    problem: step.joined?.problem ?? problemOf(links, post.post, post.post),
    home,
    subject,
    joined: step.joined,
    suggested: found,
    nearest: nearestOf(matches),
  };
};

const noMatches: Matches = { sameKey: [], otherKey: [] };

interface Step {
  readonly joined: Joining | null;
  readonly suggested: Joining | null;
  /** The problem as the machine found it, before merges: unmerging gives it back. */
  readonly home: ProblemId;
}
const nothing: Step = { joined: null, suggested: null, home: 0 };

/** A reply that names another problem, or says that its own is solved, stands by its own words. */
const isSameProblem = ({ says }: GroupedPost): boolean =>
  says.sameProblem && !says.namesOtherProblem && !says.solved;

const subjectOf = (post: GroupedPost): Subject =>
  post.answers !== null && isSameProblem(post)
    ? subjectOfReply(post.subject, post.answers.subject)
    : post.subject;

const nearestOf = ({ sameKey, otherKey }: Matches): Grouping['nearest'] => {
  const [same, other] = [sameKey[0], otherKey[0]];
  const best = (same?.similarity ?? 0) >= (other?.similarity ?? 0) ? same : other;
  return best === undefined ? null : { post: best.post, similarity: best.similarity };
};

/** What the index knows of the post at hand. */
interface Seen {
  readonly matches: Matches;
  readonly signature: Signature;
  readonly letters: number;
}

const joinByWords = (post: GroupedPost, links: Links, seen: Seen): Step => {
  const { sameKey, otherKey } = seen.matches;
  const best = sameKey.find((match) => mayJoin(post, links, match));
  if (best !== undefined) {
    const hindrance = hindranceOf(links, best, seen);
    const joining = alike(post, links, best, { signature: seen.signature, hindrance });
    return hindrance === null
      ? { joined: joining, suggested: null, home: homeOf(links, best.post, best.problem) }
      : { ...nothing, suggested: joining };
  }
  const other = otherKey.find((match) => mayJoin(post, links, match));
  if (other === undefined) return nothing;
  return {
    ...nothing,
    suggested: alike(post, links, other, { signature: seen.signature, hindrance: 'other_subject' }),
  };
};

/** What a person took out of a problem, or put into another, is not put back by the machine. */
const mayJoin = ({ post }: GroupedPost, links: Links, match: Match): boolean => {
  const problem = problemOf(links, match.post, match.problem);
  const placed = links.moved.get(post);
  if (placed !== undefined && problemOf(links, post, placed) !== problem) return false;
  return match.post !== post && !isApart(links, ownProblem(post), problem);
};

/**
 * From which share of equal grams on posts join by themselves: of short questions to one bank that were alike by less, a third
 * to a tenth meant something else (figures in docs/adr/0016-near-duplicates.md).
 */
const leastToJoin = (letters: number): number => (letters < 80 ? 0.6 : 0.5);

const hindranceOf = (links: Links, best: Match, { matches, letters }: Seen): Joining['hindrance'] => {
  if (isDisputed(links, best, matches.sameKey)) return 'kept_apart';
  return best.similarity < leastToJoin(letters) ? 'less_alike' : null;
};

/** Equally alike posts stand in problems that a person keeps apart: the words cannot tell which it is. */
const isDisputed = (links: Links, best: Match, matches: readonly Match[]): boolean => {
  const problem = problemOf(links, best.post, best.problem);
  return matches.some(
    (match) =>
      match.similarity >= best.similarity &&
      isApart(links, problem, problemOf(links, match.post, match.problem)),
  );
};

interface Alike {
  readonly signature: Signature;
  readonly hindrance: Joining['hindrance'];
}

const alike = (
  { text }: GroupedPost,
  links: Links,
  match: Match,
  { signature, hindrance }: Alike,
): Joining => ({
  kind: match.isExact ? 'exact' : 'near_duplicate',
  problem: problemOf(links, match.post, match.problem),
  status: hindrance === null ? 'confirmed' : 'suggested',
  isAutomated: true,
  member: match.post,
  similarity: match.similarity,
  words: match.isExact ? [{ start: 0, end: text.length }] : commonWords(text, signature, match),
  hindrance,
});

const commonWords = (text: string, { bins }: Signature, { equalBins }: Match): readonly Span[] => {
  const letters = readLetters(text);
  return spansOf(text, wordsAt(letters, positionsOf(letters, bins, equalBins)));
};

const joinByThread = (post: GroupedPost, subject: Subject, links: Links): Step | null => {
  const { answers, says } = post;
  if (answers === null || !isSameProblem(post)) return null;
  const home = homeOf(links, answers.post, answers.problem);
  const problem = problemOf(links, answers.post, answers.problem);
  const placed = links.moved.get(post.post);
  if (placed !== undefined && problemOf(links, post.post, placed) !== problem) return null;
  if (isApart(links, ownProblem(post.post), problem)) return null;
  const isSameSubject = entityKey(subject) === entityKey(answers.subject);
  const joining: Joining = {
    kind: 'same_problem_reply',
    problem,
    status: isSameSubject ? 'confirmed' : 'suggested',
    isAutomated: true,
    member: answers.post,
    similarity: 1,
    words: says.evidence
      .filter(({ kind }) => kind === 'same_problem')
      .map(({ start, end }) => ({ start, end })),
    hindrance: isSameSubject ? null : 'other_subject',
  };
  return isSameSubject ? { joined: joining, suggested: null, home } : { ...nothing, suggested: joining };
};

const suggestByCluster = (post: GroupedPost, links: Links, memory: Memory): Joining | null => {
  const words = memory.weights.weigh(countWords(readLetters(post.text)), post.atMs);
  const scope = hashKey(clusterScope(post.subject)).high;
  const own = homeOf(links, post.post, post.post);
  const placed = { words, scope, post: post.post, problem: own, atMs: post.atMs };
  const cluster = memory.clusters.place(placed);
  if (cluster === null || cluster.post === post.post) return null;
  const problem = problemOf(links, cluster.post, cluster.problem);
  const isOwn = problem === problemOf(links, post.post, own);
  if (isOwn || isApart(links, ownProblem(post.post), problem)) return null;
  return {
    kind: 'cluster',
    problem,
    status: 'suggested',
    isAutomated: true,
    member: cluster.post,
    similarity: cluster.similarity,
    words: spansOf(post.text, cluster.words),
    hindrance: null,
  };
};
