import { type RoutedCase, readRoutedCases, readShadow, type ShadowLine } from '../../cases/route.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { RouteRule, RouteState, Routing } from '../../domain/routing.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { Database } from '../../postgres/database.ts';
import { backtest, type RuleLine, sumUp, type Tried } from '../../triage/backtest.ts';
import { findShadowed } from '../../triage/routing.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { columns } from '../render/columns.ts';
import { sayRouting } from './texts.ts';

export interface CheckOptions extends ActingOptions {
  readonly json?: boolean;
}

export interface SinceOptions extends CheckOptions {
  /** Milliseconds. */
  readonly since: number;
}

export const runCheck = async (app: App, options: CheckOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'change_routing');
  const { language } = options;
  const { routing } = app.config().config;
  const day = app.clock.now().toISOString().slice(0, 10);
  const rules = routing.rules.map((rule) => ({ ...rule, state: stateOn(rule, day) }));
  const shadowed = findShadowed(rules);
  if (options.json === true)
    return app.io.out(jsonText({ rules, shadowed, regions: routing.regions })) as undefined;
  if (rules.length === 0) return app.io.out(`${sayRouting(language, 'none')}\n`) as undefined;
  const heads = (['rule', 'state', 'match', 'team', 'channel', 'quota'] as const).map((head) =>
    sayRouting(language, `head.${head}`),
  );
  const rows = rules.map((rule) => [
    rule.name,
    sayRouting(language, `state.${rule.state}`),
    matchText(rule, language),
    rule.team,
    rule.channel ?? '',
    rule.quotaPerDay === null ? '' : String(rule.quotaPerDay),
  ]);
  const faults = shadowed.map((one) => sayRouting(language, 'shadowed', { ...one }));
  const verdict = faults.length === 0 ? [sayRouting(language, 'good', { count: rules.length })] : faults;
  app.io.out(`${[columns([heads, ...rows]), '', ...verdict].join('\n')}\n`);
};

const stateOn = ({ state, expires }: RouteRule, day: string): RouteState =>
  expires !== null && day >= expires ? 'expired' : state;

const matchText = ({ match }: RouteRule, language: CatalogueLanguage): string => {
  const words = [match.brands, match.categories, match.languages, match.regions, match.severities];
  const said = words.filter((some) => some.length > 0).map((some) => some.join('|'));
  return said.length === 0 ? sayRouting(language, 'everything') : said.join(', ');
};

export const runDiff = async (app: App, options: SinceOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'change_routing');
  const { language } = options;
  const since = new Date(app.clock.now().getTime() - options.since);
  const { routed: count, lines } = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => readShadow(tx, since)),
  );
  if (options.json === true)
    return app.io.out(
      jsonText({
        since,
        routed: count,
        lines: lines.map((line) => ({ ...line, samples: named(line) })),
      }),
    ) as undefined;
  const cases = lines.reduce((sum, line) => sum + line.cases, 0);
  if (cases === 0) return app.io.out(`${sayRouting(language, 'same', { count })}\n`) as undefined;
  const heads = (['rule', 'before', 'would', 'cases', 'samples'] as const).map((head) =>
    sayRouting(language, `head.${head}`),
  );
  const rows = lines.map((line) => [
    line.shadowRule ?? sayRouting(language, 'noRule'),
    line.team ?? sayRouting(language, 'everybody'),
    line.shadowTeam ?? sayRouting(language, 'everybody'),
    String(line.cases),
    named(line).join(', '),
  ]);
  app.io.out(`${sayRouting(language, 'differs', { cases, count })}\n\n${columns([heads, ...rows])}\n`);
};

const named = ({ samples }: ShadowLine): readonly string[] => samples.map((caseId) => caseName(caseId));

export const runBacktest = async (app: App, options: SinceOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'change_routing');
  const { language } = options;
  const { routing } = app.config().config;
  const since = new Date(app.clock.now().getTime() - options.since);
  const tried = await app.withDatabase((db) => tryAll(db, routing, since));
  const lines = sumUp(tried, routing);
  if (options.json === true)
    return app.io.out(jsonText({ since, cases: tried.length, rules: lines })) as undefined;
  if (tried.length === 0) return app.io.out(`${sayRouting(language, 'nothing')}\n`) as undefined;
  const heads = (['rule', 'team', 'cases', 'moved', 'beyond', 'most'] as const).map((head) =>
    sayRouting(language, `head.${head}`),
  );
  const said = [
    sayRouting(language, 'tried', { count: tried.length }),
    '',
    columns([heads, ...lines.map((line) => rowOf(line, language))]),
    '',
    sayRouting(language, 'quotaIsUtc'),
  ];
  app.io.out(`${said.join('\n')}\n`);
};

const rowOf = (line: RuleLine, language: CatalogueLanguage): readonly string[] => [
  line.rule ?? sayRouting(language, 'noRule'),
  line.team ?? sayRouting(language, 'everybody'),
  String(line.cases),
  String(line.moved),
  String(line.beyondQuota),
  String(line.mostADay),
];

/** Pages, so that a year of cases keeps no other work of the record waiting. */
const atOnce = 2_000;

const tryAll = async (db: Database, routing: Routing, since: Date): Promise<readonly Tried[]> => {
  const next = backtest(routing);
  const tried: Tried[] = [];
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const page: readonly RoutedCase[] = await db.transaction('desk', (tx) =>
      readRoutedCases(tx, { since, after: from, limit: atOnce }),
    );
    tried.push(...next(page));
    after = page.at(-1)?.caseId ?? null;
    if (page.length < atOnce || after === null) return tried;
  }
};
