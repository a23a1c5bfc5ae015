import { canonical, type Verified } from '../../audit/replay.ts';
import type { StoredVerdict } from '../../cases/decided-post.store.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { printable, wrapText } from '../render/text-width.ts';
import { sayVerify } from './verify-texts.ts';

interface Verification {
  readonly name: string;
  readonly version: string;
  readonly posts: readonly Verified[];
}

/** Post by post whether it comes out the same, then the sum of it. */
export const verifyView = ({ name, version, posts }: Verification, options: RenderOptions): string => {
  const { language } = options;
  const colours = coloursOf(options);
  const title = colours.bold(sayVerify(language, 'title', { id: name, version }));
  const lines = posts.map((post) => {
    const paint = post.outcome === 'same' ? colours.green : colours.yellow;
    const said = wrapText(outcomeText(post, language), options.width, '  ');
    return `${colours.dim(printable(post.post))}\n${paint(said)}`;
  });
  return [title, ...lines, sumText(posts, language)].join('\n\n');
};

const outcomeText = (post: Verified, language: CatalogueLanguage): string => {
  if (post.outcome === 'version_gone') return sayVerify(language, 'version_gone', { version: post.version });
  if (post.outcome !== 'different') return sayVerify(language, post.outcome);
  const earlier = JSON.stringify(differing(post.stored, post.again));
  const now = JSON.stringify(differing(post.again, post.stored));
  const what = `${sayVerify(language, 'earlier')} ${earlier}, ${sayVerify(language, 'now')} ${now}`;
  return sayVerify(language, 'different', { what });
};

/** Only what is not the same on both sides. */
const differing = (verdict: StoredVerdict, other: StoredVerdict): Partial<StoredVerdict> => {
  const others = new Map(Object.entries(other).map(([key, value]) => [key, canonical(value)]));
  return Object.fromEntries(
    Object.entries(verdict).filter(([key, value]) => others.get(key) !== canonical(value)),
  );
};

const sumText = (posts: readonly Verified[], language: CatalogueLanguage): string => {
  const same = posts.filter(({ outcome }) => outcome === 'same').length;
  if (posts.length === 0) return sayVerify(language, 'none');
  return sayVerify(language, same === posts.length ? 'all' : 'some', { count: posts.length, same });
};
