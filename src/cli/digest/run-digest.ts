import { resolve } from 'node:path';
import { composeDigest, type DigestModel } from '../../digest/compose-digest.ts';
import { readDigestRows } from '../../digest/digest.store.ts';
import { sayDigest } from '../../digest/digest-texts.ts';
import { renderDigestHtml } from '../../digest/html/render-digest-html.ts';
import { renderDigestMarkdown } from '../../digest/render-digest-markdown.ts';
import type { Brand } from '../../domain/brand.ts';
import { caseName } from '../../domain/case-id.ts';
import { UserError } from '../../lib/user-error.ts';
import { excerpt } from '../../notify/excerpt.ts';
import { sayMarks } from '../../notify/speak.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { configuredBrand } from '../known-brand.ts';
import { brandOfReader, readerWhoMay } from '../permission.ts';
import { writeWhole } from '../write-whole.ts';
import { renderTerminalDigest } from './terminal-digest.ts';

export interface DigestOptions extends ActingOptions {
  readonly brand?: string;
  readonly since: number;
  readonly html?: string;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

export const runDigest = async (app: App, options: DigestOptions): Promise<undefined> => {
  refuseTwoForms(options);
  const person = readerWhoMay(app, options.as, 'read_reach');
  const brands = chosenBrands(app.config().config.brands, brandOfReader(person, options.brand));
  const now = app.clock.now();
  const ask = { brands, now, sinceMs: options.since };
  const rows = await app.withDatabase((db) =>
    db.transaction('audit', (tx) =>
      readDigestRows(tx, ask, { excerptOf: (text) => sayMarks(excerpt(text), options.language), caseName }),
    ),
  );
  say(composeDigest(rows, ask), options, app);
};

const say = (model: DigestModel, options: DigestOptions, app: App): void => {
  if (options.html === undefined || options.html === '-') app.io.out(spoken(model, options, app));
  else {
    const path = resolve(app.env.cwd, options.html);
    writeWhole(
      { named: `--html ${options.html}`, path, mode: 0o640 },
      renderDigestHtml(model, options.language),
    );
    app.io.err(`${sayDigest(options.language, 'written', { path })}\n`);
  }
};

const spoken = (model: DigestModel, options: DigestOptions, app: App): string => {
  if (options.json === true) return jsonText(model);
  if (options.markdown === true) return renderDigestMarkdown(model, options.language);
  if (options.html !== undefined) return renderDigestHtml(model, options.language);
  return renderTerminalDigest(model, renderOptionsOf(app, options));
};

const refuseTwoForms = ({ html, markdown, json }: DigestOptions): void => {
  const forms = [html !== undefined, markdown === true, json === true].filter(Boolean);
  if (forms.length > 1) throw new UserError('choose one of --html, --markdown and --json');
};

const chosenBrands = (
  brands: readonly Brand[],
  wanted: string | undefined,
): readonly { id: string; name: string }[] => {
  const chosen = wanted === undefined ? brands : [configuredBrand(brands, wanted)];
  return chosen.map(({ id, names }) => ({ id, name: names[0] ?? id }));
};
