import type { Command } from 'commander';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addLanguage, caseIdArgument } from './desk-options.ts';
import { examples } from './help.ts';
import type { LeaseOptions } from './lease/run-lease.ts';

export const registerLease: RegisterCommand = (program, act) => {
  const lease = program
    .command('lease')
    .description('a case that you were handed: keep it for ten more minutes, or give it back')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand lease refresh EH-12 --as kim', 'ten more minutes'],
          ['evenhand lease release EH-12 --as kim', 'back into the queue, where it stood'],
        ],
        ['"evenhand next" hands cases over; "evenhand cases take" keeps one for good.'],
      ),
    );
  register(lease, 'refresh', { act, description: 'ten more minutes with a case that you were handed' });
  register(lease, 'release', { act, description: 'give a case back: it stands in the queue where it stood' });
};

const register = (
  lease: Command,
  what: 'refresh' | 'release',
  { act, description }: { readonly act: Act; readonly description: string },
): void => {
  addActor(
    addLanguage(
      lease.command(what).description(description).argument('<id>', '12, EH-12 or #12', caseIdArgument),
    ),
  )
    .option('--json', 'one object')
    .addHelpText('after', examples([`evenhand lease ${what} EH-12 --as kim`]))
    .action((id: string, options: LeaseOptions) =>
      act(async (app) => {
        const { runLease } = await import('./lease/run-lease.ts');
        return runLease(app, id, { what, options });
      }),
    );
};
