import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readLife } from '../../src/cases/life/replay.store.ts';
import { replay, standingOf } from '../../src/cases/life/replay.ts';
import { registerCases } from '../../src/cli/cases.ts';
import type { RegisterCommand } from '../../src/cli/command.ts';
import { checkWork } from '../../src/cli/doctor/check-work.ts';
import { registerLease } from '../../src/cli/lease.ts';
import { registerNext } from '../../src/cli/next.ts';
import { registerReceipts } from '../../src/cli/receipts.ts';
import type { Person } from '../../src/domain/person.ts';
import { readEvents } from '../../src/http/api/events/event.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { testConfig } from '../support/config.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const person = (name: string, more: Partial<Person> = {}): Person => ({
  name,
  roles: ['agent'],
  languages: ['en', 'de'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
  ...more,
});

const people = [
  person('kim', { line: ['lea'] }),
  person('lea', { roles: ['support_lead'], clearances: ['staff_conduct'] }),
  person('mo', { clearances: ['staff_conduct', 'danger'] }),
  person('jan', { roles: ['support_lead'] }),
  person('rep', { roles: ['employee_rep'] }),
];

describe.each(engines)('evenhand next on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const evenhand = (line: string, { at = 1, known = people }: { at?: number; known?: Person[] } = {}) => {
    const [first = ''] = line.split(' ');
    const register: Record<string, RegisterCommand> = {
      next: registerNext,
      lease: registerLease,
      cases: registerCases,
      receipts: registerReceipts,
    };
    return runCommand(register[first] ?? registerNext, line.split(' '), { db, now: hour(at), people: known });
  };
  const open = () =>
    commitPosts(db, [
      { id: 'a', at: 0, by: 'a', text: 'Nobody answers.', decision: complains('high') },
      { id: 'b', at: 0.5, by: 'b', text: 'Charged twice.', decision: complains('high') },
      { id: 'c', at: 0.6, by: 'c', text: 'The driver swore.', decision: complains('high', ['staff']) },
    ]);

  it('shows the first case without its link, and how long it is theirs', async () => {
    await open();
    const { out, code } = await evenhand('next --as kim');
    expect(code).toBe(0);
    for (const said of ['Case EH-1', 'Nobody answers.', 'EH-1 is yours to look at for 10 min.'])
      expect(out).toContain(said);
    expect(out).not.toContain('forum.example');
    expect((await evenhand('next --as kim', { at: 1.1 })).out).toContain('was handed to you before');
    const other = JSON.parse((await evenhand('next --as mo --json')).out) as {
      case: { id: string; posts: { url: string | null }[] };
    };
    expect(other.case).toMatchObject({ id: 'EH-2', posts: [{ url: null }] });
    expect((await evenhand('next --as mo --language de')).out).toContain('EH-2 hattest du schon bekommen');
  });

  it('takes what was handed over without a reason, and another case only with one', async () => {
    await open();
    await evenhand('next --as kim');
    expect((await evenhand('cases take 1 --as kim')).out).toContain('EH-1 is yours.');
    expect(await evenhand('cases take 3 --as mo')).toMatchObject({
      code: 2,
      err: 'evenhand: an older case of at least this severity waits for you: take it with "evenhand next", or say why EH-3 comes first with --reason, one of same_customer, same_problem, expertise, promised, asked_by_lead, other\n',
    });
    expect(await countRows(db, 'desk.queue_jump')).toBe(0);
    expect((await evenhand('cases take 3 --as mo --reason expertise')).code).toBe(0);
    expect(await countRows(db, 'desk.queue_jump', `older = 1 and actor not like '%mo%'`)).toBe(1);
    expect((await evenhand('cases take 2 --as kim --reason fame')).err).toContain('Allowed choices are');
  });

  it('passes a case on and hands over the next, keeps it, or gives it back', async () => {
    await open();
    await evenhand('next --as kim');
    expect((await evenhand('next --as kim --skip 1 --because language')).out).toContain('Case EH-2');
    expect((await evenhand('lease refresh 2 --as kim')).out).toBe('EH-2 is yours for 10 min more.\n');
    expect((await evenhand('lease release 2 --as kim --language de')).out).toBe(
      'EH-2 steht wieder in der Warteschlange, wo er stand.\n',
    );
    expect((await evenhand('next --as mo')).out).toContain('Case EH-1');
    expect(await evenhand('cases take 1 --as kim')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^evenhand: EH-1 was handed to somebody .* ago: /),
    });
  });

  it('refuses whom nobody configured, who works on no cases, and half a skip, in one sentence', async () => {
    await open();
    for (const [line, said] of [
      ['next --as zoe', '"zoe" is none of the people in evenhand.yaml'],
      ['next --as rep', '"rep" may not do this: it needs one of the roles agent, support_lead'],
      ['next --as kim --skip 1', '--skip and --because go together'],
      ['next --as kim --because other', '--skip and --because go together'],
      ['next --as kim --skip 1 --because language --note x', '--note goes with --because other'],
      ['next --as kim --skip 1 --because language', 'EH-1 was not handed to you'],
      ['next --as kim --skip 1 --because famous', 'Allowed choices are'],
      ['lease refresh 9 --as kim', 'there is no case EH-9'],
      ['lease release 1 --as kim', 'EH-1 was not handed to you'],
    ] as const)
      expect(await evenhand(line)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) });
    expect(await countRows(db, 'desk.lease')).toBe(0);
  });

  it('lets a lead say whom a complaint is about, and tells nobody else', async () => {
    await open();
    await sql`update desk."case" set due_at = null where case_id < 3`.execute(db.kysely);
    expect((await evenhand('cases accuse 3 --person mo --as lea')).out).toBe(
      'EH-3 is about mo: nobody of that line is handed it.\n',
    );
    expect((await evenhand('next --as mo')).out).toBe('Nobody waits for you.\n');
    expect((await evenhand('cases take 3 --as mo')).err).toContain(
      'EH-3 is only for people with a clearance',
    );
    expect((await evenhand('cases show 3 --as lea')).out).not.toContain('mo');
    expect((await evenhand('cases accuse 3 --as lea --json')).out).toContain('"mo"');
    expect((await evenhand('cases accuse 3 --person mo --withdraw --as lea --language de')).out).toBe(
      'Niemand hat gesagt, wen EH-3 betrifft.\n',
    );
    expect((await evenhand('cases accuse 3 --person lea --as lea')).code).toBe(0);
    await sql`update desk.accused set by = 'pat'`.execute(db.kysely);
    expect(await evenhand('cases accuse 3 --person lea --withdraw --as lea')).toMatchObject({
      code: 2,
      err: expect.stringContaining('EH-3 is only for people with a clearance'),
    });
    await sql`delete from desk.accused`.execute(db.kysely);
    for (const [line, said] of [
      ['cases accuse 3 --person lea --as mo', '"mo" may not do this: it needs one of the roles support_lead'],
      ['cases accuse 3 --person lea --as jan', '"jan" may not say whom a complaint is about'],
      [
        'cases accuse 3 --person zoe --as lea',
        '--person zoe is none of the people in evenhand.yaml; there are',
      ],
      ['cases accuse 3 --withdraw --as lea', '--withdraw needs --person NAME'],
      ['cases accuse 9 --person mo --as lea', 'there is no case EH-9'],
    ] as const)
      expect(await evenhand(line)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
    expect((await evenhand('cases accuse 3 --person mo', { known: [] })).err).toContain(
      '--person needs people in evenhand.yaml',
    );
  });

  it('says that nobody is left who may have a case, and lets whoever slipped take it back', async () => {
    await open();
    const accused = await evenhand('cases accuse 3 --person kim --as lea');
    expect(accused.out).not.toContain('Nobody is left');
    const last = people.map((one) => (one.name === 'mo' ? { ...one, clearances: [] } : one));
    await evenhand('cases accuse 3 --person kim --withdraw --as lea');
    const slip = await evenhand('cases accuse 3 --person kim --as lea', { known: last });
    expect(slip.out).toContain('Nobody is left who may have EH-3');
    expect((await evenhand('cases show 3 --as lea')).code).toBe(2);
    await sql`insert into desk.accused values (3, 'lea', ${hour(1)}, 'mo')`.execute(db.kysely);
    expect((await evenhand('cases accuse 3 --person kim --withdraw --as lea')).out).toBe(
      'What you said of EH-3 is taken back.\n',
    );
    expect((await evenhand('cases accuse 3 --person lea --withdraw --as lea')).code).toBe(2);
    const left = await sql`select person from desk.accused where case_id = 3`.execute(db.kysely);
    expect(left.rows).toEqual([{ person: 'lea' }]);
  });

  it('takes a complaint whole from whom it is about, and writes down that it was said, not of whom', async () => {
    await open();
    await evenhand('cases take 3 --as mo --reason expertise');
    await evenhand('cases accuse 3 --person mo --as lea');
    await evenhand('cases accuse 3 --person mo --as lea');
    const { row, activities } = await db.transaction('desk', (tx) => readLife(tx, '3'));
    expect([row.assignee, row.takenAt]).toEqual([null, null]);
    expect(replay(activities)).toEqual(standingOf(row));
    const said = await sql<{ kind: string }>`
      select kind, actor, previous, value, note from desk.activity where case_id = 3 and activity_id > 4 order by activity_id`.execute(
      db.kysely,
    );
    expect(said.rows).toEqual([
      { kind: 'accused', actor: 'lea', previous: null, value: null, note: null },
      { kind: 'released', actor: 'lea', previous: null, value: 'kept', note: null },
    ]);
    await evenhand('cases accuse 3 --person mo --withdraw --as lea');
    expect((await evenhand('cases show 3 --as lea')).out).toContain('took back whom it is about');
    const events = await db.transaction('desk', (tx) => readEvents(tx, 0, 100));
    expect(events.map(({ kind }) => kind).join()).not.toContain('accus');
  });

  it('tells of a complaint about staff nobody without the clearance, and neither whom it is about nor their line', async () => {
    await open();
    const isTold = async (as?: string) => {
      const more = as === undefined ? { known: [] } : {};
      const by = as === undefined ? '' : ` --as ${as}`;
      const lists = await Promise.all(
        ['cases list', 'cases list --all --json'].map(async (line) => (await evenhand(line + by, more)).out),
      );
      const { code, out, err } = await evenhand(`cases show 3 --json${by}`, more);
      const isListed = lists.map((list) => list.includes('EH-3'));
      expect(isListed).toEqual([code === 0, code === 0]);
      expect(`${lists.join()}${out}${err}`.includes('swore')).toBe(code === 0);
      if (code !== 0)
        expect(err).toBe(
          'evenhand: EH-3 is only for people with a clearance for it: take the next one with "evenhand next"\n',
        );
      return code === 0;
    };
    expect([await isTold('lea'), await isTold('mo'), await isTold('kim'), await isTold('jan')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await evenhand('cases accuse 3 --person mo --as lea');
    expect([await isTold('lea'), await isTold('mo'), await isTold()]).toEqual([true, false, true]);
  });

  it('says nothing of a dispute about a complaint to those from whom the complaint is kept', async () => {
    await open();
    await evenhand('cases accuse 3 --person mo --as lea');
    await sql`update desk."case" set in_dispute = true where case_id = 3`.execute(db.kysely);
    const shown = async (as: string) => await evenhand(`cases show 3 --as ${as}`);
    const kept = expect.stringContaining('EH-3 is only for people with a clearance for it');
    expect(await shown('kim')).toMatchObject({ code: 2, out: '', err: kept });
    expect(await shown('mo')).toMatchObject({ code: 2, out: '', err: kept });
    expect(await evenhand('cases resolve 3 --as kim')).toMatchObject({ code: 2, err: kept });
    expect((await shown('lea')).out).toContain('dispute');
    await sql`update desk."case" set categories = '{}', in_dispute = false where case_id = 3`.execute(
      db.kysely,
    );
    expect([(await shown('kim')).code, (await shown('mo')).code]).toEqual([0, 2]);
  });

  it('has the doctor warn of waiting cases for which nobody holds the clearance', async () => {
    await open();
    await sql`update desk."case" set in_dispute = true where case_id = 1`.execute(db.kysely);
    const warned = async (known: readonly Person[]) =>
      (
        await db.transaction('desk', (tx) =>
          checkWork(tx, {
            language: 'en',
            now: hour(1),
            config: { ...testConfig(), people: known },
          }),
        )
      ).flatMap(({ area, level, text }) => (area === 'people' ? [`${level}: ${text}`] : []));
    expect(await warned(people)).toEqual([
      'warn: 1 waiting case needs the clearance counsel, which nobody holds',
    ]);
    expect(await warned([person('zoe', { clearances: ['counsel'] })])).toEqual([
      'warn: 1 waiting case needs the clearance staff_conduct, which nobody holds',
    ]);
    expect(await warned([])).toEqual([]);
  });

  it('hands over the next case of a team, and no other to whoever holds one already', async () => {
    await open();
    await sql`insert into desk.case_route (case_id, rule, team, is_different, routed_at) values (2, 'r', 'parcels', false, ${hour(1)})`.execute(
      db.kysely,
    );
    for (const asked of ['next --as kim --team nobody', 'cases list --as kim --team nobody'])
      expect(await evenhand(asked)).toMatchObject({
        code: 2,
        err: expect.stringContaining('--team nobody: there is no such team; no rule of routing names one'),
      });
    expect((await evenhand('next --as kim --team parcels')).out).toContain('Case EH-2');
    expect((await evenhand('next --as kim')).out).toContain('EH-2 was handed to you before');
    expect((await evenhand('next --as mo')).out).toContain('Case EH-1');
    expect((await evenhand('next --as mo --team parcels')).out).toContain('EH-1 was handed to you before');
  });

  it('counts an answer to a case that nobody took, like taking it before older ones', async () => {
    await open();
    await evenhand('cases answered 2 --as kim');
    expect(
      await countRows(
        db,
        'desk.queue_jump',
        `case_id = 2 and reason = 'answered_untaken' and older = 1 and actor not like '%kim%'`,
      ),
    ).toBe(1);
    await evenhand('cases take 1 --as kim');
    await evenhand('cases answered 1 --as kim');
    await evenhand('cases answered 3 --as mo');
    expect(await countRows(db, 'desk.queue_jump')).toBe(1);
  });

  it('keeps a case from whoever may not work it, whatever they want to do to it', async () => {
    await open();
    await evenhand('cases accuse 3 --person mo --as lea');
    for (const line of [
      'cases resolve 3 --as mo',
      'cases dismiss 3 --disposition spam --reason gone --as mo',
      'cases note 3 word --as kim',
      'cases assign 3 --to kim --as kim',
      'cases merge 3 --into 1 --as jan',
    ])
      expect(await evenhand(line)).toMatchObject({
        code: 2,
        err: expect.stringContaining('EH-3 is only for people with a clearance'),
      });
    const { rows } = await sql`select status, assignee from desk."case" where case_id = 3`.execute(db.kysely);
    expect(rows).toEqual([{ status: 'new', assignee: null }]);
    expect(await evenhand('cases note 3 word --as lea')).toMatchObject({ code: 0 });
    expect((await evenhand('cases remedy 3 --kind apology --as kim')).err).toContain('only for people with');
  });

  it('reports how often cases were taken out of turn and passed on, and names nobody and no case', async () => {
    await commitPosts(
      db,
      Array.from({ length: 8 }, (_, n) => ({
        id: `p${n}`,
        at: n / 10,
        by: `b${n}`,
        decision: complains('high'),
      })),
    );
    const known: Person[] = ['kim', 'lea', 'mo', 'jan', 'zoe', 'lou'].map((name) =>
      person(name, { roles: ['agent', 'support_lead'] }),
    );
    for (const name of ['kim', 'lea', 'mo', 'jan'])
      await evenhand(`next --as ${name}`, { known }).then(({ out }) =>
        evenhand(`cases take ${/EH-(\d+)/.exec(out)?.[1]} --as ${name}`, { known }),
      );
    expect((await evenhand('receipts --as kim', { at: 2, known })).out).toContain(
      'Fewer than 5 people worked',
    );
    await evenhand('cases take 8 --as zoe --reason promised', { known });
    await evenhand('next --as lou', { known });
    await evenhand('next --as lou --skip 5 --because other --note unclear', { known });
    await evenhand('next --as lou --skip 6 --because distress', { known });
    const { out } = await evenhand('receipts --as kim', { at: 2, known });
    expect(out).toContain('5 taken, 1 of them out of turn (before 3 older ones); 1 passed on.');
    expect(out).toContain('  promised  1');
    const json = (await evenhand('receipts --as kim --json', { at: 2, known })).out;
    for (const told of [out, json]) expect(told).not.toMatch(/EH-|zoe|lou|distress|unclear/);
    expect((await evenhand('receipts --as mo', { at: 2 })).err).toContain('"mo" may not do this');
    expect((await evenhand('receipts --as rep --language de', { at: 2 })).out).toContain('5 übernommen');
  });
});
