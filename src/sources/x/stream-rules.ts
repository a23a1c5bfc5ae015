import { z } from 'zod';
import type { XClient } from './client.ts';
import type { XPlan } from './walking.ts';

const rule = z.object({ id: z.string(), value: z.string(), tag: z.string().optional() });
const answer = z.object({
  data: z.array(rule).default([]),
  meta: z.object({ next_token: z.string().optional() }).optional(),
  errors: z.array(z.object({ title: z.string(), detail: z.string().optional() })).default([]),
});

export interface SyncedRules {
  /** A rule counts for posts that are written some time after it was made. */
  readonly isChanged: boolean;
  /** What the platform did not take, in its words. */
  readonly refused: readonly string[];
}

/** Brings the rules of the stream in step with the searches. Rules of others on the same account are left alone. */
export const syncRules = async (plan: XPlan, client: XClient): Promise<SyncedRules> => {
  const tag = ruleTag(plan.name);
  const own = answer.parse(await client.readRules()).data.filter((each) => each.tag === tag);
  const wanted = new Set(plan.walks.flatMap((walk) => (walk.kind === 'search' ? [walk.query] : [])));
  const stale = own.filter(({ value }) => !wanted.has(value)).map(({ id }) => id);
  const known = new Set(own.map(({ value }) => value));
  const missing = [...wanted].filter((value) => !known.has(value));
  // First the new ones: for a moment too much is heard, never too little.
  const added =
    missing.length === 0
      ? null
      : answer.parse(await client.addRules(missing.map((value) => ({ value, tag }))));
  if (stale.length > 0) await client.deleteRules(stale);
  return {
    isChanged: missing.length > 0,
    refused: (added?.errors ?? []).map(({ title, detail }) =>
      detail === undefined ? title : `${title}: ${detail}`,
    ),
  };
};

export const ruleTag = (name: string): string => `evenhand:${name}`;
