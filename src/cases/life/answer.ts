import { afterResponse } from '../fold-clock.ts';
import type { CaseResponse } from '../fold-types.ts';
import type { ActionOutcome, Answered, DeskCase, Moment } from './action-types.ts';
import { clockDeps, closedRefusal, done, refuse, silent } from './outcome.ts';

/**
 * An answer that somebody gave elsewhere. It answers all that was said before it; a later message keeps or starts the
 * clock of the next answer. A response that the platform told stays what it is: the platform's time wins.
 */
export const answer = (
  state: DeskCase,
  { at, note, via = 'agent_mark' }: Answered,
  moment: Moment,
): ActionOutcome => {
  if (state.disposition !== null || state.status === 'closed') return refuse(closedRefusal(state));
  if (at > moment.now) return refuse({ code: 'answer_in_future', at });
  const asked = firstAsked(state);
  if (at < asked) return refuse({ code: 'answer_before_post', at, since: asked });
  const answered = afterResponse(state, at, clockDeps(moment));
  const after: DeskCase = {
    ...state,
    ...answered,
    firstResponse: firstOf(state.firstResponse, { at, via, actor: moment.actor }),
    status: statusAfterAnswer(state, answered.dueAt !== null),
    snoozedUntil: answered.dueAt === null ? null : state.snoozedUntil,
  };
  const previous = state.dueAt?.toISOString() ?? null;
  return done(after, { ...silent, kind: 'answered', previous, value: at.toISOString(), note });
};

const statusAfterAnswer = (state: DeskCase, isOwedMore: boolean): DeskCase['status'] => {
  if (state.status === 'new' || state.status === 'open') return isOwedMore ? 'open' : 'pending';
  return state.status;
};

/** The earliest; what a platform or a helpdesk told of is not moved by what somebody says of it later. */
const firstOf = (known: CaseResponse | null, mark: CaseResponse): CaseResponse => {
  if (known === null) return mark;
  const mayMove = known.via === 'agent_mark' || mark.via === 'sink';
  return mayMove && mark.at < known.at ? mark : known;
};

const firstAsked = ({ posts, openedAt }: DeskCase): Date => {
  const times = posts.filter(({ role }) => role === 'customer').map(({ at }) => at.getTime());
  return times.length === 0 ? openedAt : new Date(Math.min(...times));
};
