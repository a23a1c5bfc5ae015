import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  none: 'No post here.',
  unsure: 'unsure',
  history: 'history',
  opened: '{id} was opened for it',
  gone: 'The text is no longer kept.',
  open: 'Open a case for one: evenhand review open NUMBER --severity low|medium|high|critical --reason "…"',
  more: 'More: repeat the command with --after {cursor}',
  'done.opened': '{id} is open, {severity}: {due}.',
  'done.openedHistory': '{id} is open, {severity}; it is history: no clock runs and nobody is alerted.',
  'done.joined': 'It belongs to {id}, which is open for the same customer: filed there, {severity}, {due}.',
  'done.kept': 'It is filed, at a case that is kept from you.',
  'done.next': 'evenhand cases show {id}',
  unknown: 'there is no post {id} on the review list; "evenhand review list" shows its numbers',
  has_case_kept: 'post {id} belongs to a case already, which is kept from you',
  has_case: 'post {id} belongs to {case} already: evenhand cases show {case}',
  deleted: 'post {id} was deleted or erased: there are no words left to open a case for',
  own_account: 'post {id} comes from an own account of {brand}: these never open cases',
  brand_gone: 'post {id} is about {brand}, which evenhand.yaml names no more: add the brand again first',
} as const satisfies Record<string, Message>;

export type ReviewTextKey = keyof typeof en;

const de: Readonly<Record<ReviewTextKey, Message>> = {
  none: 'Hier ist kein Beitrag.',
  unsure: 'unsicher',
  history: 'Archiv',
  opened: 'dafür wurde {id} eröffnet',
  gone: 'Der Text wird nicht mehr aufbewahrt.',
  open: 'Einen Fall eröffnen: evenhand review open NUMMER --severity low|medium|high|critical --reason "…"',
  more: 'Mehr: den Befehl mit --after {cursor} wiederholen',
  'done.opened': '{id} ist eröffnet, {severity}: {due}.',
  'done.openedHistory':
    '{id} ist eröffnet, {severity}; es ist Archiv: keine Uhr läuft, und niemand wird benachrichtigt.',
  'done.joined': 'Er gehört zu {id}, der für denselben Kunden offen ist: dort abgelegt, {severity}, {due}.',
  'done.kept': 'Er ist abgelegt, bei einem Fall, der dir nicht gezeigt wird.',
  'done.next': 'evenhand cases show {id}',
  unknown: 'es gibt keinen Beitrag {id} auf der Prüfliste; "evenhand review list" zeigt die Nummern',
  has_case_kept: 'Beitrag {id} gehört schon zu einem Fall, der dir nicht gezeigt wird',
  has_case: 'Beitrag {id} gehört schon zu {case}: evenhand cases show {case}',
  deleted: 'Beitrag {id} wurde gelöscht: es gibt keine Worte mehr, für die ein Fall zu eröffnen wäre',
  own_account: 'Beitrag {id} stammt von einem eigenen Konto von {brand}: die eröffnen nie Fälle',
  brand_gone:
    'Beitrag {id} handelt von {brand}; die Marke steht nicht mehr in evenhand.yaml: zuerst dort wieder aufnehmen',
};

export const sayReview: Say<ReviewTextKey> = createSay<ReviewTextKey>({ en, de });
