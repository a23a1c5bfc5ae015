import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { AlertsContent, FollowContent, LetterContent } from '../content.ts';
import { say, sayFollowUp, sayMoment } from '../speak.ts';
import { wordAlerts } from '../wording/word-alerts.ts';
import type { Card, Urgency, Voice } from '../wording/wording.ts';

export interface SlackMessage {
  /** For notifications and screen readers; Slack shows it where it shows no blocks. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}
export type SlackBlock =
  | { readonly type: 'header'; readonly text: SlackText }
  | { readonly type: 'section'; readonly text?: SlackText; readonly fields?: readonly SlackText[] }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] }
  | { readonly type: 'divider' };
interface SlackText {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: boolean;
}

// docs.slack.dev: 50 blocks, header 150, section 3,000 and field 2,000 signs. Beyond about 13,200 signs in all, Slack
// answers msg_blocks_too_long (slackapi/bolt-js#2509), which is documented nowhere: stay well below.
const limits = { blocks: 50, header: 150, section: 3_000, field: 2_000, total: 12_000 };

export const layOutAlerts = (content: AlertsContent, language: CatalogueLanguage): SlackMessage => {
  const voice = voiceOf(content, language);
  const { head, urgency, cards, lines, command } = wordAlerts(content, voice);
  const [first] = cards;
  const isSingle = cards.length === 1 && first !== undefined && first.age !== '';
  const items = isSingle ? [singleCard(first, language)] : [...cards.map(listedCard), ...lineBlocks(lines)];
  const asked = command === null ? [] : [section(`${say(language, 'label.list')}: ${code(command)}`)];
  const foot = context(
    isSingle ? `*${first.caseId}*` : null,
    say(language, 'as_of', { moment: voice.moment(content.writtenAt) }),
  );
  const message = withinLimits(
    { head: header(`${icons[urgency]} ${head}`), items, foot: [...asked, foot] },
    language,
  );
  const due = isSingle ? ` (${first.caseId}, ${first.due})` : '';
  return { text: clip(`${icons[urgency]} ${head}${due}`, limits.section), blocks: message };
};

export const layOutLetter = (content: LetterContent, language: CatalogueLanguage): SlackMessage => {
  const voice = voiceOf(content, language);
  const items = content.paragraphs
    .flatMap(pieces)
    .map((paragraph) => [section(clip(voice.plain(paragraph), limits.section))]);
  const foot = context(null, say(language, 'as_of', { moment: voice.moment(content.writtenAt) }));
  return {
    text: voice.plain(content.title),
    blocks: withinLimits({ head: header(voice.plain(content.title)), items, foot: [foot] }, language),
  };
};

/** What a message becomes when its cases are taken or over: without the words that it held. */
export const layOutFollowUp = (content: FollowContent, language: CatalogueLanguage): SlackMessage => {
  const voice = voiceOf(content, language);
  const icon = content.stage === 'settled' ? '✅' : '✋';
  const said = `${icon} ${harmless(sayFollowUp(content, language))}`;
  const foot = context(null, say(language, 'as_of', { moment: voice.moment(content.writtenAt) }));
  return { text: clip(said, limits.section), blocks: [section(clip(said, limits.section)), foot] };
};

/** A paragraph in pieces that a section can hold, broken between words where it has any. */
const pieces = (paragraph: string): readonly string[] =>
  paragraph.match(/[\s\S]{1,2500}(?=\s|$)|[\s\S]{1,2500}/g) ?? [];

const icons: Readonly<Record<Urgency, string>> = {
  danger: '🚨',
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '⚪',
  notice: '⚠️',
  well: '✅',
};

/** Slack writes moments in each reader's own zone; the bytes stay true however late they arrive. */
const voiceOf = (
  { writtenAt, timezone }: AlertsContent | LetterContent | FollowContent,
  language: CatalogueLanguage,
): Voice => ({
  language,
  isLive: false,
  plain: harmless,
  moment: (time) => {
    const fallback = harmless(sayMoment(time, { language, timezone, now: writtenAt }));
    return `<!date^${Math.floor(Date.parse(time) / 1_000)}^{date_short_pretty} {time}|${fallback}>`;
  },
});

/** What Slack would take for a mention, a link or a command becomes text. */
const harmless = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const code = (command: string): string => `\`${command}\``;

const singleCard = (card: Card, language: CatalogueLanguage): readonly SlackBlock[] => {
  const field = (label: 'severity' | 'why' | 'source' | 'due', value: string): SlackText =>
    mrkdwn(clip(`*${say(language, `label.${label}`)}*\n${value}`, limits.field));
  const fields = [
    field('severity', card.severity),
    field('due', `${card.age}\n*${card.due}*`),
    ...(card.why === '' ? [] : [field('why', card.why)]),
    field('source', card.source),
  ];
  const text = card.note ?? (card.excerpt === null ? null : `> ${card.excerpt}`);
  const shown = text === null ? [] : [section(clip(text, limits.section))];
  return [
    { type: 'section', fields },
    ...shown,
    section(`${say(language, 'label.take')}: ${code(card.command)}`),
  ];
};

const listedCard = (card: Card): readonly SlackBlock[] => {
  const said = [card.issue, card.why, card.source].filter((part) => part !== '').join(' · ');
  const lines = [
    `${icons[card.urgency]} *${card.caseId}* ${card.severity} · *${card.due}*`,
    said,
    card.note ?? '',
    code(card.command),
  ];
  return [section(clip(lines.filter((line) => line !== '').join('\n'), limits.section))];
};

const lineBlocks = (lines: readonly string[]): readonly (readonly SlackBlock[])[] =>
  lines.length === 0 ? [] : [[section(clip(lines.map((line) => `• ${line}`).join('\n'), limits.section))]];

const header = (text: string): SlackBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: clip(text, limits.header), emoji: true },
});
const section = (text: string): SlackBlock => ({ type: 'section', text: mrkdwn(text) });
const mrkdwn = (text: string): SlackText => ({ type: 'mrkdwn', text });
const context = (...parts: readonly (string | null)[]): SlackBlock => ({
  type: 'context',
  elements: parts.flatMap((part) => (part === null ? [] : [mrkdwn(part)])),
});

interface Parts {
  readonly head: SlackBlock;
  /** Blocks that stand or fall together. */
  readonly items: readonly (readonly SlackBlock[])[];
  readonly foot: readonly SlackBlock[];
}

/** Keeps whole items while they fit and says how many are left out. */
const withinLimits = ({ head, items, foot }: Parts, language: CatalogueLanguage): readonly SlackBlock[] => {
  const kept: SlackBlock[] = [head];
  const roomFor = limits.total - sizeOf([head, ...foot]) - 200;
  for (const [index, item] of items.entries()) {
    const isFull =
      kept.length + item.length + foot.length + 1 > limits.blocks || sizeOf([...kept, ...item]) > roomFor;
    if (isFull) {
      const left = say(language, 'more', { count: items.length - index });
      return [...kept, context(`${left} (${say(language, 'truncated')})`), ...foot];
    }
    kept.push(...item);
  }
  return [...kept, ...foot];
};
const sizeOf = (blocks: readonly SlackBlock[]): number => JSON.stringify(blocks).length;

/** Cuts no code point, no entity and no date in two. */
const clip = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$|&[a-z]*$|<[^>]*$/u, '');
  return `${kept}…`;
};
