import { type DecideContext, decideAll, textHash } from '../../../workers/decide.ts';
import { loadPolicies } from '../../../workers/policies.ts';
import { readDecidedPosts } from '../../cases/decided-post.store.ts';
import { rulesVersion } from '../../classify/classify.ts';
import { caseName } from '../../domain/case-id.ts';
import { decisionVersion } from '../../triage/decision-version.ts';
import type { App } from '../app.ts';
import { unknownCase } from '../cases/run-show.ts';
import { jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { replay, type Verified } from './replay.ts';
import { verifyView } from './verify-view.ts';

export interface VerifyOptions extends SpokenOptions {
  readonly json?: boolean;
}

export const runVerify = async (app: App, id: string, options: VerifyOptions): Promise<number> => {
  const { brands } = app.config().config;
  const { posts, version } = await app.withDatabase(async (db) => {
    const policies = await loadPolicies(db, brands, app.clock.now());
    return {
      posts: await db.transaction('desk', (tx) => readDecidedPosts(tx, id)),
      version: decisionVersion({
        rulesVersion,
        policyHash: JSON.stringify(policies.versions),
        engineVersion: app.version,
      }),
    };
  });
  if (posts === null) throw unknownCase(id, options.language);
  const languages = new Map(brands.map((brand) => [brand.id, brand.languages] as const));
  const context: DecideContext = { languagesOf: (brand) => languages.get(brand) ?? [] };
  const verified = posts.map((post) => replay(post, { version, textHash, decideAll, context }));
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
