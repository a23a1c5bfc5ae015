import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
    expect(JSON.parse((await folder.runHere(asked)).out)).toMatchObject({ text: 'other words' });
  }, 30_000);

  it.each([
    ['brandwach', '; did you mean "brandwatch"?'],
    ['survey.map.yml', '; did you mean "survey.map.yaml"?'],
    ['maps/brand.yaml', '; did you mean "maps/brands.yaml"?'],
    ['nowhere/at-all.yaml', '; ours are brandwatch, meltwater, sprout, talkwalker'],
  ])('suggests what --map %s may have meant', async (told, said) => {
    folder.write('export.csv', 'text\nVelora is late\n');
    folder.write('survey.map.yaml', 'text: Words\n');
    mkdirSync(join(folder.path, 'maps'));
    folder.write('maps/brands.yaml', 'text: Words\n');
    const { code, out, err } = await folder.runHere(['import', 'export.csv', '--map', told, '--dry-run']);
    expect([code, out, err]).toEqual([
      2,
      '',
      `evenhand: --map "${told}" is neither a file nor the name of a mapping of ours${said}\n`,
    ]);
  });

  it('names what the mapping looks for, what a line of NDJSON has, and what may be meant', async () => {
    folder.write('survey.map.yaml', 'text: Full Text\nid: No\n');
    folder.write(
      'survey.ndjson',
      [
        '{"FullText":"Velora is late","No":1}',
        '{"Full Text":"Velora is gone","No":2}',
        '{"Full Text":""}',
      ].join('\n'),
    );
    const asked = ['import', 'survey.ndjson', '--map', 'survey.map.yaml', '--dry-run', '--json'];
    const { code, out, err } = await folder.runHere(asked);
    expect([code, JSON.parse(out).text]).toEqual([2, 'Velora is gone']);
    expect(err).toMatch(
      /line 1: has no key "Full Text", which \S*survey\.map\.yaml names for "text"; its keys are "FullText", "No"; did you mean "FullText"\?\n.*line 3: "text" is missing\n/,
    );
  });
});
