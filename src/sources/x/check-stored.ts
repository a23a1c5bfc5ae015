import { z } from 'zod';
import type { RawEvent } from '../../domain/raw-mention.ts';
import type { StoredPost } from '../source.ts';
import { editHistoryOf, xPost } from './answer.ts';
import { mapXResponse } from './map-response.ts';
import { costOf, grantChecks, sharesOf } from './money.ts';
import { asPermanent } from './read-page.ts';
import type { Page, XWalking } from './walking.ts';
import { pageWith } from './walking.ts';

/** Early enough that one failure leaves time for another look within the day that X allows (facts/sources.md 1). */
const CHECK_AFTER_MS = 20 * 3_600_000;
/** X takes so many ids at once. */
const AT_ONCE = 100;
/** Requests in a round; what is left is due in the next one too. */
const MAX_REQUESTS = 20;

/**
 * Asks again for posts whose words are kept: which of them are gone from the platform and which were edited. What the
 * money does not reach for stays unchecked, and after a day nobody is shown its words.
 */
export async function* checkStored(walking: XWalking): AsyncGenerator<Page> {
  const { record } = walking.deps;
  if (record === undefined) return;
  for (let request = 0; request < MAX_REQUESTS && !walking.deps.signal.aborted; request += 1) {
    const before = new Date(walking.deps.clock.now().getTime() - CHECK_AFTER_MS);
    const due = await record.dueChecks(before, AT_ONCE);
    const posts = await payFor(walking, due);
    if (posts.length === 0) return;
    const found = await lookUp(walking, posts);
    const edits = await readEdits(walking, found.edited);
    const gone = found.gone.map((nativeId): RawEvent => ({ kind: 'deletion', nativeId }));
    yield await pageWith(walking, { events: [...gone, ...edits], checked: found.standing });
    if (found.gone.length + found.standing.length === 0) return;
  }
}

const payFor = async (
  { plan, needs, ledger, deps }: XWalking,
  due: readonly StoredPost[],
): Promise<readonly StoredPost[]> => {
  if (due.length === 0) return [];
  const booked = await ledger.book(deps.clock.now(), (spent) =>
    grantChecks(plan.money, sharesOf(plan.money, spent, needs), spent, due.length),
  );
  return due.slice(0, booked?.posts ?? 0);
};

interface Found {
  readonly standing: readonly string[];
  readonly gone: readonly string[];
  /** Newest ids of posts that were edited since they were read. */
  readonly edited: readonly string[];
}

const lookUp = async (walking: XWalking, posts: readonly StoredPost[]): Promise<Found> => {
  const { client, ledger, deps, plan } = walking;
  const now = deps.clock.now();
  const booked = posts.length * plan.money.post;
  try {
    const answer = checkAnswer.parse(
      (
        await client.lookUp(
          posts.map(({ nativeId }) => nativeId),
          'bare',
        )
      ).body,
    );
    const paid = answer.data.length * plan.money.post;
    await ledger.book(now, () => ({ purpose: 'check', mills: Math.min(0, paid - booked), posts: 0 }));
    return compare(posts, answer);
  } catch (error) {
    await ledger.book(now, () => ({ purpose: 'check', mills: -booked, posts: 0 }));
    throw asPermanent(error);
  }
};

const compare = (posts: readonly StoredPost[], { data, errors }: CheckAnswer): Found => {
  const missing = new Set(
    errors.filter(({ type }) => isGone.test(type)).map(({ resource_id, value }) => resource_id ?? value),
  );
  const standing: string[] = [];
  const gone: string[] = [];
  const edited: string[] = [];
  for (const { nativeId, revision } of posts) {
    const post = data.find((each) => each.id === nativeId || editHistoryOf(each).includes(nativeId));
    if (post !== undefined) {
      standing.push(nativeId);
      const history = editHistoryOf(post);
      const newest = history.at(-1);
      if (newest !== undefined && history.length - 1 > revision) edited.push(newest);
    } else if (missing.has(nativeId)) gone.push(nativeId);
  }
  return { standing, gone, edited };
};

/** Deleted, or of an account that is protected, suspended or gone; an error of the platform's own says nothing. */
const isGone =
  /\/(?:resource-not-found|not-authorized-for-resource|resource-unavailable|disallowed-resource)$/;

/** The words of edited posts; those that are not there at once are asked for with the next look. */
const readEdits = async (walking: XWalking, ids: readonly string[]): Promise<readonly RawEvent[]> => {
  const { client, ledger, deps, plan } = walking;
  if (ids.length === 0) return [];
  const mapped = mapXResponse(
    (await client.lookUp(ids, 'whole').catch((error: unknown) => Promise.reject(asPermanent(error)))).body,
  );
  await ledger.book(deps.clock.now(), () => ({
    purpose: 'check',
    mills: costOf(plan.money, mapped),
    posts: 0,
  }));
  return mapped.events;
};

const problem = z.object({
  type: z.string(),
  resource_id: z.string().optional().catch(undefined),
  value: z.string().optional().catch(undefined),
});
const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .default([])
    .transform((entries) =>
      entries.flatMap((entry) => {
        const parsed = schema.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    );
const checkAnswer = z.object({ data: listOf(xPost), errors: listOf(problem) });
type CheckAnswer = z.infer<typeof checkAnswer>;
