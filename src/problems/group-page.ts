import type { GroupedComplaint, KnownMember, StoredComplaint } from './complaint.store.ts';
import type { Grouper } from './create-grouper.ts';
import type { Subject } from './entity-key.ts';
import type { Grouping } from './group-post.ts';
import type { Links } from './links.ts';
import { readSubject } from './read-subject.ts';

/** A complaint with where it was put, as it is written down. */
export interface Placed {
  readonly complaint: StoredComplaint;
  readonly grouping: Grouping;
  /** The member that it answers. */
  readonly answers: number | null;
}

export interface PageInput {
  readonly complaints: readonly StoredComplaint[];
  /** Post -> the case whose complaint it answers. */
  readonly answered: ReadonlyMap<number, string>;
  /** By case. */
  readonly members: ReadonlyMap<string, KnownMember>;
  readonly links: Links;
  readonly atMs: number;
}

/** Groups complaints one after the other; a reply finds what it answers also when that stands in the same page. */
export const groupPage = (grouper: Grouper, input: PageInput): readonly Placed[] => {
  const members = new Map(input.members);
  return input.complaints.map((complaint) => {
    const parent = members.get(input.answered.get(complaint.post) ?? '') ?? null;
    const grouping = group(grouper, { complaint, parent }, input);
    const { home, subject } = grouping;
    if (!members.has(complaint.caseId))
      members.set(complaint.caseId, { post: complaint.post, found: home, subject });
    return { complaint, grouping, answers: parent?.post ?? null };
  });
};

/** What was grouped before and is still within the window is grouped again after a restart, so that it can be found. */
export const groupAgain = (grouper: Grouper, complaint: GroupedComplaint, links: Links): void => {
  const { parent, groupedAt } = complaint;
  group(grouper, { complaint, parent }, { links, atMs: groupedAt.getTime() });
};

const group = (
  grouper: Grouper,
  { complaint, parent }: { complaint: StoredComplaint; parent: KnownMember | null },
  { links, atMs }: Pick<PageInput, 'links' | 'atMs'>,
): Grouping =>
  grouper.group(
    {
      post: complaint.post,
      text: complaint.text,
      subject: subjectOf(complaint),
      says: saysOf(complaint),
      answers: parent === null ? null : { post: parent.post, problem: parent.found, subject: parent.subject },
      atMs,
    },
    links,
  );

const subjectOf = ({ brand, text, identifiers, categories }: StoredComplaint): Subject =>
  readSubject({ brand, text, products: [], words: { identifiers }, category: categories[0] ?? null });

/** A reply that was decided by the post which it answers joins it; else its words say whether it does. */
const saysOf = ({ evidence, isSameProblem }: StoredComplaint) => {
  const has = (kind: string): boolean => evidence.some((one) => one.kind === kind);
  return {
    sameProblem: isSameProblem || has('same_problem'),
    namesOtherProblem: !isSameProblem && has('other_problem'),
    solved: !isSameProblem && has('solved'),
    evidence,
  };
};
