import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage } from './desk-options.ts';
import { examples } from './help.ts';
import type { MoveOptions } from './move/run-move.ts';

export const registerMove: RegisterCommand = (program, act) => {
  addActor(addLanguage(program.command('move')))
    .description('carry the embedded installation, whole, into an empty PostgreSQL')
    .requiredOption('--to <url>', 'where to; DATABASE_URL takes it from the environment or .env')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      examples(
        [
          'evenhand move --to postgresql://evenhand@db.example/evenhand',
          ['evenhand move --to DATABASE_URL', 'so that the password stands in no list of processes'],
        ],
        [
          'Stop the service first. Cases, cursors, numbers, sealed halves, what waits in the inbox and what is not sent yet go along; rows are counted and summed on both sides before anything is kept. Interrupted, it leaves the other database empty: run it again.',
        ],
      ),
    )
    .action((options: MoveOptions) =>
      act(async (app) => {
        const { runMove } = await import('./move/run-move.ts');
        return runMove(app, options);
      }),
    );
};
