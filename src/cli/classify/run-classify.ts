import { defaultSla } from '../../../config/defaults.ts';
import { decideAll } from '../../../workers/decide.ts';
import { withReasons } from '../../classify/classify.ts';
import type { SlaPolicy, Target } from '../../domain/brand.ts';
import { type Language, languages } from '../../domain/classification.ts';
import type { Severity } from '../../domain/severity.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { configuredBrand, namesOf } from '../known-brand.ts';
import { decisionCard } from '../render/decision-card.ts';
import { createBrokenLines } from './broken-lines.ts';
import { asMentions, type DecidedWords, lineJson, type Words, wordsJson } from './decided-words.ts';
import { readWordLines } from './read-lines.ts';
import { sayClassify } from './texts.ts';

export interface ClassifyOptions extends SpokenOptions {
  readonly file?: string;
  readonly parent?: string;
  readonly brand?: string;
  readonly json?: boolean;
}

export const runClassify = (app: App, text: string | undefined, options: ClassifyOptions): Promise<number> =>
  options.file === undefined ? one(app, text, options) : many(app, text, options);

const one = async (app: App, text: string | undefined, options: ClassifyOptions): Promise<number> => {
  const words = { text: text ?? (await readAll(app)), parent: options.parent ?? null };
  if (words.text.trim() === '')
    throw new UserError('there is no text to classify: write one as in evenhand classify "…"');
  const decided = decide(words, rulesOf(app, options));
  app.io.out(
    options.json === true
      ? jsonText(wordsJson(decided, options.language))
      : `${decisionCard(decided, renderOptionsOf(app, options))}\n`,
  );
  return exitCodes.ok;
};

/** Each line stands for itself: one that is broken is named, has no answer, and costs the others nothing. */
const many = async (app: App, text: string | undefined, options: ClassifyOptions): Promise<number> => {
  if (text !== undefined || options.parent !== undefined)
    throw new UserError('--file brings its own texts: leave out the text and --parent');
  const { file = '-', language } = options;
  const rules = rulesOf(app, options);
  const broken = createBrokenLines(app.io, language);
  const name = file === '-' ? sayClassify(language, 'standardInput') : file;
  let classified = 0;
  for await (const line of readWordLines({ file, stdin: app.io.stdin, language })) {
    if (line.kind === 'broken') broken.add(line.place, line.reason);
    else {
      app.io.out(lineText(decide(line.words, rules), app, options));
      classified += 1;
    }
  }
  return broken.end(name, classified) ? exitCodes.usage : exitCodes.ok;
};

const lineText = (decided: DecidedWords, app: App, options: ClassifyOptions): string =>
  options.json === true
    ? `${JSON.stringify(lineJson(decided))}\n`
    : `${decisionCard(decided, renderOptionsOf(app, options))}\n\n`;

/** What the brands say about how a text is decided. */
interface Rules {
  readonly languages: readonly Language[];
  readonly policies: readonly SlaPolicy[];
  readonly names: readonly string[];
}

/** The very functions of the triage worker; the post that is answered is decided first, as there. */
const decide = (words: Words, { languages: known, policies, names }: Rules): DecidedWords => {
  const decided = decideAll(asMentions(words), [], { languagesOf: () => known }).at(-1);
  if (decided === undefined) throw new Error('a text was decided without a decision');
  const { classification, decision } = decided;
  const target = decision.kind === 'complaint' ? commonTarget(policies, decision.severity) : null;
  return {
    text: words.text,
    classification: withReasons(words.text, classification),
    decision,
    target,
    names,
  };
};

/** What all brands promise alike; null: they differ. */
const commonTarget = (policies: readonly SlaPolicy[], severity: Severity): Target | null => {
  const [first, ...others] = policies.map((policy) => policy.first_response[severity]);
  const isCommon = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return first !== undefined && isCommon ? first : null;
};

const readAll = async ({ io }: App): Promise<string> => {
  if (io.stdin.isTTY)
    throw new UserError('classify needs a text: evenhand classify "…", or one on standard input');
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Buffer));
  // The line feed at the end is the shell's, not the author's.
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
};

/** It needs no configuration: without one, English and German and the usual targets. */
const rulesOf = (app: App, { brand }: ClassifyOptions): Rules => {
  if (app.env.engine.kind !== 'embedded' && app.env.configPath === null)
    return { languages: [], policies: [defaultSla], names: [] };
  const { brands } = app.config().config;
  const asked = brand === undefined ? brands : [configuredBrand(brands, brand)];
  return {
    languages: languages.filter((language) => asked.some((each) => each.languages.includes(language))),
    policies: asked.map(({ sla }) => sla),
    names: asked.flatMap(namesOf),
  };
};
