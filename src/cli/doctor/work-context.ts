import type { Config } from '../../../config/config.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';

export interface WorkContext {
  readonly language: CatalogueLanguage;
  readonly now: Date;
  /** null: it has faults, and what it asks for is not known. */
  readonly config: Config | null;
}
