import type { ActionOutcome, CaseAction, DeskCase, Moment, Note, Refusal } from './life/action-types.ts';
import { answer } from './life/answer.ts';
import { dispute, isCounsel } from './life/dispute.ts';
import { close, dismiss, reopen, resolve } from './life/end.ts';
import { done, refuse, silent } from './life/outcome.ts';
import { assign, release, take } from './life/owner.ts';
import { changeSeverity } from './life/severity.ts';
import { resume, snooze, wait } from './life/wait.ts';

/**
 * What a person does to a case. Pure: the case in, the next case and what is written down about it out, or a refusal
 * with its reason. None knows anything of reach; only a severity that a person lowers moves a deadline later.
 */
export const act = (state: DeskCase, action: CaseAction, moment: Moment): ActionOutcome => {
  const refusal = standsApart(state, action, moment);
  if (refusal !== null) return refuse(refusal);
  // Each is called with the action of its own kind: `doers` is typed so.
  const doer = doers[action.kind] as Doer<CaseAction>;
  return doer(state, action, moment);
};

type Doer<Action> = (state: DeskCase, action: Action, moment: Moment) => ActionOutcome;

const note: Doer<Note> = (state, { text, isPublic }) =>
  done(state, { ...silent, kind: 'note', note: text, isInternal: !isPublic });

const doers: { readonly [Kind in CaseAction['kind']]: Doer<Extract<CaseAction, { kind: Kind }>> } = {
  take,
  assign,
  release,
  answered: answer,
  note,
  wait,
  resume,
  snooze,
  severity: changeSeverity,
  dispute,
  resolve,
  close,
  dismiss,
  reopen,
};

/** A merged case goes on in another one; a case in dispute is for counsel only (DESIGN.md 4). */
const standsApart = (state: DeskCase, action: CaseAction, moment: Moment): Refusal | null => {
  if (state.mergedInto !== null) return { code: 'merged', other: state.mergedInto };
  if (action.kind === 'dispute') return null;
  return state.inDispute && !isCounsel(moment) ? { code: 'in_dispute' } : null;
};
