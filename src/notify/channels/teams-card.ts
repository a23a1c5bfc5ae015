import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { AlertsContent, LetterContent } from '../content.ts';
import { say, sayDatedMoment } from '../speak.ts';
import { wordAlerts } from '../wording/word-alerts.ts';
import type { Card, Urgency, Voice } from '../wording/wording.ts';

/** Adaptive Card 1.4. Text stands in runs, never in a TextBlock: only there are links and Markdown read out of it. */
export interface AdaptiveCard {
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly type: 'AdaptiveCard';
  readonly version: '1.4';
  readonly lang: CatalogueLanguage;
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
}
export type CardElement =
  | {
      readonly type: 'Container';
      readonly separator?: true;
      readonly style?: 'emphasis';
      readonly items: readonly TextElement[];
    }
  | TextElement;
export interface TextElement {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}
interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Attention' | 'Warning' | 'Good';
  readonly isSubtle?: true;
  readonly fontType?: 'Monospace';
}

/**
 * Bytes of JSON. A message may have 28 KB (learn.microsoft.com, "Create Incoming Webhooks" and the Teams connector's
 * known limits); at 21 KB some were refused already (rubydoc.info, msteams_hermes), so that this stays below both.
 */
const cardBytes = 20_000;
/** One run of foreign text; what is longer is cut with a sign. */
const runSigns = 2_000;

export const cardOfAlerts = (content: AlertsContent, language: CatalogueLanguage): AdaptiveCard => {
  const voice = voiceOf(content, language);
  const { head, urgency, cards, lines, command } = wordAlerts(content, voice);
  const [first] = cards;
  const isSingle = cards.length === 1 && first !== undefined && first.age !== '';
  const items = isSingle ? singleItems(first, language) : [...cards.map(listedItem), ...lines.map(lineItem)];
  const asked = command === null ? [] : [text(labelled('list', language), mono(command))];
  const title = `${icons[urgency]} ${head}`;
  return within({ head: title, urgency, items, foot: [...asked, asOf(content.writtenAt, voice)] }, language);
};

export const cardOfLetter = (content: LetterContent, language: CatalogueLanguage): AdaptiveCard => {
  const items = content.paragraphs.map((paragraph) => text(run(paragraph)));
  const foot = [asOf(content.writtenAt, voiceOf(content, language))];
  return within({ head: content.title, urgency: 'low', items, foot }, language);
};

const icons: Readonly<Record<Urgency, string>> = {
  danger: '🚨',
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '⚪',
  notice: '⚠️',
  well: '✅',
};
const colours: Readonly<Partial<Record<Urgency, 'Attention' | 'Warning' | 'Good'>>> = {
  danger: 'Attention',
  critical: 'Attention',
  high: 'Warning',
  well: 'Good',
};

const voiceOf = ({ timezone }: { timezone: string }, language: CatalogueLanguage): Voice => ({
  language,
  isLive: false,
  plain,
  moment: (time) => sayDatedMoment(time, { language, timezone }),
});

/** Runs show what stands in them; only signs that turn the direction of reading or command a terminal go. */
const plain = (value: string): string => value.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');

const singleItems = (card: Card, language: CatalogueLanguage): readonly CardElement[] => [
  fact('severity', card.severity, language),
  fact('due', `${card.age}, ${card.due}`, language),
  ...(card.why === '' ? [] : [fact('why', card.why, language)]),
  fact('source', card.source, language),
  ...saidOf(card),
  text(labelled('take', language), mono(card.command)),
];

const saidOf = ({ note, excerpt }: Card): readonly CardElement[] => {
  const said = note ?? excerpt;
  return said === null ? [] : [{ type: 'Container', style: 'emphasis', items: [text(run(said))] }];
};

const listedItem = (card: Card): CardElement => {
  const said = [card.issue, card.why, card.source, card.note ?? ''].filter((part) => part !== '').join(' · ');
  return {
    type: 'Container',
    separator: true,
    items: [
      text(run(`${icons[card.urgency]} `), bold(card.caseId), run(` ${card.severity} · `), bold(card.due)),
      ...(said === '' ? [] : [text(run(said))]),
      text(mono(card.command)),
    ],
  };
};

const lineItem = (line: string): CardElement => text(run(`• ${line}`));
const asOf = (writtenAt: string, { language, moment }: Voice): TextElement =>
  text({ ...run(say(language, 'as_of', { moment: moment(writtenAt) })), isSubtle: true });

const fact = (
  label: 'severity' | 'due' | 'why' | 'source',
  value: string,
  language: CatalogueLanguage,
): TextElement => text(labelled(label, language), run(value));
const labelled = (
  label: 'severity' | 'due' | 'why' | 'source' | 'take' | 'list',
  language: CatalogueLanguage,
): TextRun => bold(`${say(language, `label.${label}`)}: `);

const text = (...inlines: readonly TextRun[]): TextElement => ({ type: 'RichTextBlock', inlines });
const run = (value: string): TextRun => ({ type: 'TextRun', text: clip(plain(value)) });
const bold = (value: string): TextRun => ({ ...run(value), weight: 'Bolder' });
const mono = (value: string): TextRun => ({ ...run(value), fontType: 'Monospace' });
const clip = (value: string): string =>
  value.length <= runSigns ? value : `${value.slice(0, runSigns - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

interface Parts {
  readonly head: string;
  readonly urgency: Urgency;
  readonly items: readonly CardElement[];
  readonly foot: readonly TextElement[];
}

/** Keeps whole items while they fit and says how many are left out. */
const within = ({ head, urgency, items, foot }: Parts, language: CatalogueLanguage): AdaptiveCard => {
  const colour = colours[urgency];
  const title = { ...bold(head.slice(0, 300)), size: 'Large' as const };
  const top = text(colour === undefined ? title : { ...title, color: colour });
  let room = cardBytes - bytesOf([top, ...foot]) - 1_000;
  const kept: CardElement[] = [];
  for (const item of items) {
    room -= bytesOf(item) + 1;
    if (room < 0) break;
    kept.push(item);
  }
  const count = items.length - kept.length;
  const cut = `${say(language, 'more', { count })} (${say(language, 'truncated')})`;
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    lang: language,
    fallbackText: title.text,
    body: [top, ...kept, ...(count === 0 ? [] : [text(run(cut))]), ...foot],
  };
};
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
