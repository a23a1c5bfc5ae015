import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Argument, Command } from 'commander';
import { sql } from 'kysely';
import type { RegisterCommand } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { createProgram } from '../../src/cli/create-program.ts';
import { caseIdArgument } from '../../src/cli/desk-options.ts';
import { type Person, roles } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-untold-'));
const file = join(folder, 'words.txt');
writeFileSync(file, 'We are sorry.\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lou has every role but the privacy officer's, who is told of danger, and no clearance. */
const lou: Person = {
  name: 'lou',
  roles: roles.filter((role) => role !== 'privacy_officer'),
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
};

/** Every command that takes a case, as somebody would type it. */
const lines: Readonly<Record<string, string>> = {
  'alerts ack': 'alerts ack EH-1',
  'alerts show': 'alerts show EH-1',
  'cases accuse': 'cases accuse EH-1 --person kim',
  'cases acknowledge': 'cases acknowledge EH-1',
  'cases answered': 'cases answered EH-1',
  'cases assign': 'cases assign EH-1 --to lou',
  'cases close': 'cases close EH-1',
  'cases dismiss': 'cases dismiss EH-1 --disposition not_a_complaint --reason nothing',
  'cases dispute': 'cases dispute EH-1 --reason suit',
  'cases hold': 'cases hold EH-1 --reason carrier',
  'cases merge': 'cases merge EH-1 --into EH-4',
  'cases note': 'cases note EH-1 words',
  'cases open': 'cases open EH-1 --reason looking',
  'cases out-of-band': 'cases out-of-band EH-1 --kind apology --note called',
  'cases pend': 'cases pend EH-1 --reason asked',
  'cases release': 'cases release EH-1',
  'cases remedy': 'cases remedy EH-1 --kind apology',
  'cases reopen': 'cases reopen EH-1',
  'cases resolve': 'cases resolve EH-1',
  'cases resume': 'cases resume EH-1',
  'cases settle': 'cases settle EH-1 --reason withdrawn',
  'cases severity': 'cases severity EH-1 --to high --reason worse',
  'cases show': 'cases show EH-1',
  'cases snooze': 'cases snooze EH-1 --until 2026-03-09T10:00',
  'cases split': 'cases split EH-1 --posts 1 --note other',
  'cases take': 'cases take EH-1 --reason expertise',
  'cases unmerge': 'cases unmerge EH-1',
  'escalations request': 'escalations request EH-1 --criterion breached_twice --reason-code no_progress',
  'holds add': 'holds add EH-1 --component battery --hazard smoke --reason recall --until 2028-06-30',
  'holds end': 'holds end EH-1',
  'label set': 'label set EH-1 --complaint no',
  'lease refresh': 'lease refresh EH-1',
  'lease release': 'lease release EH-1',
  next: 'next --skip EH-1 --because language',
  'problems ask': 'problems ask P-1 EH-1',
  'problems confirm': 'problems confirm P-1 EH-1',
  'problems eject': 'problems eject P-1 EH-1 --reason other',
  'problems exempt': 'problems exempt P-1 EH-1 --reason declined',
  'problems offer': 'problems offer P-1 EH-1',
  'problems swarm': 'problems swarm S-1 --take-out EH-1 --reason other',
  'silences add': 'silences add --case EH-1 --until 2h --comment quiet',
  'statements add': `statements add --case EH-1 --text ${file}`,
  verify: 'verify EH-1',
};

/** Operating the service tells nobody what a case is about. */
const operators = ['sinks retry'];

const all: RegisterCommand = (program, act) => {
  for (const register of commands) register(program, act);
};

describe('a case of which somebody is not told', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeAll(async () => {
    await emptyRecord(db);
    const danger = { ...complains('critical'), kind: 'complaint', danger: 'person_at_risk' } as never;
    await commitPosts(db, [
      { id: 'a', at: 0, by: 'a', text: 'I cannot go on.', decision: danger },
      { id: 'b', at: 0, by: 'b', decision: complains('low') },
      { id: 'c', at: 0, by: 'c', decision: complains('low') },
      { id: 'd', at: 0, by: 'd', decision: complains('low') },
    ]);
    await sql`update desk."case" set in_dispute = true where case_id = 2`.execute(db.kysely);
    await sql`update desk."case" set categories = array['staff'] where case_id = 3`.execute(db.kysely);
    // So that there is something to tell: nobody is asked who they are where no people are configured.
    for (const id of ['EH-1', 'EH-3', 'EH-4'])
      for (const line of [lines['silences add'], lines['label set'], lines['statements add']])
        await runCommand(all, (line ?? '').replace('EH-1', id).split(' '), { db, now: hour(1) });
  });

  const run = (line: string) =>
    runCommand(all, [...line.split(' '), '--as', 'lou'], { db, people: [lou], now: hour(2) });
  const record = async () => {
    const tables = [
      'case',
      'activity',
      'lease',
      'escalation',
      'silence',
      'statement',
      'label',
      'remedy',
      'outbox',
    ];
    const rows = tables.map(
      (table) =>
        `select '${table}' as t, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as h from desk."${table}" r`,
    );
    return (await sql.raw(rows.join(' union all ')).execute(db.kysely)).rows;
  };

  it('is tried by every command that takes a case', () => {
    const { command } = createProgram(
      { version: '0', out: () => undefined, err: () => undefined },
      () => undefined as never,
    );
    const taking = leavesOf(command)
      .filter(({ one }) => takesCase(one))
      .map(({ name }) => name);
    expect(taking.filter((name) => !(name in lines) && !operators.includes(name))).toEqual([]);
    expect(
      Object.keys(lines).filter((name) => !leavesOf(command).some((leaf) => leaf.name === name)),
    ).toEqual([]);
  });

  it.each(Object.values(lines))('is refused to who types %s, and nothing changes', async (line) => {
    const before = await record();
    for (const id of ['EH-1', 'EH-2', 'EH-3']) {
      // That a case in dispute exists is told (DESIGN.md 4).
      if (id === 'EH-2' && line.startsWith('cases show')) continue;
      const ran = await run(line.replaceAll('EH-1', id));
      expect({ line, id, ...ran }).toMatchObject({ code: 2, out: '' });
      expect(ran.err).not.toMatch(/required|unknown option|unknown command|too many arg|invalid/);
      expect(ran.err).not.toContain('cannot go on');
    }
    expect(await record()).toEqual(before);
  });

  it.each([
    'cases list --all',
    'escalations list',
    'silences list',
    'statements list',
    'alerts list',
    'alerts list --unsent',
    'label list',
    'summary',
    'summary --json',
    'summary --markdown',
  ])('stands in no %s', async (line) => {
    const { out, code } = await run(line);
    expect(code).toBe(0);
    if (line.startsWith('summary')) expect(out).toMatch(/EH-4\b/);
    if (line.startsWith('summary')) expect(out).not.toMatch(/EH-2\b/);
    expect(out).not.toMatch(/EH-[13]\b/);
  });
});

interface Leaf {
  readonly name: string;
  readonly one: Command;
}

const leavesOf = (command: Command, path: readonly string[] = []): readonly Leaf[] =>
  command.commands.flatMap((one) => {
    const name = [...path, one.name()];
    return one.commands.length > 0 ? leavesOf(one, name) : [{ name: name.join(' '), one }];
  });

const takesCase = (one: Command): boolean =>
  one.registeredArguments.some(isCase) ||
  one.options.some(({ description, parseArg }) => parseArg === caseIdArgument || /EH-\d/.test(description));

const isCase = (argument: Argument): boolean =>
  /EH-\d/.test(argument.description) || argument.name() === 'case';
