import { complainantKey } from '../../../workers/decided-batch.ts';
import { loadPolicies } from '../../../workers/policies.ts';
import { routeOpened } from '../../../workers/route-cases.ts';
import { readUntold } from '../../cases/lease/told.store.ts';
import { brandOfPost, type Opened, openFromReview } from '../../cases/review-open.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { CaseReader } from '../../domain/case-reader.ts';
import type { Category } from '../../domain/classification.ts';
import type { Severity } from '../../domain/severity.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { clockStart } from '../../triage/deadline.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { caseReaderOf, keepToBrand, whoMay } from '../permission.ts';
import { dueTime } from '../render/relative-time.ts';
import { sayRender } from '../render/render-texts.ts';
import { sayReview } from './review-texts.ts';

export interface OpenOptions extends ActingOptions {
  readonly severity: Severity;
  readonly reason: string;
  readonly category?: readonly Category[];
  readonly json?: boolean;
}

export const runOpen = async (app: App, mentionId: string, options: OpenOptions): Promise<undefined> => {
  const reason = options.reason.trim();
  if (reason === '') throw new UserError('--reason must say why: colleagues and the audit will read it');
  const { name: actor, person } = whoMay(app, options.as, 'work_cases');
  const ask = {
    mentionId,
    severity: options.severity,
    categories: options.category ?? [],
    reason,
    actor,
    now: app.clock.now(),
  };
  const { brands, routing } = app.config().config;
  const opened = await app.withDatabase(async (db) => {
    const policies = await loadPolicies(db, brands, ask.now);
    const versions = new Map(policies.versions);
    const key = await db.transaction('desk', readInstanceKey);
    return db.transaction('desk', async (tx) => {
      const brand = await brandOfPost(tx, mentionId);
      if (brand !== null) keepToBrand(person, brand);
      const outcome = await openFromReview(tx, ask, {
        complainantKeyOf: (mention) => complainantKey(mention, key),
        clockStartOf: ({ post, receivedAt }) => clockStart(post.publishedAt, receivedAt),
        policyOf: (each) => versions.get(each) ?? null,
        deadlineOf: policies.deadlineOf,
        route: (inner, opened) => routeOpened(inner, opened, { routing, now: ask.now }),
      });
      return { ...outcome, isKept: await isKeptFrom(tx, caseReaderOf(app, person), outcome) };
    });
  });
  app.io.out(tell(opened, mentionId, { app, options }));
};

/** The post goes where it belongs, and nobody learns by it of a case that is kept from them. */
const isKeptFrom = async (tx: Transaction, reader: CaseReader, outcome: Opened): Promise<boolean> => {
  const caseId =
    outcome.kind === 'filed' ? outcome.row.id : outcome.kind === 'has_case' ? outcome.caseId : null;
  return caseId !== null && (await readUntold(tx, [caseId], reader)).has(caseId);
};

const tell = (
  opened: Opened & { readonly isKept: boolean },
  id: string,
  { app, options }: { readonly app: App; readonly options: OpenOptions },
): string => {
  const { language } = options;
  if (opened.kind === 'has_case')
    throw new UserError(
      sayReview(language, opened.isKept ? 'has_case_kept' : 'has_case', {
        id,
        case: caseName(opened.caseId),
      }),
    );
  if (opened.kind !== 'filed')
    throw new UserError(
      sayReview(language, opened.kind, { id, brand: 'brand' in opened ? opened.brand : '' }),
    );
  const { row, as } = opened;
  const name = caseName(row.id);
  const isNew = as === 'opened';
  if (opened.isKept)
    return options.json === true
      ? jsonText({ id: null, isNew, severity: null, dueAt: null, isHistory: row.isHistory })
      : `${sayReview(language, 'done.kept')}\n`;
  if (options.json === true)
    return jsonText({ id: name, isNew, severity: row.severity, dueAt: row.dueAt, isHistory: row.isHistory });
  const key = isNew ? (row.isHistory ? 'done.openedHistory' : 'done.opened') : 'done.joined';
  const said = sayReview(language, key, {
    id: name,
    severity: sayRender(language, `severity.${row.severity}`),
    due: dueTime(row.dueAt, app.clock.now(), language),
  });
  return `${said}\n  ${sayReview(language, 'done.next', { id: name })}\n`;
};
