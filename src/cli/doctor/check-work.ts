import type { Config } from '../../../config/config.ts';
import { countDeadLetters } from '../../ingest/dead-letter.store.ts';
import { readSourceHealth, type SourceHealth } from '../../ingest/health.store.ts';
import { readBacklog } from '../../ingest/inbox.store.ts';
import { readServices } from '../../ingest/service.store.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import type { Transaction } from '../../postgres/database.ts';
import { type ChannelState, readTroubledChannels } from './channels.store.ts';
import { createFinder, type Finding } from './finding.ts';

export interface WorkContext {
  readonly language: CatalogueLanguage;
  readonly now: Date;
  /** null: it has faults, and what it asks for is not known. */
  readonly config: Config | null;
}

/** How the work itself fares, from rows alone. */
export const checkWork = async (tx: Transaction, context: WorkContext): Promise<readonly Finding[]> => [
  ...(await checkServices(tx, context)),
  await checkInbox(tx, context),
  ...checkSources(await readSourceHealth(tx), context),
  await checkDeadLetters(tx, context),
  ...(await checkChannels(tx, context)),
];

const neededStages = ['poll', 'triage', 'notify', 'reach', 'digest'];

const checkServices = async (tx: Transaction, { language, now }: WorkContext): Promise<Finding[]> => {
  const finder = createFinder(language, 'service');
  const services = (await readServices(tx, now)).filter(({ stages }) => stages.length > 0);
  if (services.length === 0) return [finder.warn('service.none', {}, 'service.begin')];
  const lacking = neededStages.filter((stage) => !services.some(({ stages }) => stages.includes(stage)));
  return [
    ...services.map(({ stages, startedAt, version }) =>
      finder.ok('service.one', {
        stages: stages.join(', '),
        since: durationText(now.getTime() - startedAt.getTime(), language),
        version,
      }),
    ),
    ...(lacking.length === 0
      ? []
      : [finder.warn('service.lacking', { stages: lacking.join(',') }, 'service.stages')]),
  ];
};

/** A batch takes a second; five minutes are a backlog or a process that hangs. */
const lateMs = 300_000;

const checkInbox = async (tx: Transaction, { language, now }: WorkContext): Promise<Finding> => {
  const finder = createFinder(language, 'inbox');
  const { events: count, oldest } = await readBacklog(tx);
  if (oldest === null) return finder.ok('inbox.empty');
  const waitedMs = now.getTime() - oldest.getTime();
  if (waitedMs < lateMs) return finder.ok('inbox.some', { count });
  return finder.warn('inbox.late', { count, age: durationText(waitedMs, language) }, 'inbox.help');
};

const checkSources = (health: readonly SourceHealth[], context: WorkContext): Finding[] => {
  const finder = createFinder(context.language, 'source');
  const known = new Map(health.map((one) => [one.source, one]));
  const configured = context.config?.sources ?? null;
  // The demo and a broken configuration name no sources: those that were read are shown.
  const names =
    configured === null || configured.length === 0
      ? health.map(({ source }) => ({ name: source, kind: 'known' }))
      : configured;
  if (names.length === 0) return configured === null ? [] : [finder.ok('source.none')];
  return names.flatMap(({ name: source, kind }) => {
    if (kind === 'file') return [finder.ok('source.file', { source })];
    const one = known.get(source);
    return one === undefined
      ? [finder.warn('source.never', { source }, 'source.start')]
      : checkSource(one, context);
  });
};

const checkSource = (one: SourceHealth, { language, now }: WorkContext): Finding[] => {
  const finder = createFinder(language, 'source');
  const { source, read, events: kept } = one;
  const said = (reason: string): string => sentenceIn(reason, language);
  const reason = one.lastError === null ? finder.ok('source.unknown').text : said(one.lastError);
  const values = { source, reason };
  const gap = one.gap === null ? [] : [finder.warn('source.gap', { source, reason: said(one.gap) })];
  if (one.disabledAt !== null)
    return [finder.misconfigured('source.off', values, todoOf(one, 'source.poll')), ...gap];
  if (one.lastOkAt === null)
    return [
      one.lastError === null
        ? finder.warn('source.never', values, 'source.start')
        : finder.warn('source.off', values, todoOf(one, 'source.start')),
      ...gap,
    ];
  const sinceMs = now.getTime() - one.lastOkAt.getTime();
  const age = durationText(sinceMs, language);
  return [
    sinceMs > one.freshnessTargetMs
      ? finder.warn('source.stale', { ...values, age }, todoOf(one, 'source.start'))
      : finder.ok('source.good', { source, age, read, kept }),
    ...gap,
  ];
};

/** What X refuses for want of rights is mended with another token. */
const todoOf = <Otherwise>(one: SourceHealth, otherwise: Otherwise): Otherwise | 'config.token' =>
  one.kind === 'x' && /\b40[13]\b|token/i.test(one.lastError ?? '') ? 'config.token' : otherwise;

const checkDeadLetters = async (tx: Transaction, { language, now }: WorkContext): Promise<Finding> => {
  const finder = createFinder(language, 'dead_letters');
  const { waiting: count, oldest } = await countDeadLetters(tx);
  if (oldest === null) return finder.ok('dead.none');
  const age = durationText(now.getTime() - oldest.getTime(), language);
  return finder.warn('dead.some', { count, age }, 'dead.look');
};

const checkChannels = async (tx: Transaction, context: WorkContext): Promise<Finding[]> => {
  const findings = (await readTroubledChannels(tx)).flatMap((state) => troubleOf(state, context));
  if (findings.length > 0 || context.config === null) return findings;
  return [
    createFinder(context.language, 'channel').ok('channel.good', { count: context.config.channels.length }),
  ];
};

/** Letters that comms waits for. In a transaction that sees what is sealed. */
export const checkLetters = async (tx: Transaction, context: WorkContext): Promise<Finding[]> =>
  (await readTroubledChannels(tx, 'sealed.letter')).flatMap((state) =>
    troubleOf({ ...state, disabledFor: null }, context),
  );

const troubleOf = (state: ChannelState, { language, now }: WorkContext): Finding[] => {
  const { channel, disabledFor, waiting: count, oldest, isRefused } = state;
  const finder = createFinder(language, 'channel');
  return [
    ...(isRefused ? [finder.warn('channel.refused', { channel }, 'channel.allow')] : []),
    ...(disabledFor === null
      ? []
      : [finder.warn('channel.off', { channel, reason: disabledFor }, 'channel.mend')]),
    ...(oldest === null || now.getTime() - oldest.getTime() < lateMs
      ? []
      : [
          finder.warn(
            'channel.late',
            { channel, count, age: durationText(now.getTime() - oldest.getTime(), language) },
            'channel.wait',
          ),
        ]),
  ];
};
