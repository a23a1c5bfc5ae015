import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  'head.case': 'Case',
  'head.got': 'Got',
  'head.owed': 'Owed',
  'head.done': 'Done',
  'outcome.offered': 'offered',
  'outcome.asked': 'asked',
  'outcome.exempt': 'exempted',
  owed: {
    one: '{count} member of {id} is owed what another one got: offer, ask or exempt it.',
    other: '{count} members of {id} are owed what another one got: offer, ask or exempt each.',
  },
  unresolved_confidential:
    '{id} cannot be resolved: confidential cases are owed what another member got; ask somebody who is cleared for them',
  from_outside:
    '{case} got this before it was taken out: {what}. It stays owed; if it was for something else: "evenhand problems waive {id} --kind {kind} --reason …".',
  none_owed: 'Nobody of {id} is owed what another one got.',
  unresolved: {
    one: '{id} cannot be resolved: {cases} is owed what another member got; "evenhand problems parity {id}" shows it',
    other:
      '{id} cannot be resolved: {cases} are owed what another member got; "evenhand problems parity {id}" shows them',
  },
  more: ' and {count} more',
  more_owed: 'Confidential cases are owed it, too: ask somebody who is cleared for them.',
  not_a_member: '{case} is no confirmed member of {id}; "evenhand problems show {id}" shows them',
  not_owed:
    '{case} is owed nothing that another member of {id} got, or that is done already; "evenhand problems parity {id}" shows it',
  'owed.got': 'One of them got this from us: {what}.',
  'owed.promised': 'To one of them we promised help.',
  'owed.both': 'One of them got this from us: {what}; and to one of them we promised help.',
  'text.offer':
    'Hello, you told us in public of a trouble that others have had as well. {owed} We would like to offer you the same. Please tell us whether you want it and how we can reach you. We are sorry for the wait.',
  'text.ask':
    'Hello, you told us in public of a trouble that others have had as well. {owed} To see whether the same holds for you we need a few facts: when it was, what it cost, and an order or customer number. Please send them where only we can read them.',
  send: 'Send one of them to {case}, then write it down with --sent. Evenhand sends nothing.',
  'done.offer': '{case} was offered what another member of {id} got.',
  'done.ask': '{case} was asked for the facts.',
  'done.exempt': '{case} is exempted, with the reason.',
  'done.remedy': 'Written down: {case} got {what}.',
  'done.owed': {
    one: '{count} other member of {id} is owed the same: "evenhand problems parity {id}".',
    other: '{count} other members of {id} are owed the same: "evenhand problems parity {id}".',
  },
  'done.out_of_band': 'Written down at {case}: {what}. It answers and closes nothing.',
} as const satisfies Record<string, Message>;

export type ParityTextKey = keyof typeof en;

const de: Readonly<Record<ParityTextKey, Message>> = {
  'head.case': 'Fall',
  'head.got': 'Bekam',
  'head.owed': 'Steht aus',
  'head.done': 'Getan',
  'outcome.offered': 'angeboten',
  'outcome.asked': 'gefragt',
  'outcome.exempt': 'ausgenommen',
  owed: {
    one: '{count} Mitglied von {id} steht zu, was ein anderes bekam: anbieten, fragen oder ausnehmen.',
    other:
      '{count} Mitgliedern von {id} steht zu, was ein anderes bekam: jedem anbieten, es fragen oder ausnehmen.',
  },
  unresolved_confidential:
    '{id} kann nicht gelöst werden: vertraulichen Fällen steht zu, was ein anderes Mitglied bekam; jemanden fragen, der sie sehen darf',
  from_outside:
    '{case} bekam dies, bevor es herausgenommen wurde: {what}. Es steht weiter aus; wenn es für etwas anderes war: "evenhand problems waive {id} --kind {kind} --reason …".',
  none_owed: 'Niemandem von {id} steht zu, was ein anderes Mitglied bekam.',
  unresolved: {
    one: '{id} kann nicht gelöst werden: {cases} steht zu, was ein anderes Mitglied bekam; "evenhand problems parity {id}" zeigt es',
    other:
      '{id} kann nicht gelöst werden: {cases} steht zu, was ein anderes Mitglied bekam; "evenhand problems parity {id}" zeigt sie',
  },
  more: ' und {count} weiteren',
  more_owed: 'Auch vertraulichen Fällen steht es zu: jemanden fragen, der sie sehen darf.',
  not_a_member: '{case} ist kein bestätigtes Mitglied von {id}; "evenhand problems show {id}" zeigt sie',
  not_owed:
    '{case} steht nichts aus, was ein anderes Mitglied von {id} bekam, oder es ist schon getan; "evenhand problems parity {id}" zeigt es',
  'owed.got': 'Jemand von ihnen bekam von uns: {what}.',
  'owed.promised': 'Jemandem von ihnen haben wir Hilfe versprochen.',
  'owed.both': 'Jemand von ihnen bekam von uns: {what}; und jemandem von ihnen haben wir Hilfe versprochen.',
  'text.offer':
    'Guten Tag, Sie haben öffentlich von einem Ärger geschrieben, den auch andere hatten. {owed} Dasselbe möchten wir Ihnen anbieten. Bitte sagen Sie uns, ob Sie es wollen und wie wir Sie erreichen. Es tut uns leid, dass Sie warten mussten.',
  'text.ask':
    'Guten Tag, Sie haben öffentlich von einem Ärger geschrieben, den auch andere hatten. {owed} Um zu sehen, ob das auch für Sie gilt, brauchen wir ein paar Angaben: wann es war, was es kostete und eine Bestell- oder Kundennummer. Bitte schicken Sie sie dorthin, wo nur wir sie lesen.',
  send: 'Einen davon an {case} schicken und dann mit --sent vermerken. Evenhand verschickt nichts.',
  'done.offer': '{case} wurde angeboten, was ein anderes Mitglied von {id} bekam.',
  'done.ask': '{case} wurde nach den Angaben gefragt.',
  'done.exempt': '{case} ist ausgenommen, mit dem Grund.',
  'done.remedy': 'Vermerkt: {case} bekam {what}.',
  'done.owed': {
    one: '{count} weiteren Mitglied von {id} steht dasselbe zu: "evenhand problems parity {id}".',
    other: '{count} weiteren Mitgliedern von {id} steht dasselbe zu: "evenhand problems parity {id}".',
  },
  'done.out_of_band': 'Vermerkt bei {case}: {what}. Das beantwortet und schließt nichts.',
};

export const sayParity: Say<ParityTextKey> = createSay<ParityTextKey>({ en, de });
