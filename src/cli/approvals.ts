import type { Command } from 'commander';
import type {
  ApprovalOptions,
  DecideOptions,
  ListOptions,
  ReportOptions,
} from './approvals/run-approvals.ts';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addLanguage, addSince, limitArgument } from './desk-options.ts';
import { examples } from './help.ts';

const load = () => import('./approvals/run-approvals.ts');

export const registerApprovals: RegisterCommand = (program, act) => {
  const approvals = program
    .command('approvals')
    .description('actions against customers who may have complained: each needs a second approval')
    .addHelpText(
      'after',
      examples(
        ['evenhand approvals list --as mo', 'evenhand approvals approve 7 --reason "paid back" --as mo'],
        [
          'It takes the clearance compliance, and nobody from the line of the requester or of whom the complaint is about. It asks, it cannot stop: docs/guard.md.',
        ],
      ),
    );
  common(approvals.command('list'))
    .description('those that wait, the oldest first')
    .option('--all', 'decided ones too, the newest first')
    .option('--limit <n>', 'how many', limitArgument, 50)
    .addHelpText(
      'after',
      examples(['evenhand approvals list --as mo', 'evenhand approvals list --all --json --as mo']),
    )
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));
  common(approvals.command('show'))
    .description('one of them, and whether a complaint stands behind it')
    .argument('<number>', 'as the list shows it')
    .addHelpText('after', examples(['evenhand approvals show 7 --as mo']))
    .action((number: string, options: ApprovalOptions) =>
      act(async (app) => (await load()).runShow(app, number, options)),
    );
  decision(approvals, act, 'approve');
  decision(approvals, act, 'refuse');
  addSince(common(approvals.command('report')), 'the period: 7d, 90d')
    .description('how often complainants meet adverse actions, beside all others; names nobody')
    .addHelpText('after', examples(['evenhand approvals report --since 90d --as mo']))
    .action((options: ReportOptions) => act(async (app) => (await load()).runReport(app, options)));
};

const decision = (approvals: Command, act: Act, verb: 'approve' | 'refuse'): void => {
  common(approvals.command(verb))
    .description(verb === 'approve' ? 'the action may go on' : 'it should not: the answer stays as it was')
    .argument('<number>', 'as the list shows it')
    .requiredOption('--reason <text>', 'why, for the record')
    .addHelpText('after', examples([`evenhand approvals ${verb} 7 --reason "looked at the order" --as mo`]))
    .action((number: string, options: DecideOptions) =>
      act(async (app) => (await load()).runDecide(app, { number, verb }, options)),
    );
};

const common = (command: Command): Command => addActor(addLanguage(command)).option('--json', 'for scripts');
