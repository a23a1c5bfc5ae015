import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder, oneBrand } from './run-command.ts';

describe('evenhand config check', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('says what the configuration means and what is not set, without a value of any secret', async () => {
    folder.write(
      'evenhand.yaml',
      `${oneBrand}sources:\n  survey: {kind: file, path: ./survey.csv}\nchannels:\n  leads: {kind: slack, url: "\${SLACK_URL}", audience: leads}\n`,
    );
    folder.write('.env', 'SLACK_URL=https://hooks.example/secret-part\n');
    const { code, out, err } = await folder.run(['config', 'check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('evenhand.yaml is in order.');
    expect(out).toMatch(/velora +2 phrases and handles/);
    expect(out).toContain('survey.csv: the file is not there yet');
    expect(out).toContain('EVENHAND_INGEST_TOKEN');
    expect(out).not.toContain('secret-part');
  });

  it.each([
    ['malformed YAML', 'brands: [velora\n', /^evenhand: evenhand\.yaml:\d+: this is not valid YAML/],
    ['an unknown key', `${oneBrand}surces: {}\n`, /^evenhand: evenhand\.yaml:7: .*surces/],
    [
      'a wrong type',
      'brands:\n  velora: {names: Velora}\n',
      /^evenhand: evenhand\.yaml:2: brands\.velora\.names/,
    ],
    ['a secret that is not set', `${oneBrand}channels:\n  a: {kind: slack, url: "\${NOT_SET}"}\n`, /NOT_SET/],
    ['nothing', '', /evenhand\.yaml is empty/],
  ])('refuses %s in one sentence with exit code 2', async (_, yaml, sentence) => {
    folder.write('evenhand.yaml', yaml);
    const { code, out, err } = await folder.runHere(['config', 'check']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain('    at ');
  });

  it('tells a script of the faults as JSON', async () => {
    folder.write('evenhand.yaml', `${oneBrand}surces: {}\n`);
    const { code, out } = await folder.runHere(['config', 'check', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, faults: [expect.stringContaining('surces')] });
  });

  it('refuses a file that is missing, and REDIS_URL alone', async () => {
    const missing = await folder.runHere(['-c', 'nowhere.yaml', 'config', 'check']);
    expect(missing.code).toBe(2);
    expect(missing.err).toMatch(/nowhere\.yaml, which is not a file/);
    const alone = await folder.runHere(['config', 'check'], { env: { REDIS_URL: 'redis://localhost' } });
    expect(alone.code).toBe(2);
    expect(alone.err).toMatch(/^evenhand: REDIS_URL is set without DATABASE_URL: [^\n]+\n$/);
  });

  it('says that the demo is in force where there is no configuration', async () => {
    const { code, out } = await folder.runHere(['config', 'check']);
    expect(code).toBe(0);
    expect(out).toContain("the demo's configuration is in force");
    expect(out).toMatch(/Sources\n {2}x +demo +sample posts of our own, in .*config\/demo\n {2}blog +demo /);
    const json = JSON.parse((await folder.runHere(['config', 'check', '--json'])).out) as {
      sources: unknown[];
    };
    expect(json.sources).toContainEqual({ name: 'forum', kind: 'demo' });
  });

  it('tells every command that it is the demo, in the language that was asked for and with what can be typed', async () => {
    const english = await folder.run(['cases', 'list']);
    expect(english.code).toBe(2);
    expect(english.err).toMatch(
      /^This is the demo in data-demo \(no evenhand\.yaml here; "node \S+main\.js init" /,
    );
    expect(english.err).toMatch(/start the demo with "node \S+main\.js start"/);
    const german = await folder.run(['summary', '--language', 'de']);
    expect(german.err).toMatch(/^Dies ist die Demo in data-demo \(hier liegt keine evenhand\.yaml; /);
  });
});

describe('a fault of the configuration, asked for in German', () => {
  let folder: Folder;
  beforeAll(() => {
    folder = makeFolder();
  });
  afterAll(() => folder.remove());

  it('is said in German, with file, line and key as they stand', async () => {
    folder.write(
      'evenhand.yaml',
      [
        'brands:',
        '  velora:',
        '    names: Velora',
        '    timezone: Berlin',
        '    hour: { mon: 09:00-17:00 }',
        'sources:',
        '  blog: { kind: fed, url: nowhere }',
        'channels:',
        '  hook: { kind: webhook, url: "https://a.example", secret: abc }',
      ].join('\n'),
    );
    const { code, err } = await folder.runHere(['config', 'check', '--language', 'de']);
    expect([code, err.trimEnd().split('\n')]).toEqual([
      2,
      [
        'evenhand: evenhand.yaml:3: brands.velora.names: muss eine Liste, zum Beispiel [eins, zwei], sein.',
        'evenhand.yaml:4: brands.velora.timezone: ist keine Zeitzone; einen IANA-Namen schreiben, etwa Europe/Berlin.',
        'evenhand.yaml:5: brands.velora.hour: ist hier kein bekannter Schlüssel; gemeint ist wohl "hours"',
        expect.stringMatching(
          /^evenhand\.yaml:7: sources\.blog\.kind: muss eines von .* sein; gemeint ist wohl "feed"$/,
        ),
        expect.stringMatching(
          /^evenhand\.yaml:9: channels\.hook\.secret: ist ein Geheimnis und darf nicht in der Datei stehen;.*\$\{NAME\} schreiben\.$/,
        ),
      ],
    ]);
    const elsewhere = await folder.runHere(['-c', 'none.yaml', 'config', 'check', '--language', 'de']);
    expect(elsewhere.err).toMatch(
      /^evenhand: Die Befehlszeile nennt \S+none\.yaml, und das ist keine Datei;/,
    );
  });
});
