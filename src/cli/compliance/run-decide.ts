import { brandOfCase } from '../../cases/brand.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { OutOfBandKind } from '../../domain/classification.ts';
import { createSay, type Message } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { hasUndecidedWords } from '../../problems/compliance.store.ts';
import { markOutOfBand } from '../../problems/out-of-band.store.ts';
import { hiddenFrom } from '../../problems/told-to.store.ts';
import type { App } from '../app.ts';
import { unknownCase } from '../cases/run-show.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { caseReaderOf, keepToBrand, whoMay } from '../permission.ts';
import { sayKnown } from '../render/render-texts.ts';

export interface DecideOptions extends ActingOptions {
  readonly json?: boolean;
}

/** A mark by hand at the case of words that nobody understood: it says what they were. */
export const runDecide = async (
  app: App,
  wish: { readonly caseId: string; readonly kind: OutOfBandKind; readonly note: string },
  { as, language, json }: DecideOptions,
): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, as, 'read_compliance');
  const { caseId, kind } = wish;
  const values = { case: caseName(caseId), kind: sayKnown(language, 'value', kind) };
  await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandOfCase(tx, caseId);
      if (brand === null) throw unknownCase(caseId, language);
      keepToBrand(person, brand);
      const hidden = await hiddenFrom(tx, [caseId], caseReaderOf(app, person));
      if (hidden.has(caseId)) throw unknownCase(caseId, language);
      if (!(await hasUndecidedWords(tx, caseId))) throw new UserError(say(language, 'nothing', values));
      await markOutOfBand(tx, { ...wish, actor, now: app.clock.now() });
    }),
  );
  app.io.out(
    json === true ? jsonText({ case: values.case, outOfBand: kind }) : `${say(language, 'done', values)}\n`,
  );
};

const en = {
  nothing:
    'nothing was said to the customer of {case} that nobody understood; "evenhand compliance list" shows what was',
  done: 'Written down at {case}: {kind}.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  nothing:
    'dem Kunden von {case} wurde nichts gesagt, das niemand verstand; "evenhand compliance list" zeigt, was',
  done: 'Vermerkt bei {case}: {kind}.',
};

const say = createSay<keyof typeof en>({ en, de });
