import { z } from 'zod';
import { categories, languages } from '../src/domain/classification.ts';
import { routeStates } from '../src/domain/routing.ts';
import { severities } from '../src/domain/severity.ts';
import { shortName as name } from './schema-values.ts';

const about = <T extends z.ZodType>(type: T, description: string): T => type.meta({ description });
const several = <T extends z.ZodType>(item: T, error: string) =>
  z.union([item, z.array(item).min(1).max(200)], { error });
const wordsOf = <T extends string>(words: readonly [T, ...T[]] | readonly T[]) =>
  several(z.enum(words as readonly [T, ...T[]]), `must be one of ${words.join(', ')}, or a list of them`);
const names = several(name, 'must be a short name, or a list of them');

const rule = z.strictObject({
  name,
  state: about(
    z.enum(routeStates),
    'draft: tried on history; background: what it would change is written down; live: it decides; expired.',
  ),
  expires: about(
    z.iso.date({ error: 'must be a day such as 2026-12-31' }).optional(),
    'A day (UTC) from which on it is expired.',
  ),
  match: about(
    z.strictObject({
      brand: names.optional(),
      category: wordsOf(categories).optional(),
      language: wordsOf(languages).optional(),
      region: names.optional(),
      severity: wordsOf(severities).optional(),
    }),
    'All that is written must fit; nothing written fits every case.',
  ),
  team: about(name, 'Who works these cases.'),
  channel: about(name.optional(), 'A channel for leads that hears of these cases instead of all of them.'),
  quota_per_day: about(
    z.int().min(1, { error: 'must be at least 1' }).max(1_000_000).optional(),
    'Beyond so many cases a day the rule lets go, and says so once.',
  ),
});

/** Who works which case. No rule changes a severity, a deadline or the order of the queue. */
export const routing = z.strictObject({
  regions: about(
    z.record(name, z.array(name).min(1).max(1_000)).optional(),
    'Region: names of the sources that belong to it.',
  ),
  rules: about(z.array(rule).max(200).optional(), 'In order: the first that fits decides.'),
});
