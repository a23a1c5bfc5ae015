import type { ReadItem } from './reading/draft.ts';

/** Teasers of newspapers have 100 to 400 characters; a whole post that is shorter gains nothing by its page, and loses nothing. */
const TEASER = 600;
/** Longer than this is read as it stands, however it ends. */
const LONGEST = 3_000;
const BROKEN_OFF =
  /(?:\[?(?:…|\.\.\.|&hellip;)\]?|(?:read|continue|mehr|weiter)[\s-]?(?:more|reading|lesen)?\W*)\s*$/i;

/** Whether a feed holds only the beginning of an article whose page has it whole. */
export const isExcerpt = ({ fields }: ReadItem): boolean => {
  const { summary = '', content } = fields;
  const body = content ?? summary;
  if (fields.link === undefined || body.length > LONGEST) return false;
  return BROKEN_OFF.test(body.slice(-60)) || (content === undefined && body.length <= TEASER);
};
