import { basename, dirname, relative, sep } from 'node:path';
import { packageRoot } from './package-root.ts';

/**
 * How this program is called from where the person stands: `evenhand` where it is installed, `npx evenhand` in a
 * checkout or a project that holds it, else the very line that ran. `script` is what node was given to run.
 */
export const programAs = (script: string, { root, cwd }: { root: string; cwd: string }): string => {
  const folder = dirname(script);
  if (/^evenhand(\.cmd|\.ps1)?$/.test(basename(script)))
    return basename(folder) === '.bin' ? viaNpx : installed;
  // Tests and scripts of the project run something else: hints then name the program plainly.
  if (basename(script) !== 'main.js' || basename(folder) !== 'cli') return installed;
  // Windows runs a shim that names the file itself, in the node_modules of an installation or of a project.
  const holder = dirname(root);
  if (basename(holder) === 'node_modules') return isWithin(cwd, dirname(holder)) ? viaNpx : installed;
  if (isWithin(cwd, root)) return viaNpx;
  const near = relative(cwd, script);
  return `node ${near.length < script.length ? near : script}`;
};

const installed = 'evenhand';
const viaNpx = 'npx evenhand';

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** What a person types here to call this program. */
const program: string = programAs(process.argv[1] ?? '', { root: packageRoot, cwd: process.cwd() });

/** Commands that a text of ours names, in the form that works here. Only our own words: never what somebody posted. */
export const asCalled = (words: string, called: string = program): string =>
  called === installed ? words : words.replace(commandPattern, called);

const commandPattern =
  /(?<![\w./-])(?:npx )?evenhand(?= (?:(?:start|import|poll|classify|cases|review|summary|digest|verify|erase|dead-letters|doctor|config|init|-c|--help)\b|\[options\]))/g;
