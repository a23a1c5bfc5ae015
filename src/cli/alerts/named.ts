import { parseCaseId } from '../../domain/case-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { findSent, type SentMessage } from '../../notify/sent/sent.store.ts';
import type { Transaction } from '../../postgres/database.ts';
import { sayAlert } from './texts.ts';

/** A case or a message, as somebody wrote it. Throws a UserError for anything else. */
export type Named =
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'message'; readonly beginning: string };

export const namedBy = (text: string, language: CatalogueLanguage): Named => {
  const beginning = text.trim().toLowerCase();
  // Ids of messages that tell what became of cases begin otherwise.
  if (/^(?:ntf|flw)_[0-9a-f]{8,32}$/.test(beginning)) return { kind: 'message', beginning };
  const caseId = parseCaseId(text);
  if (caseId === null) throw new UserError(sayAlert(language, 'name'));
  return { kind: 'case', caseId };
};

export const oneMessage = async (
  tx: Transaction,
  beginning: string,
  language: CatalogueLanguage,
): Promise<SentMessage> => {
  const [only, ...others] = await findSent(tx, beginning);
  if (only === undefined) throw new UserError(sayAlert(language, 'unknown', { id: beginning }));
  if (others.length > 0) throw new UserError(sayAlert(language, 'several', { id: beginning }));
  return only;
};
