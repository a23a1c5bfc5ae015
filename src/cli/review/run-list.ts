import { listReview, type ReviewPage, readSample } from '../../cases/review.store.ts';
import type { ReviewReason } from '../../domain/decision.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { type ListPageOptions, nextCursor, readListPage } from '../list-page.ts';
import { sayReview } from './review-texts.ts';
import { reviewJson, reviewView } from './review-view.ts';

export interface ListOptions extends ListPageOptions {
  readonly reason?: ReviewReason;
  readonly unsure?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const page = await readListPage(app, options, {
    read: (tx, ask) =>
      listReview(tx, { ...ask, reason: options.reason ?? null, isUnsureOnly: options.unsure === true }),
    cursors: 'the review list: take one from "evenhand review list --json"',
  });
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
  const cursor = nextCursor(posts, hasMore);
  const more = cursor === null ? [] : [sayReview(options.language, 'more', { cursor })];
  const open = posts.length === 0 ? [] : [sayReview(options.language, 'open')];
  app.io.out(`${[reviewView(posts, render), ...open, ...more].join('\n\n')}\n`);
};
