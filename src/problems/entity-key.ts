import type { Category } from '../domain/classification.ts';
import { mix } from './signature.ts';

/** What a complaint is about, as far as it names it. */
export interface Subject {
  readonly brand: string;
  readonly products: readonly string[];
  /** Flights and trains, e.g. `LH1234`, `ICE612`. */
  readonly journeys: readonly string[];
  /** Order numbers and the like, normalised by the classifier. */
  readonly orders: readonly string[];
  /** The weightiest one; null when none is known. */
  readonly category: Category | null;
}

/** 64 bits: a key is compared in the index, where no text is kept. */
export interface KeyHash {
  readonly high: number;
  readonly low: number;
}

/** Equal for complaints about the same thing: only these are ever merged automatically (I27). */
export const entityKey = (subject: Subject): string => `${clusterScope(subject)}\n${listed(subject.orders)}`;

/** Inside of it complaints are suggested to belong together. An order is one customer's alone: many may share a problem. */
export const clusterScope = ({ brand, products, journeys, category }: Subject): string =>
  [brand, listed(products), listed(journeys), category ?? ''].join('\n');

const listed = (names: readonly string[]): string =>
  names.length === 0 ? '' : JSON.stringify([...new Set(names.map((name) => name.toLowerCase()))].sort());

/**
 * What a reply does not name is that of the post which it answers, and so is its category (DESIGN.md 4); one that names
 * something else stands for itself.
 */
export const subjectOfReply = (own: Subject, answered: Subject): Subject => {
  const filled: Subject = {
    brand: own.brand,
    products: own.products.length > 0 ? own.products : answered.products,
    journeys: own.journeys.length > 0 ? own.journeys : answered.journeys,
    orders: own.orders.length > 0 ? own.orders : answered.orders,
    category: answered.category,
  };
  return entityKey(filled) === entityKey(answered) ? filled : own;
};

export const hashKey = (key: string): KeyHash => {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    high = mix(high ^ unit);
    low = Math.imul(low ^ unit, 0x0100_0193);
  }
  return { high: high | 0, low: mix(low ^ key.length) | 0 };
};
