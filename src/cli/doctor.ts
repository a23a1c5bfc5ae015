import type { RegisterCommand } from './command.ts';
import { addLanguage } from './desk-options.ts';
import type { DoctorOptions } from './doctor/run-doctor.ts';
import { examples } from './help.ts';

export const registerDoctor: RegisterCommand = (program, act) => {
  addLanguage(program.command('doctor'))
    .description('configuration, connections, versions, queue lag, source health, locks in force')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      examples(
        ['evenhand doctor', 'evenhand doctor --json | jq \'.findings[] | select(.level != "ok")\''],
        ['Exit codes: 0 nothing fails, 2 something is to be mended, 3 a database or queue does not answer.'],
      ),
    )
    .action((options: DoctorOptions) =>
      act(async (app) => {
        const { runDoctor } = await import('./doctor/run-doctor.ts');
        return runDoctor(app, options);
      }),
    );
};
