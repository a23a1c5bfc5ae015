import { DomUtils, Parser, type parseDocument } from 'htmlparser2';

export type XmlDocument = ReturnType<typeof parseDocument>;
export type XmlNode = XmlDocument['children'][number];
export type XmlElement = Extract<XmlNode, { readonly attribs: unknown }>;

/** Deeper than any feed with inline markup; the parser's time grows with the square of the depth. */
const MAX_DEPTH = 1000;

export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** A tolerant tree of the XML as it stands: entities untouched, unclosed elements closed where their parent ends. */
export const parseXml = (text: string): XmlDocument => readXml(text).document;

/** The tree, and which elements, outermost first, were still open where the text ends: in a whole document none. */
export const readXml = (text: string): { document: XmlDocument; open: readonly XmlElement[] } => {
  const root = nodeOf('root', { children: [] }) as unknown as XmlDocument;
  const stack: (XmlDocument | XmlElement)[] = [root];
  let cdata: XmlNode | null = null;
  const add = (node: XmlNode): void => {
    const parent = stack.at(-1);
    node.parent = parent ?? null;
    parent?.children.push(node);
  };
  const parser = new Parser(
    {
      onopentag: (name, attribs) => {
        if (stack.length > MAX_DEPTH) throw new TooDeepError(`elements stand more than ${MAX_DEPTH} deep`);
        const element = nodeOf('tag', { name, attribs, children: [] }) as XmlElement;
        add(element);
        stack.push(element);
      },
      onclosetag: () => {
        stack.pop();
      },
      ontext: (data) => {
        const siblings = cdata !== null && 'children' in cdata ? cdata.children : stack.at(-1)?.children;
        const last = siblings?.at(-1);
        if (last?.type === 'text') last.data += data;
        else siblings?.push(nodeOf('text', { data }));
      },
      oncdatastart: () => {
        cdata = nodeOf('cdata', { children: [] });
        add(cdata);
      },
      oncdataend: () => {
        cdata = null;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(expandEntities(text));
  const openAtEnd = stack.length - 1;
  parser.end();
  return { document: root, open: lastElements(root, openAtEnd) };
};

/** As domhandler builds them, but for what nobody asks here: its classes took a tenth of the time. */
const nodeOf = (type: string, rest: object): XmlNode =>
  ({
    type,
    parent: null,
    prev: null,
    next: null,
    startIndex: null,
    endIndex: null,
    ...rest,
  }) as unknown as XmlNode;

const lastElements = (document: XmlDocument, count: number): readonly XmlElement[] => {
  const elements: XmlElement[] = [];
  let parent: XmlDocument | XmlElement = document;
  while (elements.length < count) {
    const last = elementsOf(parent).at(-1);
    if (last === undefined) break;
    elements.push(last);
    parent = last;
  }
  return elements;
};

const AS_IT_STANDS = { xmlMode: true, decodeEntities: false, encodeEntities: false } as const;

const renderXml = (node: XmlDocument | XmlElement): string => DomUtils.getOuterHTML(node, AS_IT_STANDS);

export const elementsOf = (parent: XmlDocument | XmlElement): XmlElement[] =>
  parent.children.filter(
    (node): node is XmlElement => node.type === 'tag' || node.type === 'script' || node.type === 'style',
  );

/** Half an entry would be told as a whole one now, and as an edit once the feed comes whole. */
export const leaveOutEntries = (open: readonly XmlElement[]): void => {
  for (const element of open)
    if (/^(?:item|entry)$/.test(localName(element.name))) DomUtils.removeElement(element);
};

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** The attribute by its local name, whatever prefix and case it was written with. */
export const attribute = (element: XmlElement, local: string): string | undefined => {
  for (const [name, value] of Object.entries(element.attribs)) {
    if (localName(name) === local && !name.toLowerCase().startsWith('xmlns')) return value;
  }
  return undefined;
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text of an element that holds no elements, its entities decoded by `decode`, its CDATA taken as it is. */
export const rawText = (element: XmlElement, decode: (text: string) => string): string =>
  element.children.map((node) => textOf(node, decode)).join('');

const textOf = (node: XmlNode, decode: (text: string) => string): string => {
  if (node.type === 'text') return decode(node.data);
  if (node.type === 'cdata')
    return node.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
  return '';
};

/** The inner markup as HTML: CDATA becomes escaped text, namespace prefixes of tags go (`xhtml:p` is a `p`). */
export const innerMarkup = (element: XmlElement): string => {
  const inner = new Set<XmlNode>(elementsOf(element));
  return element.children
    .map((node) => {
      if (node.type === 'text') return node.data;
      if (node.type === 'cdata') return escapeXml(textOf(node, String));
      return inner.has(node) ? renderXml(node as XmlElement) : '';
    })
    .join('')
    .replace(/<(\/?)[A-Za-z][\w.-]*:(?=[A-Za-z])/g, '<$1');
};

export const replaceText = (element: XmlElement, text: string): void => {
  element.children = [nodeOf('text', { data: escapeXml(text) })];
};

/**
 * Drops the document type and puts in the entities that it declares. Only plain values and character references are
 * taken, never a value that names another entity, so that nothing can grow.
 */
const expandEntities = (text: string): string => {
  const start = text.search(/<!DOCTYPE/i);
  if (start < 0 || start > 20_000) return text;
  const end = doctypeEnd(text, start);
  const declared = new Map<string, string>();
  for (const match of text
    .slice(start, end)
    .matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"((?:&#\w+;|[^&"%])*)"|'((?:&#\w+;|[^&'%])*)')\s*>/g)) {
    const [, name = '', double, single] = match;
    const value = double ?? single ?? '';
    // The first declaration of a name stands (XML 1.0, 4.2).
    if (value.length <= 1000 && !declared.has(name)) declared.set(name, value);
  }
  const rest = text.slice(0, start) + text.slice(end);
  if (declared.size === 0) return rest;
  let budget = 100_000;
  return rest.replace(/&([\w.-]+);/g, (whole, name: string) => {
    const value = declared.get(name);
    budget -= value?.length ?? 0;
    return value === undefined || budget < 0 ? whole : value;
  });
};

/** The end of `<!DOCTYPE … [ … ]>`, or of `<!DOCTYPE … >`. */
const doctypeEnd = (text: string, start: number): number => {
  const close = text.indexOf('>', start);
  const open = text.indexOf('[', start);
  if (open < 0 || (close >= 0 && close < open)) return close < 0 ? text.length : close + 1;
  const bracket = /\]\s*>/g;
  bracket.lastIndex = open;
  const match = bracket.exec(text);
  return match === null ? close + 1 : match.index + match[0].length;
};
