import { loadReplayDeps } from '../../../workers/replay-deps.ts';
import { replay, type Verified } from '../../audit/replay.ts';
import { readDecidedPosts } from '../../cases/decided-post.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { readerWhoMay } from '../permission.ts';
import { refuseUntold, unknownCase } from '../refuse-untold.ts';
import { verifyView } from './verify-view.ts';

export interface VerifyOptions extends ActingOptions {
  readonly json?: boolean;
}

export const runVerify = async (app: App, id: string, options: VerifyOptions): Promise<number> => {
  const person = readerWhoMay(app, options.as, 'verify_decisions');
  const { brands } = app.config().config;
  const { posts, deps } = await app.withDatabase(async (db) => ({
    deps: await loadReplayDeps(db, brands, { now: app.clock.now(), engineVersion: app.version }),
    posts: await db.transaction('desk', async (tx) => {
      await refuseUntold(tx, app, id, { person, language: options.language });
      return readDecidedPosts(tx, id);
    }),
  }));
  if (posts === null) throw unknownCase(id, options.language);
  const { version } = deps;
  const verified = posts.map((post) => replay(post, deps));
  const name = caseName(id);
  app.io.out(
    options.json === true
      ? jsonText({ case: name, isSame: isSame(verified), version, posts: verified })
      : `${verifyView({ name, version, posts: verified }, renderOptionsOf(app, options))}\n`,
  );
  return isSame(verified) ? exitCodes.ok : exitCodes.usage;
};

const isSame = (posts: readonly Verified[]): boolean =>
  posts.length > 0 && posts.every(({ outcome }) => outcome === 'same');
