import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { createProgram } from '../../src/cli/create-program.ts';

const everyCommand = (command: Command, path = ''): readonly (readonly [string, Command])[] => [
  [path === '' ? 'evenhand' : path, command] as const,
  ...command.commands
    .filter((child) => child.name() !== 'help')
    .flatMap((child) => everyCommand(child, `${path} ${child.name()}`.trim())),
];

let written = '';
const note = (text: string): void => {
  written += text;
};
const { command: program } = createProgram({ version: '0.1.0', out: note, err: note }, () =>
  Promise.reject(new Error('help runs nothing')),
);

const helpOf = async (path: string): Promise<string> => {
  written = '';
  const words = path === 'evenhand' ? [] : path.split(' ');
  await program.parseAsync([...words, '--help'], { from: 'user' }).catch(() => undefined);
  return written;
};

/** A command that runs where only the one above it is named takes its options there. */
const defaultOf = (command: Command): Command =>
  command.commands.find(
    (child) =>
      child.name() === (command as unknown as { _defaultCommandName: string | null })._defaultCommandName,
  ) ?? command;

const isDefault = (path: string): boolean =>
  everyCommand(program).some(([, parent]) => {
    const child = defaultOf(parent);
    return child !== parent && path === `${parent.name()} ${child.name()}`;
  });

describe.each(everyCommand(program).map(([path]) => path))('the help of %s', (path) => {
  it('shows examples of this command', async () => {
    const shown = await helpOf(path);
    const [, examples = ''] = shown.split('\nExamples:\n');
    const name =
      path === 'evenhand' || path === 'start' ? /npm start/ : new RegExp(`evenhand (-c \\S+ )?${path}`);
    expect(examples).toMatch(isDefault(path) ? new RegExp(`evenhand ${path.split(' ')[0]}`) : name);
  });

  it('uses in its examples only options that the help of the shown command lists', async () => {
    const [, examples = ''] = (await helpOf(path)).split('\nExamples:\n');
    for (const line of examples.split('\n').filter((one) => /^ {2}\S*.*evenhand/.test(one))) {
      const [typed = ''] = line.replace(/^.*?evenhand /, '').split(/ [|>] /);
      const words = typed.replace(/"[^"]*"/g, '').split(/\s+/);
      const shown = words.reduce(
        (at, word) => at.commands.find((child) => child.name() === word) ?? at,
        program,
      );
      const options = [program, shown, defaultOf(shown)].flatMap((one) => one.options);
      const known = new Set(options.map(({ long }) => long));
      for (const word of words.filter((one) => one.startsWith('--')))
        expect([line, word, known.has(word)]).toEqual([line, word, true]);
    }
  });

  it('tells defaults as people write them', async () => {
    const shown = (await helpOf(path)).replace(/\s+/g, ' ');
    for (const [, value] of shown.matchAll(/default: ([^;)]*)/g))
      expect(value).not.toMatch(/\d{4,}|[[\]{}]|^"\d+"$|undefined|null/);
  });

  it('keeps within 80 columns but for commands, which are not broken', async () => {
    for (const line of (await helpOf(path)).split('\n'))
      expect([line, line.length <= (line.includes('evenhand ') ? 100 : 80)]).toEqual([line, true]);
  });

  it('says what every option and argument is, and how to name another configuration', async () => {
    const shown = await helpOf(path);
    expect(shown).toContain('--config <file>');
    for (const [, each] of everyCommand(program).filter(([name]) => name === path)) {
      expect(each.description()).not.toBe('');
      for (const { description, long } of each.options)
        expect([long, description.length > 4]).toEqual([long, true]);
      for (const argument of each.registeredArguments) expect(argument.description.length).toBeGreaterThan(4);
    }
  });
});

describe('the words of the options', () => {
  const options = everyCommand(program).flatMap(([path, { options: all }]) =>
    all.map((one) => ({ path, one })),
  );

  it('mean the same wherever they stand', () => {
    for (const name of ['--as', '--language', '--brand', '--limit', '--severity', '--reason']) {
      const kinds = new Set(options.filter(({ one }) => one.long === name).map(({ one }) => one.flags));
      expect([
        name,
        [...kinds].filter((flags) => name !== '--reason' || flags.includes('<text>')).length,
      ]).toEqual([name, 1]);
    }
  });

  it('mark what must be given', async () => {
    expect((await helpOf('cases dismiss')).replace(/\s+/g, ' ')).toMatch(
      /--disposition <what> what it is instead \(.*; required\) --reason <text> .* \(required\) --as/,
    );
  });
});
