import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cannotRead, cannotWrite } from '../../src/lib/file-trouble.ts';
import { type Folder, makeFolder, oneBrand, somePosts } from '../cli/run-command.ts';

describe('a file that an option names', () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = makeFolder();
    folder.write('evenhand.yaml', oneBrand);
    folder.write('posts.ndjson', somePosts);
    folder.write('plain', 'x');
    mkdirSync(join(folder.path, 'folder'));
    await folder.run(['import', 'posts.ndjson']);
  }, 60_000);
  afterAll(() => folder.remove());

  const feed = ['--url', 'https://forum.example/feed.xml'];
  it.each([
    ['digest --html', ['digest', '--html', 'no/such/digest.html'], '(its folder does not exist)'],
    ['digest --html, a folder', ['digest', '--html', 'folder'], '(it is a folder)'],
    ['digest --html below a file', ['digest', '--html', 'plain/digest.html'], 'is a file, not a folder)'],
    ['import --rejects', ['import', 'posts.ndjson', '--rejects', 'no/such'], '(its folder does not exist)'],
    ['import --map', ['import', 'posts.ndjson', '--map', 'folder'], 'cannot be read'],
    ['import FILE', ['import', 'folder'], 'is a folder'],
    ['classify --file', ['classify', '--file', 'no.jsonl'], 'no.jsonl does not exist'],
    ['classify --file, a folder', ['classify', '--file', 'folder'], 'folder cannot be read (it is a folder)'],
    ['poll --file', ['poll', '--file', 'plain/feed', ...feed], 'plain/feed cannot be read (a part of its'],
    ['erase --ledger', ['erase', '--ledger', 'folder'], 'cannot be read (it is a folder)'],
    ['--config', ['-c', 'folder', 'cases', 'list'], 'which is not a file'],
    ['--config for init', ['-c', 'plain/evenhand.yaml', 'init'], '(a file is in the way)'],
  ])(
    'is refused in one sentence with code 2 where it cannot be used: %s',
    async (_, args, said) => {
      const { code, out, err } = await folder.run(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(said);
      expect(err).not.toMatch(/ENO|EIS|EACC|\.tmp|[0-9a-f]{8}-[0-9a-f]{4}|\n.+\n/);
    },
    30_000,
  );

  it('is told of without the words of the system, whatever went wrong', () => {
    const error = (code: string, message: string) => Object.assign(new Error(message), { code });
    expect(cannotWrite('a', error('EACCES', 'EACCES: permission denied, open'), 'b').message).toBe(
      'a cannot be written (you have no right to): b',
    );
    expect(cannotWrite('a', error('ENOSPC', 'x'), 'b').message).toContain('its disk is full');
    expect(cannotRead('a', error('EIO', "EIO: i/o error, open '/x/y.tmp'"), 'b').message).toBe(
      'a cannot be read (i/o error): b',
    );
    expect(cannotRead('a', 'broken', 'b').message).toBe('a cannot be read (broken): b');
  });
});
