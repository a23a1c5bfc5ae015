import type { CatalogueLanguage } from '../../../lib/catalogue.ts';
import type { AlertsContent, LetterContent, NotificationContent } from '../../content.ts';
import { say, sayDatedMoment } from '../../speak.ts';
import { wordAlerts } from '../../wording/word-alerts.ts';
import type { Card, Urgency, Voice, Wording } from '../../wording/wording.ts';

/** A letter in words, before it is laid out as text and as HTML. */
export interface MailPage {
  readonly language: CatalogueLanguage;
  readonly urgency: Urgency;
  readonly subject: string;
  readonly head: string;
  readonly cases: readonly MailCase[];
  readonly paragraphs: readonly string[];
  /** What to type for all of it. */
  readonly command: Fact | null;
  readonly asOf: string;
}

export interface MailCase {
  readonly title: string;
  readonly urgency: Urgency;
  readonly facts: readonly Fact[];
  /** Words of the post, masked. */
  readonly quote: string | null;
  readonly note: string | null;
  readonly command: Fact;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Gmail cuts letters beyond 102 KB, and nobody reads so far: the queue has the rest. */
const shownAtMost = 25;
const subjectSigns = 200;

export const pageOf = (content: NotificationContent, language: CatalogueLanguage): MailPage =>
  content.kind === 'letter' ? letterPage(content, language) : alertsPage(content, language);

const alertsPage = (content: AlertsContent, language: CatalogueLanguage): MailPage => {
  const voice = voiceOf(content, language);
  const { head, urgency, cards, lines, command } = apart(wordAlerts(content, voice));
  const [first] = cards;
  const isSingle = cards.length === 1 && first !== undefined;
  const left = cards.length - shownAtMost;
  const list = command ?? (left > 0 ? 'evenhand cases list' : null);
  return {
    language,
    urgency,
    head,
    subject: clip(isSingle && !head.includes(first.caseId) ? `${head} (${first.caseId})` : head),
    cases: cards.slice(0, shownAtMost).map((card) => caseOf(card, isSingle, language)),
    paragraphs: [...lines, ...(left > 0 ? [say(language, 'more', { count: left })] : [])],
    command:
      list === null
        ? null
        : {
            label: say(language, cards.length === 0 && lines.length === 0 ? 'label.show' : 'label.list'),
            value: list,
          },
    asOf: asOf(content, voice),
  };
};

/** A notice that ends with what to type: in a letter the head is a sentence, and the command stands for itself. */
const apart = (wording: Wording): Wording => {
  const [, said, command] = /^(.+): (evenhand [^:]+)$/.exec(wording.head) ?? [];
  return said === undefined || command === undefined ? wording : { ...wording, head: said, command };
};

const letterPage = (content: LetterContent, language: CatalogueLanguage): MailPage => ({
  language,
  urgency: 'low',
  head: plain(content.title),
  subject: clip(plain(content.title)),
  cases: [],
  paragraphs: content.paragraphs.map(plain),
  command: null,
  asOf: asOf(content, voiceOf(content, language)),
});

/** The head says already what is at stake where the letter tells of one case. */
const caseOf = (card: Card, isSingle: boolean, language: CatalogueLanguage): MailCase => {
  const facts = [
    ['severity', isSingle && card.issue !== '' ? '' : card.severity],
    [card.age === '' ? 'answer' : 'due', [card.age, card.due].filter((part) => part !== '').join(', ')],
    ['why', card.why],
    ['source', card.source],
  ] as const;
  return {
    title: isSingle || card.issue === '' ? card.caseId : `${card.caseId} · ${card.issue}`,
    urgency: card.urgency,
    facts: facts.flatMap(([label, value]) =>
      value === '' ? [] : [{ label: say(language, `label.${label}`), value }],
    ),
    quote: card.excerpt,
    note: card.note,
    command: {
      label: say(language, card.command.includes(' take ') ? 'label.take' : 'label.show'),
      value: card.command,
    },
  };
};

const voiceOf = ({ timezone }: { readonly timezone: string }, language: CatalogueLanguage): Voice => ({
  language,
  // A letter may lie for a day before it is read.
  isLive: false,
  plain,
  moment: (time) => sayDatedMoment(time, { language, timezone }),
});

const asOf = ({ writtenAt }: NotificationContent, { language, moment }: Voice): string =>
  say(language, 'as_of', { moment: moment(writtenAt) });

/** Without signs that turn the direction of reading or command a program. */
const plain = (value: string): string => value.replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');

const clip = (text: string): string =>
  text.length <= subjectSigns ? text : `${text.slice(0, subjectSigns - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
