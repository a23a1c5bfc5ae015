import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerLabel } from '../../src/cli/label.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour, listed } from '../cases/fold-samples.ts';
import { emptyRecord, readCases } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const inDanger: Decision = {
  kind: 'complaint',
  severity: 'critical',
  danger: 'product',
  categories: [],
  reasons: [],
};

describe('evenhand label', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [
      {
        id: 'a',
        at: 1,
        by: 'jo_winter',
        url: 'https://x.com/JoWinter/status/1',
        text: 'Any news on my parcel? jo@mail.example\u001b[31m, signed jowinter',
        decision: listed('question'),
      },
      { id: 'b', at: 1, by: 'b', text: 'Seit Mai keine Antwort!', decision: complains('medium') },
      { id: 'c', at: 1, by: 'c', text: 'The charger burns', decision: inDanger },
      {
        id: 'd',
        at: 1,
        by: 'help',
        authorRole: 'support',
        text: 'We are sorry',
        decision: listed('own_account'),
      },
      { id: 'e', at: 1, by: 'e', brand: 'seeweg', text: 'Same here', decision: listed('unsure', true) },
    ]);
  });
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-label-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const evenhand = (line: readonly string[], at = 5) =>
    runCommand(registerLabel, ['label', ...line], { db, now: hour(at) });
  const json = async (line: readonly string[], at = 5): Promise<unknown> =>
    JSON.parse((await evenhand([...line, '--json'], at)).out);

  it('says what is labelled, shows it masked, and what the classifier had said', async () => {
    const said = ['--complaint', 'yes', '--category', 'delivery,unanswered', '--severity', 'low'];
    const { out, code, err } = await evenhand(['1', ...said, '--sentiment', 'neutral', '--as', 'Kim']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('label-1: post 1 of nordbahn is labelled.');
    expect(out).toContain('a complaint · low · delivery · no answer · neutral');
    expect(out).toMatch(/Classifier +no case: a question or request \(10%\)/);
    expect(out).toContain('Any news on my parcel? [mail] [31m, signed [account]');
    expect(out).toContain('No case and no deadline changed.');
    expect(out).toContain('evenhand review open 1 --severity');
    expect(out.toLowerCase()).not.toContain('winter');
    expect(await readCases(db)).toHaveLength(2);
  });

  it('takes a case for the post that opened it, and replaces an earlier label', async () => {
    const first = await evenhand(['EH-1', '--complaint', 'no', '--relay', 'yes', '--as', 'Kim']);
    expect(first.out).toContain('post 2 of nordbahn is labelled');
    expect(first.out).toContain('evenhand cases dismiss EH-1 --disposition not_a_complaint');
    expect((await evenhand(['2', '--complaint', 'yes', '--as', 'Lea'])).out).toContain('label-1 is replaced');
    expect(await json(['set', 'eh-1', '--complaint', 'yes', '--as', 'Kim'])).toMatchObject({
      id: 'label-3',
      post: '2',
      case: 'EH-1',
      label: { complaint: true },
      said: { outcome: 'complaint', severity: 'medium', language: 'en' },
      text: 'Seit Mai keine Antwort!',
      isExported: true,
      replaces: 'label-2',
      actor: 'Kim',
    });
  });

  it('speaks German', async () => {
    const { out } = await evenhand(['1', '--complaint', 'yes', '--as', 'Kim', '--language', 'de']);
    expect(out).toContain('label-1: Beitrag 1 zu nordbahn ist gekennzeichnet.');
    expect(out).toContain('Kein Fall und keine Frist hat sich geändert.');
    expect((await evenhand(['list', '--language', 'de'])).out).toContain('eine Beschwerde');
    const refused = await evenhand(['4', '--complaint', 'yes', '--language', 'de']);
    expect(refused.err).toContain('eigenen Konto von nordbahn');
    expect((await evenhand(['export', '--language', 'de'])).err).toBe('1 Kennzeichnung exportiert.\n');
  });

  it('refuses in one sentence, and writes nothing', async () => {
    await sql`update desk.mention set text = null where mention_id = 5`.execute(db.kysely);
    for (const [line, said] of [
      [['4', '--complaint', 'yes'], 'comes from an own account of nordbahn'],
      [['5', '--complaint', 'yes'], 'post 5 was deleted or erased'],
      [['99', '--complaint', 'yes'], 'there is no post 99'],
      [['EH-99', '--complaint', 'yes'], 'there is no case EH-99'],
      [['first', '--complaint', 'yes'], 'A post is named by its number'],
      [['1'], "required option '--complaint <yes|no>' not specified"],
      [['1', '--complaint', 'maybe'], 'Allowed choices are yes, no.'],
      [['1', '--complaint', 'yes', '--category', 'billing,vip'], 'There are billing, delivery'],
      [['1', '--complaint', 'yes', '--severity', 'vip'], 'There are low, medium, high, critical.'],
      [['1', '--complaint', 'no', '--severity', 'low'], 'leave it out with --complaint no'],
      [['1', '--complaint', 'yes', '--severity', 'critical'], 'critical is danger and nothing else'],
      [['1', '--complaint', 'yes', '--same-problem', 'yes'], "needs the customer's post that it answers"],
      [['1', '--complaint', 'yes', '--note', ' '], '--note must say something'],
      [['1', '--complaint', 'yes', '--as', 'Evenhand'], 'not a person'],
      [['undo', '7'], 'there is no label-7'],
      [['undo', 'EH-7'], 'A label is written 7, #7 or label-7.'],
      [['list', '--after', 'x'], '--after "x" is no cursor of the list of labels'],
      [['list', '--brand', 'nobody'], 'there is no such brand'],
      [['export', join(folder, 'none', 'x.jsonl')], 'its folder does not exist'],
    ] as const) {
      const { err, code, out } = await evenhand(line);
      expect([line, err]).toEqual([line, expect.stringContaining(said)]);
      expect([line, code, out]).toEqual([line, 2, '']);
    }
    expect(await json(['list', '--all'])).toEqual([]);
  });

  it('lists labels with what was corrected, of one brand, and history where it is asked for', async () => {
    expect((await evenhand(['list'])).out).toContain('No label here.');
    await evenhand(['1', '--complaint', 'yes', '--as', 'Kim', '--note', 'asks for the third time'], 5);
    await evenhand(['5', '--complaint', 'no', '--as', 'Lea'], 6);
    await evenhand(['1', '--complaint', 'no', '--as', 'Lea'], 7);
    const { out } = await evenhand(['list'], 9);
    expect(out.indexOf('label-3')).toBeLessThan(out.indexOf('label-2'));
    expect(out).toContain('nordbahn · forum · #1 · Lea · 2 h ago');
    expect(out).not.toContain('third time');
    expect((await evenhand(['list', '--all'], 9)).out).toMatch(/asks for the third time/);
    expect((await evenhand(['list', '--all'], 9)).out).toContain('replaced by Lea, 2 h ago');
    expect(await json(['list', '--brand', 'seeweg'])).toMatchObject([{ id: 'label-2', brand: 'seeweg' }]);
    const [first] = (await json(['list', '--limit', '1'])) as { cursor: string }[];
    expect(await json(['list', '--after', first?.cursor ?? ''])).toHaveLength(1);
    expect(await json(['undo', '3', '--as', 'Kim'])).toMatchObject({ id: 'label-3', post: '1' });
    expect((await evenhand(['undo', '3'])).err).toContain('label-3 was taken back already');
    expect(await json(['list'])).toMatchObject([{ id: 'label-2' }]);
  });

  it('keeps no words of danger, shows none, and exports none', async () => {
    const { out } = await evenhand(['3', '--complaint', 'yes', '--danger', 'product', '--as', 'Kim']);
    expect(out).toContain('a complaint · critical · a product may be dangerous');
    expect(out).toContain('never exported');
    expect(out).not.toContain('charger');
    await evenhand(['1', '--complaint', 'yes', '--as', 'Kim']);
    const exported = await evenhand(['export']);
    expect(exported.err).toBe(
      '1 label exported.\nLeft out: 1 label of a post that is or may be danger; danger never goes to training.\n',
    );
    expect(exported.out).toBe(
      '{"id":"label-2","text":"Any news on my parcel? [mail] [31m, signed [account]","lang":"en","complaint":1,"relay":0}\n',
    );
    expect((await evenhand(['list'])).out).toContain('its words are not shown here');
  });

  it('exports into a file that is whole and one’s own', async () => {
    const file = join(folder, 'labels.jsonl');
    for (const count of [1, 2]) {
      await evenhand([String(count), '--complaint', 'yes', '--as', 'Kim']);
      const { code, out, err } = await evenhand(['export', file]);
      expect([code, out]).toEqual([0, '']);
      expect(err).toContain(`${count} label${count === 1 ? '' : 's'} written to ${file}`);
      expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(count);
    }
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('exports more labels than one look reads, each once', async () => {
    await sql`insert into desk.label (mention_id, brand, at, actor, verdict, text)
      select 1000 + n, 'nordbahn', ${hour(1)}, 'kim', '{"complaint":true}', 'words' from generate_series(1, 2001) n`.execute(
      db.kysely,
    );
    await sql`insert into desk.mention (mention_id, source, native_id, brand, revision, author_role, thread, fingerprint, received_at,
        decided_at, matched_by, is_history, outcome, complaint, decision_version, trace_id)
      overriding system value select 1000 + n, 'forum', 'n' || n, 'nordbahn', 0, 'customer', 'n', 'f', ${hour(1)}, ${hour(1)}, 'phrase', false, 'review', 0, 'v', 't'
      from generate_series(1, 2001) n`.execute(db.kysely);
    const ids = (await evenhand(['export'])).out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect([ids.length, new Set(ids).size]).toEqual([2001, 2001]);
  });
});
