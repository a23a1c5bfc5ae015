import { describe, expect, it } from '@jest/globals';
import { benchmarkNames } from '../../bench/benchmark.ts';
import { help, parseOptions } from '../../bench/options.ts';
import { UserError } from '../../src/lib/user-error.ts';

describe('the options', () => {
  it('ask for everything in five rounds when nothing is said', () => {
    expect(parseOptions([])).toEqual({ names: benchmarkNames, rounds: 5, isQuick: false, json: null });
  });

  it('choose benchmarks, rounds, size and a file', () => {
    const args = ['--only', 'next-50, start-first', '--rounds', '7', '--quick', '--json', 'out.json'];
    expect(parseOptions(args)).toEqual({
      names: ['next-50', 'start-first'],
      rounds: 7,
      isQuick: true,
      json: 'out.json',
    });
  });

  it('ask for help, which names every benchmark', () => {
    expect([parseOptions(['--help']), parseOptions(['-h'])]).toEqual([null, null]);
    for (const name of benchmarkNames) expect(help).toContain(name);
  });

  it.each([
    [['--only', 'next-51'], /^--only next-51: there is no such benchmark; there are pipeline-redis, /],
    [['--rounds', '0'], /^--rounds 0 is no number of rounds: give a whole number from 1$/],
    [['--fast'], /^Unknown option '--fast': there are --json FILE, /],
  ])('%j are refused in one sentence', (args, sentence) => {
    expect(() => parseOptions(args)).toThrow(UserError);
    expect(() => parseOptions(args)).toThrow(sentence);
  });
});
