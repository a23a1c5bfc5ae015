import { readUntold } from '../../cases/lease/told.store.ts';
import { listReview, type ReviewPage, readSample } from '../../cases/review.store.ts';
import type { ReviewReason } from '../../domain/decision.ts';
import { concerns } from '../../domain/may.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { type ListPageOptions, nextCursor, readListPage } from '../list-page.ts';
import { caseReaderOf, readerWhoMay } from '../permission.ts';
import { sayReview } from './review-texts.ts';
import { reviewJson, reviewView, withoutAuthors } from './review-view.ts';

export interface ListOptions extends ListPageOptions {
  readonly reason?: ReviewReason;
  readonly unsure?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const page = await readListPage(app, options, {
    read: (tx, ask) =>
      listReview(tx, { ...ask, reason: options.reason ?? null, isUnsureOnly: options.unsure === true }),
    needs: 'read_cases',
    cursors: 'the review list: take one from "evenhand review list --json"',
  });
  show(app, page, options);
};

export const runSample = async (
  app: App,
  options: ActingOptions & { json?: boolean },
): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const { sample, untold } = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const drawn = await readSample(tx, app.clock.now());
      const cases = drawn.flatMap(({ caseId }) => caseId ?? []);
      return { sample: drawn, untold: await readUntold(tx, cases, caseReaderOf(app, person)) };
    }),
  );
  const posts = sample.filter(
    ({ brand, caseId }) =>
      (person === null || concerns(person, brand)) && (caseId === null || !untold.has(caseId)),
  );
  show(app, { posts, hasMore: false }, options);
};

const show = (
  app: App,
  { posts: found, hasMore }: ReviewPage,
  options: SpokenOptions & { json?: boolean },
): void => {
  const posts = withoutAuthors(found);
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
