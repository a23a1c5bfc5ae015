import { decideAll } from '../../workers/decide.ts';
import { type Language, languages } from '../domain/classification.ts';
import { UserError } from '../lib/user-error.ts';
import type { App } from './app.ts';
import { asMentions, type DecidedWords, lineJson, type Words, wordsJson } from './classify/decided-words.ts';
import { readWordLines } from './classify/read-lines.ts';
import type { RegisterCommand } from './command.ts';
import { addLanguage, jsonText, renderOptionsOf, type SpokenOptions } from './desk-options.ts';
import { decisionCard } from './render/decision-card.ts';

interface ClassifyOptions extends SpokenOptions {
  readonly file?: string;
  readonly parent?: string;
  readonly brand?: string;
  readonly json?: boolean;
}

export const registerClassify: RegisterCommand = (program, act) => {
  addLanguage(
    program
      .command('classify')
      .description('what would be decided about a text, and why; nothing is stored')
      .argument('[text]', 'the text; without one it is read from standard input')
      .option('--parent <text>', 'the post that it answers')
      .option('--brand <name>', 'decide the languages of this brand (default: those of all brands)')
      .option('--file <file>', 'one text a line, {"text","parent"?} as JSON; - for standard input')
      .option('--json', 'one object; with --file one a line'),
  )
    .addHelpText(
      'after',
      `
Examples:
  evenhand classify "Seit drei Wochen keine Antwort auf meine Kündigung!"
  evenhand classify "same here" --parent "Charged twice and nobody answers."
  pbpaste | evenhand classify --json
  evenhand classify --file posts.jsonl --json > decided.jsonl`,
    )
    .action((text: string | undefined, options: ClassifyOptions) =>
      act((app) => (options.file === undefined ? one(app, text, options) : many(app, text, options))),
    );
};

const one = async (app: App, text: string | undefined, options: ClassifyOptions): Promise<undefined> => {
  const words = { text: text ?? (await readAll(app)), parent: options.parent ?? null };
  const decided = decide(words, languagesOf(app, options));
  app.io.out(
    options.json === true
      ? jsonText(wordsJson(decided))
      : `${decisionCard(decided, renderOptionsOf(app, options))}\n`,
  );
};

/** Each line stands for itself; what was written when a line is refused stays written. */
const many = async (app: App, text: string | undefined, options: ClassifyOptions): Promise<undefined> => {
  if (text !== undefined || options.parent !== undefined)
    throw new UserError('--file brings its own texts: leave out the text and --parent');
  const brandLanguages = languagesOf(app, options);
  for await (const words of readWordLines(options.file ?? '-', app.io.stdin)) {
    const decided = decide(words, brandLanguages);
    app.io.out(
      options.json === true
        ? `${JSON.stringify(lineJson(decided))}\n`
        : `${decisionCard(decided, renderOptionsOf(app, options))}\n\n`,
    );
  }
};

/** The very functions of the triage worker; the post that is answered is decided first, as there. */
const decide = (words: Words, brandLanguages: readonly Language[]): DecidedWords => {
  const decided = decideAll(asMentions(words), [], { languagesOf: () => brandLanguages }).at(-1);
  if (decided === undefined) throw new Error('a text was decided without a decision');
  return { text: words.text, classification: decided.classification, decision: decided.decision };
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

/** It needs no configuration: without one, English and German. */
const languagesOf = (app: App, { brand }: ClassifyOptions): readonly Language[] => {
  if (app.env.engine.kind !== 'embedded' && app.env.configPath === null) return [];
  const { brands } = app.config().config;
  const asked = brand === undefined ? brands : brands.filter(({ id }) => id === brand);
  if (asked.length === 0 && brand !== undefined)
    throw new UserError(
      `there is no brand "${brand}"; the configuration names ${brands.map(({ id }) => id).join(', ') || 'none'}`,
    );
  return languages.filter((language) => asked.some((each) => each.languages.includes(language)));
};
