import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage, addSince } from './desk-options.ts';
import { examples } from './help.ts';
import type { CheckOptions, SinceOptions } from './routing/run-routing.ts';

const load = () => import('./routing/run-routing.ts');

export const registerRouting: RegisterCommand = (program, act) => {
  const routing = program
    .command('routing')
    .description(
      'which team works which case: check the rules, see what they would change, try them on history',
    )
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand routing check', 'the rules in order, and those that never decide'],
          ['evenhand routing diff --since 7d', 'where rules in the background would have led elsewhere'],
          [
            'evenhand routing backtest --since 30d',
            'what the rules, drafts too, do with the cases of a month',
          ],
        ],
        [
          'Rules stand in evenhand.yaml under routing. None changes a severity, a deadline or the order of the queue.',
        ],
      ),
    );
  addActor(addLanguage(routing.command('check', { isDefault: true })))
    .description('the rules in order, their states, and what is wrong with them')
    .option('--json', 'one object')
    .addHelpText('after', examples(['evenhand routing check', 'evenhand routing check --json']))
    .action((options: CheckOptions) => act(async (app) => (await load()).runCheck(app, options)));
  addSince(addActor(addLanguage(routing.command('diff'))), 'cases opened since 24h, 7d or 30d ago')
    .description(
      'where the rules in the background would have sent cases, as it was written down when they opened',
    )
    .option('--json', 'one object')
    .addHelpText('after', examples(['evenhand routing diff', 'evenhand routing diff --since 7d --json']))
    .action((options: SinceOptions) => act(async (app) => (await load()).runDiff(app, options)));
  addSince(addActor(addLanguage(routing.command('backtest'))), 'cases opened since 24h, 7d or 30d ago')
    .description('what the rules as they are written now would have done; it changes nothing')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(['evenhand routing backtest --since 30d', 'evenhand routing backtest --since 30d --json']),
    )
    .action((options: SinceOptions) => act(async (app) => (await load()).runBacktest(app, options)));
};
