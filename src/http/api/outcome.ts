import type { Database } from '../../postgres/database.ts';

/** What came of a request: said once, turned into an answer by `run-operation.ts`. */
export type Outcome<Body = unknown> = Done<Body> | Problem;

export interface Done<Body = unknown> {
  readonly kind: 'done';
  readonly body: Body;
  /** Becomes the `ETag`; absent: the answer has no version. */
  readonly version?: number;
  /** Absent: the status that the operation documents. */
  readonly status?: number;
  /** What is done once this is committed, in transactions of its own, before it is answered; when it fails somebody else does it later. */
  readonly afterwards?: (db: Database) => Promise<unknown>;
}

/** Everything that the work of this request wrote is undone. */
export interface Problem {
  readonly kind: 'problem';
  readonly status: ProblemStatus;
  /** For programs, stable: `unknown_case`. */
  readonly code: string;
  /** One sentence that says what to do. */
  readonly detail: string;
}

export const problemStatuses = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503] as const;
export type ProblemStatus = (typeof problemStatuses)[number];

export const done = <Body>(body: Body, version?: number): Done<Body> =>
  version === undefined ? { kind: 'done', body } : { kind: 'done', body, version };

export const refuse = (status: ProblemStatus, code: string, detail: string): Problem => ({
  kind: 'problem',
  status,
  code,
  detail,
});
