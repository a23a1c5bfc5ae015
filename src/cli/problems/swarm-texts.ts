import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  none: 'No swarm: nowhere did twenty people or more write nearly the same within an hour.',
  'head.swarm': 'Swarm',
  'head.cases': 'Cases',
  'head.began': 'Began',
  'head.decision': 'Decision',
  'head.brand': 'Brand',
  'decision.open': 'undecided: one entry of the queue',
  'decision.one_answer': 'one entry of the queue',
  'decision.one_by_one': 'each by itself',
  title: 'Swarm {id} · {brand} · {cases} cases · began {began} · {decision}',
  confidential: 'Confidential: its words are shown to nobody here.',
  gone: 'The text is no longer kept.',
  what_to_do:
    'Ten at most, at random. "evenhand problems swarm {id} --take-out CASE --reason …" gives one its own entry, "--decide one_by_one" all of them.',
  taking_out:
    'Ten at most, at random. "evenhand problems swarm {id} --take-out CASE --reason …" gives one its own entry.',
  at_random: 'Ten at most, at random.',
  'done.one_answer': '{id} is one entry of the queue, for {cases} cases. No deadline changed.',
  'done.one_by_one': 'The {cases} cases of {id} stand in the queue each by itself. No deadline changed.',
  'done.take_out': '{case} is out of {id}: it has its own entry of the queue again.',
  which: 'name the swarm that this is about, for example S-17; "evenhand problems swarm" lists them',
  why: 'say why with --reason',
  no_swarm: 'there is no swarm {id}; "evenhand problems swarm" lists them',
  none_of_problem: 'no member of {id} belongs to a swarm; "evenhand problems swarm" lists them',
  not_in: '{case} is none of {id}, or was taken out before',
} as const satisfies Record<string, Message>;

type SwarmTextKey = keyof typeof en;

const de: Readonly<Record<SwarmTextKey, Message>> = {
  none: 'Kein Schwarm: nirgends schrieben zwanzig Menschen oder mehr in einer Stunde fast dasselbe.',
  'head.swarm': 'Schwarm',
  'head.cases': 'Fälle',
  'head.began': 'Begann',
  'head.decision': 'Entscheidung',
  'head.brand': 'Marke',
  'decision.open': 'unentschieden: ein Eintrag der Warteschlange',
  'decision.one_answer': 'ein Eintrag der Warteschlange',
  'decision.one_by_one': 'jeder für sich',
  title: 'Schwarm {id} · {brand} · {cases} Fälle · begann {began} · {decision}',
  confidential: 'Vertraulich: die Worte sieht hier niemand.',
  gone: 'Der Text wird nicht mehr aufbewahrt.',
  what_to_do:
    'Höchstens zehn, zufällig gewählt. "evenhand problems swarm {id} --take-out FALL --reason …" gibt einem den eigenen Eintrag, "--decide one_by_one" allen.',
  taking_out:
    'Höchstens zehn, zufällig gewählt. "evenhand problems swarm {id} --take-out FALL --reason …" gibt einem den eigenen Eintrag.',
  at_random: 'Höchstens zehn, zufällig gewählt.',
  'done.one_answer':
    '{id} ist ein Eintrag der Warteschlange, für {cases} Fälle. Keine Frist hat sich geändert.',
  'done.one_by_one':
    'Die {cases} Fälle von {id} stehen jeder für sich in der Warteschlange. Keine Frist hat sich geändert.',
  'done.take_out': '{case} gehört nicht mehr zu {id} und hat wieder seinen eigenen Eintrag.',
  which: 'den Schwarm nennen, um den es geht, zum Beispiel S-17; "evenhand problems swarm" zählt sie auf',
  why: 'mit --reason sagen, warum',
  no_swarm: 'es gibt keinen Schwarm {id}; "evenhand problems swarm" zählt sie auf',
  none_of_problem: 'kein Mitglied von {id} gehört zu einem Schwarm; "evenhand problems swarm" zählt sie auf',
  not_in: '{case} gehört nicht zu {id} oder wurde schon herausgenommen',
};

export const saySwarm: Say<SwarmTextKey> = createSay<SwarmTextKey>({ en, de });
