import type { IncomingHttpHeaders } from 'node:http';
import { type StandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../stand-in.ts';

/** A ticket as people see it there. */
export interface KeptTicket {
  readonly id: string;
  readonly subject: string;
  readonly priority: string;
  readonly tags: readonly string[];
  status: string;
  /** Since when; absent: the helpdesk does not tell. */
  statusAt?: Date;
  /** Everything that was written into it. */
  readonly entries: KeptEntry[];
}

export interface KeptEntry {
  readonly id: string;
  text: string;
  readonly isPublic: boolean;
  /** `us`: by our own token. */
  readonly by: 'us' | 'agent' | 'customer';
  readonly at: Date;
  isGone: boolean;
}

/** A helpdesk that keeps to its documentation: it refuses what it does not know. */
export interface Helpdesk extends StandIn {
  readonly tickets: KeptTicket[];
  /** `lose`: the next call that changes something is done, and its answer never comes. */
  readonly spoils: ('lose' | 'busy' | 'broken' | 'never' | null)[];
  /** What was asked that the documentation does not know. */
  readonly wrong: string[];
  /** Methods and paths, in turn. */
  readonly calls: string[];
  /** False: the search does not know yet what was made; the lists do. */
  isIndexed: boolean;
  now: Date;
}

export interface Asked extends StandInRequest {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Contract {
  /** The header that lets in. */
  readonly auth: readonly [name: string, value: string];
  respond(asked: Asked, desk: Helpdesk): StandInAnswer;
}

export const startHelpdesk = async ({ auth, respond }: Contract): Promise<Helpdesk> => {
  const state = {
    tickets: [] as KeptTicket[],
    spoils: [] as Helpdesk['spoils'],
    wrong: [] as string[],
    calls: [] as string[],
    isIndexed: true,
    now: new Date('2026-11-20T09:00:00Z'),
  };
  const standIn = await startStandIn((url, headers, request) => {
    state.calls.push(`${request.method} ${url.pathname}`);
    if (headers[auth[0]] !== auth[1]) return answer(401, { error: 'unauthorized' });
    const spoil = request.method === 'GET' ? null : (state.spoils.shift() ?? null);
    if (spoil === 'busy') return answer(429, { error: 'slow down' }, { 'retry-after': '40' });
    if (spoil === 'never') return answer(503, {});
    if (request.body !== '' && headers['content-type'] !== 'application/json')
      state.wrong.push(`content type ${headers['content-type']}`);
    const json = request.body === '' ? {} : (JSON.parse(request.body) as Asked['json']);
    const said = respond({ ...request, url, headers, json }, desk);
    if (spoil === 'lose') return { ...said, status: 502, body: '<html>Bad gateway</html>' };
    return spoil === 'broken' ? { ...said, body: said.body.slice(0, said.body.length / 2) } : said;
  });
  const desk: Helpdesk = Object.assign(standIn, state);
  return desk;
};

export const answer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): StandInAnswer => ({ status, body: body === null ? '' : JSON.stringify(body), headers });

/** Names what is not in the documentation; every such thing is refused there. */
export const unknownKeys = (given: unknown, known: string, where: string): readonly string[] => {
  const names = new Set(known.split(' '));
  return Object.keys((given ?? {}) as object).flatMap((key) => (names.has(key) ? [] : [`${where}: ${key}`]));
};

/** As helpdesks write a time, to the second. */
export const secondsOf = (at: Date): string => at.toISOString().replace(/\.\d+/, '');

let last = 1_000;
export const nextId = (): string => String(++last);

export const entryOf = (text: string, desk: Helpdesk, more: Partial<KeptEntry> = {}): KeptEntry => ({
  id: nextId(),
  text,
  isPublic: false,
  by: 'us',
  at: desk.now,
  isGone: false,
  ...more,
});

export const textOf = (html: string): string =>
  html.replaceAll('<br>', '\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const htmlOf = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
