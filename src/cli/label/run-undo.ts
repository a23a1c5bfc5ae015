import { undoLabel } from '../../cases/label.store.ts';
import { labelName } from '../../cases/label.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { actorWhoMay } from '../permission.ts';
import { sayLabel } from './label-texts.ts';

export interface UndoOptions extends ActingOptions {
  readonly json?: boolean;
}

export const runUndo = async (app: App, labelId: string, options: UndoOptions): Promise<undefined> => {
  const { language } = options;
  const ask = { labelId, actor: actorWhoMay(app, options.as, 'label_posts'), now: app.clock.now() };
  const undone = await app.withDatabase((db) => db.transaction('desk', (tx) => undoLabel(tx, ask)));
  const id = labelName(labelId);
  if (undone.kind === 'unknown') throw new UserError(sayLabel(language, 'unknownLabel', { id }));
  if (undone.kind === 'ended') throw new UserError(sayLabel(language, `ended.${undone.how}`, { id }));
  const { mentionId: post } = undone;
  app.io.out(
    options.json === true
      ? jsonText({ id, post, actor: ask.actor, at: ask.now })
      : `${sayLabel(language, 'undone', { id, post })}\n`,
  );
};
