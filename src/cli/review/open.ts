import { type Command, InvalidArgumentError, Option } from 'commander';
import { complainantKey } from '../../../workers/decided-batch.ts';
import { loadPolicies } from '../../../workers/policies.ts';
import { caseName } from '../../cases/case-id.ts';
import { type Opened, openFromReview } from '../../cases/review-open.store.ts';
import { type Category, categories } from '../../domain/classification.ts';
import { type Severity, severities } from '../../domain/severity.ts';
import { UserError } from '../../lib/user-error.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { clockStart } from '../../triage/deadline.ts';
import type { App } from '../app.ts';
import type { Act } from '../command.ts';
import {
  actorOf,
  addActor,
  addLanguage,
  jsonText,
  type SpokenOptions,
  severityArgument,
} from '../desk-options.ts';
import { dueTime } from '../render/relative-time.ts';
import { sayRender } from '../render/render-texts.ts';
import { sayReview } from './review-texts.ts';

interface OpenOptions extends SpokenOptions {
  readonly severity: Severity;
  readonly reason: string;
  readonly category?: readonly Category[];
  readonly as?: string;
  readonly json?: boolean;
}

export const registerReviewOpen = (review: Command, act: Act): void => {
  addLanguage(
    addActor(
      review
        .command('open')
        .description('open a case for a post of the list: your decision, with its reason')
        .argument('<number>', 'as the list shows it', numberArgument),
    ),
  )
    .addOption(
      new Option('--severity <severity>', severities.join(', '))
        .argParser(severityArgument)
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why, for the colleagues and for the audit')
    .addOption(new Option('--category <name...>', 'what it is about').choices([...categories]))
    .option('--json', 'one object')
    .addHelpText(
      'after',
      `
The severity says what is at stake for the customer; who the customer is changes nothing.

Examples:
  evenhand review open 812 --severity medium --reason "asks for the third time"
  evenhand review open 812 --severity high --category delivery --reason "needs it on Friday" --as Kim`,
    )
    .action((id: string, options: OpenOptions) => act((app) => open(app, id, options)));
};

const numberArgument = (text: string): string => {
  const [, digits] = /^#?0*([1-9]\d{0,17})$/.exec(text) ?? [];
  if (digits === undefined)
    throw new InvalidArgumentError('A post has a number: "evenhand review list" shows it.');
  return digits;
};

const open = async (app: App, mentionId: string, options: OpenOptions): Promise<undefined> => {
  const reason = options.reason.trim();
  if (reason === '') throw new UserError('--reason must say why: colleagues and the audit will read it');
  const ask = {
    mentionId,
    severity: options.severity,
    categories: options.category ?? [],
    reason,
    actor: actorOf(options.as),
    now: app.clock.now(),
  };
  const { brands } = app.config().config;
  const opened = await app.withDatabase(async (db) => {
    const policies = await loadPolicies(db, brands, ask.now);
    const versions = new Map(policies.versions);
    const key = await db.transaction('desk', readInstanceKey);
    return db.transaction('desk', (tx) =>
      openFromReview(tx, ask, {
        complainantKeyOf: (mention) => complainantKey(mention, key),
        clockStartOf: ({ post, receivedAt }) => clockStart(post.publishedAt, receivedAt),
        policyOf: (brand) => versions.get(brand) ?? null,
        deadlineOf: policies.deadlineOf,
      }),
    );
  });
  app.io.out(tell(opened, mentionId, { app, options }));
};

const tell = (
  opened: Opened,
  id: string,
  { app, options }: { readonly app: App; readonly options: OpenOptions },
): string => {
  const { language } = options;
  if (opened.kind === 'has_case')
    throw new UserError(sayReview(language, 'has_case', { id, case: caseName(opened.caseId) }));
  if (opened.kind !== 'filed')
    throw new UserError(
      sayReview(language, opened.kind, { id, brand: 'brand' in opened ? opened.brand : '' }),
    );
  const { row, as } = opened;
  const name = caseName(row.id);
  const isNew = as === 'opened';
  if (options.json === true)
    return jsonText({ id: name, isNew, severity: row.severity, dueAt: row.dueAt, isHistory: row.isHistory });
  const key = isNew ? (row.isHistory ? 'done.openedHistory' : 'done.opened') : 'done.joined';
  const said = sayReview(language, key, {
    id: name,
    severity: sayRender(language, `severity.${row.severity}`),
    due: dueTime(row.dueAt, app.clock.now(), language),
  });
  return `${said}\n  ${sayReview(language, 'done.next', { id: name })}\n`;
};
