import { Parser } from 'htmlparser2';

export type TagAttributes = Readonly<Record<string, string>>;

/** Deeper than any page; the parser's time grows with the square of the depth. */
const MAX_DEPTH = 1000;
class TooDeep extends Error {}

/**
 * Tells every opening tag of a page in order, names in lower case, values decoded, and how deep it stands. Where elements stand deeper than in
 * any page it ends: what was told stands. Never throws but what `onTag` throws.
 */
export const scanTags = (
  html: string,
  onTag: (name: string, attributes: TagAttributes, depth: number) => void,
): void => {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > MAX_DEPTH) throw new TooDeep();
        onTag(name, attributes, depth);
      },
      onclosetag: () => {
        depth -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
};
