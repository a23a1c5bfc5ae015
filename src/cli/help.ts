import { type Argument, type Command, Help, type Option } from 'commander';
import { asCalled } from '../lib/program.ts';

/** A command as it is typed, and what it does where that is not plain. */
export type Example = string | readonly [command: string, what: string];

/** For `addHelpText`: how a command is used; `more` is what else must be known, a paragraph each. */
export const examples =
  (shown: readonly Example[], more: readonly string[] = []) =>
  (): string =>
    [
      '',
      'Examples:',
      ...exampleLines(shown, helpWidth()),
      ...more.flatMap((text) => ['', ...wrapWords(asCalled(text), helpWidth())]),
    ].join('\n');

/** As wide as the terminal; beyond 100 columns lines are hard to read. Elsewhere 80. */
export const helpWidth = (): number =>
  process.stdout.isTTY === true ? Math.max(40, Math.min(process.stdout.columns, 100)) : 80;

/** What a command does stands beside it, or, where one line has no room for both, below each. */
const exampleLines = (shown: readonly Example[], width: number): readonly string[] => {
  const rows = shown.map((example) => {
    const [command, what] = typeof example === 'string' ? [example, ''] : example;
    return { command: asCalled(command), what };
  });
  const widest = Math.max(...rows.map(({ command, what }) => (what === '' ? 0 : command.length)));
  const isBeside = rows.every(({ what }) => what === '' || widest + 4 + what.length <= width);
  return rows.flatMap(({ command, what }) => {
    if (what === '') return [`  ${command}`];
    return isBeside
      ? [`  ${command.padEnd(widest)}  ${what}`]
      : [`  ${command}`, ...wrapWords(what, width - 6).map((line) => `      ${line}`)];
  });
};

const wrapWords = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

const standard = new Help();

/** What all commands share comes last, and in one order. */
const lastOptions = ['--as', '--language', '--json', '--help'];

const rank = (option: Option): number => lastOptions.indexOf(option.long ?? '');

/** For `configureHelp`: plain names in lists, what must be given is marked, and `--config` is told of everywhere. */
export const helpLayout = {
  showGlobalOptions: true,
  visibleOptions: (command: Command): Option[] =>
    standard.visibleOptions(command).sort((a, b) => rank(a) - rank(b)),
  visibleGlobalOptions: (command: Command): Option[] =>
    command.parent === null
      ? []
      : rootOf(command).options.filter(({ long, hidden }) => long === '--config' && !hidden),
  optionDescription: (option: Option): string => {
    const facts = [
      ...(option.argChoices === undefined ? [] : [option.argChoices.join(', ')]),
      ...(option.defaultValue === undefined ? [] : [`default: ${defaultOf(option)}`]),
      ...(option.mandatory ? ['required'] : []),
    ];
    return facts.length === 0 ? option.description : `${option.description} (${facts.join('; ')})`;
  },
  subcommandTerm: (command: Command): string =>
    [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
};

const defaultOf = ({ defaultValueDescription, defaultValue }: Option): string =>
  defaultValueDescription ?? String(defaultValue);

const argumentTerm = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));
