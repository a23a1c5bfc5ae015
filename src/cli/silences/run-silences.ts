import { caseName } from '../../domain/case-id.ts';
import { UserError } from '../../lib/user-error.ts';
import { isInVain, type SilenceMatcher } from '../../notify/silences/silence.ts';
import {
  addSilence,
  endSilence,
  findSilence,
  type ListedSilence,
  listSilences,
} from '../../notify/silences/silences.store.ts';
import type { App } from '../app.ts';
import { momentUntil, timezoneOfBrand, zonedText } from '../cases/brand-time.ts';
import { type ActingOptions, jsonText, writtenText } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { caseReaderOf, keepToBrand, readerWhoMay, whoMay } from '../permission.ts';
import { refuseUntold } from '../refuse-untold.ts';
import { columns } from '../render/columns.ts';
import { printable } from '../render/text-width.ts';
import type { Until } from '../until.ts';
import { saySilence } from './texts.ts';

interface JsonOptions extends ActingOptions {
  readonly json?: boolean;
}

export interface AddOptions extends JsonOptions {
  readonly brand?: string;
  readonly kind?: SilenceMatcher['kind'];
  readonly severity?: SilenceMatcher['severity'];
  readonly category?: SilenceMatcher['category'];
  readonly case?: string;
  readonly until: Until;
  readonly comment: string;
}

export interface ListOptions extends JsonOptions {
  readonly all?: boolean;
  readonly limit: number;
}

export type EndOptions = JsonOptions;

const longestMs = 30 * 86_400_000;

export const runAdd = async (app: App, options: AddOptions): Promise<undefined> => {
  const { language } = options;
  const { name: author, person } = whoMay(app, options.as, 'silence_alerts');
  const comment = writtenText(options.comment, '--comment');
  const now = app.clock.now();
  const asked = wordsOf(options);
  if (Object.keys(asked).length === 0) throw new UserError(saySilence(language, 'nothing'));
  if (isInVain(asked)) throw new UserError(saySilence(language, 'compliance', { kind: asked.kind ?? '' }));
  const { matcher, endsAt, timezone, added } = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandAskedFor(tx, app, options.brand);
      if (person !== null && person.brands !== null) keepToBrand(person, brand ?? '-');
      if (options.case !== undefined) await refuseUntold(tx, app, options.case, { person, language });
      const found: SilenceMatcher = brand === null ? asked : { ...asked, brand };
      const zone = timezoneOfBrand(app, brand ?? '');
      const end = momentUntil(options.until, { now, timezone: zone });
      refuseEnd(end, { now, zone, language });
      const stored = await addSilence(tx, { matcher: found, comment, author, endsAt: end }, now);
      return { matcher: found, endsAt: end, timezone: zone, added: stored };
    }),
  );
  const { id, renewed } = added;
  if (options.json === true)
    return app.io.out(
      jsonText({ id, matcher: spoken(matcher), comment, author, endsAt, renewed }),
    ) as undefined;
  const until = zonedText(endsAt, timezone);
  const lines = [
    saySilence(language, 'added', { id, what: whatOf(matcher), until }),
    ...(renewed === 0 ? [] : [saySilence(language, 'renewed', { count: renewed })]),
    saySilence(language, 'unsilenced'),
  ];
  app.io.out(`${lines.join('\n')}\n`);
};

const wordsOf = ({ brand, kind, severity, category, case: caseId }: AddOptions): SilenceMatcher => ({
  ...(brand === undefined ? {} : { brand }),
  ...(kind === undefined ? {} : { kind }),
  ...(severity === undefined ? {} : { severity }),
  ...(category === undefined ? {} : { category }),
  ...(caseId === undefined ? {} : { caseId }),
});

const refuseEnd = (
  end: Date,
  { now, zone, language }: { readonly now: Date; readonly zone: string; readonly language: 'en' | 'de' },
): void => {
  if (end <= now) throw new UserError(saySilence(language, 'past', { until: zonedText(end, zone) }));
  if (end.getTime() - now.getTime() > longestMs) throw new UserError(saySilence(language, 'long'));
};

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const { language } = options;
  const ask = {
    now: app.clock.now(),
    isAll: options.all === true,
    limit: options.limit,
    brands: person?.brands ?? null,
    reader: caseReaderOf(app, person),
  };
  const silences = await app.withDatabase((db) => db.transaction('desk', (tx) => listSilences(tx, ask)));
  if (options.json === true)
    return app.io.out(
      jsonText(silences.map((one) => ({ ...one, matcher: spoken(one.matcher) }))),
    ) as undefined;
  if (silences.length === 0) return app.io.out(`${saySilence(language, 'none')}\n`) as undefined;
  const heads = (['id', 'what', 'until', 'by', 'alerts', 'comment'] as const).map((name) =>
    saySilence(language, `head.${name}`),
  );
  app.io.out(`${columns([heads, ...silences.map((one) => rowOf(one, app, language))])}\n`);
};

const rowOf = (one: ListedSilence, app: App, language: 'en' | 'de'): readonly string[] => {
  const zone = timezoneOfBrand(app, one.matcher.brand ?? '');
  const when = zonedText(new Date(one.endedAt ?? one.endsAt), zone);
  const isPast = one.endedAt !== null || new Date(one.endsAt) <= app.clock.now();
  const ended =
    one.endedBy === null
      ? saySilence(language, 'ended.past', { when })
      : saySilence(language, 'ended.by', { when, who: one.endedBy });
  return [
    one.id,
    whatOf(one.matcher),
    isPast ? ended : when,
    printable(one.author),
    String(one.alerts),
    printable(one.comment),
  ];
};

/** `brand acme, severity high`: the words as they are typed. */
const whatOf = (matcher: SilenceMatcher): string =>
  Object.entries(spoken(matcher))
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const spoken = ({ caseId, ...matcher }: SilenceMatcher): Readonly<Record<string, string>> => ({
  ...matcher,
  ...(caseId === undefined ? {} : { case: caseName(caseId) }),
});

export const runEnd = async (app: App, id: string, options: EndOptions): Promise<undefined> => {
  const { language } = options;
  const { name: actor, person } = whoMay(app, options.as, 'silence_alerts');
  if (!/^[1-9]\d{0,17}$/.test(id)) throw new UserError(saySilence(language, 'number'));
  const now = app.clock.now();
  const ended = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const silence = await findSilence(tx, id);
      if (silence !== null && person !== null && person.brands !== null)
        keepToBrand(person, silence.matcher.brand ?? '-');
      return endSilence(tx, id, { actor, now });
    }),
  );
  if (ended !== 'ended') throw new UserError(saySilence(language, ended, { id }));
  app.io.out(
    options.json === true ? jsonText({ id, actor, at: now }) : `${saySilence(language, 'ended', { id })}\n`,
  );
};
