import { actOnCase } from '../../cases/action.store.ts';
import { refusalText } from '../../cases/action-texts.ts';
import type { CaseAction } from '../../cases/actions.ts';
import { caseName } from '../../domain/case-id.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { actorOf, jsonText, type SpokenOptions } from '../desk-options.ts';
import { dueUnder } from '../policy-deadline.ts';
import { actedJson, actedText } from './acted-text.ts';
import { unknownCase } from './run-show.ts';

export interface ActOptions extends SpokenOptions {
  readonly as?: string;
  readonly json?: boolean;
}

export const runAction = async (
  app: App,
  id: string,
  { action, options }: { readonly action: CaseAction; readonly options: ActOptions },
): Promise<undefined> => {
  const actor = actorOf(options.as);
  const now = app.clock.now();
  const acted = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => actOnCase(tx, { caseId: id, action, actor, now, dueUnder })),
  );
  if (acted.kind === 'unknown') throw unknownCase(id, options.language);
  if (acted.kind === 'refused')
    throw new UserError(refusalText(acted.refusal, { caseId: id, now, language: options.language }));
  app.io.out(
    options.json === true
      ? jsonText({ id: caseName(id), ...actedJson(acted) })
      : `${actedText(acted, { id: caseName(id), now, language: options.language })}\n`,
  );
};
