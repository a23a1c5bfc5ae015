import { type Command, Option } from 'commander';
import { type Disposition, dispositions } from '../../cases/fold-types.ts';
import { type JumpReason, jumpReasons } from '../../cases/lease/lease.ts';
import type { Act } from '../command.ts';
import { noteOf, writtenText } from '../desk-options.ts';
import { caseCommand, casesCommand, type Run } from './case-command.ts';
import type { ActOptions, CaseNames } from './run-action.ts';
import { registerWaiting } from './wait.ts';
import { timeArgument, type WrittenTime } from './written-time.ts';

/** The commands that change a case: alike but for what they ask for, in the order of a case's life. */
export const registerActions = (cases: Command, act: Act): void => {
  const run: Run = (names, action, options) =>
    act(async (app) => {
      const { runAction } = await import('./run-action.ts');
      return runAction(app, names, { action: action(), options });
    });
  registerOwners(cases, run);
  registerAnswered(cases, run);
  registerNote(cases, run);
  registerWaiting(cases, run);
  registerEnds(cases, run);
  registerDismiss(cases, run);
};

type Ids = CaseNames['ids'];
type Noted = ActOptions & { readonly note?: string };

const registerOwners = (cases: Command, run: Run): void => {
  registerTake(cases, run);

  casesCommand(cases, 'assign', 'give a case to somebody', [
    'evenhand cases assign EH-12 --to Kim',
    'evenhand cases assign 12 13 14 --to Kim --as Lea --take-over',
  ])
    .requiredOption('--to <name>', 'who works on it from now on')
    .option('--take-over', 'also when somebody else has it')
    .action((ids: Ids, options: ActOptions & { to: string; takeOver?: boolean }) =>
      run({ ids }, () => ({ kind: 'assign', to: options.to, takeOver: options.takeOver === true }), options),
    );

  casesCommand(cases, 'release', 'give a case back: nobody has it then', [
    'evenhand cases release EH-12 --note "I am away from tomorrow"',
  ])
    .option('--take-over', 'also when somebody else has it')
    .option('--note <text>', 'for the colleagues')
    .action((ids: Ids, options: Noted & { takeOver?: boolean }) =>
      run(
        { ids },
        () => ({ kind: 'release', takeOver: options.takeOver === true, note: noteOf(options) }),
        options,
      ),
    );
};

const registerTake = (cases: Command, run: Run): void => {
  casesCommand(
    cases,
    'take',
    'work on a case: everybody sees who has it, and alerts about it stop',
    [
      ['evenhand cases take EH-12', 'the case that "evenhand next" handed you'],
      ['evenhand cases take 12 --as kim --reason expertise', 'another one, before older cases'],
      'evenhand cases take 12 --take-over',
    ],
    [
      'A case that is not the next one needs a reason while older cases of at least its severity wait for you. It is counted without your name: "evenhand receipts".',
    ],
  )
    .option('--take-over', 'also from somebody who has it')
    .addOption(
      new Option('--reason <code>', 'why this one comes before older cases').choices([...jumpReasons]),
    )
    .action((ids: Ids, options: ActOptions & { takeOver?: boolean; reason?: JumpReason }) =>
      run(
        { ids },
        () => ({ kind: 'take', takeOver: options.takeOver === true, because: options.reason ?? null }),
        options,
      ),
    );
};

const registerAnswered = (cases: Command, run: Run): void => {
  casesCommand(cases, 'answered', 'you answered: the clock stops until the customer writes again', [
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
    .action((ids: Ids, options: Noted & { at?: WrittenTime }) =>
      run({ ids }, () => ({ kind: 'answered', at: options.at ?? null, note: noteOf(options) }), options),
    );
};

const registerNote = (cases: Command, run: Run): void => {
  caseCommand(cases, 'note', 'write something down at a case', [
    'evenhand cases note EH-12 "the depot looks for the parcel"',
    'evenhand cases note 12 "we asked for the order number" --public',
  ])
    .argument('<text>', 'the note')
    .option('--public', 'the customer may be told')
    .action((id: string, text: string, options: ActOptions & { public?: boolean }) =>
      run(
        { ids: [id] },
        () => ({ kind: 'note', text: writtenText(text, 'the note'), isPublic: options.public === true }),
        options,
      ),
    );
};

const registerEnds = (cases: Command, run: Run): void => {
  casesCommand(cases, 'resolve', 'the problem is solved; a message of the customer opens the case again', [
    'evenhand cases resolve EH-12 --note "refund arrived"',
    'evenhand cases resolve 12 13 14',
    'evenhand cases resolve --file solved.txt --json',
  ])
    .option('--note <text>', 'for the colleagues')
    .action((ids: Ids, options: Noted) =>
      run({ ids }, () => ({ kind: 'resolve', note: noteOf(options) }), options),
    );

  casesCommand(cases, 'close', 'end a resolved case: what the customer says next opens a new one', [
    'evenhand cases close EH-12',
  ])
    .option('--note <text>', 'for the colleagues')
    .action((ids: Ids, options: Noted) =>
      run({ ids }, () => ({ kind: 'close', note: noteOf(options) }), options),
    );

  casesCommand(
    cases,
    'reopen',
    'put a resolved, closed or dismissed case back into the queue',
    ['evenhand cases reopen EH-12 --note "the parcel came back"'],
    [
      'What was still owed when the case ended has its old deadline again; a customer who had been answered is owed the next answer from now on. A case from history stays out of the queue.',
    ],
  )
    .option('--note <text>', 'for the colleagues')
    .action((ids: Ids, options: Noted) =>
      run({ ids }, () => ({ kind: 'reopen', note: noteOf(options), goesOnIn: null }), options),
    );
};

const registerDismiss = (cases: Command, run: Run): void => {
  casesCommand(cases, 'dismiss', 'set a case aside that is none; it needs a reason', [
    'evenhand cases dismiss EH-12 --disposition spam --reason "an advertisement"',
    'evenhand cases dismiss 12 --disposition duplicate --reason "the same as EH-9" --as Kim',
  ])
    .addOption(
      new Option('--disposition <what>', 'what it is instead')
        .choices([...dispositions])
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why, for the colleagues and for the audit')
    .action((ids: Ids, options: ActOptions & { disposition: Disposition; reason: string }) =>
      run(
        { ids },
        () => ({ kind: 'dismiss', as: options.disposition, reason: writtenText(options.reason, '--reason') }),
        options,
      ),
    );
};
