/** Words and sentences of one language; `{slot}` stands for a word of that list. */
export interface Vocabulary {
  readonly language: 'en' | 'de';
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Something went wrong for the author; each names the brand. */
  readonly complaints: readonly string[];
  /** What a person adds to a complaint. */
  readonly details: readonly string[];
  /** Everything else that people say about a brand; each names it. */
  readonly mentions: readonly string[];
  /** Everything else that people say. */
  readonly talk: readonly string[];
  /** Replies that share the problem of the post which they answer. */
  readonly sameHere: readonly string[];
  /** What the brand's support writes. */
  readonly support: readonly string[];
}
