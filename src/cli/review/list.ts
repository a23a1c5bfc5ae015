import { type Command, Option } from 'commander';
import { listReview, type ReviewPage, readSample } from '../../cases/review.store.ts';
import { type ReviewReason, reviewReasons } from '../../domain/decision.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import type { Act } from '../command.ts';
import {
  addLanguage,
  jsonText,
  limitArgument,
  renderOptionsOf,
  type SpokenOptions,
} from '../desk-options.ts';
import { sayReview } from './review-texts.ts';
import { reviewJson, reviewView } from './review-view.ts';

interface ListOptions extends SpokenOptions {
  readonly brand?: string;
  readonly reason?: ReviewReason;
  readonly unsure?: boolean;
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
}

export const registerReviewList = (review: Command, act: Act): void => {
  addLanguage(
    review
      .command('list', { isDefault: true })
      .description('the list: what was unsure first, then the rest, each with the newest first')
      .option('--brand <name>', 'only this brand')
      .addOption(new Option('--reason <code>', 'only this reason').choices([...reviewReasons]))
      .option('--unsure', 'only what a person should look at')
      .option('--limit <n>', 'posts of a page', limitArgument, 20)
      .option('--after <cursor>', 'the page after the post with this cursor')
      .option('--json', 'an array; each post carries the cursor of the page after it'),
  )
    .addHelpText(
      'after',
      `
Examples:
  evenhand review
  evenhand review list --unsure --limit 50
  evenhand review list --reason relay --json | jq -r '.[].text'`,
    )
    .action((options: ListOptions) => act((app) => list(app, options)));

  addLanguage(
    review
      .command('sample')
      .description('twenty posts of the list at random, the same all day (UTC), for checking the decisions')
      .option('--json', 'an array'),
  )
    .addHelpText(
      'after',
      '\nExamples:\n  evenhand review sample\n  evenhand review sample --json | jq length',
    )
    .action((options: SpokenOptions & { json?: boolean }) => act((app) => sample(app, options)));
};

const list = async (app: App, options: ListOptions): Promise<undefined> => {
  const page = await app.withDatabase((db) =>
    db.transaction('desk', (tx) =>
      listReview(tx, {
        brand: options.brand ?? null,
        reason: options.reason ?? null,
        isUnsureOnly: options.unsure === true,
        limit: options.limit,
        after: options.after ?? null,
      }),
    ),
  );
  if (page === null)
    throw new UserError(
      `--after "${options.after}" is no cursor of the review list: take one from "evenhand review list --json"`,
    );
  show(app, page, options);
};

const sample = async (app: App, options: SpokenOptions & { json?: boolean }): Promise<undefined> => {
  const posts = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => readSample(tx, app.clock.now())),
  );
  show(app, { posts, hasMore: false }, options);
};

const show = (
  app: App,
  { posts, hasMore }: ReviewPage,
  options: SpokenOptions & { json?: boolean },
): void => {
  if (options.json === true) {
    app.io.out(jsonText(posts.map(reviewJson)));
    return;
  }
  const render = renderOptionsOf(app, options);
  const last = posts.at(-1);
  const more =
    hasMore && last !== undefined ? [sayReview(options.language, 'more', { cursor: last.cursor })] : [];
  const open = posts.length === 0 ? [] : [sayReview(options.language, 'open')];
  app.io.out(`${[reviewView(posts, render), ...open, ...more].join('\n\n')}\n`);
};
