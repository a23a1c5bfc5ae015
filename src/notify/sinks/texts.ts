import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  subject: '{case}: {issue}, {severity} ({brand})',
  'severity.low': 'low',
  'severity.medium': 'medium',
  'severity.high': 'high',
  'severity.critical': 'critical',
  'line.opened': 'A complaint in public, found by Evenhand: {case}, {brand}.',
  'line.severity': 'Severity: {severity}',
  'line.why': 'Why: {reasons}',
  'line.category': 'About: {categories}',
  'line.source': 'Seen at: {source}, waiting since {since}',
  'line.due': 'An answer is due by {due}',
  'line.link':
    'The address of the post and its author are not given here, because they show who asks. Take the case in Evenhand to see the post: evenhand cases take {case}, then evenhand cases show {case}',
  'note.words': 'What the customer wrote, masked and shortened:',
  'note.post': 'The customer wrote again, masked and shortened:',
  'note.post_hidden': 'The customer wrote again. Read it in Evenhand: evenhand cases show {case}',
  'note.severity': 'Now of severity {severity} (before: {before}).',
  'note.resolved': 'Resolved in Evenhand.',
  'note.closed': 'Closed in Evenhand.',
  'note.merged': 'Merged in Evenhand: the work goes on in {other}.',
  'note.reopened': 'Open again in Evenhand.',
  'note.overtaken':
    'The customer wrote after this was solved here. The case stays open in Evenhand until that is answered.',
  'note.withdrawn': 'This case is confidential from now on. Nothing more is told here; ask in Evenhand.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  subject: '{case}: {issue}, {severity} ({brand})',
  'severity.low': 'niedrig',
  'severity.medium': 'mittel',
  'severity.high': 'hoch',
  'severity.critical': 'kritisch',
  'line.opened': 'Eine öffentliche Beschwerde, von Evenhand gefunden: {case}, {brand}.',
  'line.severity': 'Schwere: {severity}',
  'line.why': 'Warum: {reasons}',
  'line.category': 'Thema: {categories}',
  'line.source': 'Gesehen bei: {source}, wartet seit {since}',
  'line.due': 'Eine Antwort ist fällig bis {due}',
  'line.link':
    'Die Adresse des Beitrags und wer ihn schrieb stehen nicht hier, weil sie zeigen, wer fragt. Den Fall in Evenhand übernehmen, um den Beitrag zu sehen: evenhand cases take {case}, dann evenhand cases show {case}',
  'note.words': 'Was geschrieben wurde, maskiert und gekürzt:',
  'note.post': 'Es wurde wieder geschrieben, maskiert und gekürzt:',
  'note.post_hidden': 'Es wurde wieder geschrieben. Zu lesen in Evenhand: evenhand cases show {case}',
  'note.severity': 'Jetzt von der Schwere {severity} (vorher: {before}).',
  'note.resolved': 'In Evenhand gelöst.',
  'note.closed': 'In Evenhand geschlossen.',
  'note.merged': 'In Evenhand zusammengelegt: weiter geht es in {other}.',
  'note.reopened': 'In Evenhand wieder offen.',
  'note.overtaken':
    'Nachdem dies hier gelöst war, wurde noch einmal geschrieben. Der Fall bleibt in Evenhand offen, bis darauf geantwortet ist.',
  'note.withdrawn':
    'Dieser Fall ist ab jetzt vertraulich. Hier wird nichts mehr mitgeteilt; in Evenhand nachfragen.',
};

export type SinkMessage = keyof typeof en;
export const saySink = createSay<SinkMessage>({ en, de });
