import type { XmlElement } from './xml-tree.ts';

/** Which of an element's children count, where a feed says one thing twice. They bear their canonical names already. */
export const chooseChildren = (parent: string, children: readonly XmlElement[]): readonly XmlElement[] => {
  const chosen = withinBound(lastWins(withMediaTexts(parent, children)));
  return parent === 'item' ? secondTextIsContent(chosen) : chosen;
};

/** Media RSS names what the item itself does not: the title and the text of a video. */
const withMediaTexts = (parent: string, children: readonly XmlElement[]): readonly XmlElement[] => {
  if (parent !== 'item' && parent !== 'entry') return children;
  const named = new Set(children.map((child) => child.name));
  const texts = ['description', 'summary', 'content', 'content:encoded'];
  const borrowed: Readonly<Record<string, string | null>> = {
    'media:title': named.has('title') ? null : 'title',
    'media:description': texts.some((text) => named.has(text)) ? null : TEXT_OF[parent],
  };
  return children.flatMap((child) => {
    const name = borrowed[child.name];
    if (name === undefined) return child.name.startsWith('media:') ? [] : [child];
    if (name !== null) child.name = name;
    return name === null ? [] : [child];
  });
};
const TEXT_OF = { item: 'description', entry: 'summary' } as const;

/** A feed of 5 MB could list 100,000 empty items; the newest stand first. */
export const MAX_ITEMS = 3000;
const withinBound = (children: readonly XmlElement[]): readonly XmlElement[] => {
  let items = 0;
  return children.filter((child) => {
    if (child.name !== 'item' && child.name !== 'entry') return true;
    items += 1;
    return items <= MAX_ITEMS;
  });
};

/** Where a feed says one thing twice, the later one stands; a title is the first. */
const LATER_STANDS =
  /^(?:(?:atom:)?(?:updated|modified|published|issued|created|id)|pubdate|guid|dcterms:\w+|dc:date)$/;
const lastWins = (children: readonly XmlElement[]): XmlElement[] => {
  const last = new Map(children.map((child) => [child.name, child]));
  return children.filter((child) => !LATER_STANDS.test(child.name) || last.get(child.name) === child);
};

/** RSS items with a description and a summary: the first is the summary, the second the content. */
const secondTextIsContent = (children: readonly XmlElement[]): XmlElement[] => {
  const texts = children.filter((child) => child.name === 'description');
  const hasContent = children.some((child) => child.name === 'content:encoded');
  return children.filter((child) => {
    if (child.name !== 'description' || child === texts[0]) return true;
    if (!hasContent && child === texts[1]) child.name = 'content:encoded';
    return child.name !== 'description';
  });
};
