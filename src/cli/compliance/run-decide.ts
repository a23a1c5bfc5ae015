import { caseName } from '../../domain/case-id.ts';
import type { OutOfBandKind } from '../../domain/classification.ts';
import { createSay, type Message } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { decideMark } from '../../problems/decision.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { caseReaderOf, whoMay } from '../permission.ts';
import { sayKnown } from '../render/render-texts.ts';

export interface DecideOptions extends ActingOptions {
  readonly json?: boolean;
}

/** What words were that nobody understood: these alone, by their number. */
export const runDecide = async (
  app: App,
  wish: { readonly mark: string; readonly kind: OutOfBandKind; readonly note: string },
  { as, language, json }: DecideOptions,
): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, as, 'read_compliance');
  const { mark, kind } = wish;
  const by = {
    actor,
    brands: person?.brands ?? null,
    reader: caseReaderOf(app, person),
    now: app.clock.now(),
  };
  const decided = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => decideMark(tx, { ...wish, ...by })),
  );
  if (decided.kind === 'unknown') throw new UserError(say(language, 'unknown', { mark }));
  if (decided.kind === 'decided') {
    const known = sayKnown(language, 'value', decided.as);
    throw new UserError(say(language, 'decided', { mark, kind: known }));
  }
  const id = caseName(decided.caseId);
  const values = { case: id, kind: sayKnown(language, 'value', kind) };
  app.io.out(
    json === true ? jsonText({ id: mark, case: id, outOfBand: kind }) : `${say(language, 'done', values)}\n`,
  );
};

const en = {
  unknown: 'there is no mark {mark}; "evenhand compliance list" shows what was said, with its numbers',
  decided: 'of {mark} it is known already what it was: {kind}',
  done: 'Written down at {case}: {kind}.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  unknown: 'es gibt keinen Vermerk {mark}; "evenhand compliance list" zeigt, was gesagt wurde, mit Nummern',
  decided: 'von {mark} ist schon bekannt, was es war: {kind}',
  done: 'Vermerkt bei {case}: {kind}.',
};

const say = createSay<keyof typeof en>({ en, de });
