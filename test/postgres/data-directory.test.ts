import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/postgres/database.ts';

describe('a data directory that cannot be made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-no-data-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is told in one sentence that names it and says what to do', async () => {
    writeFileSync(join(folder, 'note'), '');
    const directory = join(folder, 'note', 'pg');
    const opened = openDatabase({ kind: 'embedded', directory, onBusy: 'refuse' });
    await expect(opened).rejects.toMatchObject({
      name: 'UserError',
      message: `the data directory ${directory} cannot be written (a part of its path is a file, not a folder): correct its rights, or set EVENHAND_DATA to another directory`,
    });
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('is told of also where the system denies that it can exist', async () => {
    const opened = openDatabase({ kind: 'embedded', directory: '/proc/nowhere/pg', onBusy: 'refuse' });
    await expect(opened).rejects.toThrow('the data directory /proc/nowhere/pg cannot be written');
  });
});
