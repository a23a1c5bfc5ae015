type Attributes = Readonly<Record<string, string>>;

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** They stand on lines of their own. */
const LINES = setOf(
  'address center dd details div dt fieldset figcaption form legend li nav optgroup option summary tbody tfoot thead tr',
);
/** Between them and what stands around them there is an empty line. */
const PARAGRAPHS = setOf(
  'article aside blockquote dl figure footer h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul',
);
/** Their content is no text for people, or stands there for programs that cannot show the element. */
const UNSHOWN = setOf(
  'audio canvas head iframe math noembed noframes noscript object script style svg template title video xmp',
);
const IMAGES = setOf('img picture');

/** Line breaks around an element: 0 within a line, 2 with an empty line. */
export const breaksAround = (name: string): 0 | 1 | 2 => {
  if (LINES.has(name)) return 1;
  return PARAGRAPHS.has(name) ? 2 : 0;
};

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Nobody who looks at the page sees it. */
export const isHidden = (name: string, { hidden, style }: Attributes): boolean =>
  UNSHOWN.has(name) || hidden !== undefined || (style !== undefined && HIDDEN_STYLE.test(style));

const QUOTE_CLASS =
  /(?:^|\s)(?:gmail_quote|yahoo_quoted|moz-cite-prefix|bbCodeBlock--quote|bbcode_quote|quote_container)(?:\s|$)/;
const ASIDE_CLASS = /(?:^|\s)(?:quote|onebox)(?:\s|$)/;

/**
 * What somebody else wrote, marked so by mail programs (`type="cite"`), Discourse, XenForo and vBulletin, and previews
 * of linked pages: it is not said by whoever quotes it.
 */
export const isQuoted = (name: string, attributes: Attributes): boolean => {
  const { class: classes, type } = attributes;
  if (name === 'blockquote' && type === 'cite') return true;
  if (classes === undefined) return false;
  return QUOTE_CLASS.test(classes) || (name === 'aside' && ASIDE_CLASS.test(classes));
};

export const isImage = (name: string, attributes: Attributes): boolean =>
  IMAGES.has(name) && !isPixel(attributes);

/** It counts who opens the page. */
const isPixel = ({ width, height }: Attributes): boolean => isTiny(width) && isTiny(height);
const isTiny = (length: string | undefined): boolean => /^[01](?:px)?$/.test(length ?? '');

const EMOJI_CLASS = /(?:^|[\s-])(?:emoji|emojione|emoticon|smiley|smilies)(?:$|[\s-])/i;
/** Digits are parts of emoji too, and of themselves none. */
const EMOJI_TEXT =
  /^(?:(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}))(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+|:[\w+-]+:)$/u;

/** The sign that an image stands for; undefined: it is a picture. */
export const emojiOf = (name: string, { alt = '', class: classes = '' }: Attributes): string | undefined => {
  if (name !== 'img' || alt === '' || alt.length > 64) return undefined;
  return EMOJI_CLASS.test(classes) || EMOJI_TEXT.test(alt) ? alt : undefined;
};
