/** Puts words into lines: spaces collapse, breaks do not add up, nothing stands at the ends. */
export interface LineWriter {
  /** Words of a line, as HTML has them: any white space is one space. */
  words(text: string): void;
  /** Text whose line breaks and spaces stand as they are. */
  verbatim(text: string): void;
  /** At least so many line breaks before what comes next. */
  breakTo(breaks: 1 | 2): void;
  /** One line break more; more than two are two. */
  lineBreak(): void;
  /** What stands before the next words, on the same line, and how every line begins from here on. */
  mark(marker: string): void;
  setIndent(indent: string): void;
  text(): string;
}

export const createLineWriter = (): LineWriter => {
  let written = '';
  let breaks = 0;
  let isSpaced = false;
  let indent = '';
  let marker = '';
  let lead = '';
  const begin = (): void => {
    if (written === '') written = indent + marker;
    else if (breaks > 0) written += (breaks === 1 ? '\n' : '\n\n') + indent + marker;
    else if (marker !== '') written += ` ${marker}`;
    else if (isSpaced) written += ' ';
    breaks = 0;
    marker = '';
    isSpaced = false;
  };
  return {
    words: (text) => {
      const plain = SPACES.test(text) ? text.replace(ALL_SPACES, ' ') : text;
      if (plain === ' ' || plain === '') {
        isSpaced ||= plain !== '';
        return;
      }
      const isLed = plain.startsWith(' ');
      const isTrailed = plain.endsWith(' ');
      isSpaced ||= isLed;
      begin();
      written += isLed || isTrailed ? plain.trim() : plain;
      isSpaced = isTrailed;
    },
    verbatim: (text) => {
      for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
        if (index > 0) [breaks, lead] = [Math.min(2, breaks + 1), ''];
        lead += line;
        if (lead.trim() === '') continue;
        begin();
        written += lead;
        lead = '';
      }
    },
    breakTo: (least) => {
      breaks = Math.max(breaks, least);
    },
    lineBreak: () => {
      breaks = Math.min(2, breaks + 1);
    },
    mark: (next) => {
      marker = next;
    },
    setIndent: (next) => {
      indent = next;
    },
    text: () => written.replace(/[^\S\n]+$/gm, '').trim(),
  };
};

/** Any white space but a lone blank. */
const SPACES = /[^\S ]| {2}/;
const ALL_SPACES = /\s+/g;
