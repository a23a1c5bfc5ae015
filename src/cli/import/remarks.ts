import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import type { PassedOver } from '../../sources/source.ts';
import { sayImport } from './texts.ts';

export interface Remarkable {
  readonly passedOver: readonly PassedOver[];
  /** Posts dated in the future. */
  readonly future: number;
}

/** What no line was refused for, and a person should know all the same. */
export const remarkLines = ({ passedOver, future }: Remarkable, language: CatalogueLanguage): string[] => {
  const reasons = passedOver.map(({ reason, count, line }) =>
    sayImport(language, 'passedOne', { reason: sentenceIn(reason, language), count, line }),
  );
  return [
    ...(reasons.length === 0 ? [] : [sayImport(language, 'passedOver', { reasons: reasons.join(', ') })]),
    ...(future === 0 ? [] : [sayImport(language, 'future', { count: future })]),
  ];
};
