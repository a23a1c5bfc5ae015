/** What a stretch of text is by its first characters. */
export type TermKind = 'word' | 'number' | 'mark' | 'mention' | 'hashtag' | 'url' | 'markup' | 'emoji';
