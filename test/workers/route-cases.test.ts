import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { writeContacts } from '../../src/cases/contacts/contact.store.ts';
import type { CaseRow } from '../../src/cases/fold-types.ts';
import { readLife } from '../../src/cases/life/replay.store.ts';
import { replay, standingOf } from '../../src/cases/life/replay.ts';
import { registerCases } from '../../src/cli/cases.ts';
import { registerReview } from '../../src/cli/review.ts';
import { registerRouting } from '../../src/cli/routing.ts';
import type { Person } from '../../src/domain/person.ts';
import type { RouteRule, Routing } from '../../src/domain/routing.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps, WiredChannel } from '../../workers/deliver.ts';
import { notify } from '../../workers/notify.worker.ts';
import { routeOpened } from '../../workers/route-cases.ts';
import { commitPosts, type Post } from '../cases/desk-factory.ts';
import { complains, hour, listed } from '../cases/fold-samples.ts';
import { runCommand } from '../cli/desk-app.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { emptyRecord, readCases } from '../support/desk-rows.ts';
import { keepRecord } from '../support/engines.ts';

const rule = (
  name: string,
  changes: Partial<Omit<RouteRule, 'match'>> & { match?: Partial<RouteRule['match']> } = {},
): RouteRule => ({
  name,
  state: 'live',
  expires: null,
  team: name,
  channel: null,
  quotaPerDay: null,
  ...changes,
  match: { brands: [], categories: [], languages: [], regions: [], severities: [], ...changes.match },
});
const routingOf = (...rules: RouteRule[]): Routing => ({ regions: { web: ['forum'] }, rules });

describe('cases that open', () => {
  let db: Database;
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const open = async (routing: Routing | undefined, posts: readonly Partial<Post>[]): Promise<void> => {
    const { opened } = await commitPosts(
      db,
      posts.map((post, index) => ({
        id: `p${index}`,
        at: 1,
        by: `by-${index}`,
        text: 'no refund',
        decision: complains('high', ['billing']),
        ...post,
      })),
    );
    await sql`update desk.mention set language = 'de' where native_id = 'p1'`.execute(db.kysely);
    await route(routing, opened);
  };
  const route = (routing: Routing | undefined, opened: readonly CaseRow[], at = 1): Promise<void> =>
    db.transaction('desk', (tx) => routeOpened(tx, opened, { routing, now: hour(at) }));
  const routes = async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select case_id as id, rule, team, reason, shadow_team as shadow, is_different as differs from desk.case_route order by case_id`.execute(
      db.kysely,
    );
    return rows;
  };
  const run = (line: readonly string[], routing: Routing, people: readonly Person[] = []) =>
    runCommand(line[0] === 'cases' ? registerCases : registerRouting, line, {
      db,
      now: hour(2),
      routing,
      people,
      width: 140,
    });

  it('go to the team of the first rule that fits; danger and history to none', async () => {
    await open(
      routingOf(
        rule('german', { match: { languages: ['de'] } }),
        rule('rest', { match: { regions: ['web'] } }),
      ),
      [
        {},
        {},
        {
          decision: {
            kind: 'complaint',
            severity: 'critical',
            danger: 'product',
            categories: [],
            reasons: [],
          },
        },
        { isHistory: true },
      ],
    );
    expect(new Set((await routes()).map(({ rule: name }) => name))).toEqual(new Set(['german', 'rest']));
  });

  it('also go there when a person opens one by hand or splits one off, with what the own log knows', async () => {
    const routing = routingOf(rule('severe', { match: { severities: ['high'] } }), rule('rest'));
    const call = (externalId: string, at: number) =>
      ({
        externalId,
        identifier: 'order 7',
        kind: 'call',
        at: hour(at),
        isAnswered: false,
      }) as const;
    await db.transaction('desk', (tx) =>
      writeContacts(tx, [call('c1', -3), call('c2', -2), call('c3', -1)], hour(0)),
    );
    await commitPosts(db, [
      { id: 'a', at: 0.1, by: 'a', decision: listed('question'), identifiers: ['order 7'] },
      { id: 'b', at: 0.2, by: 'b', decision: complains('low') },
      {
        id: 'c',
        at: 0.3,
        by: 'b',
        thread: 'b',
        parent: 'b',
        decision: complains('low', ['billing']),
        identifiers: ['order 7'],
      },
    ]);
    // What came before the split was weighed when it was filed; the case that is split off is weighed by itself.
    await sql`update desk."case" set severity = 'low' where case_id = 1`.execute(db.kysely);
    const opened = await runCommand(
      registerReview,
      ['review', 'open', '1', '--severity', 'low', '--reason', 'she asks for her money'],
      { db, now: hour(1), routing },
    );
    expect(opened).toMatchObject({ code: 0, out: expect.stringContaining('EH-3') });
    expect((await run(['cases', 'split', '1', '--posts', '3'], routing)).code).toBe(0);
    expect((await readCases(db)).map(({ severity }) => severity)).toEqual(['low', 'high', 'high']);
    expect((await routes()).map(({ id, team }) => [id, team])).toEqual([
      ['3', 'severe'],
      ['4', 'severe'],
    ]);
    await sql`update desk.policy set policy = jsonb_set(policy, '{sla,resolution}', '{"high": {"kind": "wall", "ms": 86400000}}')`.execute(
      db.kysely,
    );
    const shown = JSON.parse((await run(['cases', 'show', '4', '--json'], routing)).out);
    expect(shown).toMatchObject({ team: 'severe', resolveBy: hour(24.3).toISOString() });
    const { out } = await run(['cases', 'show', '4'], routing);
    expect(out).toMatch(/To be solved +.+\n *Team +severe/);
    for (const id of ['3', '4']) {
      const { row, activities } = await db.transaction('desk', (tx) => readLife(tx, id));
      expect(activities.map(({ kind }) => kind).slice(1)).toEqual(['contacts_found', 'severity_raised']);
      expect(replay(activities)).toEqual(standingOf(row));
    }
  });

  it('without rules ask and write nothing', async () => {
    await open(routingOf(), [{}]);
    await open(undefined, [{ id: 'other' }]);
    expect(await routes()).toEqual([]);
  });

  it('keep severity, deadline and order, whatever the rules say', async () => {
    await open(undefined, [{}, { decision: complains('low') }, { decision: complains('medium') }]);
    const before = await readCases(db);
    const { rows } = await sql<CaseRow>`
      select case_id::text as id, brand, source, severity, danger, is_history as "isHistory", categories from desk."case"`.execute(
      db.kysely,
    );
    await route(
      routingOf(rule('low', { match: { severities: ['low'] }, channel: 'desk' }), rule('all')),
      rows,
    );
    expect(await routes()).toHaveLength(3);
    expect(await readCases(db)).toEqual(before);
  });

  it('are routed once', async () => {
    await open(routingOf(rule('a')), [{}]);
    const { rows } = await sql<CaseRow>`
      select case_id::text as id, brand, source, severity, danger, is_history as "isHistory", categories from desk."case"`.execute(
      db.kysely,
    );
    await route(routingOf(rule('b')), rows);
    expect(await routes()).toMatchObject([{ rule: 'a' }]);
  });

  it('beyond a quota go to everybody until the next day, and it is told once', async () => {
    const limited = routingOf(rule('a', { quotaPerDay: 2 }), rule('b'));
    await open(limited, [{}, {}, {}, {}]);
    expect((await routes()).map(({ rule: name, reason }) => [name, reason])).toEqual([
      ['a', null],
      ['a', null],
      [null, 'quota'],
      [null, 'quota'],
    ]);
    const { opened } = await commitPosts(db, [
      { id: 'n', at: 2, by: 'n', text: 'x', decision: complains('high') },
    ]);
    await route(limited, opened, 2);
    const { rows } = await sql<{ alert: unknown }>`
      select alert from desk.outbox where alert ->> 'kind' = 'route_quota'`.execute(db.kysely);
    expect(rows.map(({ alert }) => alert)).toEqual([
      { kind: 'route_quota', brand: null, values: { rule: 'a', count: 2 } },
    ]);
    const { opened: next } = await commitPosts(db, [
      { id: 'm', at: 3, by: 'm', text: 'x', decision: complains('high') },
    ]);
    await route(limited, next, 24);
    expect((await routes()).at(-1)).toMatchObject({ rule: 'a' });
  });

  it('tell where the background would have sent them', async () => {
    const rules = routingOf(rule('new', { state: 'background', match: { languages: ['de'] } }), rule('old'));
    await open(rules, [{}, {}]);
    const written = (await routes()).map(({ team, shadow, differs }) => [team, shadow, differs]);
    expect(new Set(written.map(String))).toEqual(new Set(['old,new,true', 'old,old,false']));
    expect((await run(['routing', 'diff'], rules)).out).toMatch(/1 of 2 cases[\s\S]*new +old +new +1 +EH-\d/);
    expect(JSON.parse((await run(['routing', 'diff', '--json'], rules)).out)).toMatchObject({
      routed: 2,
      lines: [{ team: 'old', shadowTeam: 'new', cases: 1 }],
    });
    expect((await run(['routing', 'diff', '--language', 'de'], rules)).out).toContain('1 von 2 Fällen');
  });

  it('are listed by their team', async () => {
    const rules = routingOf(
      rule('german', { match: { languages: ['de'] } }),
      rule('french', { match: { languages: ['fr'] } }),
      rule('rest'),
    );
    await open(rules, [{}, {}, {}]);
    const listed = JSON.parse((await run(['cases', 'list', '--team', 'german', '--json'], rules)).out) as {
      team: string;
    }[];
    expect(listed.map(({ team }) => team)).toEqual(['german']);
    expect(JSON.parse((await run(['cases', 'list', '--json'], rules)).out)).toHaveLength(3);
    expect(JSON.parse((await run(['cases', 'list', '--team', 'french', '--json'], rules)).out)).toEqual([]);
    expect(await run(['cases', 'list', '--team', 'nobody', '--json'], rules)).toMatchObject({
      code: 2,
      out: '',
    });
  });

  it('can be tried with drafts, which changes nothing', async () => {
    const rules = routingOf(rule('draft', { state: 'draft', match: { languages: ['de'] } }), rule('live'));
    await open(rules, [{}, {}]);
    const before = await routes();
    expect(
      JSON.parse((await run(['routing', 'backtest', '--since', '30d', '--json'], rules)).out),
    ).toMatchObject({
      cases: 2,
      rules: [
        { rule: 'draft', cases: 1, moved: 1 },
        { rule: 'live', cases: 1, moved: 0 },
        { rule: null, cases: 0 },
      ],
    });
    expect((await run(['routing', 'backtest', '--language', 'de'], rules)).out).toContain(
      '2 Fälle durchgespielt',
    );
    expect(await routes()).toEqual(before);
  });

  it('are checked: rules that never decide are named', async () => {
    const rules = routingOf(
      rule('wide'),
      rule('narrow', { match: { languages: ['de'] } }),
      rule('old', { expires: '2026-01-01' }),
    );
    const { out } = await run(['routing', 'check'], rules);
    expect(out).toContain('narrow never decides: wide');
    expect(out).toMatch(/old +expired/);
    expect((await run(['routing', 'check', '--language', 'de'], routingOf())).out).toContain(
      'keine Zuteilungsregeln',
    );
    const kim: Person = {
      name: 'kim',
      roles: ['agent'],
      languages: ['en'],
      brands: null,
      clearances: [],
      line: [],
      email: null,
    };
    expect(await run(['routing', 'check', '--as', 'kim'], rules, [kim])).toMatchObject({ code: 2 });
  });

  it('are told in the channel of their team alone, while it hears, and danger to whoever is on call', async () => {
    const told: string[] = [];
    const wired = (name: string, hearing: 'team' | 'on_call' = 'team'): WiredChannel => ({
      channel: {
        name,
        kind: 'webhook',
        contentType: 'application/json',
        render: (content) => Buffer.from(JSON.stringify(content)),
        send: (frozen) => {
          told.push(`${name} ${frozen.memberIds.join(',')}`);
          return Promise.resolve({ kind: 'delivered' });
        },
      },
      listeners: [{ channel: name, hearing, brands: null }],
      language: 'en',
      policy: defaultPolicy,
    });
    const tell = (channels: readonly WiredChannel[]) =>
      notify({
        db,
        clock: { now: () => hour(1) },
        channels,
        signal: new AbortController().signal,
        timezone: 'UTC',
        onDelivery: () => undefined,
        onError: () => undefined,
      } as unknown as NotifyDeps);
    const rules = routingOf(rule('german', { channel: 'german', match: { languages: ['de'] } }));
    await open(rules, [{}, {}]);
    const { rows } = await sql<{ id: string; team: string | null }>`
      select o.outbox_id as id, r.team from desk.outbox o join desk.case_route r on r.case_id = o.case_id order by r.team nulls first`.execute(
      db.kysely,
    );
    const [everybodys = '', germans = ''] = rows.map(({ id }) => id);
    const both = [everybodys, germans].toSorted((a, b) => a.localeCompare(b)).join(',');
    await tell([wired('leads'), wired('german')]);
    expect(told.toSorted()).toEqual([`german ${both}`, `leads ${everybodys}`]);
    told.length = 0;
    await sql`delete from desk.notification`.execute(db.kysely);
    await sql`delete from desk.alert_group`.execute(db.kysely);
    await sql`update desk.outbox set flushed_at = null`.execute(db.kysely);
    await tell([wired('leads')]);
    expect(told).toEqual([`leads ${both}`]);
  });
});
