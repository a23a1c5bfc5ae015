import type { Contradiction } from '../../cases/label.ts';
import type { LeftOut } from '../../cases/training-line.ts';
import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  none: 'No label here. Write one: evenhand label NUMBER --complaint yes|no',
  more: 'More: repeat the command with --after {cursor}',
  'done.new': '{id}: post {post} of {brand} is labelled.',
  'done.replaced': '{id}: post {post} of {brand} is labelled; {old} is replaced.',
  'head.label': 'Label',
  'head.said': 'Classifier',
  'head.text': 'Words, masked',
  'head.parent': 'In answer to',
  'head.note': 'Note',
  'head.ended': 'Ended',
  'complaint.yes': 'a complaint',
  'complaint.no': 'no complaint',
  'mood.negative': 'negative',
  'mood.neutral': 'neutral',
  'mood.positive': 'positive',
  'danger.none': 'no danger',
  'relay.yes': 'passes on what happened to somebody else',
  'relay.no': 'passes nothing on',
  'sameProblem.yes': 'same problem as the post that it answers',
  'sameProblem.no': 'shares no problem',
  'said.complaint': 'a complaint ({share})',
  'said.review': 'no case: {reason} ({share})',
  danger:
    'Danger: the correction is kept, its words are not, and it is never exported. The words are for the people on call.',
  hidden: 'Danger: its words are not shown here and never exported.',
  unchanged: 'No case and no deadline changed.',
  open: 'To open a case: evenhand review open {post} --severity low|medium|high|critical --reason "…"',
  dismiss: 'To set the case aside: evenhand cases dismiss {case} --disposition not_a_complaint --reason "…"',
  'history.replaced': 'replaced by {who}, {when}',
  'history.undone': 'taken back by {who}, {when}',
  undone:
    '{id} is taken back; post {post} has no label. Delete its line where it was exported: the next export is without it.',
  unknownPost:
    'there is no post {id}; "evenhand review list" and "evenhand cases show CASE --json" tell numbers',
  unknownCase: 'there is no case {id} with a post of a customer; "evenhand cases list --all" shows them',
  unknownLabel: 'there is no {id}; "evenhand label list" shows them',
  'ended.replaced':
    '{id} was replaced by a later label already; "evenhand label list" shows the one in force',
  'ended.undone': '{id} was taken back already',
  no_words: 'post {id} was deleted or erased: there are no words left to learn from',
  own_account:
    'post {id} comes from an own account of {brand}: what a company answers is never learnt as what customers say',
  objected:
    'post {id} is of an author who objected: it is handled, and used for no label (evenhand author object)',
  no_parent:
    "post {id}: --same-problem yes needs the customer's post that it answers, and its words are not here; label it without --same-problem",
  severityOfNone: '--severity says what is at stake in a complaint: leave it out with --complaint no',
  dangerOfNone: 'danger is always a complaint: say --complaint yes, or --danger none',
  sameProblemOfNone: 'who has the same problem complains: say --complaint yes, or --same-problem no',
  relayComplains:
    'who passes on what happened to somebody else has no complaint of their own: say --complaint no, or --relay no',
  dangerIsCritical: 'danger is always critical: leave --severity out, or say --danger none',
  criticalIsDanger:
    'critical is danger and nothing else: name its kind with --danger, or choose --severity high',
  exported: { one: '{count} label exported.', other: '{count} labels exported.' },
  written: { one: '{count} label written to {path}', other: '{count} labels written to {path}' },
  'leftOut.danger': {
    one: 'Left out: {count} label of a post that is or may be danger; danger never goes to training.',
    other: 'Left out: {count} labels of posts that are or may be danger; danger never goes to training.',
  },
  'leftOut.confidential': {
    one: 'Left out: {count} label of a post that is in dispute or complains about staff.',
    other: 'Left out: {count} labels of posts that are in dispute or complain about staff.',
  },
  'leftOut.noParent': {
    one: 'Left out: {count} "same problem" without the post that it answers, whose words are gone.',
    other: 'Left out: {count} "same problem" without the posts that they answer, whose words are gone.',
  },
  'leftOut.ownAccount': {
    one: 'Left out: {count} label of a post that comes from an own account.',
    other: 'Left out: {count} labels of posts that come from own accounts.',
  },
} as const satisfies Record<string, Message> &
  Readonly<Record<Contradiction | `leftOut.${LeftOut}`, Message>>;

export type LabelTextKey = keyof typeof en;

const de: Readonly<Record<LabelTextKey, Message>> = {
  none: 'Hier ist keine Kennzeichnung. Eine schreiben: evenhand label NUMMER --complaint yes|no',
  more: 'Mehr: den Befehl mit --after {cursor} wiederholen',
  'done.new': '{id}: Beitrag {post} zu {brand} ist gekennzeichnet.',
  'done.replaced': '{id}: Beitrag {post} zu {brand} ist gekennzeichnet; {old} ist ersetzt.',
  'head.label': 'Gekennzeichnet',
  'head.said': 'Erkannt war',
  'head.text': 'Worte, maskiert',
  'head.parent': 'Antwort auf',
  'head.note': 'Notiz',
  'head.ended': 'Beendet',
  'complaint.yes': 'eine Beschwerde',
  'complaint.no': 'keine Beschwerde',
  'mood.negative': 'negativ',
  'mood.neutral': 'neutral',
  'mood.positive': 'positiv',
  'danger.none': 'keine Gefahr',
  'relay.yes': 'erzählt weiter, was jemand anderem geschah',
  'relay.no': 'erzählt nichts weiter',
  'sameProblem.yes': 'dasselbe Problem wie im Beitrag, auf den es antwortet',
  'sameProblem.no': 'teilt kein Problem',
  'said.complaint': 'eine Beschwerde ({share})',
  'said.review': 'kein Fall: {reason} ({share})',
  danger:
    'Gefahr: die Korrektur bleibt, der Wortlaut nicht, und exportiert wird sie nie. Der Wortlaut ist für die Bereitschaft.',
  hidden: 'Gefahr: der Wortlaut wird hier nicht gezeigt und nie exportiert.',
  unchanged: 'Kein Fall und keine Frist hat sich geändert.',
  open: 'Einen Fall eröffnen: evenhand review open {post} --severity low|medium|high|critical --reason "…"',
  dismiss:
    'Den Fall zur Seite legen: evenhand cases dismiss {case} --disposition not_a_complaint --reason "…"',
  'history.replaced': 'ersetzt von {who}, {when}',
  'history.undone': 'zurückgenommen von {who}, {when}',
  undone:
    '{id} ist zurückgenommen; Beitrag {post} hat keine Kennzeichnung. Wo sie exportiert wurde, bitte ihre Zeile löschen: der nächste Export ist ohne sie.',
  unknownPost:
    'es gibt keinen Beitrag {id}; "evenhand review list" und "evenhand cases show FALL --json" nennen die Nummern',
  unknownCase:
    'es gibt keinen Fall {id} mit dem Beitrag eines Kunden; "evenhand cases list --all" zeigt die Fälle',
  unknownLabel: 'es gibt kein {id}; "evenhand label list" zeigt die Kennzeichnungen',
  'ended.replaced':
    '{id} wurde schon durch eine spätere Kennzeichnung ersetzt; "evenhand label list" zeigt die geltende',
  'ended.undone': '{id} wurde schon zurückgenommen',
  no_words: 'Beitrag {id} wurde gelöscht: es gibt keine Worte mehr, aus denen etwas zu lernen wäre',
  own_account:
    'Beitrag {id} stammt von einem eigenen Konto von {brand}: was ein Unternehmen antwortet, wird nie als Kundenwort gelernt',
  objected:
    'Beitrag {id} ist von jemandem, der widersprochen hat: er wird bearbeitet und für keine Kennzeichnung verwendet (evenhand author object)',
  no_parent:
    'Beitrag {id}: --same-problem yes braucht den Kundenbeitrag, auf den er antwortet, und dessen Worte sind nicht da; bitte ohne --same-problem kennzeichnen',
  severityOfNone:
    '--severity sagt, was bei einer Beschwerde auf dem Spiel steht: mit --complaint no weglassen',
  dangerOfNone: 'Gefahr ist immer eine Beschwerde: --complaint yes oder --danger none angeben',
  sameProblemOfNone:
    'Wer dasselbe Problem hat, beschwert sich: --complaint yes oder --same-problem no angeben',
  relayComplains:
    'Wer weitererzählt, was anderen geschah, hat keine eigene Beschwerde: --complaint no oder --relay no angeben',
  dangerIsCritical: 'Gefahr ist immer critical: --severity weglassen oder --danger none angeben',
  criticalIsDanger:
    'critical ist Gefahr und nichts anderes: ihre Art mit --danger nennen oder --severity high wählen',
  exported: { one: '{count} Kennzeichnung exportiert.', other: '{count} Kennzeichnungen exportiert.' },
  written: {
    one: '{count} Kennzeichnung geschrieben nach {path}',
    other: '{count} Kennzeichnungen geschrieben nach {path}',
  },
  'leftOut.danger': {
    one: 'Weggelassen: {count} Kennzeichnung eines Beitrags, der Gefahr ist oder sein kann; Gefahr geht nie ins Training.',
    other:
      'Weggelassen: {count} Kennzeichnungen von Beiträgen, die Gefahr sind oder sein können; Gefahr geht nie ins Training.',
  },
  'leftOut.confidential': {
    one: 'Weggelassen: {count} Kennzeichnung eines Beitrags, der im Streit liegt oder sich über Personal beschwert.',
    other:
      'Weggelassen: {count} Kennzeichnungen von Beiträgen, die im Streit liegen oder sich über Personal beschweren.',
  },
  'leftOut.noParent': {
    one: 'Weggelassen: {count} „dasselbe Problem“ ohne den Beitrag, auf den es antwortet; dessen Worte sind weg.',
    other:
      'Weggelassen: {count} „dasselbe Problem“ ohne die Beiträge, auf die sie antworten; deren Worte sind weg.',
  },
  'leftOut.ownAccount': {
    one: 'Weggelassen: {count} Kennzeichnung eines Beitrags von einem eigenen Konto.',
    other: 'Weggelassen: {count} Kennzeichnungen von Beiträgen eigener Konten.',
  },
};

export const sayLabel: Say<LabelTextKey> = createSay<LabelTextKey>({ en, de });
