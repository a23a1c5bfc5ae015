import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addLanguage } from './desk-options.ts';
import { examples } from './help.ts';
import type { ListOptions, RotateOptions } from './webhooks/run-webhooks.ts';

const load = () => import('./webhooks/run-webhooks.ts');

export const registerWebhooks: RegisterCommand = (program, act) => {
  const webhooks = program
    .command('webhooks')
    .description('where events of the HTTP API are sent: list, new secrets')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand webhooks list', 'addresses, and which are switched off'],
          ['evenhand webhooks rotate wh_0123456789abcdef', 'a new secret; the old one signs too for a day'],
        ],
        ['They are added, removed and replayed through the API: docs/api.md.'],
      ),
    );
  registerList(webhooks, act);
  registerRotate(webhooks, act);
};

const registerList = (webhooks: Command, act: Act): void => {
  addActor(addLanguage(webhooks.command('list')))
    .description('every webhook, the oldest first; never its secret')
    .option('--json', 'an array')
    .addHelpText('after', examples(['evenhand webhooks list', 'evenhand webhooks list --json --as ops']))
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));
};

const registerRotate = (webhooks: Command, act: Act): void => {
  addActor(addLanguage(webhooks.command('rotate')))
    .description('make a new secret and show it, once')
    .argument('<id>', 'as "webhooks list" tells it')
    .addOption(
      new Option('--grace <time>', 'how long the old one signs too: 0h, 24h, at most 7d')
        .argParser(graceArgument)
        .default(graceArgument('24h'), '24h'),
    )
    .option('--json', 'one object, with the secret')
    .addHelpText(
      'after',
      examples([
        'evenhand webhooks rotate wh_0123456789abcdef --grace 48h',
        'evenhand webhooks rotate wh_0123456789abcdef --grace 0h --json | jq -r .secret',
      ]),
    )
    .action((id: string, options: RotateOptions) =>
      act(async (app) => (await load()).runRotate(app, id, options)),
    );
};

const longestHours = 7 * 24;

/** Milliseconds. */
const graceArgument = (text: string): number => {
  const [, number = '', unit = ''] = /^(\d{1,3})(h|d)$/.exec(text) ?? [];
  const hours = Number(number) * (unit === 'd' ? 24 : 1);
  if (number === '' || hours > longestHours)
    throw new InvalidArgumentError(
      'A time is written 24h or 2d, at most 7d; 0h ends the old secret at once.',
    );
  return hours * 3_600_000;
};
