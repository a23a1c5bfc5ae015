import { caseName } from '../../domain/case-id.ts';
import { outOfBandKinds } from '../../domain/classification.ts';
import { createSay, type Message } from '../../lib/catalogue.ts';
import { asCalled } from '../../lib/program.ts';
import { withoutCustomers } from '../../notify/hide-author.ts';
import { type ComplianceMark, listComplianceMarks } from '../../problems/compliance.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { brandOfReader, caseReaderOf, readerWhoMay } from '../permission.ts';
import { relativeTime } from '../render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { sayKnown } from '../render/render-texts.ts';
import { printable, wrapText } from '../render/text-width.ts';

export interface ComplianceOptions extends ActingOptions {
  readonly brand?: string;
  readonly limit: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

export const runList = async (app: App, options: ComplianceOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_compliance');
  const marks = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandAskedFor(tx, app, brandOfReader(person, options.brand));
      const reader = caseReaderOf(app, person);
      return (
        await listComplianceMarks(tx, { brand, reader, limit: options.limit, isAll: options.all === true })
      ).map(withoutCustomers);
    }),
  );
  const render = renderOptionsOf(app, options);
  app.io.out(
    options.json === true
      ? jsonText(
          marks.map(({ caseId, ...mark }) => ({ case: caseId === null ? null : caseName(caseId), ...mark })),
        )
      : `${marks.length === 0 ? say(options.language, 'none') : marks.map((mark) => markText(mark, render)).join('\n\n')}\n`,
  );
};

const markText = (mark: Omit<ComplianceMark, 'customers'>, options: RenderOptions): string => {
  const { language, now, width } = options;
  const { bold } = coloursOf(options);
  const who = sayKnown(language, 'actor', mark.actor);
  const kind = mark.kind === null ? say(language, 'unclear') : sayKnown(language, 'value', mark.kind);
  const how = mark.isByHand ? say(language, 'by_hand', { who }) : who;
  const decided =
    mark.decidedBy === null
      ? ''
      : ` (${say(language, 'decided', { who: sayKnown(language, 'actor', mark.decidedBy) })})`;
  const id = mark.caseId === null ? say(language, 'confidential') : caseName(mark.caseId);
  const head = `${bold(id)}  ${kind}${decided} · ${mark.brand} · ${how} · ${relativeTime(mark.at, now, language)}`;
  if (mark.caseId === null) return head;
  const said = [...(mark.isByHand ? [] : [mark.text ?? say(language, 'gone')]), mark.note ?? ''];
  const lines = said.filter((text) => text !== '').map((text) => wrapText(printable(text), width, '  '));
  const todo =
    mark.decidedBy === null && mark.id !== null
      ? [
          wrapText(say(language, mark.kind === null ? 'decide' : 'settle'), width, '  '),
          `  ${decideCommand(mark.id)}`,
        ]
      : [];
  return [head, ...lines, ...todo].join('\n');
};

const decideCommand = (mark: string): string =>
  asCalled(`evenhand compliance decide ${mark} --kind ${outOfBandKinds.join('|')} --note …`);

const en = {
  none: 'Nobody of the company refused or attacked a customer out of band, or it is settled, and everything that was said is understood.',
  by_hand: 'written down by {who}',
  decided: 'as {who} says',
  unclear: 'nobody understood the words',
  confidential: 'A confidential case',
  settle: 'It stands here until somebody says what it was, the same or something else:',
  decide: 'They count as a promise until somebody says what they were:',
  gone: 'The text is no longer kept.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  none: 'Niemand aus dem Unternehmen hat einem Kunden außer der Reihe abgesagt oder ihn angegriffen, oder es ist erledigt, und alles Gesagte ist verstanden.',
  by_hand: 'vermerkt von {who}',
  decided: 'wie {who} sagt',
  unclear: 'die Worte hat niemand verstanden',
  confidential: 'Ein vertraulicher Fall',
  settle: 'Es steht hier, bis jemand sagt, was es war, dasselbe oder etwas anderes:',
  decide: 'Sie gelten als Versprechen, bis jemand sagt, was sie waren:',
  gone: 'Der Text wird nicht mehr aufbewahrt.',
};

const say = createSay<keyof typeof en>({ en, de });
