import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { registerStatements } from '../../src/cli/statements.ts';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import { readDigestRows } from '../../src/digest/digest.store.ts';
import { digestLetter } from '../../src/digest/digest-letter.ts';
import { renderDigestHtml } from '../../src/digest/html/render-digest-html.ts';
import { renderDigestMarkdown } from '../../src/digest/render-digest-markdown.ts';
import { caseName } from '../../src/domain/case-id.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-statement-'));
const file = join(folder, 'statement.txt');
writeFileSync(file, 'We pay back <every> fee that was *taken* twice.\n');
writeFileSync(join(folder, 'empty.txt'), ' ');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('evenhand statements', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [{ id: 'a', at: 0, by: 'a' }]);
  });
  const evenhand = (line: readonly string[]) =>
    runCommand(registerStatements, ['statements', ...line], { db, now: hour(2) });
  const digest = async () => {
    const ask = { brands: [{ id: 'nordbahn', name: 'Nordbahn' }], now: hour(3), sinceMs: 86_400_000 };
    const rows = await db.transaction('audit', (tx) =>
      readDigestRows(tx, ask, { excerptOf: (text) => text, caseName }),
    );
    return composeDigest(rows, ask);
  };

  it('stands in the digest once somebody else than its author has read it, and leaves it when withdrawn', async () => {
    expect((await evenhand(['add', '--case', 'EH-1', '--text', file, '--as', 'Kim'])).out).toContain(
      'Statement 1 waits for a second reader',
    );
    expect(renderDigestMarkdown(await digest(), 'en')).not.toContain('What the company said');
    expect((await evenhand(['approve', '1', '--as', 'Kim'])).err).toContain('you wrote statement 1');
    expect((await evenhand(['approve', '1', '--as', 'Lea'])).code).toBe(0);
    const model = await digest();
    const markdown = renderDigestMarkdown(model, 'en');
    expect(markdown).toContain('### What the company said');
    expect(markdown).toContain('**EH-1**: We pay back');
    expect(markdown).not.toContain('<every>');
    expect(renderDigestHtml(model, 'de')).toContain('&lt;every&gt;');
    expect(renderDigestHtml(model, 'de')).toContain('Was das Unternehmen sagte');
    expect(digestLetter(model, 'en').paragraphs.join('\n')).toContain('EH-1: We pay back');
    expect((await evenhand(['list'])).out).toContain('1  EH-1 · nordbahn · approved');
    expect((await evenhand(['withdraw', '1', '--as', 'Kim'])).code).toBe(0);
    expect(renderDigestMarkdown(await digest(), 'en')).not.toContain('What the company said');
  });

  it('refuses in one sentence what cannot be, and keeps nothing', async () => {
    for (const [line, said] of [
      [['add', '--text', file], 'either --problem P-17 or --case EH-12'],
      [['add', '--case', '1', '--problem', '1', '--text', file], 'either --problem P-17 or --case EH-12'],
      [['add', '--case', '99', '--text', file], 'there is no case EH-99'],
      [['add', '--problem', '99', '--text', file], 'there is no problem P-99'],
      [['add', '--case', '1', '--text', join(folder, 'none.txt')], 'none.txt'],
      [['add', '--case', '1', '--text', join(folder, 'empty.txt')], 'must say something'],
      [['approve', '7'], 'there is no statement 7'],
      [['approve', 'x'], 'A statement has a number'],
    ] as const) {
      const { err, code, out } = await evenhand(line);
      expect(err).toContain(said);
      expect([code, out]).toEqual([2, '']);
    }
    expect((await evenhand(['list', '--language', 'de'])).out).toContain('Keine Stellungnahme');
  });
});
