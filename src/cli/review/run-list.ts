import { listReview, type ReviewPage, readSample } from '../../cases/review.store.ts';
import type { ReviewReason } from '../../domain/decision.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { sayReview } from './review-texts.ts';
import { reviewJson, reviewView } from './review-view.ts';

export interface ListOptions extends SpokenOptions {
  readonly brand?: string;
  readonly reason?: ReviewReason;
  readonly unsure?: boolean;
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const page = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) =>
      listReview(tx, {
        brand: await brandAskedFor(tx, app, options.brand),
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

export const runSample = async (
  app: App,
  options: SpokenOptions & { json?: boolean },
): Promise<undefined> => {
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
