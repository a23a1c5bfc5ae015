import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';

/** A problem at a place of the file. */
export interface Problem {
  readonly line: number;
  /** `brands.acme.hours.mon`; empty for the file as a whole. */
  readonly key: string;
  readonly message: string;
}

export interface YamlDocument {
  /** What stands there as plain values; undefined when `problems` is not empty. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  lineOf(path: readonly PropertyKey[]): number;
}

export const readYaml = (text: string): YamlDocument => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const problems = document.errors.map((error) => toProblem(document, error, lineAt(error.pos[0])));
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  if (problems.length > 0) return { value: undefined, problems: problems.slice(0, 1), lineOf };
  try {
    return { value: document.toJS(), problems: [], lineOf };
  } catch (error) {
    const message = `${error instanceof Error ? error.message : String(error)}; write the value out instead`;
    return { value: undefined, problems: [{ line: 1, key: '', message }], lineOf };
  }
};

/** The key that begins the pair, the item of the list, or the nearest place above that exists. */
const offsetOf = (document: Document.Parsed, path: readonly PropertyKey[]): number => {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
};

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

const startOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;

const toProblem = (document: Document.Parsed, error: YAMLError, line: number): Problem => {
  if (error.code !== 'DUPLICATE_KEY') return { line, key: '', message: hintOf(error) };
  return {
    line,
    key: pathAt(document, error.pos[0]),
    message: 'this key stands here twice; keep one of them',
  };
};

/** The library's words, with what to do where it is known. */
const hintOf = (error: YAMLError): string => {
  if (error.message.includes('@'))
    return 'a handle may not begin with @ unless it stands in quotes; drop the @';
  if (error.message.includes('`')) return 'a word may not begin with ` unless it stands in quotes';
  if (error.code === 'TAB_AS_INDENT') return 'a tab stands where blanks must; indent with blanks';
  if (error.code === 'MULTIPLE_DOCS')
    return 'a second document begins here; keep everything in one and remove the ---';
  return `this is not valid YAML (${lowerFirst(error.message)}); check the indentation, quotes and brackets here`;
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

const pathAt = (document: Document.Parsed, offset: number): string => {
  let found = '';
  visit(document, {
    Pair: (_, pair, ancestors) => {
      if (startOf(pair.key) !== offset) return undefined;
      found = [...ancestors.filter((a): a is Pair => isPair(a)), pair].map(keyOf).join('.');
      return visit.BREAK;
    },
  });
  return found;
};
