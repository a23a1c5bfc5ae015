import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readContacts } from '../../src/cli/contacts/read-contacts.ts';
import { registerContacts } from '../../src/cli/contacts.ts';
import { normalIdentifier } from '../../src/domain/identifier.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { countRows, emptyRecord, readCases } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-contacts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reading = { map: {}, kind: null, answeredWords: [], timezone: 'UTC', now: hour(100) };
const lines = (...rows: string[]): string => rows.join('\n');

describe('a log of contacts as CSV', () => {
  it('is read with our columns, in any order, with commas or semicolons', () => {
    const comma = readContacts(
      lines('id,at,kind,answered,identifier', 'c1,2026-05-04 07:00,call,no,VT-771 8203'),
      reading,
    );
    const semicolon = readContacts(
      lines('\ufeffIdentifier;At;Kind;Answered;Id', 'VT-771 8203;04.05.2026 07:00;call;nein;c1'),
      reading,
    );
    const contact = {
      externalId: 'c1',
      identifier: 'VT7718203',
      at: hour(-1),
      kind: 'call',
      isAnswered: false,
    };
    expect(comma).toEqual({ contacts: [contact], refused: [] });
    expect(semicolon).toEqual({ contacts: [contact], refused: [] });
  });

  it('is read with the names of another system and its words for an answer', () => {
    expect(
      readContacts(
        lines('Order,When,Result', '7718203,2026-05-04T09:00,picked up', '7718203,2026-05-04T09:30,busy'),
        {
          ...reading,
          map: { identifier: 'Order', at: 'When', answered: 'Result' },
          kind: 'call',
          answeredWords: ['picked up'],
          timezone: 'Europe/Berlin',
        },
      ),
    ).toMatchObject({
      contacts: [
        { at: hour(-1), isAnswered: true, kind: 'call', externalId: expect.stringMatching(/^line-/) },
        { isAnswered: false },
      ],
    });
  });

  it('names each line that says nothing usable', () => {
    const read = readContacts(
      lines(
        'identifier,at,kind,answered,id',
        'Smith,2026-05-04,call,no,1',
        'VT77182,03/04/2026,call,no,2',
        'VT77182,2027-05-04,call,no,3',
        'VT77182,2026-05-04,fax,no,4',
        'VT77182,2026-05-04,call,perhaps,5',
        'VT77182,2026-05-04,call,no,',
      ),
      reading,
    );
    if ('kind' in read) throw new Error(read.kind);
    expect(read.contacts).toEqual([]);
    expect(read.refused.map(({ line, why }) => [line, why])).toEqual([
      [2, 'identifier'],
      [3, 'at'],
      [4, 'future'],
      [5, 'kind'],
      [6, 'answered'],
      [7, 'id'],
    ]);
  });

  it('says which column is missing', () => {
    expect(readContacts('order,at\n', reading)).toEqual({
      kind: 'no_column',
      field: 'identifier',
      known: ['order', 'at'],
    });
  });

  it('has identifiers as the classifier finds them in posts', () => {
    expect(normalIdentifier('vt-771 8203')).toBe('VT7718203');
    for (const none of ['', 'abc', 'Müller', '12', 'A'.repeat(30), 'nodigits'])
      expect(normalIdentifier(none)).toBeNull();
  });
});

describe('evenhand contacts import', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const write = (text: string): string => {
    const path = join(folder, 'calls.csv');
    writeFileSync(path, text);
    return path;
  };
  const run = (argv: readonly string[], people: Parameters<typeof runCommand>[2] = {}) =>
    runCommand(registerContacts, ['contacts', 'import', ...argv], { db, now: hour(2), ...people });
  const good = lines('identifier,at,kind,answered,id', 'VT-7718203,2026-05-04 07:00,call,no,c1');

  it('raises the cases of those who were not answered, and says which', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('low'), identifiers: ['VT7718203'] }]);
    const { code, out } = await run([write(good)]);
    expect([code, out]).toEqual([0, '1 contact taken.\nA case rose, because attempts had no answer: EH-1\n']);
    expect((await readCases(db))[0]?.severity).toBe('medium');
    expect(JSON.parse((await run([write(good), '--json'])).out)).toEqual({
      taken: 0,
      known: 1,
      answered: 0,
      raised: [],
      refused: [],
    });
  });

  it('takes nothing of a file with a refused line, unless the others are asked for', async () => {
    const mixed = write(lines(good, 'x,yesterday,call,no,c2'));
    const refused = await run([mixed]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('line 3: "x" is no identifier');
    expect(await countRows(db, 'desk.contact')).toBe(0);
    expect((await run([mixed, '--language', 'de'])).err).toContain('Zeile 3: "x" ist keine Kennung');
    expect((await run([mixed, '--skip-refused'])).out).toContain('1 contact taken. 1 line left out.');
    expect(await countRows(db, 'desk.contact')).toBe(1);
  });

  it('refuses a file that is none, a field that is none, and whoever may not', async () => {
    expect((await run([join(folder, 'none.csv')])).err).toContain('does not exist: name a CSV file');
    expect((await run([write('order,at\n')])).err).toContain('has no column for identifier');
    expect((await run([write(good), '--map', 'customer=X'])).err).toContain('write it as FIELD=COLUMN');
    const agent = {
      name: 'kim',
      roles: ['agent' as const],
      languages: [],
      brands: null,
      clearances: [],
      line: [],
      email: null,
    };
    const { code, err } = await run([write(good), '--as', 'kim'], { people: [agent] });
    expect([code, err]).toEqual([2, expect.stringContaining('"kim" may not do this')]);
    expect(await countRows(db, 'desk.contact')).toBe(0);
  });
});
