import { type Command, InvalidArgumentError } from 'commander';
import { isScope, type Scope, scopes } from '../domain/api-scope.ts';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addLanguage } from './desk-options.ts';
import { examples } from './help.ts';
import type { AddOptions, ListOptions, RevokeOptions } from './keys/run-keys.ts';

const load = () => import('./keys/run-keys.ts');

export const registerKeys: RegisterCommand = (program, act) => {
  const keys = program
    .command('keys')
    .description('keys of the HTTP API: add, list, revoke')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand keys add helpdesk --scopes cases:read,cases:write', 'for a program'],
          ['evenhand keys add kim-phone --as-person kim --scopes cases:read', 'for one of the people'],
          ['evenhand keys list', 'which there are, and when each was used last'],
          ['evenhand keys revoke helpdesk', 'it opens nothing from now on'],
        ],
        ['A key is shown once, when it is made; the record keeps a hash of it.'],
      ),
    );
  registerAdd(keys, act);
  registerList(keys, act);
  registerRevoke(keys, act);
};

const registerAdd = (keys: Command, act: Act): void => {
  addActor(addLanguage(keys.command('add')))
    .description('make a key and show it, once')
    .argument('<name>', 'what it is called: the program, or the device')
    .requiredOption('--scopes <list>', `what it may be used for, of ${scopes.join(', ')}`, scopesArgument)
    .option('--as-person <name>', 'one of the people in evenhand.yaml: what is done with it is done by them')
    .option('--expires <time>', 'how long it works: 90d, 12h (default: until it is revoked)', lifeArgument)
    .option('--json', 'one object, with the key')
    .addHelpText(
      'after',
      examples([
        'evenhand keys add helpdesk --scopes cases:read,cases:write --expires 90d',
        'evenhand keys add kim-phone --as-person kim --scopes cases:read,cases:write',
        'evenhand keys add calls --scopes contacts:write --json | jq -r .key',
      ]),
    )
    .action((name: string, options: AddOptions) =>
      act(async (app) => (await load()).runAdd(app, name, options)),
    );
};

const registerList = (keys: Command, act: Act): void => {
  addActor(addLanguage(keys.command('list')))
    .description('every key with its scopes, the newest first; never the key itself')
    .option('--json', 'an array')
    .addHelpText(
      'after',
      examples([
        'evenhand keys list',
        "evenhand keys list --json | jq -r '.[] | select(.lastUsedOn == null) | .name'",
      ]),
    )
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));
};

const registerRevoke = (keys: Command, act: Act): void => {
  addActor(addLanguage(keys.command('revoke')))
    .description('end a key: it opens nothing from now on')
    .argument('<name>', 'its name, or its id of eight characters')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(['evenhand keys revoke helpdesk', 'evenhand keys revoke 3f9a01bc --as kim']),
    )
    .action((name: string, options: RevokeOptions) =>
      act(async (app) => (await load()).runRevoke(app, name, options)),
    );
};

const scopesArgument = (list: string): readonly Scope[] => {
  const words = [...new Set(list.split(',').map((word) => word.trim()))];
  const known = words.filter(isScope);
  const unknown = words.find((word) => !isScope(word));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is no scope; there are ${scopes.join(', ')}.`);
  return known;
};

const hourMs = 3_600_000;
const longestDays = 3_660;

/** Milliseconds. */
const lifeArgument = (text: string): number => {
  const [, number = '', unit = ''] = /^(\d{1,5})(h|d)$/.exec(text) ?? [];
  const ms = Number(number) * (unit === 'h' ? hourMs : 24 * hourMs);
  if (number === '' || ms <= 0 || ms > longestDays * 24 * hourMs)
    throw new InvalidArgumentError('A time is written 12h or 90d, at most 3660d.');
  return ms;
};
