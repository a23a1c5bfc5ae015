import { generatePosts } from './generate-posts.ts';
import { createRandom, type Random } from './random.ts';

/** Posts as platforms deliver them in HTML, four short ones to one article of a blog. */
export const generateHtml = ({
  seed,
  count,
}: {
  readonly seed: number;
  readonly count: number;
}): readonly string[] => {
  const random = createRandom(seed);
  const texts = Array.from(generatePosts({ seed, count: 2_000, now: new Date(0) }), ({ text }) =>
    escapeHtml(text),
  );
  const page: Page = { random, say: () => random.pick(texts) };
  const kinds = [mastodon, discourse, hackerNews, mastodon, article] as const;
  return Array.from({ length: count }, (_, index) => (kinds[index % kinds.length] ?? mastodon)(page));
};

interface Page {
  readonly random: Random;
  /** The words of a post. */
  readonly say: () => string;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('ü', '&uuml;');

const link = (address: string, text: string): string =>
  `<a href="https://${address}" rel="nofollow noopener" target="_blank">${text}</a>`;

const mastodon = ({ say }: Page): string =>
  `<p>${link('social.example/tags/voltara', '#<span>voltara</span>')} ${say()}<br>${say()}</p><p>${link('news.example/a', '<span class="invisible">https://</span><span class="ellipsis">news.example/a</span>')}</p>`;

const discourse = ({ say }: Page): string =>
  `<p>${say()} <strong>${say()}</strong></p>\n<ul>\n<li>${say()}</li>\n<li>${say()} ${link('forum.example/t/9', 'here')}</li>\n</ul>\n<blockquote>\n<p>${say()}</p>\n</blockquote>\n<p>${say()}</p>`;

const hackerNews = ({ say }: Page): string => `${say()}<p>${say()} <i>${say()}</i><p>${say()}`;

const article = (page: Page): string => {
  const { random, say } = page;
  const paragraphs = Array.from(
    { length: 8 + Math.floor(random.next() * 12) },
    () => `<p>${say()} ${link('blog.example/b', say())} ${say()}</p>`,
  );
  return `<div class="entry"><h2>${say()}</h2><img src="a.jpg" alt="">${paragraphs.join('\n')}<ol><li>${say()}</li><li>${say()}</li></ol><pre>${say()}</pre><p>${say()}</p></div>`;
};
