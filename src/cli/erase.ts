import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage } from './desk-options.ts';
import type { EraseOptions } from './erase/run-erase.ts';
import { examples } from './help.ts';

export const registerErase: RegisterCommand = (program, act) => {
  addActor(addLanguage(program.command('erase')))
    .description('erase a post, or everything of an author, for good')
    .option('--author <source/author>', "the author's id at the source, as the platform knows it")
    .option('--post <source/id>', "the post's id at the source")
    .option('--ledger <file>', 'after a restore: erase again what this ledger names')
    .option('--yes', 'do not ask')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      examples(
        [
          'evenhand erase --post x/1790000000000000001',
          'evenhand erase --author owners-forum/jo.example@forum.example --yes',
          ['evenhand erase --ledger ./data/erasures.ndjson', 'after a backup was restored'],
        ],
        [
          'Words, author, links and audience go; the case with its clocks and your notes stays. Each erasure is noted as a keyed hash in the database and in erasures.ndjson of the data folder: keep that file beside your backups, not in them.',
        ],
      ),
    )
    .action((options: EraseOptions) =>
      act(async (app) => {
        const { runErase } = await import('./erase/run-erase.ts');
        return runErase(app, options);
      }),
    );
};
