import { caseName } from '../../domain/case-id.ts';
import { type Severity, severityRank } from '../../domain/severity.ts';
import type { SinkSettings } from '../../domain/sink.ts';
import { type CaseFacts, type CaseWords, goesThere, isConfidential } from './case-facts.ts';
import type { NoteOrder, TicketOrder } from './sink.ts';
import { saySink } from './texts.ts';
import { writeNote, writeTicket } from './write-order.ts';

/**
 * What a helpdesk is to be told of a case now, by the case as it stands and what was told before: asked again it answers
 * nothing new. Pure; keys name what is told, so that it is told once.
 */
export const planTicket = (facts: CaseFacts, told: Told | null, plan: PlanDeps): TicketPlan => {
  if (told === null)
    return goesThere(facts, plan.settings.rules) ? openTicket(facts, plan) : { tasks: [], told: null };
  const recalls = recallErased(facts, told);
  if (told.isWithdrawn) return { tasks: recalls, told };
  if (isConfidential(facts, plan.settings.rules)) return withdraw(facts, told, plan);
  const news = [...raised(facts, told, plan), ...written(facts, told, plan), ...ended(facts, told, plan)];
  return {
    tasks: [...recalls, ...news],
    told: {
      ...told,
      severity: severityRank(facts.severity) > severityRank(told.severity) ? facts.severity : told.severity,
      posts: [...new Set([...told.posts, ...facts.posts.map(({ key }) => key)])],
      isEnded: isOver(facts),
    },
  };
};

/** The opening words and the last ones; what lies between is read in Evenhand. */
const openTicket = (facts: CaseFacts, { settings, keyOf }: PlanDeps): TicketPlan => {
  const [first] = facts.posts;
  const last = facts.posts.at(-1);
  const quoted = [...new Set([first, last])].flatMap((post) =>
    post === undefined || post.excerpt === null || post.isErased ? [] : [wordsTask(facts, post, settings)],
  );
  const order = writeTicket(facts, keyOf(facts.caseId), settings);
  return {
    tasks: [{ kind: 'create', key: 'create', order, postKey: null }, ...quoted],
    told: {
      severity: facts.severity,
      posts: facts.posts.map(({ key }) => key),
      isEnded: false,
      isWithdrawn: false,
      words: [],
    },
  };
};

const wordsTask = (facts: CaseFacts, post: CaseWords, settings: SinkSettings): PlannedTask => {
  const key = `words:${post.key}`;
  const { excerpt } = post;
  return {
    kind: 'note',
    key,
    order: writeNote({ key, caseId: facts.caseId, what: 'note.words', excerpt }, settings),
    postKey: post.key,
  };
};

const raised = (facts: CaseFacts, told: Told, { settings }: PlanDeps): PlannedTask[] => {
  if (severityRank(facts.severity) <= severityRank(told.severity)) return [];
  const key = `severity:${facts.severity}`;
  const said = (severity: Severity): string => saySink(settings.language, `severity.${severity}`);
  const values = { severity: said(facts.severity), before: said(told.severity) };
  const { caseId, severity } = facts;
  const order = writeNote({ key, caseId, what: 'note.severity', values, severity }, settings);
  return [{ kind: 'note', key, order, postKey: null }];
};

const written = (facts: CaseFacts, told: Told, { settings }: PlanDeps): PlannedTask[] =>
  facts.posts
    .filter(({ key, isErased }) => !told.posts.includes(key) && !isErased)
    .map((post) => {
      const key = `post:${post.key}`;
      const what = post.excerpt === null ? 'note.post_hidden' : 'note.post';
      const order = writeNote({ key, caseId: facts.caseId, what, excerpt: post.excerpt }, settings);
      return { kind: 'note', key, order, postKey: post.key };
    });

const ended = (facts: CaseFacts, told: Told, { settings }: PlanDeps): PlannedTask[] => {
  if (isOver(facts) === told.isEnded) return [];
  const { caseId, end, mergedInto, version } = facts;
  const key = `${isOver(facts) ? 'ended' : 'reopened'}:${version}`;
  const what =
    mergedInto !== null ? 'note.merged' : end === null ? 'note.reopened' : (`note.${end}` as const);
  const values = mergedInto === null ? {} : { other: caseName(mergedInto) };
  return [{ kind: 'note', key, order: writeNote({ key, caseId, what, values }, settings), postKey: null }];
};

const isOver = ({ end, mergedInto }: CaseFacts): boolean => end !== null || mergedInto !== null;

/** What was said there of a case that turned out to be confidential is taken back, and nothing more is said. */
const withdraw = (facts: CaseFacts, told: Told, { settings }: PlanDeps): TicketPlan => {
  const key = 'withdrawn';
  const order = writeNote({ key, caseId: facts.caseId, what: 'note.withdrawn' }, settings);
  return {
    tasks: [...told.words.map(recallOf), { kind: 'note', key, order, postKey: null }],
    told: { ...told, isWithdrawn: true },
  };
};

/** Also of a post that the case holds no more. */
const recallErased = (facts: CaseFacts, told: Told): PlannedTask[] => {
  const standing = new Set(facts.posts.flatMap(({ key, isErased }) => (isErased ? [] : [key])));
  return told.words.filter(({ postKey }) => !standing.has(postKey)).map(recallOf);
};

const recallOf = ({ key }: ToldWords): PlannedTask => ({ kind: 'recall', key: recallKey(key), of: key });

export const recallKey = (of: string): string => `recall:${of}`;

/** What the helpdesk was told, or will be by what is frozen already. */
export interface Told {
  readonly severity: Severity;
  readonly posts: readonly string[];
  readonly isEnded: boolean;
  readonly isWithdrawn: boolean;
  /** Notes that hold words of a post. */
  readonly words: readonly ToldWords[];
}

interface ToldWords {
  /** Of the task. */
  readonly key: string;
  readonly postKey: string;
}

export interface PlanDeps {
  readonly settings: SinkSettings;
  /** The case's name in the helpdesk, unique for this installation. */
  readonly keyOf: (caseId: string) => string;
}

export interface TicketPlan {
  readonly tasks: readonly PlannedTask[];
  /** null: it has no ticket and gets none. */
  readonly told: Told | null;
}

export type PlannedTask =
  | { readonly kind: 'create'; readonly key: string; readonly order: TicketOrder; readonly postKey: null }
  | {
      readonly kind: 'note';
      readonly key: string;
      readonly order: NoteOrder;
      readonly postKey: string | null;
    }
  | { readonly kind: 'recall'; readonly key: string; readonly of: string };
