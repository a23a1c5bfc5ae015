import { countNeeded } from '../../cases/lease/needed.store.ts';
import { countDeadLetters } from '../../ingest/dead-letter.store.ts';
import { readSourceHealth } from '../../ingest/health.store.ts';
import { readBacklog } from '../../ingest/inbox.store.ts';
import { readServices } from '../../ingest/service.store.ts';
import { durationText } from '../../lib/duration-text.ts';
import { sayDelivery } from '../../notify/say-delivery.ts';
import type { Transaction } from '../../postgres/database.ts';
import { type ChannelState, readTroubledChannels } from './channels.store.ts';
import { checkSources } from './check-sources.ts';
import { createFinder, type Finding } from './finding.ts';
import type { WorkContext } from './work-context.ts';

/** How the work itself fares, from rows alone. */
export const checkWork = async (tx: Transaction, context: WorkContext): Promise<readonly Finding[]> => [
  ...(await checkServices(tx, context)),
  await checkInbox(tx, context),
  ...checkSources(await readSourceHealth(tx), context),
  await checkDeadLetters(tx, context),
  ...(await checkClearances(tx, context)),
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

const checkDeadLetters = async (tx: Transaction, { language, now }: WorkContext): Promise<Finding> => {
  const finder = createFinder(language, 'dead_letters');
  const { waiting: count, oldest } = await countDeadLetters(tx);
  if (oldest === null) return finder.ok('dead.none');
  const age = durationText(now.getTime() - oldest.getTime(), language);
  return finder.warn('dead.some', { count, age }, 'dead.look');
};

/** A case that nobody may have waits for ever. Without people nobody is kept from anything. */
const checkClearances = async (tx: Transaction, { language, config }: WorkContext): Promise<Finding[]> => {
  const people = config?.people ?? [];
  if (people.length === 0) return [];
  const finder = createFinder(language, 'people');
  return (await countNeeded(tx)).flatMap(({ clearance, cases: count }) =>
    count === 0 || people.some(({ clearances }) => clearances.includes(clearance))
      ? []
      : [finder.warn('people.uncleared', { clearance, count }, 'people.clear')],
  );
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
  const { channel, disabledFor, waiting: count, oldest, isRefused, lastReason } = state;
  const finder = createFinder(language, 'channel');
  const refused = isRefused ? [finder.warn('channel.refused', { channel }, 'channel.allow')] : [];
  if (disabledFor !== null) {
    const values = { channel, reason: sayDelivery(disabledFor, language) };
    return [...refused, finder.warn('channel.off', values, 'channel.mend')];
  }
  if (oldest === null || now.getTime() - oldest.getTime() < lateMs) return refused;
  const age = durationText(now.getTime() - oldest.getTime(), language);
  const reason = lastReason === null ? '' : sayDelivery(lastReason, language);
  const wait = reason === '' ? 'channel.wait' : 'channel.waitFor';
  return [...refused, finder.warn('channel.late', { channel, count, age, reason }, wait)];
};
