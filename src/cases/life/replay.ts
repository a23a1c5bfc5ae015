import type { CaseResponse, CaseRow } from '../fold-types.ts';
import type { DeskCase } from './action-types.ts';

/** How a case stands: everything of it that an activity may change, and nothing that anybody said. */
export type Standing = Pick<DeskCase, (typeof standingKeys)[number]>;

/** What an activity changed, as JSON: the new values alone, times in ISO 8601 UTC. */
export type StandingChange = Readonly<Record<string, unknown>>;

const standingKeys = [
  'status',
  'disposition',
  'mergedInto',
  'linkedTo',
  'inDispute',
  'isHistory',
  'snoozedUntil',
  'resolvedAt',
  'closedAt',
  'severity',
  'danger',
  'openedAt',
  'receivedAt',
  'clockStart',
  'dueAt',
  'dueTarget',
  'stoppedDueAt',
  'firstResponse',
  'lastResponseAt',
  'assignee',
  'takenAt',
  'firstTakenAt',
  'policy',
] as const;

const plain: Readonly<Record<string, unknown>> = { status: 'new', inDispute: false, isHistory: false };

/** null: nothing that is kept of it changed. `before` null: the case was opened. */
export const changeBetween = (
  before: CaseRow | null,
  after: CaseRow & Partial<DeskCase>,
): StandingChange | null => {
  const then: Partial<DeskCase> = before ?? {};
  let change: Record<string, unknown> | null = null;
  for (const key of standingKeys) {
    const was = then[key] ?? (before === null ? plain[key] : null) ?? null;
    const is = after[key] ?? null;
    if (was === is || isSameMoment(was, is)) continue;
    change ??= {};
    change[key] = is;
  }
  return change;
};

/** One place only holds a response: it is compared by what it says. */
const isSameMoment = (was: unknown, is: unknown): boolean => {
  if (was instanceof Date && is instanceof Date) return was.getTime() === is.getTime();
  if (!isResponse(was) || !isResponse(is)) return false;
  return was.at.getTime() === is.at.getTime() && was.via === is.via && was.actor === is.actor;
};

const isResponse = (value: unknown): value is CaseResponse =>
  typeof value === 'object' && value !== null && 'via' in value;

/** An activity as it is kept, in the order of writing. */
export interface ReplayedActivity {
  readonly kind: string;
  readonly change: StandingChange | null;
}

/**
 * How a case stands after its activities, from these alone; null when the first does not tell how it began, as before
 * changes were kept. Whoever compares it with the case finds what was changed without being written down.
 */
export const replay = (activities: readonly ReplayedActivity[]): Standing | null => {
  if (typeof activities[0]?.change?.policy !== 'string') return null;
  const standing: Record<string, unknown> = { ...plain };
  for (const { change } of activities) Object.assign(standing, change ?? {});
  return Object.fromEntries(
    standingKeys.map((key) => [key, read(key, standing[key])]),
  ) as unknown as Standing;
};

/** The same of a case, to compare. */
export const standingOf = (row: DeskCase): Standing =>
  Object.fromEntries(standingKeys.map((key) => [key, row[key]])) as unknown as Standing;

/** Where one differs from the other. */
export const differingKeys = (a: Standing, b: Standing): readonly (keyof Standing)[] =>
  standingKeys.filter((key) => a[key] !== b[key] && !isSameMoment(a[key], b[key]));

const times: ReadonlySet<string> = new Set([
  'snoozedUntil',
  'resolvedAt',
  'closedAt',
  'openedAt',
  'receivedAt',
  'clockStart',
  'dueAt',
  'stoppedDueAt',
  'lastResponseAt',
  'takenAt',
  'firstTakenAt',
]);

const read = (key: string, value: unknown): unknown => {
  if (value === undefined || value === null) return null;
  if (times.has(key)) return new Date(value as string);
  if (key !== 'firstResponse') return value;
  const told = value as Omit<CaseResponse, 'at'> & { readonly at: string };
  return { ...told, at: new Date(told.at) };
};
