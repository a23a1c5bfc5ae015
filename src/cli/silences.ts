import { type Command, Option } from 'commander';
import { alertKinds } from '../domain/alert-types.ts';
import { categories } from '../domain/classification.ts';
import { severities } from '../domain/severity.ts';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addBrand, addLanguage, caseIdArgument, limitArgument } from './desk-options.ts';
import { examples } from './help.ts';
import type { AddOptions, EndOptions, ListOptions } from './silences/run-silences.ts';
import { untilArgument } from './until.ts';

const load = () => import('./silences/run-silences.ts');

export const registerSilences: RegisterCommand = (program, act) => {
  const silences = program
    .command('silences')
    .description('keep alerts quiet for a time: add, list, end')
    .addHelpText(
      'after',
      examples(
        [
          [
            'evenhand silences add --brand acme --until 2h --comment "known outage" --as lea',
            'a known outage',
          ],
          ['evenhand silences list', 'what is kept quiet, by whom, why and until when'],
          ['evenhand silences end 3 --as lea', 'what it kept back is told now, where a case still waits'],
        ],
        [
          'Danger is never silenced, and a warning of a deadline only by --kind deadline_near or --kind deadline_missed. No silence changes a case, its clock or its place in the queue.',
        ],
      ),
    );
  registerAdd(silences, act);
  addActor(addLanguage(silences.command('list', { isDefault: true })))
    .description('the silences in force, the first to end first')
    .option('--all', 'those that are over too, the newest first')
    .option('--limit <n>', 'how many', limitArgument, 100)
    .option('--json', 'an array')
    .addHelpText(
      'after',
      examples(['evenhand silences', 'evenhand silences list --all', 'evenhand silences list --json']),
    )
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));
  addActor(addLanguage(silences.command('end')))
    .description('end one now')
    .argument('<number>', 'as the list shows it')
    .option('--json', 'the outcome as one object')
    .addHelpText('after', examples(['evenhand silences end 3 --as lea']))
    .action((id: string, options: EndOptions) => act(async (app) => (await load()).runEnd(app, id, options)));
};

const registerAdd = (silences: Command, act: Act): void => {
  addActor(addLanguage(addBrand(silences.command('add').description('keep what fits every word quiet'))))
    .addOption(new Option('--kind <kind>', 'only alerts of this kind').choices([...alertKinds]))
    .addOption(new Option('--severity <severity>', 'only this severity').choices([...severities]))
    .addOption(new Option('--category <name>', 'only cases of this category').choices([...categories]))
    .option('--case <id>', 'only this case', caseIdArgument)
    .requiredOption('--until <time>', '30m, 2h, 3d, or a time such as 2026-05-04T10:30Z', untilArgument)
    .requiredOption('--comment <text>', 'why, for the colleagues')
    .option('--json', 'the outcome as one object')
    .addHelpText(
      'after',
      examples([
        'evenhand silences add --case EH-12 --until 2h --comment "we are on the phone" --as kim',
        'evenhand silences add --brand acme --category delivery --until 3d --comment "strike"',
        [
          'evenhand silences add --kind source_stale --until 1d --comment "forum moves"',
          'notices about sources',
        ],
      ]),
    )
    .action((options: AddOptions) => act(async (app) => (await load()).runAdd(app, options)));
};
