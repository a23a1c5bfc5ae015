import type { BenchPost } from './generate-posts.ts';

export interface UrgentPosts {
  /** Names that no other benchmark knows: one for each high post, so that each begins a group. */
  readonly brands: readonly string[];
  /** By turns one that is critical and one that is high, of authors who never wrote before. */
  readonly postsOf: (source: string) => Iterator<BenchPost>;
}

const critical = (brand: string, n: number): string =>
  `Smoke came out of the ${brand} charger last night, the cable number ${n} was too hot to touch, please check this.`;
const high = (brand: string, n: number): string =>
  `${brand} took 2,${100 + n} pounds from my account twice and will not give it back, I cannot pay my rent.`;

export const urgentPosts = (count: number): UrgentPosts => {
  const brands = Array.from({ length: count }, (_, n) => `Qorvex${letters(n)}`);
  return {
    brands,
    postsOf: function* (source) {
      for (const [n, brand] of brands.entries())
        for (const [kind, text] of [
          ['critical', critical(brand, n)],
          ['high', high(brand, n)],
        ] as const)
          yield postOf(idOf(source, kind, n), text);
    },
  };
};

/** Of the first `count` of each kind: every one of them must be told at once. */
export const urgentIds = (source: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => [idOf(source, 'critical', n), idOf(source, 'high', n)]).flat();

const idOf = (source: string, kind: 'critical' | 'high', n: number): string => `${source}-${kind}-${n}`;

/** `aa`, `ab` … */
const letters = (n: number): string => String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26));

const postOf = (id: string, text: string): BenchPost => ({
  id,
  text,
  author: `author-${id}`,
  at: new Date().toISOString(),
  url: `https://social.example/status/${id}`,
  lang: 'en',
  audience: { followers: 12, verified: false, likes: 0, reposts: 0, replies: 0, views: 3 },
});
