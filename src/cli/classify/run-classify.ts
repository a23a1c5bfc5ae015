import { defaultSla } from '../../../config/defaults.ts';
import { decideAll } from '../../../workers/decide.ts';
import { withReasons } from '../../classify/classify.ts';
import type { SlaPolicy, Target } from '../../domain/brand.ts';
import { type Language, languages } from '../../domain/classification.ts';
import type { Severity } from '../../domain/severity.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { configuredBrand } from '../known-brand.ts';
import { decisionCard } from '../render/decision-card.ts';
import { asMentions, type DecidedWords, lineJson, type Words, wordsJson } from './decided-words.ts';
import { readWordLines } from './read-lines.ts';

export interface ClassifyOptions extends SpokenOptions {
  readonly file?: string;
  readonly parent?: string;
  readonly brand?: string;
  readonly json?: boolean;
}

export const runClassify = (
  app: App,
  text: string | undefined,
  options: ClassifyOptions,
): Promise<undefined> => (options.file === undefined ? one(app, text, options) : many(app, text, options));

const one = async (app: App, text: string | undefined, options: ClassifyOptions): Promise<undefined> => {
  const words = { text: text ?? (await readAll(app)), parent: options.parent ?? null };
  if (words.text.trim() === '')
    throw new UserError('there is no text to classify: write one as in evenhand classify "…"');
  const decided = decide(words, rulesOf(app, options));
  app.io.out(
    options.json === true
      ? jsonText(wordsJson(decided, options.language))
      : `${decisionCard(decided, renderOptionsOf(app, options))}\n`,
  );
};

/** Each line stands for itself; what was written when a line is refused stays written. */
const many = async (app: App, text: string | undefined, options: ClassifyOptions): Promise<undefined> => {
  if (text !== undefined || options.parent !== undefined)
    throw new UserError('--file brings its own texts: leave out the text and --parent');
  const rules = rulesOf(app, options);
  for await (const words of readWordLines(options.file ?? '-', app.io.stdin)) {
    const decided = decide(words, rules);
    app.io.out(
      options.json === true
        ? `${JSON.stringify(lineJson(decided))}\n`
        : `${decisionCard(decided, renderOptionsOf(app, options))}\n\n`,
    );
  }
};

/** What the brands say about how a text is decided. */
interface Rules {
  readonly languages: readonly Language[];
  readonly policies: readonly SlaPolicy[];
}

/** The very functions of the triage worker; the post that is answered is decided first, as there. */
const decide = (words: Words, { languages: known, policies }: Rules): DecidedWords => {
  const decided = decideAll(asMentions(words), [], { languagesOf: () => known }).at(-1);
  if (decided === undefined) throw new Error('a text was decided without a decision');
  const { classification, decision } = decided;
  const target = decision.kind === 'complaint' ? commonTarget(policies, decision.severity) : null;
  return { text: words.text, classification: withReasons(words.text, classification), decision, target };
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
    return { languages: [], policies: [defaultSla] };
  const { brands } = app.config().config;
  const asked = brand === undefined ? brands : [configuredBrand(brands, brand)];
  return {
    languages: languages.filter((language) => asked.some((each) => each.languages.includes(language))),
    policies: asked.map(({ sla }) => sla),
  };
};
