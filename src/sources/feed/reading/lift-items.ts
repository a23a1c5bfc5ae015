import { elementsOf, localName, type XmlElement, type XmlNode } from './xml-tree.ts';

/**
 * Puts items where they are looked for: out of a wrapping of their own (RSS 1.1), out of an item that nobody
 * closed, and out of a second channel. They keep their parents, by which names and languages are looked up.
 */
export const liftItems = (root: XmlElement): void => {
  liftInside(root);
  const [channel, ...others] = elementsOf(root).filter((child) => localName(child.name) === 'channel');
  if (channel === undefined) return;
  for (const one of [channel, ...others]) liftInside(one);
  channel.children = [...channel.children, ...others.flatMap((other) => elementsOf(other).filter(isItem))];
  root.children = without(root, others);
};

const isItem = (element: XmlElement): boolean => /^(?:item|entry)$/.test(localName(element.name));

const without = (parent: XmlElement, gone: readonly XmlElement[]): XmlNode[] => {
  const all = new Set<XmlNode>(gone);
  return parent.children.filter((child) => !all.has(child));
};

const liftInside = (container: XmlElement): void => {
  container.children = elementsOf(container).flatMap(itemsFrom);
};

const itemsFrom = (element: XmlElement): XmlElement[] => {
  if (localName(element.name) === 'items') {
    const items = elementsOf(element).filter(isItem);
    return items.length === 0 ? [element] : items.flatMap(itemsFrom);
  }
  if (!isItem(element)) return [element];
  const nested = elementsOf(element).filter(({ name }) => name === element.name);
  if (nested.length === 0) return [element];
  element.children = without(element, nested);
  return [element, ...nested.flatMap(itemsFrom)];
};
