import { type Command, Option } from 'commander';
import { escalationCriteria } from '../domain/escalation.ts';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addLanguage, addSince, caseIdArgument, limitArgument } from './desk-options.ts';
import type {
  AnswerOptions,
  ChangeOptions,
  DeclineOptions,
  ListOptions,
  RequestOptions,
} from './escalations/run-escalations.ts';
import type { ReportOptions } from './escalations/run-report.ts';
import { examples } from './help.ts';

const load = () => import('./escalations/run-escalations.ts');

export const registerEscalations: RegisterCommand = (program, act) => {
  const escalations = program
    .command('escalations')
    .description('the formal way to an executive: by what the record shows, never by reach')
    .addHelpText(
      'after',
      examples(
        [
          'evenhand escalations request EH-12 --criterion breached_twice --reason-code no_progress --as kim',
          'evenhand escalations grant 3 --as lea',
          'evenhand escalations answer 3 --text "We refunded you today." --as lea',
        ],
        ['Each ends with a written answer, whatever was decided: docs/escalation.md.'],
      ),
    );
  registerRequest(escalations, act);
  common(escalations.command('list'))
    .description('those that are owed an answer, the one that is due first at the top')
    .option('--all', 'answered ones too, the newest first')
    .option('--limit <n>', 'how many', limitArgument, 50)
    .addHelpText('after', examples(['evenhand escalations list --as lea']))
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));
  numbered(escalations, 'show', 'one of them with its reasons, decision and answer')
    .addHelpText('after', examples(['evenhand escalations show 3 --as lea']))
    .action((number: string, options: ChangeOptions) =>
      act(async (app) => (await load()).runShow(app, number, options)),
    );
  registerDecisions(escalations, act);
  addSince(common(escalations.command('report')), 'the period: 7d, 90d')
    .description('how many cases were escalated and what became of them; names nobody')
    .addHelpText('after', examples(['evenhand escalations report --since 90d --as lea']))
    .action((options: ReportOptions) =>
      act(async (app) => (await import('./escalations/run-report.ts')).runReport(app, options)),
    );
};

const registerRequest = (escalations: Command, act: Act): void => {
  common(escalations.command('request'))
    .description('ask for it; a second person grants')
    .argument('<id>', '12, EH-12 or #12', caseIdArgument)
    .addOption(
      new Option(
        '--criterion <criterion>',
        `what the record shows: ${escalationCriteria.join(', ')}`,
      ).makeOptionMandatory(),
    )
    .requiredOption('--reason-code <code>', 'why, one of escalation.executive.reason_codes')
    .option('--note <text>', 'for whoever decides')
    .addHelpText(
      'after',
      examples([
        'evenhand escalations request EH-12 --criterion breached_twice --reason-code no_progress --as kim',
        'evenhand escalations request 12 --criterion age --reason-code hardship --as kim',
      ]),
    )
    .action((id: string, options: RequestOptions) =>
      act(async (app) => (await load()).runRequest(app, id, options)),
    );
};

const registerDecisions = (escalations: Command, act: Act): void => {
  numbered(escalations, 'grant', 'the second key: bring it before an executive')
    .addHelpText('after', examples(['evenhand escalations grant 3 --as lea']))
    .action((number: string, options: ChangeOptions) =>
      act(async (app) => (await load()).runGrant(app, number, options)),
    );
  numbered(escalations, 'decline', 'it is not brought there; the written answer is owed all the same')
    .requiredOption('--reason <text>', 'why, for the record')
    .addHelpText('after', examples(['evenhand escalations decline 3 --reason "the depot answered" --as lea']))
    .action((number: string, options: DeclineOptions) =>
      act(async (app) => (await load()).runDecline(app, number, options)),
    );
  numbered(escalations, 'answer', 'close it with the text of the answer that the customer was sent')
    .requiredOption('--text <text>', 'the answer, as it was sent')
    .addHelpText(
      'after',
      examples(['evenhand escalations answer 3 --text "We refunded you today." --as lea']),
    )
    .action((number: string, options: AnswerOptions) =>
      act(async (app) => (await load()).runAnswer(app, number, options)),
    );
};

const numbered = (escalations: Command, name: string, description: string): Command =>
  common(escalations.command(name)).description(description).argument('<number>', 'as the list shows it');

const common = (command: Command): Command => addActor(addLanguage(command)).option('--json', 'for scripts');
