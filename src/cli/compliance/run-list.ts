import { caseName } from '../../domain/case-id.ts';
import { createSay, type Message } from '../../lib/catalogue.ts';
import { type ComplianceMark, listComplianceMarks } from '../../problems/compliance.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { brandOfReader, readerWhoMay } from '../permission.ts';
import { relativeTime } from '../render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { sayKnown } from '../render/render-texts.ts';
import { printable, wrapText } from '../render/text-width.ts';

export interface ComplianceOptions extends ActingOptions {
  readonly brand?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export const runList = async (app: App, options: ComplianceOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_compliance');
  const marks = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandAskedFor(tx, app, brandOfReader(person, options.brand));
      return listComplianceMarks(tx, { brand, limit: options.limit });
    }),
  );
  const render = renderOptionsOf(app, options);
  app.io.out(
    options.json === true
      ? jsonText(marks.map(({ caseId, ...mark }) => ({ case: caseName(caseId), ...mark })))
      : `${marks.length === 0 ? say(options.language, 'none') : marks.map((mark) => markText(mark, render)).join('\n\n')}\n`,
  );
};

const markText = (mark: ComplianceMark, options: RenderOptions): string => {
  const { language, now, width } = options;
  const { bold } = coloursOf(options);
  const who = sayKnown(language, 'actor', mark.actor);
  const kind = sayKnown(language, 'value', mark.kind);
  const how = mark.isByHand ? say(language, 'by_hand', { who }) : who;
  const head = `${bold(caseName(mark.caseId))}  ${kind} · ${mark.brand} · ${how} · ${relativeTime(mark.at, now, language)}`;
  const said = mark.isByHand ? (mark.note ?? '') : (mark.text ?? say(language, 'gone'));
  return said === '' ? head : `${head}\n${wrapText(printable(said), width, '  ')}`;
};

const en = {
  none: 'Nobody of the company refused or attacked a customer out of band.',
  by_hand: 'written down by {who}',
  gone: 'The text is no longer kept.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  none: 'Niemand aus dem Unternehmen hat einem Kunden außer der Reihe abgesagt oder ihn angegriffen.',
  by_hand: 'vermerkt von {who}',
  gone: 'Der Text wird nicht mehr aufbewahrt.',
};

const say = createSay<keyof typeof en>({ en, de });
