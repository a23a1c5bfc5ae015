import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder } from './run-command.ts';

describe('evenhand init', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('writes a configuration that is in order as it stands, its schema and an example of .env', async () => {
    const init = await folder.run(['init']);
    expect(init).toMatchObject({ code: 0, err: '' });
    expect(init.out).toContain('What to do next:');
    expect(readFileSync(join(folder.path, '.env.example'), 'utf8')).toContain('X_BEARER_TOKEN');
    const check = await folder.run(['config', 'check']);
    expect(check).toMatchObject({ code: 0, err: '' });
    expect(check.out).toContain('evenhand.yaml is in order.');
    const schema = await folder.run(['config', 'schema']);
    expect(schema.out).toBe(readFileSync(join(folder.path, 'evenhand.schema.json'), 'utf8'));
  });

  it('never replaces a configuration unless forced, and then keeps the old one', async () => {
    folder.write('evenhand.yaml', 'mine: true\n');
    const refused = await folder.run(['init']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('evenhand.yaml exists already and stays as it is');
    expect(readFileSync(join(folder.path, 'evenhand.yaml'), 'utf8')).toBe('mine: true\n');
    const forced = await folder.run(['init', '--force', '--language', 'de']);
    expect(forced.code).toBe(0);
    expect(forced.out).toContain('ersetzt');
    expect(readFileSync(join(folder.path, 'evenhand.yaml.old'), 'utf8')).toBe('mine: true\n');
  });

  it('works where a variable names a configuration that is not there yet', async () => {
    const init = await folder.run(['init'], { env: { EVENHAND_CONFIG: 'evenhand.yaml' } });
    expect(init.code).toBe(0);
  });
});
