import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, root } from './command.mjs';

/**
 * Runs Jest and counts by the results that it writes. The warning that ESM in its sandbox is experimental tells nobody
 * anything; it is switched off by arguments, not by NODE_OPTIONS, which the programs under test would inherit.
 */
export const runJest = async (args, { isCrash, progress, say }) => {
  const directory = mkdtempSync(join(tmpdir(), 'evenhand-checks-'));
  const file = join(directory, 'results.json');
  const tally = { files: 0, passed: 0, failed: 0 };
  const onMessage = (message) => {
    if (message.kind === 'begun') tally.total = message.files;
    if (message.kind !== 'file') return;
    tally.files += 1;
    tally.passed += message.passed;
    tally.failed += message.failed;
    if (message.failure !== '') say(failureOf(message));
    progress(
      `  tests      ${tally.files} of ${tally.total} files, ${tally.passed} passed, ${tally.failed} failed`,
    );
  };
  try {
    const { code, output } = await capture(
      process.execPath,
      [...nodeArgs, ...jestArgs(file, isCrash), ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, ...inMemory(), ...(isCrash ? { EVENHAND_TEST_CRASH: 'long' } : {}) },
        onSpawn: (child) => child.on('message', onMessage),
      },
    );
    return resultOf(file, code, output);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

const memoryFolder = '/dev/shm';
const neededBytes = 4 * 2 ** 30;

/**
 * Hundreds of databases are made and thrown away, each of a thousand files: in memory that takes a third of the time.
 * Nothing that a test proves needs a disk, for machines are not switched off here.
 */
const inMemory = () => {
  if (process.env.TMPDIR !== undefined) return {};
  try {
    const { bavail, bsize } = statfsSync(memoryFolder);
    return bavail * bsize >= neededBytes ? { TMPDIR: memoryFolder } : {};
  } catch {
    return {};
  }
};

const nodeArgs = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const jestArgs = (file, isCrash) => [
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  // Not last: it would take the paths that follow for more reporters.
  `--reporters=${join(root, 'scripts', 'checks', 'jest-progress.mjs')}`,
  '--json',
  `--outputFile=${file}`,
  ...(isCrash ? ['--runInBand', 'test/crash', 'soak'] : []),
];

const failureOf = ({ path, failure }) => `  ${path}\n${failure.trimEnd().replaceAll(/^(?=.)/gm, '    ')}`;

/** Without results, or with an exit code that they do not explain, Jest itself failed and its words are shown. */
const resultOf = (file, code, output) => {
  const results = readResults(file);
  if (results === null) return { passed: 0, failed: 1, skipped: 0, note: 'did not run', output };
  const passed = results.numPassedTests;
  const skipped = results.numPendingTests + results.numTodoTests;
  const known = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const isUnexplained = known === 0 && code !== 0;
  const failed = isUnexplained ? 1 : known;
  const note = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { passed, failed, skipped, note, output: isUnexplained ? output : '' };
};

const readResults = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
