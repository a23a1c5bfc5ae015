import type { Config } from '../../../config/config.ts';
import { didYouMean } from '../../lib/did-you-mean.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Source } from '../../sources/source.ts';

/** The sources that were named, or all; a name that is none of them says which there are. */
export const chooseSources = (
  names: readonly string[],
  sources: ReadonlyMap<string, Source>,
  config: Config,
): readonly Source[] => {
  for (const name of names) {
    if (sources.has(name)) continue;
    const configured = config.sources.find((source) => source.name === name);
    if (configured?.kind === 'push')
      throw new UserError(
        `${name} is not polled: whoever sends it pushes to POST /ingest/${name} of the running service`,
      );
    if (configured?.kind === 'webmention')
      throw new UserError(
        `${name} is not polled: pages that link to yours are told to POST /webmention/${name} of the running service`,
      );
    if (configured !== undefined)
      throw new UserError(
        `${name} is a file, which is imported and not polled: run "evenhand import" with its path`,
      );
    const known = [...sources.keys()].join(', ');
    throw new UserError(
      `"${name}" is no source${known === '' ? ': evenhand.yaml names none that can be polled' : didYouMean(name, sources.keys()) || `; there are ${known}`}`,
    );
  }
  return [...sources.values()].filter(({ name }) => names.length === 0 || names.includes(name));
};
