import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ChannelConfig } from '../../../config/channel-config.ts';
import type { Config, SourceConfig } from '../../../config/config.ts';
import type { Brand } from '../../domain/brand.ts';
import { type CatalogueLanguage, createSay, type Message } from '../../lib/catalogue.ts';
import { packageRoot } from '../../lib/package-root.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import { UserError } from '../../lib/user-error.ts';
import { demoSourceNames } from '../../sources/demo.ts';
import type { App } from '../app.ts';
import type { SpokenOptions } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { columns } from '../render/columns.ts';

export interface CheckOptions extends SpokenOptions {
  readonly json?: boolean;
}

export const runCheck = (app: App, { json, language }: CheckOptions): Promise<number> => {
  if (json === true) return Promise.resolve(checkAsJson(app));
  app.io.out(`${describe(app, language)}\n`);
  return Promise.resolve(exitCodes.ok);
};

/** A script reads the faults where it reads everything else. */
const checkAsJson = (app: App): number => {
  const write = (value: unknown): void => app.io.out(`${JSON.stringify(value, null, 2)}\n`);
  try {
    const { config, warnings } = app.config();
    write({
      file: app.env.configPath,
      ok: true,
      faults: [],
      warnings,
      brands: config.brands.map(({ id }) => id),
      sources: app.isDemo
        ? demoSourceNames.map((name) => ({ name, kind: 'demo' }))
        : config.sources.map(({ name, kind }) => ({ name, kind })),
      channels: config.channels.map(({ name, kind, audience }) => ({ name, kind, audience })),
      missing: missingOf(app, config),
    });
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    write({ file: app.env.configPath, ok: false, faults: error.message.split('\n') });
    return exitCodes.usage;
  }
};

const describe = (app: App, language: CatalogueLanguage): string => {
  const { config, warnings } = app.config();
  const file = app.env.configPath === null ? null : relative(app.env.cwd, app.env.configPath);
  const missing = missingOf(app, config).map((one) => say(language, one.kind, { name: one.name }));
  const sections: (readonly [keyof typeof en, readonly string[]])[] = [
    ['brands', table(config.brands.map((brand) => brandCells(brand, language)))],
    ['sources', file === null ? table(demoCells(app, language)) : table(config.sources.map(sourceCells))],
    ['channels', table(config.channels.map(channelCells))],
    ['missing', missing],
    ['warnings', warnings.map((warning) => sentenceIn(warning, language))],
  ];
  const head = file === null ? say(language, 'demo') : say(language, 'good', { file });
  return [
    head,
    ...sections
      .filter(([title, lines]) => lines.length > 0 || title === 'sources')
      .map(([title, lines]) => section(say(language, title), lines, say(language, 'none'))),
  ].join('\n\n');
};

const section = (title: string, lines: readonly string[], none: string): string =>
  [title, ...(lines.length === 0 ? [none] : lines).map((line) => `  ${line}`)].join('\n');

const table = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : columns(rows).split('\n');

const brandCells = (brand: Brand, language: CatalogueLanguage): string[] => [
  brand.id,
  say(language, 'phrases', { count: brand.names.length + brand.phrases.length + brand.handles.length }),
  brand.languages.join(', '),
  brand.calendar.timezone,
  say(language, 'onCall', { count: brand.onCall.length }),
];

const sourceCells = (source: SourceConfig): string[] => [source.name, source.kind, placeOf(source)];

/** The demo is configured nowhere: it plays its own posts, one source for each place that they name. */
const demoCells = (app: App, language: CatalogueLanguage): string[][] => {
  if (!app.isDemo) return [];
  const folder = join(packageRoot, 'config', 'demo');
  const where = relative(app.env.cwd, folder);
  const place = where.startsWith('..') ? folder : where;
  return demoSourceNames.map((name) => [name, 'demo', say(language, 'samplePosts', { place })]);
};

const placeOf = (source: SourceConfig): string => {
  if (source.kind === 'file') return source.path;
  if (source.kind === 'feed') return source.url;
  if (source.kind === 'bluesky') return source.hosts.join(', ');
  if (source.kind === 'push') return `POST /ingest/${source.name}`;
  if (source.kind === 'webmention') return `POST /webmention/${source.name}`;
  return source.kind === 'x' ? `${source.budgetUsdPerDay} USD/day` : source.baseUrl;
};

/** The address of a webhook is a secret: whoever knows it may post there. */
const channelCells = (channel: ChannelConfig): string[] => [
  channel.name,
  channel.kind,
  channel.audience.join(', '),
  channel.language,
];

interface Missing {
  readonly kind: 'ingestToken' | 'heartbeat' | 'missingFile';
  readonly name: string;
}

/** What works without, or later; what nothing works without is a fault that loading names. Names only, never values. */
const missingOf = ({ env, isDemo }: App, config: Config): Missing[] => [
  ...config.sources.flatMap((source): Missing[] =>
    source.kind === 'file' && !existsSync(source.path) ? [{ kind: 'missingFile', name: source.path }] : [],
  ),
  ...(env.ingestToken() === null && !isDemo
    ? [{ kind: 'ingestToken', name: 'EVENHAND_INGEST_TOKEN' } as const]
    : []),
  ...(env.heartbeatUrl === null && !isDemo
    ? [{ kind: 'heartbeat', name: 'EVENHAND_HEARTBEAT_URL' } as const]
    : []),
];

const en = {
  good: '{file} is in order.',
  demo: 'There is no evenhand.yaml here, so the demo\'s configuration is in force ("evenhand init" writes one).',
  brands: 'Brands',
  sources: 'Sources',
  channels: 'Channels',
  missing: 'Not set',
  warnings: 'Worth a look',
  none: 'none',
  samplePosts: 'sample posts of our own, in {place}',
  phrases: { one: '{count} phrase or handle', other: '{count} phrases and handles' },
  onCall: { one: '{count} person on call', other: '{count} people on call' },
  ingestToken: '{name}: POST /ingest stays closed without it',
  heartbeat: '{name}: nobody outside is told that the service lives',
  missingFile: '{name}: the file is not there yet',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  good: '{file} ist in Ordnung.',
  demo: 'Hier liegt keine evenhand.yaml, darum gilt die Konfiguration der Demo ("evenhand init" schreibt eine).',
  brands: 'Marken',
  sources: 'Quellen',
  channels: 'Kanäle',
  missing: 'Nicht gesetzt',
  warnings: 'Einen Blick wert',
  none: 'keine',
  samplePosts: 'eigene Beispielbeiträge, in {place}',
  phrases: { one: '{count} Begriff oder Handle', other: '{count} Begriffe und Handles' },
  onCall: { one: '{count} Person in Bereitschaft', other: '{count} Personen in Bereitschaft' },
  ingestToken: '{name}: ohne es bleibt POST /ingest geschlossen',
  heartbeat: '{name}: niemand draußen erfährt, dass der Dienst lebt',
  missingFile: '{name}: die Datei gibt es noch nicht',
};

const say = createSay<keyof typeof en>({ en, de });
