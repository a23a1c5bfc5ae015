/** The longest name of a host (RFC 1035), and a little. */
const MAX_HOST = 260;
const MAX_LOCAL_PART = 64;

/**
 * Whether the words from `start` to `end` belong to somebody's handle, to a mail address, or to the host of a link
 * (`https://voltara.example`, `www.voltara.example`). The path of a link is not an address: a headline may stand there.
 */
export const isInsideAddress = (text: string, start: number, end: number): boolean =>
  followsAddress(text, start) || isLocalPart(text, end);

const followsAddress = (text: string, start: number): boolean => {
  const limit = Math.max(0, start - MAX_HOST);
  let i = start - 1;
  while (i >= limit && isHostChar(text.charCodeAt(i))) i--;
  const before = text[i];
  if (before === '@' || before === '\uff20') return true;
  if (before === '/' && text.slice(Math.max(0, i - 2), i) === ':/') return true;
  return start - i > 4 && text.slice(i + 1, i + 5).toLowerCase() === 'www.';
};

/** `voltara.kunde@mail.example` */
const isLocalPart = (text: string, end: number): boolean => {
  let i = end;
  while (i < end + MAX_LOCAL_PART && isHostChar(text.charCodeAt(i))) i++;
  return text[i] === '@' && isAlphanumeric(text.charCodeAt(i + 1));
};

/** a-z, A-Z, 0-9, and `.`, `-`, `_`. */
const isHostChar = (code: number): boolean =>
  isAlphanumeric(code) || code === 46 || code === 45 || code === 95;

const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
