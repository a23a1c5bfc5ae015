import { noteOf, referenceOf, type XPost } from './answer.ts';

/** The address of a post without its author's handle: X leads it to the newest version. */
export const postUrl = (id: string): string => `https://x.com/i/status/${id}`;

/**
 * What a post links to or quotes, in full and each once. Addresses of posts lose the handle (a known leak, DESIGN.md 3)
 * and name the first version, so that they equal `url` of the post that they lead to; a post's links to itself
 * (its own pictures, "show more") are left out.
 */
export const linksOf = (post: XPost, firstIdOf: (id: string) => string): readonly string[] => {
  const urls = [...(post.entities?.urls ?? []), ...(noteOf(post)?.entities?.urls ?? [])];
  const quoted = referenceOf(post, 'quoted');
  const links = urls.flatMap(({ url, expanded_url, unwound_url }) => {
    const link = unwound_url ?? expanded_url ?? url;
    return link === undefined ? [] : [neutral(link, firstIdOf)];
  });
  const all = quoted === undefined ? links : [...links, postUrl(firstIdOf(quoted))];
  return [...new Set(all)].filter((link) => link !== postUrl(firstIdOf(post.id)));
};

const POST_ADDRESS =
  /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:\w+|i\/web)\/status(?:es)?\/(\d{1,19})\b/i;

const neutral = (link: string, firstIdOf: (id: string) => string): string => {
  const id = POST_ADDRESS.exec(link)?.[1];
  return id === undefined ? link : postUrl(firstIdOf(id));
};
