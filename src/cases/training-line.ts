import type { Category } from '../domain/classification.ts';
import type { Severity } from '../domain/severity.ts';
import { isDanger, type LabelVerdict, labelName, type Mood } from './label.ts';

/** A label that is in force, with what is known by now of the posts whose masked words it holds. */
export interface KeptLabel {
  readonly labelId: string;
  readonly language: string | null;
  /** Masked; null: it was danger when it was labelled, and its words were not taken. */
  readonly text: string | null;
  /** Masked words of the post that it answers; null: it answers none, or they may not be kept. */
  readonly parent: string | null;
  readonly verdict: LabelVerdict;
  /** The classifier, its case or a person says so, of this post or of one that repeats it. */
  readonly isDanger: boolean;
  readonly isParentDanger: boolean;
  readonly isOwnAccount: boolean;
  /** Its case is in dispute, or a complaint about staff. */
  readonly isConfidential: boolean;
  readonly isParentConfidential: boolean;
}

/**
 * One line of the training data, with the keys in the order in which our own labelled sentences have them. This is all
 * that leaves the desk: no author, no link, no reach, and no name of who labelled.
 */
export interface TrainingLine {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly complaint: 0 | 1;
  readonly sentiment?: 'neg' | 'neu' | 'pos';
  readonly categories?: readonly Category[];
  readonly severity?: Severity | null;
  readonly danger?: null;
  readonly relay?: 0 | 1;
  readonly sameProblem?: 0 | 1;
  readonly parent?: string;
}

/** `noParent`: "same here" says nothing without the post that it answers. */
export const leftOutReasons = ['danger', 'confidential', 'noParent', 'ownAccount'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

export type Exported =
  | { readonly kind: 'line'; readonly line: TrainingLine }
  | { readonly kind: 'left_out'; readonly why: LeftOut };

/** Danger never goes to training, nor do disputes, complaints about staff and what a brand answered (DESIGN.md 4), whatever was stored before. */
export const toTrainingLine = (label: KeptLabel): Exported => {
  const { text, verdict } = label;
  const parent = label.isParentDanger || label.isParentConfidential ? null : label.parent;
  if (label.isDanger || isDanger(verdict) || text === null) return { kind: 'left_out', why: 'danger' };
  if (label.isConfidential || verdict.categories?.includes('staff') === true)
    return { kind: 'left_out', why: 'confidential' };
  if (label.isOwnAccount) return { kind: 'left_out', why: 'ownAccount' };
  if (verdict.sameProblem === true && parent === null) return { kind: 'left_out', why: 'noParent' };
  return { kind: 'line', line: { ...head(label, text), ...told(verdict), ...some('parent', parent) } };
};

const head = ({ labelId, language }: KeptLabel, text: string) => ({
  id: labelName(labelId),
  text,
  ...some('lang', language),
});

/**
 * What a person said, and what follows from it: no complaint has no severity, is no danger and shares no problem; what
 * is a complaint is no relay. Nothing else is filled in, least of all what the classifier believed.
 */
const told = ({ complaint, sentiment, categories, severity, danger, relay, sameProblem }: LabelVerdict) => ({
  complaint: bit(complaint),
  ...(sentiment === undefined ? {} : { sentiment: moodCodes[sentiment] }),
  ...some('categories', categories),
  ...(complaint ? some('severity', severity) : { severity: null }),
  ...(complaint && danger === undefined ? {} : { danger: null }),
  ...(complaint ? { relay: bit(false) } : some('relay', bitOrNone(relay))),
  ...(complaint ? some('sameProblem', bitOrNone(sameProblem)) : { sameProblem: bit(false) }),
});

const moodCodes = { negative: 'neg', neutral: 'neu', positive: 'pos' } as const satisfies Record<
  Mood,
  string
>;

const bit = (value: boolean): 0 | 1 => (value ? 1 : 0);

const bitOrNone = (value: boolean | undefined): 0 | 1 | undefined =>
  value === undefined ? undefined : bit(value);

/** The key with its value, or nothing where there is none. */
const some = <Key extends string, Value>(
  key: Key,
  value: Value | null | undefined,
): { readonly [K in Key]?: Value } =>
  value === null || value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
