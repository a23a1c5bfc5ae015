import type { Command } from 'commander';
import type { Severity } from '../../domain/severity.ts';
import { noteOf, severityArgument, writtenText } from '../desk-options.ts';
import { type Until, untilArgument } from '../until.ts';
import { casesCommand, type Run } from './case-command.ts';
import type { ActOptions, CaseNames } from './run-action.ts';

type Ids = CaseNames['ids'];
type Reasoned = ActOptions & { readonly reason: string };

/** What keeps a case from going on, and what is at stake. None of it stops a clock. */
export const registerWaiting = (cases: Command, run: Run): void => {
  registerStatuses(cases, run);
  registerSnooze(cases, run);
  registerSeverity(cases, run);
  registerDispute(cases, run);
};

const registerStatuses = (cases: Command, run: Run): void => {
  for (const [name, as, whom, why] of [
    ['pend', 'pending', 'the customer', 'we asked for the order number'],
    ['hold', 'on_hold', 'somebody else', 'the carrier looks for the parcel'],
  ] as const)
    casesCommand(
      cases,
      name,
      `the case waits for ${whom}; its clock runs on`,
      [`evenhand cases ${name} EH-12 --reason "${why}"`],
      ['No status stops a clock: the deadline stays where it is, and so does the place in the queue.'],
    )
      .requiredOption('--reason <text>', 'what it waits for')
      .action((ids: Ids, options: Reasoned) =>
        run({ ids }, () => ({ kind: 'wait', as, reason: writtenText(options.reason, '--reason') }), options),
      );

  casesCommand(cases, 'resume', 'go on with a case that waits or was put off', [
    'evenhand cases resume EH-12 --note "the carrier has found it"',
  ])
    .option('--note <text>', 'for the colleagues')
    .action((ids: Ids, options: ActOptions & { note?: string }) =>
      run({ ids }, () => ({ kind: 'resume', note: noteOf(options) }), options),
    );
};

const registerSnooze = (cases: Command, run: Run): void => {
  casesCommand(
    cases,
    'snooze',
    'put a case off: it leaves the queue until then, and its deadline stays',
    ['evenhand cases snooze EH-12 --until 2026-05-05T09:00', 'evenhand cases snooze 12 13 --until 2h'],
    [
      "It comes back by itself: at that time, when the customer writes, when it becomes more severe, or a quarter of an hour before its deadline passes, whichever comes first. 'evenhand cases list --all' shows it all the while.",
    ],
  )
    .requiredOption(
      '--until <time>',
      "when it comes back: 2h, 3d, or a time in the brand's time zone unless it names an offset",
      untilArgument,
    )
    .option('--reason <text>', 'why, for the colleagues')
    .action((ids: Ids, options: ActOptions & { until: Until; reason?: string }) =>
      run(
        { ids },
        () => ({
          kind: 'snooze',
          until: options.until,
          reason: options.reason === undefined ? null : writtenText(options.reason, '--reason'),
        }),
        options,
      ),
    );
};

const registerSeverity = (cases: Command, run: Run): void => {
  casesCommand(
    cases,
    'severity',
    'say how much is at stake, with a reason',
    [
      'evenhand cases severity EH-12 --to high --reason "she cannot get to work"',
      'evenhand cases severity 12 --to low --reason "a typo, as she writes herself"',
    ],
    [
      'Higher: the deadline only moves earlier. Lower: it becomes the one that the lower severity would have had from the beginning; a deadline that has passed stays missed. New words of the customer may raise it again.',
    ],
  )
    .requiredOption('--to <severity>', 'low, medium, high or critical', severityArgument)
    .requiredOption('--reason <text>', 'why, for the colleagues and for the audit')
    .action((ids: Ids, options: Reasoned & { to: Severity }) =>
      run(
        { ids },
        () => ({ kind: 'severity', to: options.to, reason: writtenText(options.reason, '--reason') }),
        options,
      ),
    );
};

const registerDispute = (cases: Command, run: Run): void => {
  for (const [name, isOn, what, why] of [
    ['dispute', true, 'the case goes to law: from now on it is for counsel only', 'a suit was announced'],
    ['settle', false, 'a case is no longer in dispute', 'the suit was withdrawn'],
  ] as const)
    casesCommand(
      cases,
      name,
      what,
      [`evenhand cases ${name} EH-12 --reason "${why}" --as Robin`],
      ['It needs the clearance counsel of people in evenhand.yaml, unless nobody is named there.'],
    )
      .requiredOption('--reason <text>', 'why, for counsel and for the audit')
      .action((ids: Ids, options: Reasoned) =>
        run(
          { ids },
          () => ({ kind: 'dispute', isOn, reason: writtenText(options.reason, '--reason') }),
          options,
        ),
      );
};
