import type { RawMention } from '../../domain/raw-mention.ts';
import { readAudience } from './audience.ts';
import { parseTime, type TimeReading } from './parse-time.ts';

/** What a line tells, by our names; nothing is known yet about the values. */
export interface LineValues {
  readonly text?: unknown;
  readonly id?: unknown;
  readonly author?: unknown;
  readonly at?: unknown;
  readonly thread?: unknown;
  readonly parent?: unknown;
  readonly url?: unknown;
  readonly lang?: unknown;
  /** True, or the address of a picture. */
  readonly image?: unknown;
  readonly audience?: unknown;
}

export interface LineContext {
  /** First 16 hex digits of the file's SHA-256: with the line it names a post that has no id. */
  readonly hash: string;
  readonly time: TimeReading;
  readonly ignore: (key: string) => void;
}

/** A mention, or the reason why the line is refused. Hand-written checks: this runs for every line of large files. */
export const toMention = (values: LineValues, line: number, context: LineContext): RawMention | string => {
  const { text } = values;
  if (text === undefined || text === null) return '"text" is missing';
  if (typeof text !== 'string') return '"text" is not a string';
  if (text.trim() === '') return '"text" is empty';
  const mention: Draft = { kind: 'mention', nativeId: '', text };
  const refused = readNames(values, mention) ?? readTime(values.at, mention, context.time);
  if (refused !== null) return refused;
  if (mention.nativeId === '') mention.nativeId = `${context.hash}-${line}`;
  if (text.includes('://')) mention.links = linksOf(text);
  if (tellsImage(values.image)) mention.hasImage = true;
  // Never a reason to refuse: whoever is heard must not depend on what is said about their audience.
  const counts = readAudience(values.audience, context.ignore);
  if (counts !== null) mention.counts = counts;
  return mention;
};

type Draft = { -readonly [Key in keyof RawMention]: RawMention[Key] };

const names = [
  { from: 'id', to: 'nativeId', most: 512 },
  { from: 'author', to: 'author', most: 512 },
  { from: 'thread', to: 'thread', most: 512 },
  { from: 'parent', to: 'parent', most: 512 },
  // PostgreSQL refuses to index a value of more than 2,704 bytes; three of them may spell one character.
  { from: 'url', to: 'url', most: 850 },
  { from: 'lang', to: 'language', most: 35 },
] as const;

const readNames = (values: LineValues, mention: Draft): string | null => {
  for (const { from, to, most } of names) {
    const told = values[from];
    if (told === undefined || told === null) continue;
    const name = nameOf(told);
    if (name === null)
      return `"${from}" is neither a string nor a whole number below 2^53; write it in quotes`;
    if (name.length > most) return `"${from}" is longer than ${most} characters`;
    if (name !== '') mention[to] = name;
  }
  return null;
};

/** Larger numbers were rounded by JSON: two posts would share an id. null: it is no name. */
export const nameOf = (told: unknown): string | null => {
  if (typeof told === 'number') return Number.isSafeInteger(told) ? String(told) : null;
  if (typeof told !== 'string') return null;
  const name = told.trim();
  const whole = name.isWellFormed() ? name : name.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
};

/** Exports name the address of the picture, or say yes. A post is never refused for it. */
const tellsImage = (told: unknown): boolean =>
  told === true ||
  told === 1 ||
  (typeof told === 'string' && /^(?:true|yes|1|https?:\/\/\S.*)$/i.test(told.trim()));

const readTime = (at: unknown, mention: Draft, reading: TimeReading): string | null => {
  if (at === undefined || at === null || at === '') return null;
  const time = parseTime(at, reading);
  if (time === null) return `"at" is not a time: ${shown(at)}; write it as 2026-11-03T10:15:00Z`;
  mention.publishedAt = time;
  return null;
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const linksOf = (text: string): string[] =>
  (text.match(/https?:\/\/[^\s<>"]+/gi) ?? [])
    .slice(0, 50)
    .map((link) => link.replace(/[.,;:!?)\]}'…]+$/u, ''));
