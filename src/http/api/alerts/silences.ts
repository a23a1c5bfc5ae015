import { z } from 'zod';
import { readCursor, writeCursor } from '../../../cases/keyset.ts';
import { alertKinds } from '../../../domain/alert-types.ts';
import { caseName } from '../../../domain/case-id.ts';
import { categories } from '../../../domain/classification.ts';
import { severities } from '../../../domain/severity.ts';
import { isInVain, type SilenceMatcher } from '../../../notify/silences/silence.ts';
import {
  addSilence,
  endSilence,
  findSilence,
  type ListedSilence,
  listSilences,
  placeOf,
} from '../../../notify/silences/silences.store.ts';
import { maySeeBrand } from '../access/caller.ts';
import { readerOf, refuseUnseen } from '../cases/seen.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { done, type Problem, refuse } from '../outcome.ts';
import { caseParams, cursor, limit, moment, pageOf, rowId, writtenText } from '../values.ts';

const matcher = {
  brand: z.string().min(1).max(80).optional().meta({ description: 'Its key in evenhand.yaml.' }),
  kind: z.enum(alertKinds).optional(),
  severity: z.enum(severities).optional(),
  category: z.enum(categories).optional(),
};

const silence = z
  .object({
    id: z.string(),
    ...matcher,
    case: z.string().optional(),
    comment: z.string(),
    author: z.string(),
    createdAt: z.date(),
    endsAt: z.date(),
    endedAt: z.date().nullable(),
    endedBy: z.string().nullable(),
    alerts: z.int().meta({ description: 'That it keeps back, or kept back for good.' }),
  })
  .meta({
    id: 'Silence',
    description: 'Keeps quiet what each of its words covers. Danger is told all the same.',
  });

const list = operation({
  id: 'listSilences',
  method: 'GET',
  path: '/silences',
  tag: 'alerts',
  summary: 'Silences in force, the first to end first; with `all` those that are over too, the newest first.',
  scope: 'alerts:read',
  needs: 'read_cases',
  query: z.strictObject({
    all: z.enum(['true', 'false']).default('false'),
    after: cursor.optional(),
    limit,
  }),
  answer: { status: 200, body: pageOf(silence) },
  problems: [],
  handle: async ({ query }, { tx, now, caller, people }) => {
    const after = query.after === undefined ? null : readCursor('silences', query.after, 1);
    if (after === null && query.after !== undefined)
      return refuse(400, 'bad_cursor', '"after" is no cursor of this list: take "next" of a page of it');
    const found = await listSilences(tx, {
      now,
      isAll: query.all === 'true',
      limit: query.limit + 1,
      brands: caller.person?.brands ?? null,
      reader: readerOf(caller, people),
      after: after === null ? null : { at: after.times[0] ?? now, id: after.id },
    });
    const page = found.slice(0, query.limit);
    const last = page.at(-1);
    return done({
      items: page.map(present),
      next: found.length > query.limit && last !== undefined ? cursorOf(last, now) : null,
    });
  },
});

const cursorOf = (last: ListedSilence, now: Date): string => {
  const { at, id } = placeOf(last, now);
  return writeCursor('silences', { times: [at], id });
};

const add = operation({
  id: 'addSilence',
  method: 'POST',
  path: '/silences',
  tag: 'alerts',
  summary:
    'Keep quiet what fits each of these words; it changes no case, no clock and no place in the queue.',
  scope: 'alerts:write',
  needs: 'silence_alerts',
  body: z.strictObject({
    ...matcher,
    case: caseParams.shape.caseId.optional(),
    endsAt: moment.meta({ description: 'At most 30 days from now.' }),
    comment: writtenText.meta({ description: 'Why, for the colleagues.' }),
  }),
  answer: { status: 201, body: silence },
  problems: [404],
  handle: async ({ body: { endsAt, comment, case: caseId, ...words } }, context) => {
    const { tx, now, caller } = context;
    const asked: SilenceMatcher = withoutGaps({ ...words, caseId });
    const refused = (await refuseWords(asked, context)) ?? refuseEnd(endsAt, now);
    if (refused !== null) return refused;
    const { id } = await addSilence(tx, { matcher: asked, comment, author: caller.actor, endsAt }, now);
    return answered(id, context);
  },
});

const longestMs = 30 * 86_400_000;

const refuseEnd = (endsAt: Date, now: Date): Problem | null => {
  if (endsAt <= now) return refuse(422, 'in_past', 'endsAt is over already: name a time to come');
  return endsAt.getTime() - now.getTime() > longestMs
    ? refuse(
        422,
        'too_long',
        'a silence lasts 30 days at most: what nobody remembers hides what it was not meant for',
      )
    : null;
};

/** Whoever works for some brands alone silences those. */
const refuseWords = async (asked: SilenceMatcher, context: OperationContext): Promise<Problem | null> => {
  const { brands, caller } = context;
  if (Object.keys(asked).length === 0)
    return refuse(
      422,
      'nothing_named',
      'say what to silence: brand, kind, severity, category or case; not everything at once',
    );
  if (isInVain(asked))
    return refuse(422, 'never_silenced', `compliance hears of ${asked.kind} whatever is silenced`);
  const { brand, caseId } = asked;
  if (brand === undefined && caller.person !== null && caller.person.brands !== null)
    return refuse(422, 'brand_needed', 'say which brand: you work for some of them');
  if (brand !== undefined && (!brands.includes(brand) || !maySeeBrand(caller, brand)))
    return refuse(404, 'unknown_brand', `there is no brand "${brand}" here, or it is not one of yours`);
  return caseId === undefined ? null : refuseUnseen(caseId, context);
};

const end = operation({
  id: 'endSilence',
  method: 'POST',
  path: '/silences/:silenceId/end',
  tag: 'alerts',
  summary: 'It is over: what it kept back is told where a case still waits.',
  scope: 'alerts:write',
  needs: 'silence_alerts',
  params: z.strictObject({ silenceId: rowId }),
  answer: { status: 200, body: silence },
  problems: [404],
  handle: async ({ params: { silenceId } }, context) => {
    const { tx, now, caller } = context;
    const found = await findSilence(tx, silenceId);
    if (found === null || !(await mayEnd(found.matcher, context)))
      return refuse(404, 'unknown_silence', `there is no silence ${silenceId}`);
    const ended = await endSilence(tx, silenceId, { actor: caller.actor, now });
    return ended === 'over'
      ? refuse(409, 'over', `silence ${silenceId} is over already`)
      : answered(silenceId, context);
  },
});

/** Of no brand it is everybody's to know, and the business of those who work for all. */
const mayEnd = async (of: SilenceMatcher, context: OperationContext): Promise<boolean> => {
  const { person } = context.caller;
  const isOwn = of.brand !== undefined || person === null || person.brands === null;
  return isOwn && mayKnowOf(of, context);
};

/** One that names a case tells that there is such a case. */
const mayKnowOf = async ({ brand, caseId }: SilenceMatcher, context: OperationContext): Promise<boolean> =>
  (brand === undefined || maySeeBrand(context.caller, brand)) &&
  (caseId === undefined || (await refuseUnseen(caseId, context)) === null);

const answered = async (id: string, { tx, now }: OperationContext) => {
  const [found] = await listSilences(tx, { now, isAll: true, limit: 1, id });
  if (found === undefined) throw new Error('a silence is gone that stood a moment ago');
  return done(present(found));
};

const present = ({ matcher: of, ...one }: ListedSilence): z.output<typeof silence> => {
  const { caseId, ...words } = of;
  return {
    ...one,
    ...words,
    ...(caseId === undefined ? {} : { case: caseName(caseId) }),
    createdAt: new Date(one.createdAt),
    endsAt: new Date(one.endsAt),
    endedAt: one.endedAt === null ? null : new Date(one.endedAt),
  };
};

const withoutGaps = (
  words: { readonly [Name in keyof SilenceMatcher]: SilenceMatcher[Name] | undefined },
): SilenceMatcher => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));

export const silenceOperations: readonly Operation[] = [list, add, end];
