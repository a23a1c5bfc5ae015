import { relative } from 'node:path';
import type { Config } from '../../../config/config.ts';
import type { LoadedConfig } from '../../../config/load-config.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { createFinder, type Finding } from './finding.ts';
import { howToGet } from './how-to-get.ts';

/** package.json says it too; npm only warns. */
const oldestNode = [20, 19] as const;

export const checkNode = (version: string, node: string, language: CatalogueLanguage): Finding => {
  const finder = createFinder(language, 'program');
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return isOld
    ? finder.misconfigured('program.old', { version, node }, 'program.update')
    : finder.ok('program.good', { version, node });
};

export interface CheckedConfiguration {
  /** null: it has faults. */
  readonly config: Config | null;
  readonly findings: readonly Finding[];
}

/** Faults do not end the examination: the database may be asked all the same. */
export const checkConfiguration = (app: App, language: CatalogueLanguage): CheckedConfiguration => {
  const finder = createFinder(language, 'configuration');
  try {
    const loaded = app.config();
    return { config: loaded.config, findings: [...good(app, loaded, language)] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const findings = error.message.split('\n').map((fault) => {
      const missing = howToGet(fault);
      const values = { fault: sentenceIn(fault, language), name: missing?.name ?? '' };
      return finder.misconfigured('config.fault', values, missing?.how ?? 'config.mend');
    });
    return { config: null, findings };
  }
};

function* good(
  app: App,
  { config, warnings }: LoadedConfig,
  language: CatalogueLanguage,
): Generator<Finding> {
  const finder = createFinder(language, 'configuration');
  const names = (all: readonly { readonly name: string }[]): string =>
    all.length === 0 ? '–' : all.map(({ name }) => name).join(', ');
  const file = app.env.configPath;
  if (file === null) yield finder.ok('config.demo', {}, 'config.write');
  else
    yield finder.ok('config.good', {
      file: relative(app.env.cwd, file) || file,
      brands: names(config.brands.map(({ id }) => ({ name: id }))),
      sources: names(config.sources),
      channels: names(config.channels),
    });
  for (const warning of warnings)
    yield finder.warn('config.warning', { warning: sentenceIn(warning, language) });
}
