import { createHash } from 'node:crypto';
import { caseName } from '../../domain/case-id.ts';
import type { Severity } from '../../domain/severity.ts';
import type { SinkSettings } from '../../domain/sink.ts';
import { categoryText, reasonText } from '../../lib/reason-texts.ts';
import { sayMarks } from '../speak.ts';
import type { CaseFacts } from './case-facts.ts';
import type { NoteOrder, TicketOrder } from './sink.ts';
import { type SinkMessage, saySink } from './texts.ts';

/** The ticket of a case, without a word of the post: those follow in a note, which can be taken back. Pure. */
export const writeTicket = (facts: CaseFacts, key: string, settings: SinkSettings): TicketOrder => {
  const { language, mapping } = settings;
  const name = caseName(facts.caseId);
  const severity = saySink(language, `severity.${facts.severity}`);
  const categories = facts.categories.map((category) => categoryText(category, language));
  const reasons = facts.reasons.slice(0, 2).map((reason) => reasonText(reason, language));
  const values = { case: name, brand: facts.brand, severity };
  const line = (what: SinkMessage, more: Readonly<Record<string, string>>): string =>
    saySink(language, what, { ...values, ...more });
  return {
    key,
    caseName: name,
    subject: line('subject', { issue: categories[0] ?? categoryText('other', language) }),
    body: [
      line('line.opened', {}),
      line('line.severity', {}),
      ...(reasons.length === 0 ? [] : [line('line.why', { reasons: reasons.join('; ') })]),
      ...(categories.length === 0 ? [] : [line('line.category', { categories: categories.join(', ') })]),
      line('line.source', { source: facts.source, since: momentText(facts.openedAt) }),
      ...(facts.dueAt === null ? [] : [line('line.due', { due: momentText(facts.dueAt) })]),
      line('line.link', {}),
    ].join('\n'),
    priority: mapping.priorities[facts.severity],
    tags: [...new Set(facts.categories.flatMap((category) => mapping.tags[category] ?? []))],
    fields: Object.fromEntries(
      Object.entries(mapping.fields).flatMap(([field, values]) => {
        const said = facts.categories.flatMap((category) => values[category] ?? [])[0];
        return said === undefined ? [] : [[field, said]];
      }),
    ),
  };
};

interface Note {
  /** Of the task. */
  readonly key: string;
  readonly caseId: string;
  readonly what: SinkMessage;
  readonly values?: Readonly<Record<string, string>>;
  readonly excerpt?: string | null;
  readonly severity?: Severity;
}

export const writeNote = (note: Note, { language, mapping }: SinkSettings): NoteOrder => {
  const { key, caseId, what, values = {}, excerpt = null, severity } = note;
  const mark = markOf(caseId, key);
  const said = saySink(language, what, { case: caseName(caseId), ...values });
  const quoted = excerpt === null ? '' : `\n> ${sayMarks(excerpt, language)}`;
  return {
    mark,
    text: `${said} ${mark}${quoted}`,
    priority: severity === undefined ? null : mapping.priorities[severity],
  };
};

/** By which a note is found again in the helpdesk. */
export const markOf = (caseId: string, key: string): string =>
  `[${caseName(caseId)}/${createHash('sha256').update(key).digest('hex').slice(0, 6)}]`;

/** With its zone, for whoever reads it works anywhere. */
const momentText = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
