import { type Acted, actOnCase } from '../../cases/action.store.ts';
import { refusalText } from '../../cases/action-texts.ts';
import type { CaseAction } from '../../cases/actions.ts';
import { brandOfCase } from '../../cases/brand.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Person } from '../../domain/person.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { keepToBrand, whoMay } from '../permission.ts';
import { dueUnder } from '../policy-deadline.ts';
import { actedJson, actedText } from './acted-text.ts';
import { momentOf, timezoneOfBrand, zonedText } from './brand-time.ts';
import { unknownCase } from './run-show.ts';
import type { WrittenTime } from './written-time.ts';

export interface ActOptions extends ActingOptions {
  readonly json?: boolean;
}

/** As it was typed: when an answer was sent is a moment only with the zone of the brand; null: now. */
export type WantedAction =
  | Exclude<CaseAction, { kind: 'answered' }>
  | { readonly kind: 'answered'; readonly at: WrittenTime | null; readonly note: string | null };

export const runAction = async (
  app: App,
  id: string,
  { action: wanted, options }: { readonly action: WantedAction; readonly options: ActOptions },
): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, options.as, isTakeOver(wanted) ? 'lead_cases' : 'work_cases');
  const now = app.clock.now();
  const { acted, timezone } = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => actInZone(tx, app, { id, wanted, actor, person, now })),
  );
  if (acted.kind === 'unknown') throw unknownCase(id, options.language);
  if (acted.kind === 'refused')
    throw new UserError(
      refusalText(acted.refusal, {
        caseId: id,
        now,
        language: options.language,
        timeText: (at) => zonedText(at, timezone),
      }),
    );
  app.io.out(
    options.json === true
      ? jsonText({ id: caseName(id), ...actedJson(acted) })
      : `${actedText(acted, { id: caseName(id), now, language: options.language })}\n`,
  );
};

const isTakeOver = (wanted: WantedAction): boolean => wanted.kind === 'take' && wanted.takeOver;

interface Wish {
  readonly id: string;
  readonly wanted: WantedAction;
  readonly actor: string;
  readonly person: Person | null;
  readonly now: Date;
}

const actInZone = async (
  tx: Transaction,
  app: App,
  { id, wanted, actor, person, now }: Wish,
): Promise<{ readonly acted: Acted; readonly timezone: string }> => {
  const brand = await brandOfCase(tx, id);
  if (brand === null) return { acted: { kind: 'unknown' }, timezone: 'UTC' };
  keepToBrand(person, brand);
  const timezone = timezoneOfBrand(app, brand);
  const action: CaseAction =
    wanted.kind === 'answered'
      ? { ...wanted, at: wanted.at === null ? now : momentOf(wanted.at, timezone) }
      : wanted;
  return { acted: await actOnCase(tx, { caseId: id, action, actor, now, dueUnder }), timezone };
};
