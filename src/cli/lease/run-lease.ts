import { refreshLease, releaseLease } from '../../cases/lease/lease.store.ts';
import { leaseRefusalText } from '../../cases/lease/lease-texts.ts';
import { caseName } from '../../domain/case-id.ts';
import { leftText } from '../../lib/duration-text.ts';
import { UserError } from '../../lib/user-error.ts';
import { deskPersonOf } from '../acting-person.ts';
import type { App } from '../app.ts';
import { jsonText, type SpokenOptions } from '../desk-options.ts';
import { sayNext } from '../next/next-texts.ts';

export interface LeaseOptions extends SpokenOptions {
  readonly as?: string;
  readonly json?: boolean;
}

export const runLease = async (
  app: App,
  caseId: string,
  { what, options }: { readonly what: 'refresh' | 'release'; readonly options: LeaseOptions },
): Promise<undefined> => {
  const { name } = deskPersonOf(app, options.as);
  const now = app.clock.now();
  const change = what === 'refresh' ? refreshLease : releaseLease;
  const outcome = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => change(tx, { caseId, name, now })),
  );
  const { language } = options;
  if (outcome.kind === 'refused')
    throw new UserError(leaseRefusalText(outcome.refusal, { caseId, now, language }));
  const { until } = outcome.lease;
  const id = caseName(caseId);
  if (options.json === true) {
    app.io.out(jsonText({ id, until: what === 'refresh' ? until : null }));
    return;
  }
  const time = leftText(until.getTime() - now.getTime(), language);
  app.io.out(`${sayNext(language, what === 'refresh' ? 'refreshed' : 'released', { id, time })}\n`);
};
