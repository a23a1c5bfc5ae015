import { leaseRefusalText } from '../../cases/lease/lease-texts.ts';
import { openOriginal } from '../../cases/lease/original.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { UserError } from '../../lib/user-error.ts';
import { deskPersonOf } from '../acting-person.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, writtenText } from '../desk-options.ts';
import { unknownCase } from '../refuse-untold.ts';
import { printable } from '../render/text-width.ts';
import { sayDesk } from './desk-texts.ts';

export interface OpenOptions extends ActingOptions {
  readonly reason?: string;
  readonly json?: boolean;
}

export const runOpen = async (app: App, caseId: string, options: OpenOptions): Promise<undefined> => {
  const { language } = options;
  const person = deskPersonOf(app, options.as);
  const reason = options.reason === undefined ? null : writtenText(options.reason, '--reason');
  const now = app.clock.now();
  const original = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => openOriginal(tx, { caseId, person, reason, now })),
  );
  if (original.kind === 'unknown') throw unknownCase(caseId, language);
  if (original.kind === 'kept')
    throw new UserError(leaseRefusalText(original.refusal, { caseId, now, language }));
  const id = caseName(caseId);
  if (original.kind === 'reason_needed') throw new UserError(sayDesk(language, 'open.reason', { id }));
  const { urls, isNoted } = original;
  if (options.json === true) {
    app.io.out(jsonText({ id, urls, isNoted }));
    return;
  }
  const lines = urls.length === 0 ? [sayDesk(language, 'open.none', { id })] : urls.map(printable);
  app.io.out(`${[...lines, ...(isNoted ? [sayDesk(language, 'open.noted', { id })] : [])].join('\n')}\n`);
};
