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
    .option('--again', 'after a restore: erase again what the own ledger names, as a start does')
    .option('--yes', 'do not ask')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      examples(
        [
          'evenhand erase --post x/1790000000000000001',
          'evenhand erase --author owners-forum/jo.example@forum.example --yes',
          ['evenhand erase --again', 'after a backup was restored; a start does it too'],
          'evenhand erase --ledger ./kept/erasures.ndjson',
        ],
        [
          'Words, author, links and audience go; the case with its clocks and your notes stays. Each erasure is noted as a keyed hash in the database and in erasures.ndjson of the data folder (retention.ledger in evenhand.yaml says otherwise): keep that file beside your backups, not in them. What was sent and not called back: evenhand erasures.',
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
