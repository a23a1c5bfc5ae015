import { type Labelled, labelPost, type MaskOf, takeWords } from '../../cases/label.store.ts';
import { completed, contradictionIn, type LabelVerdict, labelName, type Mood } from '../../cases/label.ts';
import { lockLabelled, type PostRef } from '../../cases/labelled-post.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Category, DangerKind } from '../../domain/classification.ts';
import type { Severity } from '../../domain/severity.ts';
import { UserError } from '../../lib/user-error.ts';
import { maskSpeakers } from '../../notify/mask-speakers.ts';
import type { App } from '../app.ts';
import {
  type ActingOptions,
  jsonText,
  noteOf,
  renderOptionsOf,
  type SpokenOptions,
} from '../desk-options.ts';
import { whoMay } from '../permission.ts';
import { refuseUntold } from '../refuse-untold.ts';
import { sayLabel } from './label-texts.ts';
import { labelledView } from './label-view.ts';

type YesOrNo = 'yes' | 'no';

export interface SetOptions extends ActingOptions {
  readonly complaint: YesOrNo;
  readonly sentiment?: Mood;
  readonly category?: readonly Category[];
  readonly severity?: Severity;
  readonly danger?: DangerKind | 'none';
  readonly relay?: YesOrNo;
  readonly sameProblem?: YesOrNo;
  readonly note?: string;
  readonly json?: boolean;
}

export const runSet = async (app: App, post: PostRef, options: SetOptions): Promise<undefined> => {
  const { language } = options;
  const verdict = completed(verdictOf(options));
  const contradiction = contradictionIn(verdict);
  if (contradiction !== null) throw new UserError(sayLabel(language, contradiction));
  const { name: actor, person } = whoMay(app, options.as, 'label_posts');
  const ask = { post, verdict, note: noteOf(options), actor, now: app.clock.now() };
  const labelled = await app.withDatabase(async (db) => {
    const maskOf = rememberMasks();
    const seen = await db.transaction('desk', async (tx) => {
      const locked = await lockLabelled(tx, post);
      if (locked?.caseId != null) await refuseUntold(tx, app, locked.caseId, { person, language });
      return locked;
    });
    if (seen !== null) takeWords(seen, verdict, maskOf);
    return db.transaction('desk', (tx) => labelPost(tx, ask, maskOf));
  });
  if (labelled.kind !== 'labelled') throw refusal(labelled, post, options);
  app.io.out(
    options.json === true
      ? jsonText({ ...labelledJson(labelled), actor: ask.actor, at: ask.now })
      : `${labelledView(labelled, renderOptionsOf(app, options))}\n`,
  );
};

/** What was masked before the transaction began is not masked while it holds the record; what changed since is. */
const rememberMasks = (): MaskOf => {
  const known = new Map<string, string>();
  return (text, speakers) => {
    const key = JSON.stringify([text, speakers.map(({ author, url }) => [author, url])]);
    const masked = known.get(key) ?? maskSpeakers(text, speakers);
    known.set(key, masked);
    return masked;
  };
};

const verdictOf = (options: SetOptions): LabelVerdict => {
  const { complaint, sentiment, category, severity, danger, relay, sameProblem } = options;
  return {
    complaint: complaint === 'yes',
    ...(sentiment === undefined ? {} : { sentiment }),
    ...(category === undefined ? {} : { categories: category }),
    ...(severity === undefined ? {} : { severity }),
    ...(danger === undefined ? {} : { danger }),
    ...(relay === undefined ? {} : { relay: relay === 'yes' }),
    ...(sameProblem === undefined ? {} : { sameProblem: sameProblem === 'yes' }),
  };
};

const refusal = (
  outcome: Exclude<Labelled, { kind: 'labelled' }>,
  asked: PostRef,
  { language }: SpokenOptions,
): UserError => {
  if (outcome.kind === 'unknown')
    return new UserError(
      asked.kind === 'post'
        ? sayLabel(language, 'unknownPost', { id: asked.mentionId })
        : sayLabel(language, 'unknownCase', { id: caseName(asked.caseId) }),
    );
  const brand = 'brand' in outcome ? outcome.brand : '';
  return new UserError(sayLabel(language, outcome.kind, { id: outcome.mentionId, brand }));
};

/** For scripts: who wrote the post stays out, as it does in every list. */
const labelledJson = (labelled: Extract<Labelled, { kind: 'labelled' }>) => {
  const { labelId, verdict, replaces, post, text, parent } = labelled;
  return {
    id: labelName(labelId),
    post: post.mentionId,
    case: post.caseId === null ? null : caseName(post.caseId),
    brand: post.brand,
    source: post.source,
    label: verdict,
    said: post.said,
    text,
    parent,
    isExported: text !== null,
    replaces: replaces === null ? null : labelName(replaces),
  };
};
