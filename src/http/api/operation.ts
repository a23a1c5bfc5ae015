import type { z } from 'zod';
import type { DueUnder } from '../../cases/action.store.ts';
import type { ExecutivePath } from '../../domain/escalation.ts';
import type { Person } from '../../domain/person.ts';
import type { Routing } from '../../domain/routing.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { Access, Caller } from './access/caller.ts';
import type { Outcome } from './outcome.ts';

/** One operation of the API: what it takes and answers as zod schemas, who may use it, and the work. */
export interface Operation extends Access {
  /** camelCase; the name that generated clients give it. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, parameters as `:name`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** Of a resource with a version: `If-Match` is read; `required` refuses a request without it. */
  readonly ifMatch?: 'optional' | 'required';
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Bytes; 256 KiB when absent. */
  readonly bodyLimit?: number;
  readonly answer: { readonly status: 200 | 201 | 202; readonly body: z.ZodType };
  /** Besides those that every operation has: 400, 401, 403, 429. */
  readonly problems: readonly (404 | 409 | 412 | 422 | 503)[];
  readonly handle: (asked: Asked, context: OperationContext) => Promise<Outcome>;
}

/** A request whose parts fit their schemas. */
export interface Asked<Params = never, Query = never, Body = never> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** null: whatever the version is. */
  readonly expectedVersion: number | null;
}

export interface OperationContext extends ApiValues {
  /** Of the role `desk`. It is committed with the answer, and rolled back where the outcome is a problem. */
  readonly tx: Transaction;
  /** Read once for this request. */
  readonly now: Date;
  readonly caller: Caller;
  /** Of `Accept-Language`. */
  readonly language: CatalogueLanguage;
}

/** What the composition knows and handlers need. */
export interface ApiValues {
  /** Keys of evenhand.yaml. */
  readonly brands: readonly string[];
  readonly people: readonly Person[];
  readonly dueUnder: DueUnder;
  /** undefined: every case is every team's. */
  readonly routing: Routing | undefined;
  /** What the record must show before a case is brought before an executive. */
  readonly executive: ExecutivePath;
  /** Of `readInstanceKey`, read once: no request waits for what never changes. */
  readonly instanceKey: string;
}

type Parsed<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;

interface Typed<
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
> extends Omit<Operation, 'params' | 'query' | 'body' | 'answer' | 'handle'> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: { readonly status: 200 | 201 | 202; readonly body: Answer };
  readonly handle: (
    asked: Asked<Parsed<Params>, Parsed<Query>, Parsed<Body>>,
    context: OperationContext,
  ) => Promise<Outcome<z.output<Answer>>>;
}

/** Ties the types of a handler to the schemas beside it. */
export const operation = <
  Answer extends z.ZodType,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  typed: Typed<Params, Query, Body, Answer>,
): Operation => typed as unknown as Operation;
