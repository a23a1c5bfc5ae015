import { type RawBuilder, sql } from 'kysely';

/** Of the activity that says what a mark was. */
export const decisionKind = 'out_of_band_decided';

/** `desk.activity d on …`: what somebody said that the words of the mark were, found by its own key; a mark is decided once. */
export const decisionOf = (mark: 'a'): RawBuilder<unknown> =>
  sql.raw(
    `desk.activity d on d.case_id = ${mark}.case_id and d.key = ${mark}.case_id || '|${decisionKind}|' || ${mark}.activity_id`,
  );
