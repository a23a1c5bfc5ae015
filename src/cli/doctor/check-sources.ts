import { existsSync } from 'node:fs';
import type { FileSourceConfig, PushSourceConfig, WebmentionSourceConfig } from '../../../config/config.ts';
import { quotaAt } from '../../domain/source-quota.ts';
import type { SourceHealth } from '../../ingest/health.store.ts';
import { durationText } from '../../lib/duration-text.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import { createFinder, type Finding } from './finding.ts';
import type { WorkContext } from './work-context.ts';

/** Each source that is configured: how it fares, and where it does not, what it lacks and how that is got. */
export const checkSources = (health: readonly SourceHealth[], context: WorkContext): Finding[] => {
  const finder = createFinder(context.language, 'source');
  const known = new Map(health.map((one) => [one.source, one]));
  const configured = context.config?.sources ?? null;
  // The demo and a broken configuration name no sources: those that were read are shown.
  if (configured === null || configured.length === 0) {
    if (health.length > 0) return health.flatMap((one) => checkSource(one, context));
    return configured === null ? [] : [finder.ok('source.none')];
  }
  return configured.flatMap((source) => {
    const one = known.get(source.name);
    if (source.kind === 'file') return [checkFile(source, context)];
    if (source.kind === 'push') return [checkSender(source, one, context), ...checkSilence(one, context)];
    if (source.kind === 'webmention') return [checkReceiver(source, one, context)];
    return one === undefined
      ? [finder.warn('source.never', { source: source.name }, 'source.start')]
      : checkSource(one, context);
  });
};

const checkFile = ({ name: source, path }: FileSourceConfig, { language }: WorkContext): Finding => {
  const finder = createFinder(language, 'source');
  return existsSync(path)
    ? finder.ok('source.file', { source }, 'source.import')
    : finder.warn('source.fileMissing', { source, path }, 'source.bring');
};

/** Nobody can know when a sender has something to tell, until its rhythm is known. */
const checkSender = (
  { name: source, proof }: PushSourceConfig,
  one: SourceHealth | undefined,
  context: WorkContext,
): Finding => {
  const finder = createFinder(context.language, 'source');
  const heard = heardOf(one, context);
  if (heard !== null) return finder.ok('push.good', heard);
  const values = { source, address: addressOf(`/ingest/${source}`, context) };
  if (proof.kind === 'standard-webhooks') return finder.warn('push.never', values, 'push.standard');
  const header = proof.signatureHeader;
  const { timestampHeader: time } = proof;
  return time === null
    ? finder.warn('push.never', { ...values, header }, 'push.hmac')
    : finder.warn('push.never', { ...values, header, time }, 'push.hmacTimed');
};

/** Pages of others link when they like; what can be missing is that the brand's own pages name the receiver. */
const checkReceiver = (
  { name: source, sites }: WebmentionSourceConfig,
  one: SourceHealth | undefined,
  context: WorkContext,
): Finding => {
  const finder = createFinder(context.language, 'source');
  const heard = heardOf(one, context);
  if (heard !== null) return finder.ok('webmention.good', heard);
  const address = addressOf(`/webmention/${source}`, context);
  return finder.warn('webmention.never', { source, address, site: sites[0] ?? '' }, 'webmention.name');
};

/** What came from a source that others call; null: nothing so far. */
const heardOf = (one: SourceHealth | undefined, { language, now }: WorkContext) => {
  if (one === undefined || one.lastOkAt === null) return null;
  const age = durationText(now.getTime() - one.lastOkAt.getTime(), language);
  return { source: one.source, age, read: one.read, kept: one.events };
};

/** Where others reach this service, as far as the configuration tells it. */
const addressOf = (path: string, { config }: WorkContext): string => {
  const { host = '', port = 0, publicUrl = null } = config?.http ?? {};
  return `${publicUrl ?? `http://${host}:${port}`}${path}`;
};

const checkSource = (one: SourceHealth, context: WorkContext): Finding[] => {
  const { language, now } = context;
  const finder = createFinder(language, 'source');
  const { source, read, events: kept } = one;
  const said = (reason: string): string => sentenceIn(reason, language);
  const reason = one.lastError === null ? finder.ok('source.unknown').text : said(one.lastError);
  const values = { source, reason };
  const rest = [
    ...checkSilence(one, { language, now }),
    ...(one.gap === null ? [] : [finder.warn('source.gap', { source, reason: said(one.gap) })]),
    ...checkQuota(one, context),
    ...(one.followError === null
      ? []
      : [finder.warn('source.threads', { source, reason: said(one.followError) })]),
  ];
  if (one.disabledAt !== null)
    return [finder.misconfigured('source.off', values, todoOf(one, 'source.poll')), ...rest];
  if (one.lastOkAt === null)
    return [
      one.lastError === null
        ? finder.warn('source.never', values, 'source.start')
        : finder.warn('source.unread', values, todoOf(one, 'source.again')),
      ...rest,
    ];
  const sinceMs = now.getTime() - one.lastOkAt.getTime();
  const age = durationText(sinceMs, language);
  return [
    sinceMs > one.freshnessTargetMs
      ? finder.warn('source.stale', { ...values, age }, todoOf(one, 'source.start'))
      : finder.ok('source.good', { source, age, read, kept }),
    ...rest,
  ];
};

/** It answers and tells nothing, for longer than is usual at this hour. */
const checkSilence = (
  one: SourceHealth | undefined,
  { language, now }: Pick<WorkContext, 'language' | 'now'>,
): Finding[] => {
  if (one === undefined || one.silentSince === null) return [];
  const { source, kind, silentSince, silentExpectedAt } = one;
  const age = durationText(now.getTime() - silentSince.getTime(), language);
  const late = durationText(now.getTime() - (silentExpectedAt ?? silentSince).getTime(), language);
  const todo = kind === 'push' ? 'push.look' : 'source.look';
  return [createFinder(language, 'source').warn('source.silent', { source, age, late }, todo)];
};

/** What the platform allows, where it tells that or publishes it. */
const checkQuota = ({ source, quota }: SourceHealth, { language, now }: WorkContext): Finding[] => {
  if (quota === null) return [];
  const { unit, used, limit, resetsAt } = quotaAt(quota, now);
  const finder = createFinder(language, 'source');
  const values = { source, used, limit };
  if (resetsAt === null) return [finder.ok(`quota.${unit}`, values)];
  const wait = durationText(Date.parse(resetsAt) - now.getTime(), language);
  const key = `quota.${unit}Until` as const;
  return [used < limit ? finder.ok(key, { ...values, wait }) : finder.warn(key, { ...values, wait })];
};

/** What X refuses for want of rights is mended with another token. */
const todoOf = <Otherwise>(one: SourceHealth, otherwise: Otherwise): Otherwise | 'config.token' =>
  one.kind === 'x' && /\b40[13]\b|token/i.test(one.lastError ?? '') ? 'config.token' : otherwise;
