import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import type { Config, FileSourceConfig } from '../../../config/config.ts';
import { didYouMean, nearest } from '../../lib/did-you-mean.ts';
import { packageRoot } from '../../lib/package-root.ts';
import { UserError } from '../../lib/user-error.ts';
import { type FileFormat, type FileMap, loadFileMap, mapOf } from '../../sources/file.ts';
import {
  isRecordedPlatform,
  type RecordedPlatform,
  recordedReaders,
} from '../../sources/recorded/readers.ts';

export interface InputOptions {
  readonly source?: string;
  readonly map?: string;
  readonly format?: FileFormat;
  /** Name of the platform whose traffic the file holds. */
  readonly from?: string;
}

export interface ChosenInput {
  readonly path: string;
  readonly source: string;
  readonly map?: FileMap;
  readonly format?: FileFormat;
  readonly from?: RecordedPlatform;
}

/** A file that evenhand.yaml names brings its source and mapping along; the command line goes before both. */
export const chooseInput = async (
  file: string,
  options: InputOptions,
  { config, cwd }: { config: Config; cwd: string },
): Promise<ChosenInput> => {
  const from = checkedPlatform(options.from);
  if (from !== undefined) return { path: file, source: checkedName(options.source) ?? from, from };
  const configured = config.sources.find(
    (source): source is FileSourceConfig => source.kind === 'file' && source.path === resolve(cwd, file),
  );
  const map =
    options.map === undefined ? configuredMap(configured) : await loadFileMap(mapPath(options.map, cwd));
  return {
    path: file,
    source: checkedName(options.source) ?? configured?.name ?? sourceName(file),
    ...(map === undefined ? {} : { map }),
    ...(options.format === undefined ? {} : { format: options.format }),
  };
};

/** As the configuration names sources: `erase` and the clocks of a source find it by this name. */
const checkedName = (name: string | undefined): string | undefined => {
  if (name === undefined || /^[a-z0-9][a-z0-9_-]{0,62}$/.test(name)) return name;
  throw new UserError(
    `--source "${name}" is no name of a source: write a short one of a-z, 0-9, - and _, for example archive`,
  );
};

/** The mappings that come with Evenhand, by the name of the tool whose exports they read. */
const exportMaps = join(packageRoot, 'config', 'exports');

/** A file of that name comes before a mapping of ours. */
const mapPath = (told: string, cwd: string): string => {
  const own = resolve(cwd, told);
  if (existsSync(own)) return own;
  const ours = namesIn(exportMaps).map((file) => basename(file, '.yaml'));
  if (ours.includes(told)) return join(exportMaps, `${told}.yaml`);
  throw new UserError(
    `--map "${told}" is neither a file nor the name of a mapping of ours${meantMap(told, own, ours) || `; ours are ${ours.join(', ')}`}`,
  );
};

/** Endings are alike without being meant. */
const meantMap = (told: string, own: string, ours: readonly string[]): string => {
  const beside = namesIn(dirname(own)).map((file) => [stemOf(file), join(dirname(told), file)] as const);
  const named = new Map([...beside, ...ours.map((name) => [name, name] as const)]);
  const near = nearest(stemOf(told), named.keys());
  return near === null ? '' : `; did you mean "${named.get(near)}"?`;
};

const stemOf = (file: string): string => parse(file).name;

/** What a folder holds, if it is one. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const checkedPlatform = (name: string | undefined): RecordedPlatform | undefined => {
  if (name === undefined || isRecordedPlatform(name)) return name;
  const known = Object.keys(recordedReaders);
  throw new UserError(
    `--from "${name}" is no platform whose traffic can be read${didYouMean(name, known) || `; there are ${known.join(', ')}`}`,
  );
};

const configuredMap = (source: FileSourceConfig | undefined): FileMap | undefined =>
  source === undefined ? undefined : mapOf(source.map);

/** `Survey 2026.csv.gz` becomes `survey-2026`. */
const sourceName = (file: string): string => {
  if (file === '-') return 'stdin';
  const name = basename(file)
    .toLowerCase()
    .replace(/\.gz$/, '')
    .replace(/\.[a-z0-9]+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'file' : name.slice(0, 40);
};
