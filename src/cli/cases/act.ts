import { type Command, Option } from 'commander';
import { type Disposition, dispositions } from '../../cases/fold-types.ts';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument, noteOf, writtenText } from '../desk-options.ts';
import { type Example, examples } from '../help.ts';
import type { ActOptions, WantedAction } from './run-action.ts';
import { timeArgument, type WrittenTime } from './written-time.ts';

/** The commands that change a case: alike but for what they ask for, in the order of a case's life. */
export const registerActions = (cases: Command, act: Act): void => {
  const run: Run = (id, action, options) =>
    act(async (app) => {
      const { runAction } = await import('./run-action.ts');
      return runAction(app, id, { action: action(), options });
    });

  command(cases, 'take', 'work on a case: everybody sees who has it, and alerts about it stop', [
    'evenhand cases take EH-12',
    'evenhand cases take 12 --as Kim',
    'evenhand cases take 12 --take-over',
  ])
    .option('--take-over', 'also from somebody who has it')
    .action((id: string, options: ActOptions & { takeOver?: boolean }) =>
      run(id, () => ({ kind: 'take', takeOver: options.takeOver === true }), options),
    );

  command(cases, 'answered', 'you answered: the clock stops until the customer writes again', [
    'evenhand cases answered EH-12',
    'evenhand cases answered 12 --at 2026-05-04T10:30 --note "called back, refund on its way"',
    'evenhand cases answered 12 --at 2026-05-04T08:30Z',
  ])
    .option(
      '--at <time>',
      "when it was sent, in the brand's time zone unless it names an offset (default: now)",
      timeArgument,
    )
    .option('--note <text>', 'for the colleagues')
    .action((id: string, options: ActOptions & { at?: WrittenTime; note?: string }) =>
      run(id, () => ({ kind: 'answered', at: options.at ?? null, note: noteOf(options) }), options),
    );

  registerNote(cases, run);

  command(cases, 'resolve', 'the problem is solved; a message of the customer opens the case again', [
    'evenhand cases resolve EH-12 --note "refund arrived"',
  ])
    .option('--note <text>', 'for the colleagues')
    .action((id: string, options: ActOptions & { note?: string }) =>
      run(id, () => ({ kind: 'resolve', note: noteOf(options) }), options),
    );

  registerDismiss(cases, run);

  command(
    cases,
    'reopen',
    'put a resolved, closed or dismissed case back into the queue',
    ['evenhand cases reopen EH-12 --note "the parcel came back"'],
    [
      'What was still owed when the case ended has its old deadline again; a customer who had been answered is owed the next answer from now on. A case from history stays out of the queue.',
    ],
  )
    .option('--note <text>', 'for the colleagues')
    .action((id: string, options: ActOptions & { note?: string }) =>
      run(id, () => ({ kind: 'reopen', note: noteOf(options), goesOnIn: null }), options),
    );
};

type Run = (id: string, action: () => WantedAction, options: ActOptions) => Promise<void>;

const registerNote = (cases: Command, run: Run): void => {
  command(cases, 'note', 'write something down at a case', [
    'evenhand cases note EH-12 "the depot looks for the parcel"',
    'evenhand cases note 12 "we asked for the order number" --public',
  ])
    .argument('<text>', 'the note')
    .option('--public', 'the customer may be told')
    .action((id: string, text: string, options: ActOptions & { public?: boolean }) =>
      run(
        id,
        () => ({ kind: 'note', text: writtenText(text, 'the note'), isPublic: options.public === true }),
        options,
      ),
    );
};

const registerDismiss = (cases: Command, run: Run): void => {
  command(cases, 'dismiss', 'set a case aside that is none; it needs a reason', [
    'evenhand cases dismiss EH-12 --disposition spam --reason "an advertisement"',
    'evenhand cases dismiss 12 --disposition duplicate --reason "the same as EH-9" --as Kim',
  ])
    .addOption(
      new Option('--disposition <what>', 'what it is instead')
        .choices([...dispositions])
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why, for the colleagues and for the audit')
    .action((id: string, options: ActOptions & { disposition: Disposition; reason: string }) =>
      run(
        id,
        () => ({ kind: 'dismiss', as: options.disposition, reason: writtenText(options.reason, '--reason') }),
        options,
      ),
    );
};

const command = (
  cases: Command,
  name: string,
  description: string,
  ...help: [shown: readonly Example[], more?: readonly string[]]
): Command =>
  addActor(
    addLanguage(
      cases.command(name).description(description).argument('<id>', '12, EH-12 or #12', caseIdArgument),
    ),
  )
    .option('--json', 'the outcome as one object')
    .addHelpText('after', examples(...help));
