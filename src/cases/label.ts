import type { Category, DangerKind } from '../domain/classification.ts';
import type { Severity } from '../domain/severity.ts';

export const moods = ['negative', 'neutral', 'positive'] as const;
export type Mood = (typeof moods)[number];

/** What a person says of a post. What is absent was not said: it teaches nothing, and no guess of ours stands in. */
export interface LabelVerdict {
  readonly complaint: boolean;
  readonly sentiment?: Mood;
  readonly categories?: readonly Category[];
  readonly severity?: Severity;
  readonly danger?: DangerKind | 'none';
  readonly relay?: boolean;
  readonly sameProblem?: boolean;
}

/** A label as people write it, in exported lines too: `label-12`. */
export const labelName = (id: string): string => `label-${id}`;

/** `12`, `#12` and `label-12` are one label; null for what cannot be the number of one. */
export const parseLabelId = (text: string): string | null => {
  const [, digits] = /^(?:label-|#)?0*([1-9]\d{0,17})$/i.exec(text.trim()) ?? [];
  return digits ?? null;
};

/** Danger is always critical (DESIGN.md 4), whether or not that was said as well. */
export const completed = (verdict: LabelVerdict): LabelVerdict =>
  isDanger(verdict) && verdict.severity === undefined ? { ...verdict, severity: 'critical' } : verdict;

export type Contradiction =
  | 'severityOfNone'
  | 'dangerOfNone'
  | 'sameProblemOfNone'
  | 'relayComplains'
  | 'dangerIsCritical'
  | 'criticalIsDanger';

/** What cannot both be true of one post, by the words of DESIGN.md 4; null where nothing stands against anything. */
export const contradictionIn = (verdict: LabelVerdict): Contradiction | null =>
  verdict.complaint ? inComplaint(verdict) : inNone(verdict);

const inNone = (verdict: LabelVerdict): Contradiction | null => {
  if (isDanger(verdict)) return 'dangerOfNone';
  if (verdict.severity !== undefined) return 'severityOfNone';
  return verdict.sameProblem === true ? 'sameProblemOfNone' : null;
};

const inComplaint = (verdict: LabelVerdict): Contradiction | null => {
  const { severity, relay } = verdict;
  if (relay === true) return 'relayComplains';
  if (severity === undefined || isDanger(verdict) === (severity === 'critical')) return null;
  return severity === 'critical' ? 'criticalIsDanger' : 'dangerIsCritical';
};

export const isDanger = ({ danger = 'none' }: LabelVerdict): boolean => danger !== 'none';
