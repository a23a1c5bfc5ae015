import type { ReviewPost } from '../../cases/review.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { reasonText } from '../../lib/reason-texts.ts';
import { authorHider } from '../../notify/hide-author.ts';
import { imageMark } from '../render/case-card.ts';
import { highlightEvidence, usableMarks } from '../render/highlight-evidence.ts';
import { relativeTime } from '../render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { wrapText } from '../render/text-width.ts';
import { sayReview } from './review-texts.ts';

/** Nobody has taken what stands there: who wrote it, or is addressed by the company, is hidden. */
export const withoutAuthors = (posts: readonly ReviewPost[]): readonly ReviewPost[] =>
  posts.map((post) => {
    const hide = authorHider([post.knownAs], [{ text: post.text, isCustomer: post.role === 'customer' }]);
    return { ...post, text: hide(post.text) };
  });

/** Posts with the number by which one is opened, the reason why none was, and the words that gave it. */
export const reviewView = (posts: readonly ReviewPost[], options: RenderOptions): string =>
  posts.length === 0
    ? sayReview(options.language, 'none')
    : posts.map((post) => `${head(post, options)}\n${words(post, options)}`).join('\n\n');

const head = (post: ReviewPost, options: RenderOptions): string => {
  const { language, now } = options;
  const colours = coloursOf(options);
  const why = reasonText({ code: `review.${post.reason}` }, language);
  const facts = [
    post.brand,
    post.source,
    relativeTime(post.receivedAt, now, language),
    ...(post.isHistory ? [sayReview(language, 'history')] : []),
    ...(post.caseId === null ? [] : [sayReview(language, 'opened', { id: caseName(post.caseId) })]),
  ];
  const isMarked = post.isUnsure && post.reason !== 'unsure';
  const mark = isMarked ? ` ${colours.yellow(`[${sayReview(language, 'unsure')}]`)}` : '';
  return `${colours.bold(post.mentionId)}  ${why}${mark}  ${colours.dim(facts.join(' · '))}`;
};

const longestShown = 600;

/** A long article is known by its beginning; all of it is in `--json`. */
const words = (post: ReviewPost, options: RenderOptions): string => {
  if (post.text === null) return wrapText(sayReview(options.language, 'gone'), options.width, '  ');
  const text = shortened(post.text.trimEnd());
  const marked = highlightEvidence(text, usableMarks(text, post.evidence), {
    ...options,
    width: options.width - 2,
  });
  return [...marked.split('\n'), ...(post.hasImage ? [imageMark(options)] : [])]
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
};

const shortened = (text: string): string => {
  if (text.length <= longestShown) return text;
  const space = text.lastIndexOf(' ', longestShown);
  return `${text.slice(0, space > longestShown / 2 ? space : longestShown).toWellFormed()}…`;
};

/** For scripts: the number is called `id`, as `review open` takes it. Where a post stands that became a case, `cases open` tells. */
export const reviewJson = ({ mentionId, caseId, knownAs: _knownAs, ...post }: ReviewPost) => ({
  id: mentionId,
  ...post,
  url: caseId === null ? post.url : null,
  case: caseId === null ? null : caseName(caseId),
});
