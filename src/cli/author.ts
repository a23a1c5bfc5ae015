import { Option } from 'commander';
import type { ExportOptions, ObjectOptions } from './author/run-author.ts';
import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage } from './desk-options.ts';
import { examples } from './help.ts';

const load = () => import('./author/run-author.ts');

export const registerAuthor: RegisterCommand = (program, act) => {
  const author = program
    .command('author')
    .description('what is kept about the author of posts, and an objection of theirs')
    .addHelpText(
      'after',
      examples([
        ['evenhand author export --source x --author 12345678 > answer.json', 'right of access'],
        'evenhand author object --source x --author 12345678 --reason "letter of 4 May"',
      ]),
    );
  addActor(addLanguage(author.command('export')))
    .description('everything about one author, without the names of those who work here')
    .requiredOption('--source <name>', 'the source, by its key in evenhand.yaml')
    .requiredOption('--author <id>', 'the author, as the platform knows them')
    .addOption(new Option('--format <format>', 'how it is written').choices(['json']).default('json'))
    .addHelpText(
      'after',
      examples(
        ['evenhand author export --source x --author 12345678 --format json'],
        ['Read the notes of colleagues before you send it: they may speak of other customers.'],
      ),
    )
    .action((options: ExportOptions) => act(async (app) => (await load()).runExport(app, options)));
  addActor(addLanguage(author.command('object')))
    .description('their posts are handled, and are used for no label, sample, training or digest')
    .requiredOption('--source <name>', 'the source, by its key in evenhand.yaml')
    .requiredOption('--author <id>', 'the author, as the platform knows them')
    .option('--reason <text>', 'what they wrote, in few words; needed unless it is withdrawn')
    .option('--withdraw', 'they withdrew it')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        ['evenhand author object --source x --author 12345678 --withdraw'],
        ['Who wants nothing to be kept at all asks for erasure: evenhand erase.'],
      ),
    )
    .action((options: ObjectOptions) => act(async (app) => (await load()).runObject(app, options)));
};
