/**
 * Where a page ended, as one word for the command line: what is listed, then the sort key of its last row. Pages are
 * cut by key, never by count, so that a row which comes or goes meanwhile moves no other.
 */
export const writeCursor = (list: string, key: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url');

/** The sort key of a cursor of this list; null when it is none, or of another list. */
export const readCursor = (list: string, cursor: string, length: number): readonly string[] | null => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== length + 1 || parts[0] !== list) return null;
    const key = parts.slice(1);
    return key.every((part): part is string => typeof part === 'string') ? key : null;
  } catch {
    return null;
  }
};

/** Parts of a key that came from outside, before a database reads them. */
export const isTime = (part: string | undefined): part is string =>
  part !== undefined && !Number.isNaN(Date.parse(part));
export const isNumber = (part: string | undefined): part is string => /^\d{1,18}$/.test(part ?? '');
