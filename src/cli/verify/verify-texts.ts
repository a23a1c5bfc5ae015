import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  title: '{id}, decided again with version {version}',
  same: 'the same',
  different: 'different: {what}',
  version_gone: 'cannot be told: version {version} decided it, and that is not the version here',
  text_gone: 'cannot be told: its words were deleted or erased',
  answered_text_gone: 'cannot be told: the words that it answered were edited, deleted or erased',
  all: {
    one: 'One decision, the same byte for byte.',
    other: '{count} decisions, all the same byte for byte.',
  },
  some: '{same} of {count} decisions are the same.',
  none: 'No post of this case is left to decide again.',
  earlier: 'then',
  now: 'now',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  title: '{id}, noch einmal entschieden mit Version {version}',
  same: 'gleich',
  different: 'anders: {what}',
  version_gone: 'nicht zu sagen: Version {version} hat entschieden, und die ist nicht die hiesige',
  text_gone: 'nicht zu sagen: die Worte wurden gelöscht',
  answered_text_gone: 'nicht zu sagen: die Worte, auf die er antwortet, wurden geändert oder gelöscht',
  all: {
    one: 'Eine Entscheidung, Byte für Byte gleich.',
    other: '{count} Entscheidungen, alle Byte für Byte gleich.',
  },
  some: '{same} von {count} Entscheidungen sind gleich.',
  none: 'Kein Beitrag dieses Falls ist mehr da, um ihn noch einmal zu entscheiden.',
  earlier: 'damals',
  now: 'jetzt',
};

export const sayVerify: Say<keyof typeof en> = createSay<keyof typeof en>({ en, de });
