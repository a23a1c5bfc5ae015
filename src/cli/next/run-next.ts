import { type CaseFile, readCaseFile } from '../../cases/case-file.store.ts';
import { actorKey } from '../../cases/lease/actor-key.ts';
import type { DeskPerson } from '../../cases/lease/desk-person.ts';
import { leaseNext } from '../../cases/lease/lease.store.ts';
import type { Lease, LeaseRefusal, SkipReason } from '../../cases/lease/lease.ts';
import { leaseRefusalText } from '../../cases/lease/lease-texts.ts';
import { skipCase } from '../../cases/lease/skip.store.ts';
import { withoutUntold } from '../../cases/named-cases.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { CaseReader } from '../../domain/case-reader.ts';
import { leftText } from '../../lib/duration-text.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { deskPersonOf } from '../acting-person.ts';
import type { App } from '../app.ts';
import { namesOfBrand, timezoneOfBrand } from '../cases/brand-time.ts';
import { caseFileJson } from '../cases/case-json.ts';
import { caseFileView } from '../cases/case-view.ts';
import { jsonText, noteOf, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { teamAskedFor } from '../known-team.ts';
import { caseReaderOf, peopleOf } from '../permission.ts';
import { sayNext } from './next-texts.ts';

export interface NextOptions extends SpokenOptions {
  readonly as?: string;
  readonly skip?: string;
  readonly because?: SkipReason;
  readonly note?: string;
  readonly team?: string;
  readonly json?: boolean;
}

export const runNext = async (app: App, options: NextOptions): Promise<undefined> => {
  const person = deskPersonOf(app, options.as);
  const reader = caseReaderOf(app, peopleOf(app).find(({ name }) => name === person.name) ?? null);
  const skip = skipOf(options);
  const now = app.clock.now();
  const outcome = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) =>
      handOver(tx, { person, reader, skip, now, team: await teamAskedFor(tx, app, options.team) }),
    ),
  );
  if (outcome.kind === 'refused')
    throw new UserError(
      leaseRefusalText(outcome.refusal, { caseId: skip?.caseId ?? '', now, language: options.language }),
    );
  show(app, outcome, { person, options });
};

interface Skip {
  readonly caseId: string;
  readonly because: SkipReason;
  readonly note: string | null;
}

const skipOf = (options: NextOptions): Skip | null => {
  const { skip, because } = options;
  const note = noteOf(options);
  if (skip === undefined && because === undefined && note === null) return null;
  if (skip === undefined || because === undefined)
    throw new UserError('--skip and --because go together: say which case is passed on, and why');
  if (note !== null && because !== 'other')
    throw new UserError('--note goes with --because other: the other reasons need no words');
  return { caseId: skip, because, note };
};

type HandedOver =
  | { readonly kind: 'refused'; readonly refusal: LeaseRefusal }
  | { readonly kind: 'leased' | 'held'; readonly lease: Lease; readonly file: CaseFile }
  | { readonly kind: 'idle'; readonly confidential: number };

interface Wanted {
  readonly person: DeskPerson;
  readonly reader: CaseReader;
  readonly skip: Skip | null;
  readonly now: Date;
  readonly team: string | null;
}

const handOver = async (
  tx: Transaction,
  { person, reader, skip, now, team }: Wanted,
): Promise<HandedOver> => {
  const actor = actorKey(await readInstanceKey(tx), person.name);
  if (skip !== null) {
    const skipped = await skipCase(tx, { ...skip, name: person.name, actor, now });
    if (skipped.kind === 'refused') return skipped;
  }
  const handed = await leaseNext(tx, { person, actor, now, team });
  if (handed.kind === 'idle') return handed;
  const file = await readCaseFile(tx, handed.lease.caseId);
  if (file === null) throw new Error('a case was leased that is not there');
  return { ...handed, file: await withoutUntold(tx, file, reader) };
};

const show = (
  app: App,
  handed: Exclude<HandedOver, { kind: 'refused' }>,
  { person, options }: { readonly person: DeskPerson; readonly options: NextOptions },
): void => {
  const { language } = options;
  if (handed.kind === 'idle') {
    const { confidential } = handed;
    const more = confidential === 0 ? '' : ` ${sayNext(language, 'confidential', { count: confidential })}`;
    app.io.out(options.json === true ? jsonText(handed) : `${sayNext(language, 'idle')}${more}\n`);
    return;
  }
  const { file, lease, kind } = handed;
  const isHidden = file.row.danger !== null && person.rights?.clearances.includes('danger') !== true;
  if (options.json === true) {
    app.io.out(jsonText({ kind, until: lease.until, case: caseFileJson(file, isHidden) }));
    return;
  }
  const { brand } = file.row;
  const view = { isHidden, timezone: timezoneOfBrand(app, brand), names: namesOfBrand(app, brand) };
  const render = renderOptionsOf(app, options);
  const time = leftText(lease.until.getTime() - render.now.getTime(), language);
  const until = sayNext(language, kind, { id: caseName(lease.caseId), time });
  app.io.out(`${caseFileView(file, view, render)}\n\n${until}\n`);
};
