import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseCaseId } from '../domain/case-id.ts';
import { type Severity, severities } from '../domain/severity.ts';
import { type CatalogueLanguage, catalogueLanguages } from '../lib/catalogue.ts';
import { UserError } from '../lib/user-error.ts';
import type { App } from './app.ts';
import type { RenderOptions } from './render/render-options.ts';

/** What every command of the desk understands: the language of its output. */
export interface SpokenOptions {
  readonly language: CatalogueLanguage;
}

/** As whom: every command that people are let do, or not. */
export interface ActingOptions extends SpokenOptions {
  readonly as?: string;
}

export const addLanguage = (command: Command): Command =>
  command.addOption(
    new Option('--language <code>', 'language of the output').choices([...catalogueLanguages]).default('en'),
  );

export const addBrand = (command: Command): Command =>
  command.option('--brand <name>', 'only this brand, by its key in evenhand.yaml');

/** The period that a summary or digest tells of; the last day when none is asked for. */
export const addSince = (command: Command, description: string): Command =>
  command.addOption(
    new Option('--since <time>', description).argParser(periodArgument).default(24 * hourMs, '24h'),
  );

export const addActor = (command: Command): Command =>
  command.option('--as <name>', 'who does it (default: the name of your login)');

/** Who acts: as named, or the login's name. Names are kept with activities and never ranked. */
export const actorOf = (named: string | undefined): string => {
  const name = (named ?? loginName()).trim();
  if (name === '' || name.length > 80)
    throw new UserError('say who you are with --as NAME (at most 80 characters)');
  if (reserved.has(name.toLowerCase()))
    throw new UserError(
      `"${name}" is a word of the activities, not a person: say who you are with --as NAME`,
    );
  return name;
};

/** A container may run as a number that has no name. */
const loginName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
};

/** Actors that are no persons: a name like theirs would make a person's act look like theirs. */
const reserved: ReadonlySet<string> = new Set([
  'evenhand',
  'customer',
  'support',
  'brand',
  'executive',
  'staff',
]);

export const renderOptionsOf = ({ io, clock }: App, { language }: SpokenOptions): RenderOptions => ({
  language,
  isColour: io.isColour,
  width: io.width,
  now: clock.now(),
});

export const caseIdArgument = (text: string): string => {
  const id = parseCaseId(text);
  if (id === null) throw new InvalidArgumentError('A case is written 12, EH-12 or #12.');
  return id;
};

export const severityArgument = (text: string): Severity => {
  const found = severities.find((severity) => severity === text.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`There are ${severities.join(', ')}.`);
  return found;
};

const longestNote = 4_000;

/** What a person wrote down; `what` names the option or argument. */
export const writtenText = (text: string, what: string): string => {
  const said = text.trim();
  if (said === '' || said.length > longestNote)
    throw new UserError(`${what} must say something, in at most ${longestNote} characters`);
  return said;
};

export const noteOf = ({ note }: { readonly note?: string }): string | null =>
  note === undefined ? null : writtenText(note, '--note');

const mostRows = 500;

export const limitArgument = (text: string): number => {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows)
    throw new InvalidArgumentError(`A number from 1 to ${mostRows}.`);
  return limit;
};

const hourMs = 3_600_000;
const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: hourMs, d: 24 * hourMs };
const longestMs = 366 * 24 * hourMs;

/** Milliseconds of `90m`, `24h` or `7d`. */
export const periodArgument = (text: string): number => {
  const [, number = '', unit = ''] = /^(\d{1,6})(m|h|d)$/.exec(text) ?? [];
  const ms = Number(number) * (unitMs[unit] ?? Number.NaN);
  if (!(ms > 0 && ms <= longestMs))
    throw new InvalidArgumentError('A period is written 90m, 24h or 7d, at most 366d.');
  return ms;
};

/** JSON for scripts: one document and a line feed. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
