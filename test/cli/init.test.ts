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

  it('never replaces a configuration, and renews by force only what is its own, with the old kept', async () => {
    folder.write('evenhand.yaml', 'mine: true\n');
    const refused = await folder.run(['init']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('evenhand.yaml exists already and stays as it is');
    folder.write('.env.example', 'OLD=\n');
    const forced = await folder.run(['init', '--force', '--language', 'de']);
    expect(forced.code).toBe(0);
    expect(forced.out).toMatch(
      /behalten +evenhand\.yaml .*\ngeschrieben +evenhand\.schema\.json\nersetzt +\.env/,
    );
    expect(readFileSync(join(folder.path, 'evenhand.yaml'), 'utf8')).toBe('mine: true\n');
    expect(readFileSync(join(folder.path, '.env.example.old'), 'utf8')).toBe('OLD=\n');
  });

  it('speaks German where it is asked to: what it prints, why it refuses, and the alerts of what it writes', async () => {
    const init = await folder.run(['init', '--language', 'de']);
    expect(init).toMatchObject({ code: 0, err: '' });
    expect(init.out).toMatch(/geschrieben +evenhand\.yaml\n(?:.*\n)+Wie es weitergeht:/);
    expect(readFileSync(join(folder.path, 'evenhand.yaml'), 'utf8')).toMatch(/console: .*language: de }/);
    expect((await folder.run(['config', 'check'])).code).toBe(0);
    const again = await folder.run(['init', '--language', 'de']);
    expect([again.code, again.err]).toEqual([
      2,
      expect.stringMatching(
        /^evenhand: evenhand\.yaml gibt es schon, und sie bleibt, wie sie ist: .*init --force/,
      ),
    ]);
  });

  it('calls a schema unchanged whose layout alone differs, and one that says something else kept', async () => {
    const schema = await folder.run(['config', 'schema']);
    folder.write('evenhand.schema.json', JSON.stringify(JSON.parse(schema.out)));
    expect((await folder.run(['init'])).out).toContain('unchanged evenhand.schema.json');
    folder.write('evenhand.schema.json', '{"type":');
    expect((await folder.run(['-c', 'other.yaml', 'init'])).out).toContain('kept      evenhand.schema.json');
  });

  it('works where a variable names a configuration that is not there yet', async () => {
    const init = await folder.run(['init'], { env: { EVENHAND_CONFIG: 'evenhand.yaml' } });
    expect(init.code).toBe(0);
  });
});
