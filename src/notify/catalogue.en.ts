import type { Message } from '../lib/catalogue.ts';

export const en = {
  'severity.low': 'Low',
  'severity.medium': 'Medium',
  'severity.high': 'High',
  'severity.critical': 'Critical',
  danger: 'Danger',
  'danger.follow': 'Follow your safety protocol now. The text is shown to people on call only.',
  'head.case': '{severity}: {issue} at {brand}',
  'head.danger': 'Danger at {brand}: {issue}',
  'head.raised': 'Now {severity}: {issue} at {brand}',
  'head.repeated': 'Still waiting, {severity}: {issue} at {brand}',
  'head.danger_repeated': 'Still waiting, danger at {brand}: {issue}',
  'head.cases': { one: '{count} case at {brand}, {severity}', other: '{count} cases at {brand}, {severity}' },
  'head.cases_repeated': {
    one: '{count} case still waits at {brand}',
    other: '{count} cases still wait at {brand}',
  },
  'head.deadline_near': {
    one: '{count} answer is due soon at {brand}',
    other: '{count} answers are due soon at {brand}',
  },
  'head.deadline_missed': {
    one: '{count} answer is late at {brand}',
    other: '{count} answers are late at {brand}',
  },
  'head.deadlines': 'Answers at {brand}: {missed} late, {near} due soon',
  'head.catch_up': 'Back after a pause: {count} alerts waited',
  'head.services': '{count} notices about sources',
  'head.out_of_band': '{count} notices about what the company said to customers',
  'head.problems': '{count} problems want a look',
  'head.guard': '{count} actions against customers want a look',
  'head.executive': '{count} escalations want a look',
  'head.notices': '{count} notices',
  'label.severity': 'Severity',
  'label.why': 'Why',
  'label.source': 'Source',
  'label.due': 'Age and due',
  'label.answer': 'Answer',
  quoted: '“{text}”',
  'label.said': 'Said',
  'label.take': 'Take it',
  'label.list': 'See them',
  'label.show': 'Look at it',
  'time.today': 'today {clock}',
  'time.tomorrow': 'tomorrow {clock}',
  'time.yesterday': 'yesterday {clock}',
  'time.other': '{day} {clock}',
  'due.in': 'due {moment}, in {left}',
  'due.since': 'due {moment}, {left} late',
  'due.none': 'no answer is due',
  'due.at': 'due {moment}',
  opened: 'opened {moment}',
  'opened.ago': 'open for {age}',
  'span.minutes': '{n} min',
  'span.hours': '{n} h {m} min',
  'span.long_hours': '{n} h',
  'span.days': { one: '{count} day', other: '{count} days' },
  as_of: 'as of {moment}',
  'catch_up.first': 'The first {count} of them, the others follow:',
  'catch_up.oldest': 'The oldest has waited since {moment}: {case}',
  'catch_up.count.high': { one: '{count} high case', other: '{count} high cases' },
  'catch_up.count.critical': { one: '{count} critical case', other: '{count} critical cases' },
  'catch_up.count.cases': { one: '{count} case', other: '{count} cases' },
  'catch_up.count.missed': { one: '{count} late answer', other: '{count} late answers' },
  'catch_up.count.near': { one: '{count} answer due soon', other: '{count} answers due soon' },
  'catch_up.count.service': { one: '{count} notice about sources', other: '{count} notices about sources' },
  more: { one: 'and {count} more', other: 'and {count} more' },
  'follow.acknowledged': 'Somebody looks after it until {until}: {cases}',
  'follow.taken': 'Somebody works on it: {cases}',
  'follow.settled': 'Answered or closed: {cases}',
  truncated: 'cut here, too long for this channel',
  'service.source_stale': '{source} does not answer: nothing read since {since}',
  'service.source_off': '{source} is switched off, nothing read since {since}: {reason}',
  'service.source_gap': '{source}: posts may have been missed. {gap}',
  'service.source_silent':
    '{source} answers, but has told nothing since {since}; something was to be expected by {expected}. Look whether its address, words and rights still hold (evenhand poll {source} --dry-run), or whether its sender still sends',
  'service.source_heard': '{source} speaks again since {at}, after a silence since {since}',
  'service.caught_up': 'Caught up: {count} posts read after a pause since {since}',
  'service.all_well': 'All well: {read} read, {cases} cases, all sources fresh',
  'service.approval_needed': 'Action {number} waits for a second approval: evenhand approvals show {number}',
  'service.executed_anyway':
    'Action {number} was carried out without its second approval: evenhand approvals show {number}',
  'service.executed_late':
    'Action {number} was carried out when its answer held no more: evenhand approvals report',
  'service.executed_unasked':
    'An action was carried out about which nobody asked (number {number}): evenhand approvals report',
  'case.confidential': 'A confidential case',
  'service.escalation_requested':
    '{case} is to be brought before an executive and needs a second key: evenhand escalations show {number}',
  'service.escalation_overdue':
    '{case} has no written answer to its escalation yet, and it is overdue: evenhand escalations show {number}',
  'service.escalation_unheard':
    'Chain {chain} reached nobody: none of the people it names may have the case at {brand}, due {due}',
  'head.escalation': '{brand}: {case} waits and was escalated ({chain})',
  'head.escalation_person': '{brand}: {case} waits, {person} is asked to take it ({chain})',
  'head.escalations': '{count} escalated cases at {brand}',
  'service.replay_differs':
    '{different} of {posts} posts decided again came out differently: {cases} (evenhand verify)',
  'service.resolution_near': {
    one: '{cases} should be resolved soon: a quarter of its time is left',
    other: '{count} cases should be resolved soon, a quarter of their time is left: {cases}',
  },
  'service.resolution_late': {
    one: '{cases} should have been resolved by now',
    other: '{count} cases should have been resolved by now: {cases}',
  },
  'service.problem_escalating':
    '{problem} at {brand} escalates: {people} people within an hour, up to {usual} are usual: evenhand problems show {problem}',
  'service.problem_regressed':
    '{problem} at {brand} is back after it was resolved: evenhand problems show {problem}',
  'service.out_of_band_refusal': {
    one: 'The company refused a customer of {brand}: evenhand compliance list',
    other: 'The company refused customers of {brand} {count} times: evenhand compliance list',
  },
  'service.out_of_band_attack': {
    one: 'The company attacked a customer of {brand}: evenhand compliance list',
    other: 'The company attacked customers of {brand} {count} times: evenhand compliance list',
  },
  'service.out_of_band_unclear': {
    one: 'Unclear words to a customer of {brand} count as a promise: evenhand compliance list',
    other:
      '{count} times unclear words to customers of {brand}, which count as promises: evenhand compliance list',
  },
  'service.late_foreseen': {
    one: 'At the pace of the last {hours} hours ({answers} answers) 1 case will be late',
    other: 'At the pace of the last {hours} hours ({answers} answers) {count} cases will be late',
  },
  'service.budget_used':
    '{source} not read since {since}, budget used; about {seen} % seen. Reading resumes {until}',
  'service.budget_warning':
    '{source}: {percent} % of the budget is used, about {seen} % seen; it is renewed {until}',
  'service.route_quota':
    'Rule {rule} took {count} cases today, its quota; the rest go to everybody (evenhand routing check)',
  'mark.link': '[link]',
  'mark.mail': '[mail]',
  'mark.account': '[account]',
  'mark.iban': '[IBAN]',
  'mark.vin': '[VIN]',
  'mark.address': '[address]',
  'mark.phone': '[phone]',
  'mark.plate': '[plate]',
  'mark.number': '[number]',
  'mark.name': '[name]',
} as const satisfies Record<string, Message>;

export type AlertMessage = keyof typeof en;
