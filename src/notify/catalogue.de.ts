import type { Catalogue } from '../lib/catalogue.ts';
import type { AlertMessage } from './catalogue.en.ts';

export const de: Catalogue<AlertMessage> = {
  'severity.low': 'Niedrig',
  'severity.medium': 'Mittel',
  'severity.high': 'Hoch',
  'severity.critical': 'Kritisch',
  danger: 'Gefahr',
  'danger.follow': 'Jetzt dem Sicherheitsprotokoll folgen. Den Text sehen nur die Menschen in Bereitschaft.',
  'head.case': '{severity}: {issue} bei {brand}',
  'head.danger': 'Gefahr bei {brand}: {issue}',
  'head.raised': 'Jetzt {severity}: {issue} bei {brand}',
  'head.repeated': 'Wartet noch immer, {severity}: {issue} bei {brand}',
  'head.danger_repeated': 'Wartet noch immer, Gefahr bei {brand}: {issue}',
  'head.cases': {
    one: '{count} Fall bei {brand}, {severity}',
    other: '{count} Fälle bei {brand}, {severity}',
  },
  'head.cases_repeated': {
    one: '{count} Fall wartet noch immer bei {brand}',
    other: '{count} Fälle warten noch immer bei {brand}',
  },
  'head.deadline_near': {
    one: '{count} Antwort ist bei {brand} bald fällig',
    other: '{count} Antworten sind bei {brand} bald fällig',
  },
  'head.deadline_missed': {
    one: '{count} Antwort ist bei {brand} überfällig',
    other: '{count} Antworten sind bei {brand} überfällig',
  },
  'head.deadlines': 'Antworten bei {brand}: {missed} überfällig, {near} bald fällig',
  'head.catch_up': 'Zurück nach einer Pause: {count} Meldungen haben gewartet',
  'head.services': '{count} Hinweise zu Quellen',
  'head.out_of_band': '{count} Hinweise zu dem, was das Unternehmen Kunden sagte',
  'head.problems': '{count} Probleme brauchen einen Blick',
  'head.guard': '{count} Maßnahmen gegen Kunden brauchen einen Blick',
  'head.executive': '{count} Eskalationen brauchen einen Blick',
  'head.notices': '{count} Hinweise',
  'label.severity': 'Schwere',
  'label.why': 'Warum',
  'label.source': 'Quelle',
  'label.due': 'Alter und Frist',
  'label.answer': 'Antwort',
  quoted: '„{text}“',
  'label.said': 'Text',
  'label.take': 'Annehmen',
  'label.show': 'Ansehen',
  'label.list': 'Ansehen',
  'time.today': 'heute {clock}',
  'time.tomorrow': 'morgen {clock}',
  'time.yesterday': 'gestern {clock}',
  'time.other': '{day} {clock}',
  'due.in': 'fällig {moment}, in {left}',
  'due.since': 'fällig {moment}, seit {left} überfällig',
  'due.none': 'keine Antwort fällig',
  'due.at': 'fällig {moment}',
  opened: 'offen seit {moment}',
  'opened.ago': 'offen seit {age}',
  'span.minutes': '{n} Min.',
  'span.hours': '{n} Std. {m} Min.',
  'span.long_hours': '{n} Std.',
  'span.days': { one: '{count} Tag', other: '{count} Tagen' },
  as_of: 'Stand {moment}',
  'catch_up.first': 'Die ersten {count} davon, die übrigen folgen:',
  'catch_up.oldest': 'Am längsten, seit {moment}, wartet {case}',
  'catch_up.count.high': { one: '{count} Fall mit Schwere hoch', other: '{count} Fälle mit Schwere hoch' },
  'catch_up.count.critical': { one: '{count} kritischer Fall', other: '{count} kritische Fälle' },
  'catch_up.count.cases': { one: '{count} Fall', other: '{count} Fälle' },
  'catch_up.count.missed': { one: '{count} überfällige Antwort', other: '{count} überfällige Antworten' },
  'catch_up.count.near': { one: '{count} bald fällige Antwort', other: '{count} bald fällige Antworten' },
  'catch_up.count.service': { one: '{count} Hinweis zu Quellen', other: '{count} Hinweise zu Quellen' },
  more: { one: 'und {count} weiterer', other: 'und {count} weitere' },
  'follow.acknowledged': 'Jemand kümmert sich darum bis {until}: {cases}',
  'follow.taken': 'In Arbeit: {cases}',
  'follow.settled': 'Beantwortet oder abgeschlossen: {cases}',
  truncated: 'hier gekürzt, zu lang für diesen Kanal',
  'service.source_stale': '{source} antwortet nicht: nichts gelesen seit {since}',
  'service.source_off': '{source} ist abgeschaltet, nichts gelesen seit {since}: {reason}',
  'service.source_gap': '{source}: womöglich fehlen Beiträge. {gap}',
  'service.source_silent':
    '{source} antwortet, hat aber seit {since} nichts erzählt; spätestens {expected} war etwas zu erwarten. Nachsehen, ob Adresse, Suchworte und Rechte noch stimmen (evenhand poll {source} --dry-run) oder ob noch gesendet wird',
  'service.source_heard': '{source} erzählt seit {at} wieder, nach Stille seit {since}',
  'service.caught_up': 'Aufgeholt: {count} Beiträge gelesen nach einer Pause seit {since}',
  'service.all_well': 'Alles gut: {read} gelesen, {cases} Fälle, alle Quellen frisch',
  'service.approval_needed':
    'Maßnahme {number} wartet auf eine zweite Freigabe: evenhand approvals show {number}',
  'service.executed_anyway':
    'Maßnahme {number} wurde ohne die zweite Freigabe ausgeführt: evenhand approvals show {number}',
  'service.executed_late':
    'Maßnahme {number} wurde ausgeführt, als die Antwort nicht mehr galt: evenhand approvals report',
  'service.executed_unasked':
    'Eine Maßnahme wurde ausgeführt, nach der niemand gefragt hat (Nummer {number}): evenhand approvals report',
  'case.confidential': 'Ein vertraulicher Fall',
  'service.escalation_requested':
    '{case} soll zur Geschäftsleitung und braucht einen zweiten Schlüssel: evenhand escalations show {number}',
  'service.escalation_overdue':
    '{case} hat noch keine schriftliche Antwort auf die Eskalation, sie ist überfällig: evenhand escalations show {number}',
  'service.escalation_unheard':
    'Kette {chain} hat niemanden erreicht: von den Genannten darf niemand den Fall bei {brand} haben, fällig {due}',
  'head.escalation': '{brand}: {case} wartet und ist eskaliert ({chain})',
  'head.escalation_person': '{brand}: {case} wartet, {person} soll übernehmen ({chain})',
  'head.escalations': '{count} eskalierte Fälle bei {brand}',
  'service.replay_differs':
    '{different} von {posts} Beiträgen erneut entschieden, nun anders: {cases} (evenhand verify)',
  'service.resolution_near': {
    one: '{cases} sollte bald gelöst sein: ein Viertel der Zeit bleibt',
    other: '{count} Fälle sollten bald gelöst sein, ein Viertel der Zeit bleibt: {cases}',
  },
  'service.resolution_late': {
    one: '{cases} sollte längst gelöst sein',
    other: '{count} Fälle sollten längst gelöst sein: {cases}',
  },
  'service.problem_escalating':
    '{problem} bei {brand} eskaliert: {people} Menschen in einer Stunde, bis zu {usual} sind üblich: evenhand problems show {problem}',
  'service.problem_regressed':
    '{problem} bei {brand} ist nach der Lösung wieder da: evenhand problems show {problem}',
  'service.out_of_band_refusal': {
    one: 'Ein Kunde von {brand} wurde abgewiesen: evenhand compliance list',
    other: 'Kunden von {brand} wurden {count}-mal abgewiesen: evenhand compliance list',
  },
  'service.out_of_band_attack': {
    one: 'Ein Kunde von {brand} wurde angegriffen: evenhand compliance list',
    other: 'Kunden von {brand} wurden {count}-mal angegriffen: evenhand compliance list',
  },
  'service.out_of_band_unclear': {
    one: 'Unklare Worte an einen Kunden von {brand} gelten als Versprechen: evenhand compliance list',
    other:
      '{count}-mal unklare Worte an Kunden von {brand}, die als Versprechen gelten: evenhand compliance list',
  },
  'service.late_foreseen': {
    one: 'Geht es weiter wie in den letzten {hours} Stunden ({answers} Antworten), wird 1 Fall überfällig',
    other:
      'Geht es weiter wie in den letzten {hours} Stunden ({answers} Antworten), werden {count} Fälle überfällig',
  },
  'service.budget_used':
    '{source} seit {since} nicht gelesen, Budget verbraucht; etwa {seen} % gesehen. Weiter geht es {until}',
  'service.budget_warning':
    '{source}: {percent} % des Budgets sind verbraucht, etwa {seen} % gesehen; erneuert wird es {until}',
  'service.route_quota':
    'Regel {rule} nahm heute {count} Fälle, ihr Kontingent; der Rest geht an alle (evenhand routing check)',
  'mark.link': '[Link]',
  'mark.mail': '[E-Mail]',
  'mark.account': '[Konto]',
  'mark.iban': '[IBAN]',
  'mark.vin': '[FIN]',
  'mark.address': '[Adresse]',
  'mark.phone': '[Telefon]',
  'mark.plate': '[Kennzeichen]',
  'mark.number': '[Nummer]',
  'mark.name': '[Name]',
};
