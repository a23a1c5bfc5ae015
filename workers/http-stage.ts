import { sql } from 'kysely';
import type { SourceConfig } from '../config/config.ts';
import { readDiscourse } from '../src/http/ingest/read-discourse.ts';
import type { ConfiguredSender, IngestDeps } from '../src/http/routes/ingest.ts';
import type { WebmentionDeps } from '../src/http/routes/webmention.ts';
import type { WebSubDeps } from '../src/http/routes/websub.ts';
import { type ServerDeps, startHttp } from '../src/http/server.ts';
import { readInstanceKey } from '../src/postgres/instance-key.ts';
import { dueUnder } from '../src/triage/policy-deadline.ts';
import { guardOf } from './guard.ts';
import type { IntakeDeps } from './intake.ts';
import { maxBacklog } from './max-backlog.ts';
import type { Metrics } from './metrics.ts';
import { createPushIntake, type PushIntake } from './push-intake.ts';
import type { ServiceOptions } from './service-options.ts';
import { sinkHooksOf } from './sink-stage.ts';
import { createMentionReceiver, webmentionsOf } from './webmention.worker.ts';
import { createHubReceiver, feedsOf } from './websub.ts';

export interface HttpStage {
  readonly port: number;
  stop(): Promise<void>;
}

/** Health, metrics, pushed posts and the API. */
export const startHttpStage = async (
  options: ServiceOptions,
  intake: IntakeDeps,
  metrics: Metrics,
): Promise<HttpStage> => {
  const onError = (error: Error): void => options.onError('http', error);
  const push = createPushIntake(intake, maxBacklog, onError);
  let isDraining = false;
  const server = await startHttp(options.config.http, {
    health: { whyNotReady: () => (isDraining ? Promise.resolve('it is stopping') : whyNotReady(intake)) },
    metrics,
    ingest: ingestDeps(options, intake, push),
    webSub: hubsOf(options, intake),
    webmention: mentionsOf(options, intake),
    api: await apiOf(options, intake),
    guard: guardOf(options.config, intake),
    sinkHooks: sinkHooksOf(options),
    onError,
  });
  return {
    port: server.port,
    stop: async () => {
      isDraining = true;
      await server.close();
    },
  };
};

/** Of one key, in one process. */
const requestsPerMinute = 1_200;

const apiOf = async (
  { config, version }: ServiceOptions,
  { db, clock }: IntakeDeps,
): Promise<NonNullable<ServerDeps['api']>> => ({
  db,
  clock,
  version,
  people: config.people,
  brands: config.brands.map(({ id }) => id),
  requestsPerMinute,
  dueUnder,
  routing: config.routing,
  executive: config.escalation.executive,
  instanceKey: await db.transaction('desk', readInstanceKey),
});

/** null: hubs cannot reach this service. */
const hubsOf = ({ config }: ServiceOptions, intake: IntakeDeps): WebSubDeps | null =>
  config.http.publicUrl === null ? null : createHubReceiver({ ...intake, feeds: feedsOf(config) });

/** null: no source receives Webmentions. */
const mentionsOf = ({ config }: ServiceOptions, { db, clock }: IntakeDeps): WebmentionDeps | null => {
  const sources = webmentionsOf(config);
  return sources.length === 0 ? null : createMentionReceiver({ db, clock, sources });
};

/** null: nobody may push. */
const ingestDeps = (options: ServiceOptions, { clock }: IntakeDeps, push: PushIntake): IngestDeps | null => {
  const { config, ingestToken: token } = options;
  const senders = new Map(
    config.sources.flatMap((source) => {
      const sender = senderOf(source);
      return sender === null ? [] : [[source.name, sender] as const];
    }),
  );
  if (token === null && senders.size === 0) return null;
  const read = [...config.sources.map(({ name }) => name), ...options.sources.keys()];
  return {
    token,
    senders,
    polled: new Set(read.filter((name) => !senders.has(name))),
    now: () => clock.now(),
    accept: push.accept,
  };
};

/** null: nothing is pushed under its name. */
const senderOf = (source: SourceConfig): ConfiguredSender | null => {
  if (source.kind === 'push') return { proof: source.proof, postsPerMinute: source.postsPerMinute };
  if (source.kind !== 'discourse' || source.webhookSecret === null) return null;
  return {
    proof: {
      kind: 'hmac',
      secret: source.webhookSecret,
      signatureHeader: 'x-discourse-event-signature',
      // The forum signs the body alone, no time and no id: the very body counts once.
      timestampHeader: null,
      idHeader: null,
    },
    postsPerMinute: null,
    readBody: readDiscourse(source.baseUrl),
  };
};

const answerMs = 3_000;

const whyNotReady = async ({ db, queues }: IntakeDeps): Promise<string | null> => {
  const within = <T>(work: Promise<T>, what: string): Promise<string | null> =>
    Promise.race([
      // The reason, with addresses in it, is for the log.
      work.then(
        () => null,
        () => `${what} does not answer`,
      ),
      new Promise<string>((resolve) =>
        setTimeout(() => resolve(`${what} does not answer`), answerMs).unref(),
      ),
    ]);
  return (
    (await within(sql`select 1`.execute(db.kysely), 'the database')) ??
    within(queues.waiting('triage'), 'the queue')
  );
};
