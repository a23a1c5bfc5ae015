import { type Command, InvalidArgumentError, Option } from 'commander';
import { type OutOfBandKind, outOfBandKinds } from '../../domain/classification.ts';
import { type Money, parseMoney, type RemedyKind, remedyKinds } from '../../domain/remedy.ts';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument, noteOf, writtenText } from '../desk-options.ts';
import { type Example, examples } from '../help.ts';
import type { OnCaseOptions } from './run-on-case.ts';

const load = () => import('./run-on-case.ts');

/** What people write down at a case and what the others of its problem are owed by it. */
export const registerOnCase = (cases: Command, act: Act): void => {
  command(
    cases,
    'remedy',
    'write down what the customer got; the others of the problem are owed the same chance',
    [
      'evenhand cases remedy EH-12 --kind refund --amount "EUR 40" --note "paid back today"',
      'evenhand cases remedy 12 --kind apology',
    ],
  )
    .addOption(new Option('--kind <kind>', 'what it was').choices([...remedyKinds]).makeOptionMandatory())
    .option('--amount <money>', 'how much, shown as a band', moneyArgument)
    .option('--note <text>', 'for the colleagues')
    .action((caseId: string, options: OnCaseOptions & { kind: RemedyKind; amount?: Money; note?: string }) =>
      act(async (app) =>
        (await load()).runRemedy(
          app,
          { caseId, kind: options.kind, money: options.amount ?? null, note: noteOf(options) },
          options,
        ),
      ),
    );

  command(
    cases,
    'out-of-band',
    'an executive or the brand spoke to the customer elsewhere, as in a phone call; it answers and closes nothing',
    ['evenhand cases out-of-band EH-12 --kind promise --note "she called and promised the money back"'],
  )
    .addOption(
      new Option('--kind <kind>', 'what was said').choices([...outOfBandKinds]).makeOptionMandatory(),
    )
    .requiredOption('--note <text>', 'who said what, for the colleagues and for the audit')
    .action((caseId: string, options: OnCaseOptions & { kind: OutOfBandKind; note: string }) =>
      act(async (app) =>
        (await load()).runOutOfBand(
          app,
          { caseId, kind: options.kind, note: writtenText(options.note, '--note') },
          options,
        ),
      ),
    );
};

const moneyArgument = (text: string): Money => {
  const money = parseMoney(text);
  if (money === null) throw new InvalidArgumentError('An amount is written "EUR 40" or "39.99 EUR".');
  return money;
};

const command = (cases: Command, name: string, description: string, help: readonly Example[]): Command =>
  addActor(
    addLanguage(
      cases.command(name).description(description).argument('<id>', '12, EH-12 or #12', caseIdArgument),
    ),
  )
    .option('--json', 'the outcome as one object')
    .addHelpText('after', examples(help));
