import { type Command, Option } from 'commander';
import type { AckOptions, ResendOptions } from './alerts/run-ack.ts';
import type { ListOptions, ShowOptions } from './alerts/run-list.ts';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addBrand, addLanguage, limitArgument } from './desk-options.ts';
import { examples } from './help.ts';
import { type Until, untilArgument } from './until.ts';

const loadList = () => import('./alerts/run-list.ts');
const loadAck = () => import('./alerts/run-ack.ts');

export const registerAlerts: RegisterCommand = (program, act) => {
  const alerts = program
    .command('alerts')
    .description('what was told, to whom, and what was not: list, show, ack, resend')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand alerts list', 'the messages, the newest first'],
          ['evenhand alerts list --unsent', 'what nobody was told, and why'],
          ['evenhand alerts show EH-12', 'what was raised of a case, and where it was told'],
          ['evenhand alerts ack EH-12 --as kim', 'you look after it: no repetition for an hour'],
        ],
        ['A message is written by its id or the first signs of it: ntf_0123abcd.'],
      ),
    );
  registerList(alerts, act);
  addActor(addLanguage(alerts.command('show')))
    .description('one message, or what was raised of a case')
    .argument('<id>', 'ntf_0123abcd, or EH-12')
    .option('--json', 'one object, or of a case an array')
    .addHelpText(
      'after',
      examples(['evenhand alerts show ntf_0123abcd', 'evenhand alerts show EH-12 --json']),
    )
    .action((id: string, options: ShowOptions) =>
      act(async (app) => (await loadList()).runShow(app, id, options)),
    );
  registerActing(alerts, act);
};

const registerList = (alerts: Command, act: Act): void => {
  addActor(addLanguage(addBrand(alerts.command('list', { isDefault: true }))))
    .description('the messages of every channel, the newest first')
    .option('--channel <name>', 'only this channel')
    .addOption(new Option('--state <state>', 'only these').choices(['pending', 'delivered', 'failed']))
    .option('--unsent', 'alerts that nobody was told instead, and why')
    .option('--limit <n>', 'how many', limitArgument, 20)
    .option('--json', 'an array')
    .addHelpText(
      'after',
      examples([
        'evenhand alerts',
        'evenhand alerts list --state failed',
        'evenhand alerts list --unsent --brand acme',
        "evenhand alerts list --json | jq -r '.[].id'",
      ]),
    )
    .action((options: ListOptions) => act(async (app) => (await loadList()).runList(app, options)));
};

const registerActing = (alerts: Command, act: Act): void => {
  addActor(addLanguage(alerts.command('ack')))
    .description(
      'say that you look after it: it is not repeated, and told again when nobody took the case in time',
    )
    .argument('<id>', 'EH-12, or a message: ntf_0123abcd')
    .addOption(
      new Option('--until <time>', '30m, 2h, or a time such as 2026-05-04T10:30; at most 24h from now')
        .argParser(untilArgument)
        .default({ kind: 'after', ms: 3_600_000 } satisfies Until, '1h'),
    )
    .option('--json', 'the outcome as one object')
    .addHelpText(
      'after',
      examples([
        'evenhand alerts ack EH-12 --as kim',
        'evenhand alerts ack ntf_0123abcd --until 2h --as kim',
      ]),
    )
    .action((id: string, options: AckOptions) =>
      act(async (app) => (await loadAck()).runAck(app, id, options)),
    );
  addActor(addLanguage(alerts.command('resend')))
    .description(
      'tell a message once more in its channel, as a message of its own and from the words that are left',
    )
    .argument('<id>', 'ntf_0123abcd')
    .option('--json', 'the outcome as one object')
    .addHelpText('after', examples(['evenhand alerts resend ntf_0123abcd --as lea']))
    .action((id: string, options: ResendOptions) =>
      act(async (app) => (await loadAck()).runResend(app, id, options)),
    );
};
