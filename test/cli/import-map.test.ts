import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder } from './run-command.ts';

describe('evenhand import --map', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('knows the mappings that come with Evenhand by name, and a file of that name before them', async () => {
    folder.write(
      'export.csv',
      'Report:,Mentions\n\nFull Text,Resource Id,Words\nVelora is late,7,other words\n',
    );
    const asked = ['import', 'export.csv', '--map', 'brandwatch', '--dry-run', '--json'];
    const { code, out, err } = await folder.run(asked);
    expect([code, err, JSON.parse(out)]).toMatchObject([0, '', { id: '7', text: 'Velora is late' }]);
    folder.write('brandwatch', 'text: Words\n');
    expect(JSON.parse((await folder.run(asked)).out)).toMatchObject({ text: 'other words' });
    const unknown = await folder.run(['import', 'export.csv', '--map', 'brandwach', '--dry-run']);
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringMatching(/the mapping .*brandwach cannot be read; check its name/),
    ]);
  }, 30_000);
});
