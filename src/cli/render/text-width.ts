import stringWidth from 'string-width';

/** Columns that a text takes on a terminal; emoji and East Asian characters take two. */
export const textWidth = (text: string): number => stringWidth(text);

/**
 * What a stranger wrote must not steer the terminal: control characters and those that turn the direction of writing
 * become spaces. The length in code units stays, so that offsets into the text stay right. Line feeds are kept.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? '\n' : ' ',
  );

/** One line of at most `width` columns; what is cut off leaves an ellipsis. */
export const fitText = (text: string, width: number): string => {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  if (textWidth(line) <= width) return line;
  let fitted = '';
  let used = 0;
  for (const { segment } of segmenter.segment(line)) {
    used += textWidth(segment);
    if (used > width - 1) break;
    fitted += segment;
  }
  return `${fitted.trimEnd()}…`;
};

/** Pads to the right, by columns. */
export const padText = (text: string, width: number): string =>
  `${text}${' '.repeat(Math.max(0, width - textWidth(text)))}`;

/** Where the lines of a text begin and end (UTF-16 offsets) when it is wrapped at `width` columns, at spaces if it can. */
export const wrapLines = (text: string, width: number): readonly Span[] => {
  const lines: Span[] = [];
  let start = 0;
  let used = 0;
  let space = -1;
  const breakAt = (end: number, next: number): void => {
    lines.push({ start, end });
    start = next;
    space = -1;
  };
  for (const { segment, index } of segmenter.segment(text)) {
    if (segment === '\n') {
      breakAt(index, index + 1);
      used = 0;
      continue;
    }
    const columns = textWidth(segment);
    if (used + columns > width && index > start) {
      if (segment === ' ') {
        breakAt(index, index + 1);
        used = 0;
        continue;
      }
      if (space > start) breakAt(space, space + 1);
      else breakAt(index, index);
      used = textWidth(text.slice(start, index));
    }
    if (segment === ' ') space = index;
    used += columns;
  }
  lines.push({ start, end: text.length });
  return lines;
};

/** Wrapped and indented lines of a text. */
export const wrapText = (text: string, width: number, indent = ''): string => {
  const safe = printable(text);
  return wrapLines(safe, Math.max(10, width - indent.length))
    .map(({ start, end }) => `${indent}${safe.slice(start, end)}`.trimEnd())
    .join('\n');
};

export interface Span {
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
