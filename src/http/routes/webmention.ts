import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseUrl } from '../../lib/parse-url.ts';
import { draw, type TokenBucket } from '../ingest/token-bucket.ts';
import { problem, tryAgain } from '../problem.ts';

export interface WebmentionDeps {
  /** Which of the brand's own addresses may be linked to, by source. */
  readonly sites: ReadonlyMap<string, readonly string[]>;
  readonly now: () => Date;
  /** `full`: too many wait to be verified. */
  readonly queue: (source: string, page: string, target: string) => Promise<Queued | 'full' | 'unavailable'>;
  readonly read: (source: string, id: string) => Promise<MentionState | null>;
}

export interface Queued {
  readonly id: string;
  readonly isNew: boolean;
}

export interface MentionState {
  readonly state: 'queued' | 'accepted' | 'refused' | 'deleted';
  readonly reason: string | null;
}

interface Asked {
  Params: { source: string; id: string };
}

/** Anybody may tell of a page: beyond this somebody means ill. */
const perMinute = 120;
const waitSeconds = 60;
const longestForm = 16_384;
/** Beyond it an address is none that a person links to. */
const longestAddress = 800;

/**
 * `POST /webmention/:source` (W3C Webmention 3.2): a form with `source` and `target`. Nothing is fetched while the sender
 * waits: 201 with the address at which the outcome can be read, 202 where the page was told of before.
 */
export const registerWebmention = (server: FastifyInstance, deps: WebmentionDeps | null): void => {
  const buckets = new Map<string, TokenBucket>();
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.post<Asked>('/webmention/:source', async (request, reply) =>
      deps === null ? problem(reply, 404, nobody) : receive(request, reply, { ...deps, buckets }),
    );
    scope.get<Asked>('/webmention/:source/:id', async ({ params }, reply) => {
      const isId = /^[\da-f-]{36}$/i.test(params.id);
      const found = isId ? await deps?.read(params.source, params.id) : null;
      return found === null || found === undefined
        ? problem(reply, 404, 'nothing is known of this Webmention')
        : reply.send(found);
    });
    done();
  });
};

const nobody = 'nobody here receives Webmentions under this name';

const receive = async (
  { params, body }: FastifyRequest<Asked>,
  reply: FastifyReply,
  deps: WebmentionDeps & { readonly buckets: Map<string, TokenBucket> },
): Promise<FastifyReply> => {
  const { source: name } = params;
  const sites = deps.sites.get(name);
  if (sites === undefined) return problem(reply, 404, nobody);
  const form = new URLSearchParams(typeof body === 'string' ? body : '');
  const [page, target] = [form.get('source') ?? '', form.get('target') ?? ''];
  const refused = whyRefused(page, target, sites);
  if (refused !== null) return problem(reply, 400, refused);
  const { bucket, waitSeconds: seconds } = draw(deps.buckets.get(name), {
    perMinute,
    posts: 1,
    nowMs: deps.now().getTime(),
  });
  deps.buckets.set(name, bucket);
  if (seconds > 0) return tryAgain(reply, 429, { why: 'too many Webmentions came at once', seconds });
  const queued = await deps.queue(name, page, target);
  if (queued === 'full')
    return tryAgain(reply, 429, { why: 'too many Webmentions wait to be verified', seconds: waitSeconds });
  if (queued === 'unavailable')
    return tryAgain(reply, 503, { why: 'the database takes nothing now', seconds: waitSeconds });
  const status = `/webmention/${name}/${queued.id}`;
  return reply
    .code(queued.isNew ? 201 : 202)
    .header('location', status)
    .send({ status });
};

const whyRefused = (page: string, target: string, sites: readonly string[]): string | null => {
  for (const [name, address] of [
    ['source', page],
    ['target', target],
  ] as const) {
    if (!isWeb(address)) return `${name} is missing or no http address`;
    if (address.length > longestAddress) return `${name} is longer than ${longestAddress} characters`;
  }
  if (withoutFragment(page) === withoutFragment(target)) return 'source and target are the same page';
  return sites.some((site) => lies(target, site))
    ? null
    : 'target is no page of a site that is listened for here';
};

const isWeb = (address: string): boolean => {
  const url = parseUrl(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};

const withoutFragment = (address: string): string => new URL(address).href.replace(/#.*$/s, '');

/** Below the site's path; http and https are the same site. */
const lies = (target: string, site: string): boolean => {
  const [at, of] = [new URL(target), new URL(site)];
  const folder = of.pathname.endsWith('/') ? of.pathname : `${of.pathname}/`;
  return at.host === of.host && (at.pathname === of.pathname || at.pathname.startsWith(folder));
};
