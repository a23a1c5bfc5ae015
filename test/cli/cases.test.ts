import { userInfo } from 'node:os';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerCases } from '../../src/cli/cases.ts';
import type { Database } from '../../src/postgres/database.ts';
import { brands, commitPosts } from '../cases/desk-factory.ts';
import { complains, hour, listed } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { runCommand, type Surroundings } from './desk-app.ts';

describe.each(engines)('evenhand cases on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const evenhand = (line: readonly string[], at = 1, more: Partial<Surroundings> = {}) =>
    runCommand(registerCases, ['cases', ...line], { db, now: hour(at), ...more });
  const json = async (line: readonly string[], at = 1): Promise<unknown> =>
    JSON.parse((await evenhand([...line, '--json'], at)).out);
  const openTwo = () =>
    commitPosts(db, [
      { id: 'a', at: 0, by: 'a', decision: complains('low') },
      {
        id: 'b',
        at: 0,
        by: 'b',
        text: 'Charged twice and nobody answers.',
        decision: complains('high', ['billing']),
        evidence: [{ kind: 'category', start: 0, end: 13, label: 'billing' }],
      },
    ]);

  it('lists the queue for people, with the names by which cases are called', async () => {
    await openTwo();
    const { out, code } = await evenhand(['list']);
    const lines = out.split('\n').filter((line) => line.includes('EH-'));
    expect(lines.map((line) => line.slice(0, 4))).toEqual(['EH-2', 'EH-1']);
    expect(lines[0]).toContain('due in 3 h');
    expect(code).toBe(0);
    expect((await evenhand(['list', '--language', 'de'])).out).toContain('hoch');
  });

  it('lists an array for scripts, page by page', async () => {
    await openTwo();
    const [first] = (await json(['list', '--limit', '1'])) as { id: string; cursor: string; dueAt: string }[];
    expect(first).toMatchObject({ id: 'EH-2', severity: 'high', dueAt: hour(4).toISOString() });
    expect(await json(['list', '--limit', '1', '--after', first?.cursor ?? ''])).toMatchObject([
      { id: 'EH-1' },
    ]);
    expect((await evenhand(['list', '--limit', '1'])).out).toContain(`--after ${first?.cursor}`);
  });

  it('lists what was imported as past, beside --all too, and says of it that nobody waits', async () => {
    await openTwo();
    await commitPosts(db, [
      { id: 'h', at: -200, receivedAt: 0, by: 'h', isHistory: true, decision: complains('high') },
    ]);
    const past = [{ id: 'EH-3', isHistory: true }];
    expect(await json(['list', '--history'])).toMatchObject(past);
    expect(await json(['list', '--history', '--all'])).toMatchObject(past);
    expect(await json(['list', '--all'])).toHaveLength(3);
    expect(await json(['list'])).toHaveLength(2);
    const { out } = await evenhand(['show', '3', '--language', 'de']);
    expect(out).toMatch(/^Stand +Archiv$/m);
    expect(out).toMatch(/^Geschrieben +\S/m);
    expect(out).not.toContain('Wartet seit');
  });

  it('knows a brand by its key and its name, and one of the past by its cases', async () => {
    await openTwo();
    expect((await evenhand(['list', '--brand', 'NordBahn'])).code).toBe(0);
    const { err, code } = await evenhand(['list', '--brand', '']);
    expect([code, err]).toEqual([
      2,
      'evenhand: --brand "": there is no such brand; there are nordbahn, seeweg\n',
    ]);
    await sql`update desk."case" set brand = 'gone' where case_id = 1`.execute(db.kysely);
    expect(await json(['list', '--brand', 'gone'])).toMatchObject([{ id: 'EH-1' }]);
  });

  it('says when nobody waits, and what is wrong with a cursor, a limit or a severity', async () => {
    expect((await evenhand(['list'])).out).toContain('Nobody waits for an answer.');
    for (const [line, said] of [
      [['list', '--after', 'x'], '--after "x" is no cursor of this list'],
      [['list', '--limit', '0'], 'A number from 1 to 500'],
      [['list', '--severity', 'worst'], 'There are low, medium, high, critical.'],
      [['list', '--brand', 'nope'], '--brand nope: there is no such brand; there are '],
      [['list', '--sort', 'followers'], "unknown option '--sort'"],
    ] as const) {
      const { err, code, out } = await evenhand(line);
      expect(err).toContain(said);
      expect([code, out]).toEqual([2, '']);
    }
  });

  it('shows one case: words and evidence, clocks, out-of-band marks, what happened, what to do', async () => {
    await openTwo();
    await commitPosts(db, [
      {
        id: 'x',
        at: 1,
        by: 'boss',
        authorRole: 'executive',
        thread: 'b',
        parent: 'b',
        text: 'I promise to fix this.',
        outOfBand: 'promise',
        decision: listed('own_account'),
      },
    ]);
    const { out } = await evenhand(['show', 'EH-2'], 2);
    for (const said of [
      'Case EH-2',
      'Charged twice and nobody answers.',
      '1~~~~~~~~~~~~',
      'about (billing): “Charged twice”',
      'Clocks (UTC)\nWaiting since  today 08:00 (2 h ago)',
      'executive, 1 h ago · out of band: promise',
      'I promise to fix this.',
      'Evenhand, automatic: case opened',
      'evenhand cases take EH-2',
    ])
      expect(out).toContain(said);
    expect(out).not.toMatch(/undefined|\[object|\{\w+\}|https:/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('tells the link, which carries a name, once somebody has taken the case', async () => {
    await openTwo();
    expect(((await json(['show', '2'])) as { posts: { url: string | null }[] }).posts[0]?.url).toBeNull();
    expect((await evenhand(['take', '2', '--as', 'Kim'])).out).toContain('https://forum.example/b');
    expect((await evenhand(['show', '2'])).out).toContain('https://forum.example/b');
    expect(await json(['show', '2'])).toMatchObject({ posts: [{ id: '2', url: 'https://forum.example/b' }] });
  });

  it('keeps the words of a danger for the people on call', async () => {
    await commitPosts(db, [
      {
        id: 'd',
        at: 0,
        text: 'The battery burns.',
        decision: { ...complains('critical'), kind: 'complaint', danger: 'product' } as never,
      },
    ]);
    for (const line of [
      ['show', '1'],
      ['show', '1', '--json'],
      ['take', '1', '--as', 'Kim'],
    ])
      expect((await evenhand(line)).out).not.toMatch(/battery|https:/);
    expect((await evenhand(['show', '1'])).out).toContain('only the people on call see the text');
    expect((await evenhand(['show', '1', '--on-call'])).out).toContain('The battery burns.');
    await sql`update desk.mention set text = null, evidence = '[]'`.execute(db.kysely);
    const { out } = await evenhand(['show', '1']);
    expect(out).toContain('The text is no longer kept.');
    expect(out).not.toMatch(/on call|on-call/);
  });

  it('says when a post was written where its clock starts later than that', async () => {
    await commitPosts(db, [{ id: 'old', at: -100, receivedAt: 0, by: 'o', decision: complains('high') }]);
    expect((await evenhand(['show', '1'])).out).toMatch(
      /^Waiting since .*\(25 h ago\)\nWritten .*\(4 d ago\)\nRead /m,
    );
    await openTwo();
    expect((await evenhand(['show', '2'])).out).not.toContain('Written');
  });

  it('takes every spelling of an id, acts as the login unless told otherwise, and writes down who did what', async () => {
    await openTwo();
    expect(await evenhand(['take', '#2'])).toMatchObject({ code: 0, err: '' });
    expect(await json(['show', 'eh-2'])).toMatchObject({ assignee: userInfo().username, status: 'open' });
    const again = await evenhand(['take', '2', '--as', 'Kim'], 2);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toBe(
      `evenhand: EH-2 was taken by ${userInfo().username} 1 h ago: leave it to them, or take it over with "evenhand cases take EH-2 --take-over"\n`,
    );
    expect((await evenhand(['take', '2', '--as', 'Kim', '--take-over'], 2)).out).toContain('EH-2 is yours; ');
    expect((await evenhand(['note', '2', 'looked at it', '--as', 'Kim'], 2)).out).toBe('Noted at EH-2.\n');
    await evenhand(['note', '2', 'we asked for the number', '--public', '--as', 'Kim'], 2);
    const { out } = await evenhand(['show', '2'], 2);
    expect(out).toContain(`Kim: taken over from ${userInfo().username}\n`);
    expect(out).toContain('Kim: internal note: looked at it');
    expect(out).toContain('Kim: public note: we asked for the number');
  });

  it('marks an answer, and tells whether it was in time', async () => {
    await openTwo();
    const { out } = await evenhand(
      ['answered', 'EH-2', '--at', hour(3).toISOString(), '--note', 'called back'],
      9,
    );
    expect(out).toBe(
      'EH-2 is answered, 1 h before it was due: no answer is due until the customer writes again.\n',
    );
    expect(await json(['show', '2'], 9)).toMatchObject({
      dueAt: null,
      firstResponse: { at: hour(3).toISOString(), via: 'agent_mark' },
    });
    expect(await json(['list'], 9)).toMatchObject([{ id: 'EH-1' }]);
    expect((await evenhand(['show', '2'], 9)).out).toContain(
      'marked as answered (1 h before it was due): called back',
    );
  });

  it('reads a time without an offset in the zone of the brand, and names the zone where it refuses', async () => {
    await openTwo();
    const inBerlin = brands.map((brand) => ({
      ...brand,
      calendar: { ...brand.calendar, timezone: 'Europe/Berlin' },
    }));
    const answered = (at: string) => evenhand(['answered', '2', '--at', at], 2, { brands: inBerlin });
    // 4 May 2026, 10:00 UTC is noon in Berlin.
    expect((await answered('2026-05-04T12:01')).err).toBe(
      'evenhand: an answer at 2026-05-04 12:01 (Europe/Berlin) lies in the future, for it is 2026-05-04 12:00 (Europe/Berlin): give the time at which it was sent, in that zone or with an offset such as +02:00\n',
    );
    expect((await answered('2026-05-04 09:59')).err).toContain(
      'the post that it answers (2026-05-04 10:00 (',
    );
    expect((await answered('2026-02-30T10:00')).err).toContain("in the brand's time zone, or");
    expect(await answered('2026-05-04T11:30')).toMatchObject({ code: 0, err: '' });
    expect(await json(['show', '2'], 2)).toMatchObject({ firstResponse: { at: hour(1.5).toISOString() } });
    expect(await answered('2026-05-04T09:45Z')).toMatchObject({ code: 0, err: '' });
    expect(await answered('2026-05-04T11:50+0200')).toMatchObject({ code: 0, err: '' });
  });

  it('puts a case that is opened again back into the queue, answered or not', async () => {
    await openTwo();
    const dismiss = ['dismiss', '2', '--disposition', 'spam', '--reason', 'an advertisement'];
    await evenhand(['answered', '2']);
    for (const end of [['resolve', '2'], dismiss]) {
      expect((await evenhand(end, 3)).code).toBe(0);
      expect(await json(['list'], 3)).toMatchObject([{ id: 'EH-1' }]);
      const { out } = await evenhand(['reopen', '2', '--note', 'came back'], 5);
      expect(out).toBe('EH-2 is open again: due in 4 h.\n');
      expect(await json(['list'], 5)).toMatchObject([
        { id: 'EH-2', dueTarget: 'next_response' },
        { id: 'EH-1' },
      ]);
    }
  });

  it('resolves, sets aside and opens again, and says what that means', async () => {
    await openTwo();
    expect((await evenhand(['resolve', '1'])).out).toContain('Nobody answered the customer');
    expect((await evenhand(['take', '1'], 3)).err).toContain('EH-1 was resolved 2 h ago');
    expect((await evenhand(['reopen', '1'], 3)).out).toContain('EH-1 is open again: due in');
    const dismissed = await json([
      'dismiss',
      '2',
      '--disposition',
      'spam',
      '--reason',
      'an advertisement',
      '--as',
      'Kim',
    ]);
    expect(dismissed).toMatchObject({
      id: 'EH-2',
      isChanged: true,
      status: 'closed',
      disposition: 'spam',
      dueAt: null,
    });
    expect((await evenhand(['show', '2', '--language', 'de'])).out).toContain(
      'Kim: beiseitegelegt (neu → Spam): an advertisement',
    );
    expect(await json(['list', '--all'])).toHaveLength(2);
  });

  it('refuses in one sentence what cannot be, and does nothing', async () => {
    await openTwo();
    for (const [line, said] of [
      [['show', '99'], 'there is no case EH-99; "evenhand cases list --all" shows all'],
      [['take', 'EH-99'], 'there is no case EH-99;'],
      [['take', 'the-first'], 'A case is written 12, EH-12 or #12.'],
      [['take', '1', '--as', ' '], 'say who you are with --as NAME'],
      [['take', '1', '--as', 'Evenhand'], 'is a word of the activities, not a person'],
      [['answered', '1', '--at', 'yesterday'], 'A time is written 2026-05-04T10:30'],
      [['answered', '1', '--at', '2030-01-01'], 'lies in the future'],
      [['note', '1', ' '], 'the note must say something'],
      [
        ['dismiss', '1', '--disposition', 'boring', '--reason', 'x'],
        'Allowed choices are not_a_complaint, spam, duplicate',
      ],
      [['dismiss', '1', '--disposition', 'spam'], "required option '--reason <text>' not specified"],
      [['reopen', '1'], 'EH-1 is open: there is nothing to reopen'],
    ] as const) {
      const { err, code, out } = await evenhand(line);
      expect(err).toContain(said);
      expect([code, out]).toEqual([2, '']);
    }
    expect(await json(['show', '1'])).toMatchObject({ status: 'new', activities: [{ kind: 'case_opened' }] });
  });

  it('shows examples with every command', async () => {
    for (const line of [
      [],
      ['list'],
      ['show'],
      ['take'],
      ['answered'],
      ['note'],
      ['resolve'],
      ['dismiss'],
      ['reopen'],
    ]) {
      const { out, code } = await evenhand([...line, '--help']);
      expect([code, out.includes('Examples:\n  evenhand cases')]).toEqual([0, true]);
    }
  });
});
