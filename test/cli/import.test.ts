import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/service.ts';
import {
  type Folder,
  makeFolder,
  makeServedFolder,
  oneBrand,
  type ServedFolder,
  somePosts,
} from './run-command.ts';

const posts = (count: number): string =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      id: `p${i}`,
      author: `author${i}`,
      text: `Velora order ${i} never arrived, I called ${i % 7} times and nobody answers!`,
    }),
  ).join('\n');

describe('evenhand import', () => {
  let folder: ServedFolder;
  beforeEach(async () => {
    folder = await makeServedFolder();
    folder.write('evenhand.yaml', oneBrand);
  });
  afterEach(() => folder.remove());

  it('reads a file, decides it in its own process, and says what became of it', async () => {
    folder.write('posts.ndjson', somePosts);
    const { code, out, err } = await folder.run(['import', 'posts.ndjson', '--rejects', 'refused.ndjson']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'evenhand: posts.ndjson: 1 of 5 lines was refused; the others are imported.\n',
    });
    expect(out).toContain('history: decided and shown, but no clocks run');
    expect(out).toMatch(
      /5 lines, 3 matched, 2 complaints, 2 cases, [\d.]+ s, 0 could not be processed, 1 ignored key, 1 line refused\n/,
    );
    expect(out).toContain('Ignored keys: mood ×1');
    expect(out).toContain('line 3: is not JSON');
    const refused = readFileSync(join(folder.path, 'refused.ndjson'), 'utf8').trim().split('\n');
    expect(refused.map((line) => JSON.parse(line))).toEqual([
      { file: 'posts.ndjson', at: 'line 3', reason: 'is not JSON' },
    ]);

    const again = await folder.runHere(['import', 'posts.ndjson']);
    expect(again).toMatchObject({
      code: 0,
      out: 'posts.ndjson was imported to its end before, as history: nothing was done.\n',
    });

    const otherWay = await folder.runHere(['import', 'posts.ndjson', '--live']);
    expect(otherWay).toMatchObject({
      code: 2,
      out: 'posts.ndjson was imported to its end before, as history: nothing was done.\n',
      err: 'evenhand: posts.ndjson was imported as history before, into the source posts: --live was not done. Under another source it is imported anew, with cases of its own beside the old ones: add --source posts-live.\n',
    });
    expect((await folder.runHere(['import', 'posts.ndjson', '--history'])).code).toBe(0);
    const asked = await folder.runHere(['import', 'posts.ndjson', '--live', '--json']);
    expect([asked.code, JSON.parse(asked.out)]).toMatchObject([2, [{ choice: 'history', notDone: 'live' }]]);

    const forScript = ['import', 'posts.ndjson', '--source', 'script', '--json', '--language', 'de'];
    expect(await folder.runHere(forScript)).toMatchObject({
      code: 2,
      err: 'evenhand: posts.ndjson: 1 von 5 Zeilen wurde abgelehnt; die übrigen sind importiert.\n',
    });
  }, 60_000);

  it('counts replies whose own post stands on a later page with it', async () => {
    const talk = (count: number): string[] =>
      Array.from({ length: count }, (_, i) =>
        JSON.stringify({ id: `t${i}`, author: `t${i}`, text: `Velora has a shop in street ${i}` }),
      );
    const replies = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({
        id: `r${i}`,
        author: `r${i}`,
        text: 'Same here, Velora',
        thread: 'root',
        parent: 'root',
      }),
    );
    const root = JSON.stringify({
      id: 'root',
      author: 'ann',
      text: 'Velora never delivered my order and nobody answers my mails!',
    });
    folder.write('thread.ndjson', [...replies, ...talk(1_200), root].join('\n'));
    const { code, out } = await folder.runHere(['import', 'thread.ndjson', '--json']);
    expect(code).toBe(0);
    const [told] = JSON.parse(out) as { complaints: number; cases: number }[];
    expect(told).toMatchObject({ complaints: 41, cases: 41 });
  }, 60_000);

  it('ends with code 2 when no line could be read, each time, and imports the mended file', async () => {
    folder.write('bad.ndjson', 'no\n{"text": 3}\n');
    for (const args of [[], ['--json'], ['--language', 'de']]) {
      const { code, out, err } = await folder.runHere(['import', 'bad.ndjson', ...args]);
      expect(code).toBe(2);
      expect(err).toMatch(
        /^evenhand: bad\.ndjson: (all 2 lines were refused|alle 2 Zeilen wurden abgelehnt), /,
      );
      expect(out).not.toContain('imported to its end');
    }
    folder.write('bad.ndjson', '{"text": "Velora never answers me"}\n');
    folder.write('one.ndjson', 'no\n');
    const { code, err } = await folder.runHere(['import', 'bad.ndjson', 'one.ndjson']);
    expect([code, err]).toEqual([
      2,
      'evenhand: one.ndjson: its only line was refused, so nothing was imported.\n',
    ]);
  }, 60_000);

  it('imports the same file again under another source or mapping, and says where it began otherwise', async () => {
    folder.write('table.csv', 'A,B\nVelora lost my parcel,Velora charged me twice\n');
    folder.write('a.yaml', 'text: A\n');
    folder.write('a-too.yaml', '# the same\ntext: A\n');
    folder.write('b.yaml', 'text: B\n');
    const matched = async (...args: string[]): Promise<unknown> => {
      const { out } = await folder.runHere(['import', 'table.csv', ...args, '--json']);
      const [{ source, alreadyDone, complaints }] = JSON.parse(out) as [Record<string, unknown>];
      return [source, alreadyDone, complaints];
    };
    expect(await matched('--map', 'a.yaml')).toEqual(['table', false, 1]);
    expect(await matched('--map', 'b.yaml')).toEqual(['table', false, 1]);
    expect(await matched('--map', 'a-too.yaml')).toEqual(['table', true, 0]);
    expect(await matched('--map', 'a.yaml', '--source', 'survey')).toEqual(['survey', false, 1]);
    const refused = await folder.runHere(['import', 'table.csv', '--map', 'a.yaml', '--source', 'My/Survey']);
    expect([refused.code, refused.err]).toEqual([
      2,
      'evenhand: --source "My/Survey" is no name of a source: write a short one of a-z, 0-9, - and _, for example archive\n',
    ]);
  }, 60_000);

  it('closes history with what nobody was alerted of, and with how clocks are started', async () => {
    const line = (text: string, at: string): string => JSON.stringify({ text, at });
    const fire = 'Velora battery exploded and burned my hand, the room is full of smoke!';
    folder.write(
      'past.ndjson',
      [
        line(fire, new Date().toISOString()),
        line('Velora lost my parcel and nobody answers', '2020-01-01T00:00:00Z'),
        line('Velora lost my second parcel too', '2020-01-02T00:00:00Z'),
      ].join('\n'),
    );
    const { code, out } = await folder.runHere(['import', 'past.ndjson']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /\n {2}1 of 3 cases is critical, and nobody was alerted: .+ cases list --history --severity critical\n {2}1 post is younger than two days\.\n {2}To start clocks and alerts, .*: --live --source past-live\n$/,
    );
    const asked = await folder.runHere([
      'import',
      'past.ndjson',
      '--source',
      'asked',
      '--history',
      '--language',
      'de',
    ]);
    expect(asked.out).toContain('1 von 3 Fällen ist kritisch');
    expect(asked.out).not.toContain('--live');
    const live = await folder.runHere(['import', 'past.ndjson', '--live', '--source', 'past-live', '--json']);
    expect(JSON.parse(live.out)).toMatchObject([
      { choice: 'live', cases: 3, criticalCases: 1, notDone: null },
    ]);
  }, 60_000);

  it('says what it means to import old posts live, names those of the future, and says nothing of today', async () => {
    const line = (at: string, n: number): string => JSON.stringify({ text: `Velora lost parcel ${n}`, at });
    const now = new Date().toISOString();
    folder.write('old.ndjson', ['2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z', now].map(line).join('\n'));
    folder.write('new.ndjson', ['2020-01-01T00:00:00Z', now, now].map(line).join('\n'));
    const old = await folder.runHere(['import', 'old.ndjson', '--live']);
    expect(old.code).toBe(0);
    expect(old.err).toMatch(
      /^evenhand: old\.ndjson: its posts are \d+ y old \(the median\).*24 hours before now.*\n$/,
    );
    expect(await folder.runHere(['import', 'new.ndjson', '--live'])).toMatchObject({ code: 0, err: '' });
    folder.write('ahead.ndjson', line('2096-01-01T00:00:00Z', 1));
    const ahead = await folder.runHere(['import', 'ahead.ndjson']);
    expect(ahead).toMatchObject({ code: 0, err: '' });
    expect(ahead.out).toMatch(
      /, 0 lines refused\n {2}1 post is dated in the future and counts as published when it was read: .*\n/,
    );
    expect(await folder.runHere(['import', 'old.ndjson', '--history', '--source', 'past'])).toMatchObject({
      code: 0,
      err: '',
    });
  }, 60_000);

  it('reads standard input and a mapped CSV, live where that is asked for, and tells a script', async () => {
    folder.write(
      'survey.csv',
      'Nr;Comment\n1;"Velora, my refund of 40 euros never arrived!"\n2;nothing to say\n',
    );
    folder.write('map.yaml', 'text: Comment\nid: Nr\n');
    const args = ['survey.csv', '-', '--map', 'map.yaml', '--format', 'csv', '--live', '--source', 'survey'];
    const input = 'Nr;Comment\n9;Velora broke and nobody answers me\n';
    const { code, out } = await folder.runHere(['import', ...args, '--json'], { input });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'survey.csv', source: 'survey', choice: 'live', lines: 2, matched: 1, complaints: 1, cases: 1 },
      {
        file: '-',
        source: 'survey',
        choice: 'live',
        lines: 1,
        matched: 1,
        isComplete: true,
        undecided: false,
      },
    ]);
  }, 60_000);

  it.each([
    ['a file that is missing', ['nowhere.ndjson'], /^evenhand: nowhere\.ndjson does not exist/],
    ['an empty file', ['empty.ndjson'], /empty\.ndjson is empty/],
    ['a column that is not there', ['table.csv', '--map', 'map.yaml'], /Words/],
    [
      'a mapping that is missing',
      ['table.csv', '--map', 'nope.yaml'],
      /--map "nope\.yaml" is neither a file/,
    ],
    ['standard input twice', ['-', '-'], /standard input can be read once/],
    [
      'a list of refused lines nowhere',
      ['table.csv', '--rejects', 'no/such/file'],
      /--rejects no\/such\/file cannot/,
    ],
    ['both ways at once', ['table.csv', '--live', '--history'], /cannot be used with/],
  ])('refuses %s in one sentence with exit code 2', async (_, args, sentence) => {
    folder.write('empty.ndjson', '');
    folder.write('table.csv', 'Nr,Comment\n1,Velora is late\n');
    folder.write('map.yaml', 'text: Words\n');
    const { code, err } = await folder.runHere(['import', ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
    expect(err).not.toContain('    at ');
  });
});

describe('evenhand import into an embedded record, which it makes', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
    folder.write('evenhand.yaml', oneBrand);
  });
  afterEach(() => folder.remove());

  it('asks for no channel of the digest, which it does not write', async () => {
    const press = '{ press: { kind: console, audience: comms } }';
    folder.write('evenhand.yaml', `${oneBrand}channels: ${press}\ndigest: { channel: press }\n`);
    const { code, out, err } = await folder.run(['import', '-', '--source', 'shop'], {
      input: '{"id":"1","text":"Velora, my parcel never arrived and nobody answers!"}\n',
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1 case');
  }, 60_000);

  const isBegun = () => existsSync(join(folder.path, 'data', 'pg', 'EVENHAND_READY'));

  it('goes on where Ctrl-C stopped it, with nothing lost and nothing twice', async () => {
    folder.write('many.ndjson', posts(3_000));
    const first = await folder.run(['import', 'many.ndjson', '--json'], {
      whileRunning: (child) =>
        void until(isBegun).then(() => setTimeout(() => child.kill('SIGINT'), 800), String),
    });
    const [stopped] = JSON.parse(first.out) as { lines: number; isComplete: boolean }[];
    // A fast machine may be done before it is asked to stop, or have read all and be deciding.
    expect(stopped?.isComplete === true ? [0, 130] : [130]).toContain(first.code);
    const second = await folder.run(['import', 'many.ndjson', '--json']);
    const [rest] = JSON.parse(second.out) as { lines: number; isComplete: boolean }[];
    expect(second.code).toBe(0);
    expect((stopped?.lines ?? 0) + (rest?.lines ?? 0)).toBe(3_000);
    const doctor = await folder.runHere(['doctor', '--json']);
    expect(doctor.out).toContain('nothing waits to be decided');
    const review = await folder.runHere(['import', 'many.ndjson', '--json']);
    expect(JSON.parse(review.out)).toMatchObject([{ alreadyDone: true, continuedAfterLine: 3_000 }]);
  }, 120_000);

  it.each([500, 1_200])(
    'takes Ctrl-C after %i ms for no fault, however far it is',
    async (ms) => {
      folder.write('many.ndjson', posts(3_000));
      const { code, out, err } = await folder.run(['import', 'many.ndjson', '--json'], {
        whileRunning: (child) => void setTimeout(() => child.kill('SIGINT'), ms),
      });
      // null: it had not begun to listen.
      expect([null, 0, 130]).toContain(code);
      expect(err).not.toContain('should not have happened');
      if (code !== null) expect(Array.isArray(JSON.parse(out))).toBe(true);
    },
    60_000,
  );

  it('goes into the demo where there is no configuration, and says so', async () => {
    const demo = makeFolder();
    demo.write(
      'posts.ndjson',
      '{"text":"Voltara, my car stands in the workshop for six weeks and nobody calls me back!"}',
    );
    const { code, out, err } = await demo.run(['import', 'posts.ndjson']);
    demo.remove();
    expect(code).toBe(0);
    expect(err).toContain('this goes into the demo');
    expect(out).toContain('1 line, 1 matched');
  }, 60_000);
});
