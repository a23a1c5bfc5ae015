import type { Clearance } from '../../domain/person.ts';
import type { Severity } from '../../domain/severity.ts';
import type { CaseRow, DeadlineAsk, Disposition } from '../fold-types.ts';

/** A case with what only people write: who works on it, and when it was closed. */
export interface DeskCase extends CaseRow {
  readonly assignee: string | null;
  readonly takenAt: Date | null;
  readonly firstTakenAt: Date | null;
  readonly closedAt: Date | null;
}

export interface Moment {
  readonly actor: string;
  readonly now: Date;
  readonly deadlineOf: (ask: DeadlineAsk) => Date;
  /** What the actor is trusted with; absent: nothing. */
  readonly clearances?: readonly Clearance[];
}

export type CaseAction =
  | Take
  | Assign
  | Release
  | Answered
  | Note
  | Wait
  | Resume
  | Snooze
  | ChangeSeverity
  | Dispute
  | Resolve
  | Close
  | Dismiss
  | Reopen;

export interface Take {
  readonly kind: 'take';
  /** Also from somebody who has it. */
  readonly takeOver: boolean;
}
export interface Assign {
  readonly kind: 'assign';
  readonly to: string;
  /** Also when somebody has it who is neither the actor nor `to`. */
  readonly takeOver: boolean;
}
export interface Release {
  readonly kind: 'release';
  /** Also when somebody else has it. */
  readonly takeOver: boolean;
  readonly note: string | null;
}
export interface Answered {
  readonly kind: 'answered';
  readonly at: Date;
  readonly note: string | null;
  /** `sink`: given in a helpdesk, which told of it and of its time. Absent: somebody says so. */
  readonly via?: 'agent_mark' | 'sink';
}
export interface Note {
  readonly kind: 'note';
  readonly text: string;
  readonly isPublic: boolean;
}
/** `pending`: for the customer; `on_hold`: for a third party. */
export interface Wait {
  readonly kind: 'wait';
  readonly as: 'pending' | 'on_hold';
  /** null: a helpdesk tells none. */
  readonly reason: string | null;
}
export interface Resume {
  readonly kind: 'resume';
  readonly note: string | null;
}
export interface Snooze {
  readonly kind: 'snooze';
  readonly until: Date;
  readonly reason: string | null;
}
export interface ChangeSeverity {
  readonly kind: 'severity';
  readonly to: Severity;
  readonly reason: string;
}
export interface Dispute {
  readonly kind: 'dispute';
  /** False: it is lifted. */
  readonly isOn: boolean;
  readonly reason: string;
}
export interface Resolve {
  readonly kind: 'resolve';
  readonly note: string | null;
}
export interface Close {
  readonly kind: 'close';
  readonly note: string | null;
}
export interface Dismiss {
  readonly kind: 'dismiss';
  readonly as: Disposition;
  readonly reason: string;
}
export interface Reopen {
  readonly kind: 'reopen';
  readonly note: string | null;
  /** An open case of the same complainant and thread, which a message opened after this one had ended. */
  readonly goesOnIn: string | null;
}

export type ActionOutcome =
  | { readonly kind: 'done'; readonly state: DeskCase; readonly activity: ActionActivity }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface ActionActivity {
  readonly kind:
    | 'taken'
    | 'assigned'
    | 'released'
    | 'answered'
    | 'note'
    | 'pending'
    | 'on_hold'
    | 'resumed'
    | 'snoozed'
    | 'severity_changed'
    | 'disputed'
    | 'dispute_lifted'
    | 'resolved'
    | 'closed'
    | 'dismissed'
    | 'reopened';
  readonly previous: string | null;
  readonly value: string | null;
  readonly note: string | null;
  readonly isInternal: boolean;
}

/** Said by `refusalText`. Names and times are for whoever asked, never for a report. */
export type Refusal =
  | {
      readonly code: 'merged' | 'goes_on' | 'other_brand' | 'other_customer' | 'merged_later';
      /** null: one that is kept from whoever asked. */
      readonly other: string | null;
    }
  | { readonly code: 'no_such_post'; readonly post: string }
  | {
      readonly code:
        | 'in_dispute'
        | 'counsel_only'
        | 'no_dispute'
        | 'not_ended'
        | 'not_resolved'
        | 'not_taken'
        | 'not_waiting'
        | 'not_queued'
        | 'danger_stays'
        | 'same_case'
        | 'not_merged'
        | 'splits_nothing'
        | 'splits_all';
    }
  | { readonly code: 'taken'; readonly by: string; readonly since: Date | null }
  | { readonly code: 'resolved' | 'closed'; readonly since: Date | null }
  | { readonly code: 'dismissed'; readonly as: Disposition; readonly since: Date | null }
  | { readonly code: 'answer_in_future' | 'snooze_in_past' | 'due_too_soon'; readonly at: Date }
  | { readonly code: 'answer_before_post'; readonly at: Date; readonly since: Date }
  /** Somebody changed the case since it was read; `version` is the one that it has now. */
  | { readonly code: 'stale'; readonly version: number };
