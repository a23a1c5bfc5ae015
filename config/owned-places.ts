import type { Config } from './config.ts';
import type { PlacedMessage } from './say-issue.ts';
import type { WrittenSource } from './schema.ts';

/** Nobody's yet: it is own, and there are several brands. */
const whose = '';

export const ownerOf = (source: WrittenSource, brands: readonly string[]): { readonly ownedBy?: string } => {
  if (!('own' in source) || source.own !== true) return {};
  return { ownedBy: source.brand ?? (brands.length === 1 ? brands[0] : undefined) ?? whose };
};

export function* unownedPlaces({ sources, brands }: Config): Generator<PlacedMessage> {
  const names = brands.map(({ id }) => id);
  for (const source of sources) {
    if (!('ownedBy' in source) || source.ownedBy === undefined || names.includes(source.ownedBy)) continue;
    const path = ['sources', source.name];
    yield source.ownedBy === whose
      ? { path: [...path, 'own'], message: `does not say of which brand; write brand: ${names[0]} beside it` }
      : { path: [...path, 'brand'], message: `names "${source.ownedBy}", which is not one of the brands` };
  }
}
