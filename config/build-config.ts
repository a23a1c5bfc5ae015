import { resolve } from 'node:path';
import type { Brand, Calendar, SlaPolicy, Target, Weekday } from '../src/domain/brand.ts';
import { type Severity, severities } from '../src/domain/severity.ts';
import { buildEmail } from './build-email.ts';
import { buildPeople } from './build-people.ts';
import { buildDanger, buildEscalation, buildGuard } from './build-protection.ts';
import { buildPush } from './build-push.ts';
import { buildRouting } from './build-routing.ts';
import { buildSinks } from './build-sinks.ts';
import { buildSocial } from './build-social.ts';
import type { ChannelConfig, GroupConfig } from './channel-config.ts';
import type { Config, SourceConfig } from './config.ts';
import * as standard from './defaults.ts';
import { durationMs, minutesOf, targetOf } from './duration.ts';
import { holidayDays } from './holidays.ts';
import { ownerOf } from './owned-places.ts';
import type { WrittenBrand, WrittenChannel, WrittenConfig, WrittenSource } from './schema.ts';

export interface BuildPlace {
  /** Folder of evenhand.yaml: relative paths begin there. */
  readonly folder: string;
  readonly dataDir: string;
  /** From the environment; they win over the file. */
  readonly host: string | null;
  readonly port: number | null;
}

/** What was written and found right, with every default filled in. */
export const buildConfig = (written: WrittenConfig, place: BuildPlace): Config => ({
  brands: Object.entries(written.brands).map(([id, brand]) => buildBrand(id, brand)),
  sources: Object.entries(written.sources ?? {}).map(([name, source]) => ({
    ...buildSource(name, source, place),
    ...ownerOf(source, Object.keys(written.brands)),
  })),
  people: buildPeople(written.people ?? {}),
  guard: buildGuard(written.guard),
  escalation: buildEscalation(written.escalation),
  danger: buildDanger(written.danger),
  acknowledgement: { ...standard.defaultAcknowledgement, ...withoutAbsent(written.acknowledgement ?? {}) },
  routing: buildRouting(written.routing ?? {}),
  network: { allow: written.network?.allow ?? [] },
  channels: buildChannels(Object.entries(written.channels ?? {})),
  sinks: buildSinks(written.sinks ?? {}),
  digest: buildDigest(written.digest ?? {}, place),
  retention: buildRetention(written.retention ?? {}, place),
  http: buildHttp(written.http ?? {}, place),
});

const buildDigest = (written: NonNullable<WrittenConfig['digest']>, place: BuildPlace): Config['digest'] => ({
  atMinute: written.at ? minutesOf(written.at) : standard.defaultDigestMinute,
  dir: written.dir ? resolve(place.folder, written.dir) : resolve(place.dataDir, 'digests'),
  channel: written.channel ?? null,
});

const buildHttp = (written: NonNullable<WrittenConfig['http']>, place: BuildPlace): Config['http'] => ({
  host: place.host ?? written.host ?? standard.defaultHttp.host,
  port: place.port ?? written.port ?? standard.defaultHttp.port,
  publicUrl: written.public_url?.replace(/\/+$/, '') ?? null,
  trustedProxies: written.trusted_proxies ?? standard.defaultHttp.trustedProxies,
});

const buildBrand = (id: string, brand: WrittenBrand): Brand => ({
  id,
  names: brand.names ?? [],
  handles: toAccounts(brand.handles),
  phrases: brand.phrases ?? [],
  exclusions: {
    phrases: brand.exclusions?.phrases ?? [],
    authors: toAccounts(brand.exclusions?.authors),
  },
  languages: brand.languages ?? standard.defaultLanguages,
  accounts: buildAccounts(brand.accounts ?? {}),
  calendar: buildCalendar(brand),
  sla: buildSla(brand.sla ?? {}),
  onCall: brand.on_call ?? [],
});

const buildAccounts = (written: NonNullable<WrittenBrand['accounts']>): Brand['accounts'] => ({
  support: toAccounts(written.support),
  brand: toAccounts(written.brand),
  executives: toAccounts(written.executives),
  staff: toAccounts(written.staff),
});

const toAccounts = (written: readonly string[] | undefined): readonly string[] =>
  (written ?? []).map((account) => account.replace(/^@/, '').toLowerCase());

const buildCalendar = ({ timezone, hours, holidays = [] }: WrittenBrand): Calendar => ({
  timezone: timezone ?? standard.defaultTimezone,
  hours: hours ? buildHours(hours) : standard.defaultHours,
  ...(holidays.length > 0 && { holidays: holidayDays(holidays) }),
});

const weekdays = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

const buildHours = (written: NonNullable<WrittenBrand['hours']>): Calendar['hours'] => {
  const hours: Partial<Record<Weekday, { open: number; close: number }>> = {};
  for (const [day, span] of Object.entries(written)) {
    if (span === undefined || span === 'closed') continue;
    const [open = '', close = ''] = span.split('-');
    hours[weekdays[day as keyof typeof weekdays]] = { open: minutesOf(open), close: minutesOf(close) };
  }
  return hours;
};

type WrittenTargets = Readonly<Partial<Record<Severity, string | undefined>>>;

const buildSla = (written: NonNullable<WrittenBrand['sla']>): SlaPolicy => {
  const both = { ...standard.defaultSla.first_response, ...buildTargets(written) };
  const resolution = buildTargets(written.resolution ?? {});
  return {
    first_response: { ...both, ...buildTargets(written.first_response ?? {}) },
    next_response: { ...both, ...buildTargets(written.next_response ?? {}) },
    ...(Object.keys(resolution).length > 0 && { resolution }),
  };
};

const buildTargets = (written: WrittenTargets): Partial<Record<Severity, Target>> => {
  const targets: Partial<Record<Severity, Target>> = {};
  for (const severity of severities) {
    const value = written[severity];
    if (value !== undefined) targets[severity] = targetOf(value);
  }
  return targets;
};

const buildFeed = (name: string, source: WrittenSource & { readonly kind: 'feed' }): SourceConfig => ({
  kind: 'feed',
  name,
  url: source.url,
  comments: source.comments ?? true,
  articles: source.articles ?? true,
  pollMinutes: source.poll_minutes ?? standard.defaultFeedPollMinutes,
});

const buildSource = (name: string, source: WrittenSource, place: BuildPlace): SourceConfig => {
  switch (source.kind) {
    case 'file':
      return {
        kind: 'file',
        name,
        path: resolve(place.folder, source.path),
        map: withoutAbsent(source.map ?? {}),
      };
    case 'feed':
      return buildFeed(name, source);
    case 'x':
      return buildX(name, source);
    case 'push':
      return buildPush(name, source);
    default:
      return buildSocial(name, source);
  }
};

const buildX = (name: string, source: Extract<WrittenSource, { readonly kind: 'x' }>): SourceConfig => ({
  kind: 'x',
  name,
  mentions: source.mentions ?? [],
  budgetUsdPerDay: source.budget_usd_per_day ?? standard.defaultXBudgetUsdPerDay,
  budgetUsdPerMonth: source.budget_usd_per_month ?? null,
  stream: source.stream ?? false,
  baseUrl: source.base_url ?? standard.defaultXBaseUrl,
  pollMinutes: source.poll_minutes ?? standard.defaultXPollMinutes,
});

const withoutAbsent = <K extends string>(
  map: { readonly [Key in K]?: string | undefined },
): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as Partial<
    Record<K, string>
  >;

const buildChannels = (written: readonly (readonly [string, WrittenChannel])[]): readonly ChannelConfig[] =>
  written.length === 0
    ? standard.defaultChannels
    : written.map(([name, channel]) => buildChannel(name, channel));

const buildChannel = (name: string, channel: WrittenChannel): ChannelConfig => {
  const audience = channel.audience ?? 'leads';
  const shared = {
    name,
    language: channel.language ?? 'en',
    audience: Array.isArray(audience) ? [...new Set(audience)] : [audience],
    group: buildGroup(channel),
  };
  switch (channel.kind) {
    case 'console':
      return { kind: 'console', ...shared };
    case 'slack':
      return { kind: 'slack', url: channel.url, ...shared };
    case 'pagerduty':
      return {
        kind: 'pagerduty',
        routingKey: channel.routing_key,
        baseUrl: addressOf(channel.base_url, standard.defaultPagerDutyBaseUrl),
        ...shared,
      };
    case 'slack-bot':
      return {
        kind: 'slack-bot',
        token: channel.token,
        channel: channel.channel,
        baseUrl: addressOf(channel.base_url, standard.defaultSlackBaseUrl),
        ...shared,
      };
    case 'teams':
      return { kind: 'teams', url: channel.url, ...shared };
    case 'email':
      return { ...buildEmail(channel), ...shared };
    case 'webhook':
      return {
        kind: 'webhook',
        url: channel.url,
        secret: channel.secret,
        formerSecret: channel.former_secret ?? null,
        ...shared,
      };
  }
};

const addressOf = (written: string | undefined, otherwise: string): string =>
  (written ?? otherwise).replace(/\/+$/, '');

const buildGroup = (channel: WrittenChannel): GroupConfig => ({
  groupBy: channel.group_by ?? standard.defaultGroup.groupBy,
  groupWaitMs: msOrNull(channel.group_wait),
  groupIntervalMs: msOrNull(channel.group_interval),
  repeatIntervalMs: msOrNull(channel.repeat_interval),
});

const msOrNull = (written: string | number | undefined): number | null =>
  written === undefined ? null : durationMs(written);

const buildRetention = (
  written: NonNullable<WrittenConfig['retention']>,
  place: BuildPlace,
): Config['retention'] => ({
  postsWithoutCaseDays: written.posts_without_case_days ?? standard.defaultRetention.postsWithoutCaseDays,
  exactCountsDays: written.exact_counts_days ?? standard.defaultRetention.exactCountsDays,
  closedCasesDays: written.closed_cases_days ?? standard.defaultRetention.closedCasesDays,
  contactsDays: written.contacts_days ?? standard.defaultRetention.contactsDays,
  tombstoneDays: written.tombstone_days ?? standard.defaultRetention.tombstoneDays,
  ledger: written.ledger === undefined ? null : resolve(place.folder, written.ledger),
});
