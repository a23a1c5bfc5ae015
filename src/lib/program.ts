import { basename, dirname, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from './package-root.ts';

/** What a person types to call this program, and to start its service. */
export interface Called {
  readonly command: string;
  readonly start: string;
}

/**
 * How this program is called from where the person stands: `evenhand` where it is installed, `npx evenhand` in a
 * checkout or a project that holds it, else the very line that ran. `script` is what node was given to run.
 */
export const programAs = (script: string, { root, cwd }: { root: string; cwd: string }): Called => {
  const folder = dirname(script);
  if (/^evenhand(\.cmd|\.ps1)?$/.test(basename(script))) {
    if (basename(folder) !== '.bin') return named('evenhand');
    return isWithin(cwd, root) ? checkout : named('npx evenhand');
  }
  // Tests and scripts of the project run something else: hints then name the program plainly.
  if (basename(script) !== 'main.js' || basename(folder) !== 'cli') return plain;
  // Windows runs a shim that names the file itself, in the node_modules of an installation or of a project.
  const holder = dirname(root);
  if (basename(holder) === 'node_modules')
    return named(isWithin(cwd, dirname(holder)) ? 'npx evenhand' : 'evenhand');
  if (isWithin(cwd, root)) return checkout;
  const near = relative(cwd, script);
  return named(`node ${near.length < script.length ? near : script}`);
};

const plain: Called = { command: 'evenhand', start: 'npm start' };
const checkout: Called = { command: 'npx evenhand', start: 'npm start' };

const named = (command: string): Called => ({ command, start: `${command} start` });

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** The program as called, with the configuration that was named: what it suggests must meet the same cases. */
export const withConfig = ({ command, start }: Called, given: readonly string[]): Called => {
  const { config } = parseArgs({
    args: [...given],
    options: { config: { type: 'string', short: 'c' } },
    strict: false,
  }).values;
  if (typeof config !== 'string') return { command, start };
  const option = `-c ${inShell(config)}`;
  return {
    command: `${command} ${option}`,
    start: start === plain.start ? `${start} -- ${option}` : `${command} ${option} start`,
  };
};

export const inShell = (path: string): string =>
  /^[\w./~@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

const here = withConfig(
  programAs(process.argv[1] ?? '', { root: packageRoot, cwd: process.cwd() }),
  process.argv.slice(2),
);

/** Commands that a text of ours names, in the form that works here. Only our own words: never what somebody posted. */
export const asCalled = (words: string, { command, start }: Called = here): string => {
  const commands = command === plain.command ? words : words.replace(commandPattern, command);
  return start === plain.start ? commands : commands.replace(startPattern, start);
};

const commandPattern =
  /(?<![\w./-])(?:npx )?evenhand(?= (?:(?:start|import|poll|classify|cases|next|lease|problems|review|summary|digest|alerts|silences|escalations|approvals|compliance|statements|contacts|receipts|routing|sinks|keys|webhooks|openapi|move|author|erasures|holds|verify|verify-log|erase|dead-letters|doctor|config|init|label|-c|--help)\b|\[options\]))/g;

/** npm passes on what stands behind two dashes. */
const startPattern = /\bnpm start\b( --(?= ))?/g;
