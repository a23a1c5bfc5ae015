import colours from 'picocolors';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { asCalled } from '../../lib/program.ts';
import type { AlertsContent, FrozenNotification, LetterContent, NotificationContent } from '../content.ts';
import { say, sayMoment } from '../speak.ts';
import { wordAlerts } from '../wording/word-alerts.ts';
import type { Card, Urgency, Voice, Wording } from '../wording/wording.ts';
import type { Channel, Delivery } from './channel.ts';
import { consoleLine, wrappedLine } from './console-line.ts';

export interface ConsoleOptions {
  readonly name: string;
  readonly write: (text: string) => void;
  readonly isColour: boolean;
  /** Signs in a line of the terminal; 100 unless told. */
  readonly columns?: number;
  /** A program reads, not a person: one JSON line a message, as in the log around it. */
  readonly isJson?: boolean;
}

/** Calm lines for a terminal: what is at stake, why, until when, and the command; elsewhere one JSON line. */
export const createConsoleChannel = (options: ConsoleOptions): Channel => ({
  name: options.name,
  kind: 'console',
  contentType: options.isJson === true ? 'application/json' : 'text/plain; charset=utf-8',
  render: (content, language) =>
    options.isJson === true
      ? new TextEncoder().encode(`${consoleLine(content, language, options.name)}\n`)
      : render(content, language, options),
  send: async (frozen) => send(frozen, options),
});

const render = (
  content: NotificationContent,
  language: CatalogueLanguage,
  options: ConsoleOptions,
): Uint8Array => {
  const paint = paintOf(options.isColour);
  const page = { language, paint, columns: options.columns ?? 100 };
  const lines = content.kind === 'letter' ? letterLines(content, page) : alertLines(content, page);
  return new TextEncoder().encode(`${lines.join('\n')}\n\n`);
};

const send = (frozen: FrozenNotification, { name, write, isJson }: ConsoleOptions): Delivery => {
  const isForeign = isJson === true && frozen.contentType !== 'application/json';
  try {
    write(isForeign ? `${wrappedLine(frozen.id, name)}\n` : new TextDecoder().decode(frozen.body));
    return { kind: 'delivered' };
  } catch {
    return { kind: 'transient', reason: 'write_failed' };
  }
};

interface Page {
  readonly language: CatalogueLanguage;
  readonly paint: Paint;
  readonly columns: number;
}

const alertLines = (content: AlertsContent, page: Page): readonly string[] => {
  const wording = wordAlerts(content, voiceOf(content, page.language));
  const [first] = wording.cards;
  const isSingle = wording.cards.length === 1 && first !== undefined && first.age !== '';
  const head = headLine(wording, isSingle ? first.caseId : '', page);
  if (isSingle) return [head, ...singleLines(first, page)];
  const listed = [
    ...listedLines(wording.cards.slice(0, mostListed), page),
    ...moreLines(wording.cards.length - mostListed, page),
    ...wording.lines.flatMap((line) => wrap(line, indent, page)),
  ];
  const asked = wording.command === null ? [] : labelled('list', page.paint.command(wording.command), page);
  return [head, ...listed, ...asked];
};

/** More than a person reads before the first is taken; an alert may hold two thousand. */
const mostListed = 10;

const moreLines = (count: number, { language, paint }: Page): readonly string[] =>
  count <= 0 ? [] : [`${indent}${say(language, 'more', { count })}: ${paint.command('evenhand cases list')}`];

const letterLines = (content: LetterContent, page: Page): readonly string[] => [
  page.paint.head(clean(content.title)),
  ...content.paragraphs.flatMap((paragraph) =>
    paragraph.split('\n').flatMap((line) => wrap(clean(line), '', page)),
  ),
];

const voiceOf = ({ writtenAt, timezone }: AlertsContent, language: CatalogueLanguage): Voice => ({
  language,
  isLive: true,
  plain: clean,
  moment: (time) => sayMoment(time, { language, timezone, now: writtenAt }),
});

/** Foreign text must not command the terminal. */
const clean = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');

const headLine = ({ head, urgency }: Wording, caseId: string, { paint }: Page): string => {
  const name = caseId === '' ? '' : `${paint.head(caseId)}  `;
  return `${paint.urgency(signs[urgency], urgency)} ${name}${paint.urgency(head, urgency)}`;
};

const singleLines = (card: Card, page: Page): readonly string[] => [
  ...(card.why === '' ? [] : labelled('why', card.why, page)),
  ...labelled('answer', `${page.paint.head(card.due)}, ${card.age}`, page),
  ...labelled('source', card.source, page),
  ...(card.excerpt === null
    ? []
    : labelled('said', say(page.language, 'quoted', { text: card.excerpt }), page)),
  ...(card.note === null ? [] : wrap(card.note, indent, page)),
  ...labelled('take', page.paint.command(card.command), page),
];

const listedLines = (cards: readonly Card[], page: Page): readonly string[] => {
  const width = (pick: (card: Card) => string) => Math.max(0, ...cards.map((card) => pick(card).length));
  const [names, ladder, dues] = [
    width(({ caseId }) => caseId),
    width(({ severity }) => severity),
    width(({ due }) => due),
  ];
  return cards.flatMap((card) => {
    const severity = page.paint.urgency(card.severity.padEnd(ladder), card.urgency);
    const row = `${indent}${card.caseId.padEnd(names)}  ${severity}  ${card.due.padEnd(dues)}  ${page.paint.command(card.command)}`;
    const said = [card.issue, card.why, card.note ?? ''].filter((part) => part !== '').join(' · ');
    return [row, ...(said === '' ? [] : wrap(said, `${indent}${' '.repeat(names + 2)}`, page))];
  });
};

type Label = 'why' | 'answer' | 'source' | 'said' | 'take' | 'list';
const labelled = (label: Label, text: string, page: Page): readonly string[] => {
  const widths = (['why', 'answer', 'source', 'said', 'take', 'list'] as const).map(
    (name) => say(page.language, `label.${name}`).length,
  );
  const width = Math.max(...widths) + 2;
  const [first = '', ...rest] = wrap(text, `${indent}${' '.repeat(width)}`, page);
  return [
    `${indent}${page.paint.quiet(say(page.language, `label.${label}`).padEnd(width))}${first.trimStart()}`,
    ...rest,
  ];
};

const indent = '  ';

/** Breaks between words. Colours stand around whole short texts only, so that counting signs is right enough. */
const wrap = (text: string, margin: string, { columns }: Page): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const isFull = line !== '' && margin.length + line.length + 1 + word.length > columns;
    if (isFull) lines.push(line);
    line = isFull || line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => margin + part);
};

const signs: Readonly<Record<Urgency, string>> = {
  danger: '▲',
  critical: '●',
  high: '●',
  medium: '○',
  low: '○',
  notice: '!',
  well: '✓',
};

interface Paint {
  readonly head: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly command: (text: string) => string;
  readonly urgency: (text: string, urgency: Urgency) => string;
}

const paintOf = (isColour: boolean): Paint => {
  const { bold, dim, cyan, red, yellow, green, reset } = colours.createColors(isColour);
  const byUrgency = {
    danger: (text: string) => bold(red(text)),
    critical: (text: string) => bold(red(text)),
    high: (text: string) => bold(yellow(text)),
    medium: yellow,
    low: reset,
    notice: yellow,
    well: green,
  };
  // The reader sits where this program runs, so that commands are told as they are typed here.
  const command = (text: string): string => cyan(asCalled(text));
  return { head: bold, quiet: dim, command, urgency: (text, urgency) => byUrgency[urgency](text) };
};
