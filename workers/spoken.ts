import { caseName } from '../src/domain/case-id.ts';
import { excerpt } from '../src/notify/excerpt.ts';
import type { StoredAlert } from '../src/notify/plan.store.ts';
import type { OutboxAlert } from '../src/notify/plan.ts';

/** As people see it: the case by its name, with masked words of the post; of a danger, never one. */
export const spoken = (
  { postKey, traceId: _traceId, alert, ...row }: StoredAlert,
  texts: ReadonlyMap<string, string>,
): OutboxAlert => {
  if (!('caseId' in alert)) return { ...row, alert };
  const named = { ...alert, caseId: caseName(alert.caseId) };
  if (!('excerpt' in named) || named.danger !== null) return { ...row, alert: named };
  const text = postKey === null ? undefined : texts.get(postKey);
  return { ...row, alert: { ...named, excerpt: text === undefined ? null : excerpt(text) } };
};
