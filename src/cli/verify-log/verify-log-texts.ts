import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  reading: 'of the activities',
  noRoot: 'There is no root yet: the running service makes one when the first day (UTC) is over.',
  'chains.same': {
    one: 'One activity is as it was sealed.',
    other: '{count} activities of {cases} cases are as they were sealed.',
  },
  'chains.different': {
    one: 'One of {activities} activities is not as it was sealed:',
    other: '{count} of {activities} activities are not as they were sealed:',
  },
  unsealed: {
    one: 'One activity is not sealed yet: the running service does so within seconds.',
    other: '{count} activities are not sealed yet: the running service does so within seconds.',
  },
  changed: '{id}, activity {place}{what}: changed, or moved to another place',
  note_changed: '{id}, activity {place}{what}: its note is another',
  removed: '{id}, activity {place}: it was removed',
  seal_removed: '{id}: the seal before activity {place}{what} was removed',
  'seal_removed.somewhere':
    'the seal of an activity was removed; a root file that was kept elsewhere tells of which case',
  added: '{id}{what}: it was put among older ones, without a seal',
  'rows.same': {
    one: 'One case stands as its activities tell.',
    other: '{count} cases stand as their activities tell.',
  },
  'rows.different': {
    one: 'One case does not stand as its activities tell:',
    other: '{count} cases do not stand as their activities tell:',
  },
  'rows.untold': {
    one: 'One case is older than the telling of changes, and could not be compared.',
    other: '{count} cases are older than the telling of changes, and could not be compared.',
  },
  row_changed: '{id}: changed without an activity: {fields}',
  row_added: '{id}: there without any activity',
  row_removed: '{id}: gone, and its activities are there',
  'roots.same': {
    one: 'A root that was kept outside agrees, for all up to {day} (UTC).',
    other: '{count} roots that were kept outside agree, for all up to {day} (UTC).',
  },
  'roots.later': {
    one: 'One activity came later: no root covers it yet.',
    other: '{count} activities came later: no root covers them yet.',
  },
  'roots.none':
    'No root was kept outside, so that seals which somebody wrote anew would not be noticed: keep those of "evenhand verify-log --print-root" elsewhere.',
  'roots.stored_differs': 'The root of {day} in the database is not what its seals give.',
  'roots.root_differs': 'The root of {day} that was kept outside is not the one of the database.',
  'roots.unknown': 'No day has the root {root}…: what it stood for is not in this database any more.',
  'roots.head':
    '{id}, activity {place}{what}: sealed otherwise on {day}, says the root that was kept outside.',
  'roots.head_gone':
    '{id}, activity {place}: there on {day}, says the root that was kept outside, and gone now.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  reading: 'der Aktivitäten',
  noRoot: 'Es gibt noch keine Wurzel: der laufende Dienst macht eine, wenn der erste Tag (UTC) vorbei ist.',
  'chains.same': {
    one: 'Eine Aktivität ist, wie sie versiegelt wurde.',
    other: '{count} Aktivitäten von {cases} Fällen sind, wie sie versiegelt wurden.',
  },
  'chains.different': {
    one: 'Eine von {activities} Aktivitäten ist nicht, wie sie versiegelt wurde:',
    other: '{count} von {activities} Aktivitäten sind nicht, wie sie versiegelt wurden:',
  },
  unsealed: {
    one: 'Eine Aktivität ist noch nicht versiegelt: der laufende Dienst tut es binnen Sekunden.',
    other: '{count} Aktivitäten sind noch nicht versiegelt: der laufende Dienst tut es binnen Sekunden.',
  },
  changed: '{id}, Aktivität {place}{what}: geändert oder verschoben',
  note_changed: '{id}, Aktivität {place}{what}: ihre Notiz ist eine andere',
  removed: '{id}, Aktivität {place}: sie wurde entfernt',
  seal_removed: '{id}: das Siegel vor Aktivität {place}{what} wurde entfernt',
  'seal_removed.somewhere':
    'das Siegel einer Aktivität wurde entfernt; eine anderswo verwahrte Wurzeldatei sagt, von welchem Fall',
  added: '{id}{what}: ohne Siegel unter ältere geschoben',
  'rows.same': {
    one: 'Ein Fall steht so, wie es seine Aktivitäten sagen.',
    other: '{count} Fälle stehen so, wie es ihre Aktivitäten sagen.',
  },
  'rows.different': {
    one: 'Ein Fall steht nicht so, wie es seine Aktivitäten sagen:',
    other: '{count} Fälle stehen nicht so, wie es ihre Aktivitäten sagen:',
  },
  'rows.untold': {
    one: 'Ein Fall ist älter als das Festhalten von Änderungen und konnte nicht verglichen werden.',
    other: '{count} Fälle sind älter als das Festhalten von Änderungen und konnten nicht verglichen werden.',
  },
  row_changed: '{id}: ohne Aktivität geändert: {fields}',
  row_added: '{id}: vorhanden ohne eine einzige Aktivität',
  row_removed: '{id}: fort, obwohl seine Aktivitäten da sind',
  'roots.same': {
    one: 'Eine außerhalb verwahrte Wurzel stimmt überein; sie steht für alles bis {day} (UTC).',
    other: '{count} außerhalb verwahrte Wurzeln stimmen überein; die letzte steht für alles bis {day} (UTC).',
  },
  'roots.later': {
    one: 'Eine Aktivität kam danach: Noch steht keine Wurzel für sie.',
    other: '{count} Aktivitäten kamen danach: Noch steht keine Wurzel für sie.',
  },
  'roots.none':
    'Außerhalb wurde keine Wurzel verwahrt, sodass neu geschriebene Siegel nicht auffielen: die aus "evenhand verify-log --print-root" anderswo verwahren.',
  'roots.stored_differs': 'Die Wurzel des {day} in der Datenbank ist nicht die, die ihre Siegel ergeben.',
  'roots.root_differs': 'Die außerhalb verwahrte Wurzel des {day} ist nicht die der Datenbank.',
  'roots.unknown': 'Kein Tag hat die Wurzel {root}…: wofür sie stand, ist nicht mehr in dieser Datenbank.',
  'roots.head':
    '{id}, Aktivität {place}{what}: am {day} anders versiegelt, sagt die außerhalb verwahrte Wurzel.',
  'roots.head_gone':
    '{id}, Aktivität {place}: am {day} vorhanden, sagt die außerhalb verwahrte Wurzel, und jetzt fort.',
};

export const sayLog: Say<keyof typeof en> = createSay<keyof typeof en>({ en, de });
