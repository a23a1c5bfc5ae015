import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packageRoot } from '../../../src/lib/package-root.ts';
import type { SourceDeps, SourceError, SourcePage } from '../../../src/sources/source.ts';
import { seededRandom } from '../../support/random.ts';
import { clockAt, openDesk, type SimulatedClock, simulate } from '../../support/simulated.ts';
import { type StandIn, startStandIn } from '../../support/stand-in.ts';
import { failure, withDeadline } from '../x/harness.ts';
import { mapNotice, notice } from './notice-board/map-notice.ts';
import { createNoticeBoardSource, type NoticeBoardCursor } from './notice-board.ts';

describe('docs/howto-add-a-source.md', () => {
  /** As the files would stand in src/sources. */
  const inPlace = (file: string): string =>
    readFileSync(join(packageRoot, 'test', 'sources', 'template', file), 'utf8')
      .replaceAll("'../../../../src/domain/", "'../../domain/")
      .replaceAll("'../../../../src/sources/", "'../")
      .replaceAll("'../../../src/domain/", "'../domain/")
      .replaceAll("'../../../src/sources/", "'./");

  it.each(['notice-board.ts', 'notice-board/map-notice.ts'])(
    'shows %s as the tests below drive it',
    (file) => {
      const document = readFileSync(join(packageRoot, 'docs', 'howto-add-a-source.md'), 'utf8');
      const shown = new RegExp(`\`${file}\`[^\\n]*\\n\\n\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(document)?.[1];
      expect(shown).toBe(inPlace(file));
    },
  );
});

interface Pinned {
  readonly id: number;
  readonly html: string;
  readonly edited: number;
  readonly answers?: number;
  readonly isGone?: boolean;
}

interface Lab {
  readonly board: StandIn;
  readonly notices: Map<number, Pinned>;
  readonly clock: SimulatedClock;
  readonly deps: SourceDeps;
  readonly source: ReturnType<typeof createNoticeBoardSource>;
  /** The board keeps no notice before this one. */
  keptFrom: number;
  pin(more?: Partial<Pinned>): Pinned;
}

const started: StandIn[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((board) => board.close()));
});

const PAGE = 20;

/** The notice board on the loopback address: pages by id, and single notices. */
const startLab = async (): Promise<Lab> => {
  const notices = new Map<number, Pinned>();
  const clock = clockAt('2026-11-20T12:00:00Z');
  const shown = (told: Pinned) => ({
    ...told,
    board: 5,
    language: 'en',
    written_at: '2026-11-20T08:00:00Z',
    author: { id: 7, name: 'Anna', followers: 12_000_000, display_name: 'Anna the Loud' },
    thanks: 7_654_321,
  });
  const board = await startStandIn((url) => {
    const id = /^\/notices\/(\d+)$/.exec(url.pathname)?.[1];
    if (id !== undefined) {
      const told = notices.get(Number(id));
      return told === undefined || told.isGone === true
        ? { status: 404, body: '{}' }
        : { status: 200, body: JSON.stringify(shown(told)) };
    }
    const after = Number(url.searchParams.get('after'));
    const kept = [...notices.values()].filter((told) => told.id >= lab.keptFrom);
    const page = kept.filter((told) => told.id > after && told.isGone !== true).slice(0, PAGE);
    const ids = kept.map((told) => told.id);
    const [oldest, newest] = ids.length === 0 ? [1, 0] : [Math.min(...ids), Math.max(...ids)];
    return { status: 200, body: JSON.stringify({ notices: page.map(shown), oldest, newest }) };
  });
  started.push(board);
  let last = 0;
  const lab: Lab = {
    board,
    notices,
    clock,
    keptFrom: 1,
    deps: { clock, fetch: withDeadline(500), signal: new AbortController().signal },
    source: createNoticeBoardSource({
      name: 'board',
      baseUrl: board.baseUrl,
      token: 'secret',
      isWatched: (text) => /nordbahn/i.test(text),
      pollMs: 900_000,
    }),
    pin: (more = {}) => {
      last += 1;
      const told = { id: last, html: `<p>nordbahn complaint ${last}</p>`, edited: 0, ...more };
      notices.set(told.id, told);
      return told;
    },
  };
  return lab;
};

type Pages = readonly SourcePage<NoticeBoardCursor>[];

const walk = async (lab: Lab, from: NoticeBoardCursor | null = null, limit = 1_000): Promise<Pages> => {
  const pages: SourcePage<NoticeBoardCursor>[] = [];
  if (limit === 0) return pages;
  // The cursor travels through the database as JSON.
  const stored = JSON.parse(JSON.stringify(from)) as NoticeBoardCursor | null;
  for await (const page of lab.source.pages(stored, lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};
const eventsOf = (pages: Pages) => pages.flatMap(({ events }) => events);
const idsOf = (pages: Pages) =>
  eventsOf(pages).map((event) => `${event.kind === 'mention' ? '' : '-'}${event.nativeId ?? ''}`);
const cursorOf = (pages: Pages, otherwise: NoticeBoardCursor | null = null) =>
  pages.at(-1)?.cursor ?? otherwise;
const gapsOf = (pages: Pages) => pages.flatMap(({ gap }) => gap ?? []);

describe('the source of the howto', () => {
  it('loses nothing and tells nothing twice when it is cut off at any page', async () => {
    for (let cutAt = 0; cutAt <= 5; cutAt += 1) {
      const lab = await startLab();
      for (let n = 0; n < 70; n += 1) lab.pin();
      const cut = await walk(lab, null, cutAt);
      for (let n = 0; n < 30; n += 1) lab.pin();
      const rest = await walk(lab, cursorOf(cut));
      expect([...idsOf(cut), ...idsOf(rest)]).toEqual([...lab.notices.keys()].map(String));
      expect(gapsOf([...cut, ...rest])).toEqual([]);
    }
  });

  it('brings edits and deletions of what concerns a brand, and of what answers it', async () => {
    const lab = await startLab();
    lab.pin();
    lab.pin({ html: '<p>same here</p>', answers: 1 });
    lab.pin();
    const begun = await walk(lab);
    lab.clock.forward(2 * 3_600_000);
    lab.notices.set(1, { id: 1, html: '<p>nordbahn answered</p>', edited: 1 });
    lab.notices.set(2, { id: 2, html: '<p>same here still</p>', edited: 2, answers: 1 });
    lab.notices.set(3, { id: 3, html: '', edited: 0, isGone: true });
    const pages = await walk(lab, cursorOf(begun));
    expect(eventsOf(pages)).toEqual([
      expect.objectContaining({ nativeId: '1', revision: 1, text: 'nordbahn answered' }),
      expect.objectContaining({ nativeId: '2', revision: 2, parent: '1', thread: '5' }),
      { kind: 'deletion', nativeId: '3' },
    ]);
  });

  it('says what is missing when the board forgot notices, or its numbers went back', async () => {
    const lab = await startLab();
    for (let n = 0; n < 10; n += 1) lab.pin();
    const begun = await walk(lab);
    for (let n = 0; n < 30; n += 1) lab.pin();
    lab.keptFrom = 21;
    const forgot = await walk(lab, cursorOf(begun));
    expect(gapsOf(forgot)[0]).toMatch(/from 11 to 20 are missing: it no longer has them/);
    for (const id of [...lab.notices.keys()].slice(25)) lab.notices.delete(id);
    const back = await walk(lab, cursorOf(forgot));
    expect(gapsOf(back)).toEqual([expect.stringMatching(/its numbers went back/)]);
    expect(gapsOf(await walk(lab, cursorOf(back)))).toEqual([]);
  });

  it.each([
    [{ kind: 'status', status: 429, headers: { 'retry-after': '12' } }, 'transient', 12_000],
    [{ kind: 'status', status: 503 }, 'transient', undefined],
    [{ kind: 'status', status: 401 }, 'permanent', undefined],
    [{ kind: 'truncated' }, 'transient', undefined],
    [{ kind: 'endless' }, 'transient', undefined],
    [{ kind: 'drop' }, 'transient', undefined],
    [{ kind: 'again' }, 'transient', undefined],
    [{ kind: 'page for people' }, 'transient', 3_600_000],
  ] as const)('tells %j as %s, and goes on afterwards where it was', async (fault, outcome, wait) => {
    const lab = await startLab();
    for (let n = 0; n < 50; n += 1) lab.pin();
    lab.board.faults.push(null, fault);
    const pages: SourcePage<NoticeBoardCursor>[] = [];
    const broken = (await failure(
      (async () => {
        for await (const page of lab.source.pages(null, lab.deps)) pages.push(page);
      })(),
    )) as SourceError;
    expect([broken.name, broken.outcome, broken.retryAfterMs]).toEqual(['SourceError', outcome, wait]);
    const rest = await walk(lab, cursorOf(pages));
    expect([...idsOf(pages), ...idsOf(rest)]).toEqual([...lab.notices.keys()].map(String));
  });

  it('names what it cannot read and goes on, whatever comes', async () => {
    const lab = await startLab();
    lab.notices.set(1, { id: 1, html: 7 as unknown as string, edited: 0 });
    lab.notices.set(2, { id: 2, html: '<p>nordbahn</p>', edited: 'x' as unknown as number });
    const pages = await walk(lab);
    expect(pages[0]?.rejected).toEqual([{ at: 'notice 1', reason: 'has no id or no text' }]);
    expect(idsOf(pages)).toEqual(['2']);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', 'html', 'author', 'written_at', 'answers'), fc.jsonValue()),
        (spoilt) => {
          const parsed = notice.safeParse({ id: 1, html: '<p>a</p>', ...spoilt });
          if (parsed.success) expect(mapNotice(parsed.data, 'https://board.example').kind).toBe('mention');
        },
      ),
    );
  });

  it('keeps audience and names of people in `counts` or nowhere, and its token with the board', async () => {
    const lab = await startLab();
    lab.pin();
    const [mention] = eventsOf(await walk(lab));
    const { counts, ...rest } = mention as { counts: object };
    expect(counts).toEqual({ followers: 12_000_000, likes: 7_654_321 });
    expect(JSON.stringify(rest)).not.toMatch(/12000000|Loud|7654321/);
    expect(rest).toMatchObject({ author: '7', authorHandle: 'anna', language: 'en', hasImage: false });
    expect(lab.board.requests.every(({ headers }) => headers.authorization === 'Bearer secret')).toBe(true);
  });

  it('brings everything of ten days with faults once, or says what is missing', async () => {
    const lab = await startLab();
    const random = seededRandom(5);
    const desk = openDesk();
    const live = (): void => {
      if (random() < 0.3) lab.pin();
      for (const told of [...lab.notices.values()].slice(-20)) {
        const chance = random();
        const { edited } = told;
        if (chance < 0.005) lab.notices.set(told.id, { ...told, isGone: true });
        if (chance > 0.99)
          lab.notices.set(told.id, { ...told, html: `<p>nordbahn edited ${edited}</p>`, edited: edited + 1 });
      }
      if (random() < 0.1) lab.board.faults.push({ kind: 'status', status: random() < 0.5 ? 503 : 429 });
      if (random() < 0.1) lab.board.faults.push({ kind: random() < 0.5 ? 'again' : 'truncated' });
    };
    const told = {
      source: lab.source,
      deps: { ...lab.deps, fetch: lab.board.fetch },
      clock: lab.clock,
      desk,
    };
    const { failures, cursor } = await simulate({ ...told, random, days: 10, live });
    lab.board.faults.length = 0;
    await simulate({ ...told, cursor, random: () => 1, days: 2, live: () => undefined });
    expect([failures.length > 20, desk.gaps, desk.posts.size > 200]).toEqual([true, [], true]);
    for (const { id, html, isGone } of lab.notices.values()) {
      const read = desk.posts.get(String(id));
      if (isGone !== true) expect([id, read?.text]).toEqual([id, html.slice(3, -4)]);
      else if (read !== undefined) expect([id, desk.deleted.has(String(id))]).toEqual([id, true]);
    }
  }, 60_000);
});
