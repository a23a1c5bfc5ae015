import { createHmac } from 'node:crypto';
import type { AdverseKind } from '../../domain/adverse-action.ts';

/** A system of the company asks before it acts against a customer. */
export interface ActionAsk {
  /** The company's own name of the action. */
  readonly id: string;
  readonly kind: AdverseKind;
  /** As written; what cannot be an identifier is no way to a case. */
  readonly written: readonly string[];
  /** Normalised. */
  readonly identifiers: readonly string[];
  readonly at: Date;
  readonly requestedBy: string | null;
}

/** `no_such_identifier`: something was written, and none of it can be one. */
export type Coverage = 'checked' | 'no_identifier' | 'no_such_identifier';
export type GuardAnswer = 'proceed' | 'second_approval_needed';

export const coverageOf = ({ written, identifiers }: ActionAsk): Coverage => {
  if (identifiers.length > 0) return 'checked';
  return written.length === 0 ? 'no_identifier' : 'no_such_identifier';
};

/** A customer with a complaint, or the draw: the answer does not say which. */
export const judgeAction = ({
  isLinked,
  isDrawn,
}: {
  readonly isLinked: boolean;
  readonly isDrawn: boolean;
}): GuardAnswer => (isLinked || isDrawn ? 'second_approval_needed' : 'proceed');

/**
 * Whether an action is drawn among the clean ones. By a keyed hash of each identifier, so that a customer is answered the
 * same under whichever id, together with whichever other identifier and whenever somebody asks: one answer more tells
 * nothing more. An action without an identifier is drawn by its id. Pure.
 */
export const isDrawn = (
  { id, identifiers }: Pick<ActionAsk, 'id' | 'identifiers'>,
  { key, randomShare }: { readonly key: string; readonly randomShare: number },
): boolean => {
  const subjects =
    identifiers.length === 0 ? [`action\n${id}`] : identifiers.map((one) => `identifier\n${one}`);
  return subjects.some((subject) => fraction(key, subject) < randomShare);
};

/** In [0, 1): the first 48 bits of the hash. */
const fraction = (key: string, subject: string): number =>
  createHmac('sha256', key).update(`draw\n${subject}`).digest().readUIntBE(0, 6) / 2 ** 48;

/** What the asking system calls the approval: it tells no number, from which others could be counted. */
export const approvalId = (key: string, actionId: string): string =>
  `apr_${createHmac('sha256', key).update(`approval\n${actionId}`).digest('hex').slice(0, 24)}`;

/**
 * By what a question is known again once its identifiers were erased: sixteen bits, which fit thousands of other numbers
 * and so name none, and let one of 65,536 questions with other facts pass for the same. Pure.
 */
export const factsOf = (
  key: string,
  { id, kind }: Pick<ActionAsk, 'id' | 'kind'>,
  hashes: readonly string[],
): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['facts', id, kind, hashes]))
    .digest('hex')
    .slice(0, 4);
