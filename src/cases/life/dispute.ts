import type { ActionOutcome, DeskCase, Dispute, Moment } from './action-types.ts';
import { done, refuse, silent, unchanged } from './outcome.ts';

/** A case that goes to law is counsel's until counsel gives it back. Its clocks run on: auditors see them. */
export const dispute = (state: DeskCase, { isOn, reason }: Dispute, moment: Moment): ActionOutcome => {
  if (!isCounsel(moment)) return refuse({ code: 'counsel_only' });
  if (state.inDispute === isOn) return isOn ? unchanged : refuse({ code: 'no_dispute' });
  const kind = isOn ? 'disputed' : 'dispute_lifted';
  return done({ ...state, inDispute: isOn }, { ...silent, kind, note: reason });
};

export const isCounsel = ({ clearances }: Pick<Moment, 'clearances'>): boolean =>
  clearances?.includes('counsel') === true;
