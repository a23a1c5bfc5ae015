import { isDangerCase, languageOfCase } from '../../cases/brand.store.ts';
import { sayDanger } from '../../cases/danger/danger-texts.ts';
import { caseName } from '../../domain/case-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { refuseUntold } from '../refuse-untold.ts';

export interface AcknowledgeOptions extends ActingOptions {
  readonly text?: CatalogueLanguage;
  readonly json?: boolean;
}

export const runAcknowledge = async (
  app: App,
  caseId: string,
  options: AcknowledgeOptions,
): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const written = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      await refuseUntold(tx, app, caseId, { person, language: options.language });
      if (await isDangerCase(tx, caseId))
        throw new UserError(sayDanger(options.language, 'noStockAnswer', { id: caseName(caseId) }));
      return languageOfCase(tx, caseId);
    }),
  );
  const language = options.text ?? (written === 'de' ? 'de' : 'en');
  const text = app.config().config.acknowledgement[language];
  app.io.out(options.json === true ? jsonText({ id: caseName(caseId), language, text }) : `${text}\n`);
};
