import { createSay, type Message, type Say } from '../../../lib/catalogue.ts';

const en = {
  no_problem: 'there is no problem {id}',
  no_case: 'there is no case {case} with a post of a customer',
  other_brand: '{id} and {other} are about different brands: they have nothing in common',
  not_a_member: '{case} is no member of {id}: show the problem to see its members',
  not_merged: '{id} is not merged into another problem: there is nothing to separate',
  same_problem: '{id} and {other} are one problem already',
  nothing_to_waive: 'no case that was taken out of {id} got this before: see what is owed',
  not_owed: '{case} is owed nothing that another member of {id} got, or that is settled already',
  owed: '{id} cannot be resolved: members are owed what another one got ({cases}); offer, ask or exempt each',
  owed_confidential:
    '{id} cannot be resolved: confidential cases are owed what another member got; ask somebody who is cleared for them',
  exempt_why: 'a member is exempted for a reason: give one of those that the document names',
  no_reason: 'a reason goes with the outcome "exempt" alone',
  no_amount: 'the amount is not above zero',
  people_only:
    'a person does this, with a key of the own: make one with "evenhand keys add NAME --as-person PERSON"',
  unknown_swarm: 'there is no swarm {id}',
  not_in_swarm: '{case} is none of {id}, or was taken out before',
  unknown_mark: 'there is no mark {id}',
  nothing_unclear: 'of mark {id} it is known already what it was: {kind}',
  one_of: 'say what the statement is about: either "problem" or "case"',
  unknown_statement: 'there is no statement {id}',
  own: 'you wrote statement {id}: somebody else has to read it',
  approved: 'statement {id} was approved already',
  withdrawn: 'statement {id} was withdrawn: add another one',
} as const satisfies Record<string, Message>;

export type ProblemText = keyof typeof en;

const de: Readonly<Record<ProblemText, Message>> = {
  no_problem: 'es gibt kein Problem {id}',
  no_case: 'es gibt keinen Fall {case} mit einem Beitrag eines Kunden',
  other_brand: '{id} und {other} betreffen verschiedene Marken: sie haben nichts gemeinsam',
  not_a_member: '{case} ist kein Mitglied von {id}: das Problem zeigt, wer es ist',
  not_merged: '{id} ging in keinem anderen Problem auf: es gibt nichts zu trennen',
  same_problem: '{id} und {other} sind schon ein Problem',
  nothing_to_waive: 'kein Fall, der aus {id} herausgenommen wurde, bekam dies davor: nachsehen, was aussteht',
  not_owed: '{case} steht nichts aus, was ein anderes Mitglied von {id} bekam, oder es ist schon erledigt',
  owed: '{id} kann nicht gelöst werden: Mitgliedern steht zu, was ein anderes bekam ({cases}); jedem anbieten, es fragen oder ausnehmen',
  owed_confidential:
    '{id} kann nicht gelöst werden: vertraulichen Fällen steht zu, was ein anderes Mitglied bekam; jemanden fragen, der sie sehen darf',
  exempt_why: 'ein Mitglied wird aus einem Grund ausgenommen: einen nennen, den das Dokument aufzählt',
  no_reason: 'ein Grund gehört nur zum Ausgang "exempt"',
  no_amount: 'der Betrag ist nicht größer als null',
  people_only:
    'das tut ein Mensch mit eigenem Schlüssel: einen anlegen mit "evenhand keys add NAME --as-person PERSON"',
  unknown_swarm: 'es gibt keinen Schwarm {id}',
  not_in_swarm: '{case} gehört nicht zu {id} oder wurde schon herausgenommen',
  unknown_mark: 'es gibt keinen Vermerk {id}',
  nothing_unclear: 'von Vermerk {id} ist schon bekannt, was es war: {kind}',
  one_of: 'sagen, worum es geht: entweder "problem" oder "case"',
  unknown_statement: 'es gibt keine Stellungnahme {id}',
  own: 'Stellungnahme {id} ist von dir: jemand anderes muss sie lesen',
  approved: 'Stellungnahme {id} wurde schon freigegeben',
  withdrawn: 'Stellungnahme {id} wurde zurückgezogen: eine neue schreiben',
};

export const sayOfProblem: Say<ProblemText> = createSay<ProblemText>({ en, de });
