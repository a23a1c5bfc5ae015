import { describe, expect, it } from '@jest/globals';
import { asCalled, programAs } from '../../src/lib/program.ts';

const main = (root: string): string => `${root}/dist/src/cli/main.js`;

describe('how the program is called', () => {
  it.each([
    [
      'npx in a checkout',
      '/root/.npm/_npx/1b6e/node_modules/.bin/evenhand',
      '/work/evenhand',
      'npx evenhand',
    ],
    ['npm start in a checkout', main('/work/evenhand'), '/work/evenhand', 'npx evenhand'],
    ['a folder of the checkout', main('/work/evenhand'), '/work/evenhand/docs', 'npx evenhand'],
    [
      'a checkout next door',
      main('/work/evenhand'),
      '/work/evenhand-2',
      'node ../evenhand/dist/src/cli/main.js',
    ],
    ['a checkout far away', main('/opt/evenhand'), '/var/lib/eh', 'node /opt/evenhand/dist/src/cli/main.js'],
    ['an installation', '/usr/local/bin/evenhand', '/home/kim', 'evenhand'],
    [
      'a project that holds it',
      '/home/kim/desk/node_modules/.bin/evenhand',
      '/home/kim/desk',
      'npx evenhand',
    ],
    ['a test', '/work/evenhand/node_modules/jest/bin/jest.js', '/work/evenhand', 'evenhand'],
  ])('is told for %s', (_, script, cwd, called) => {
    const root = script.endsWith('main.js') ? script.replace('/dist/src/cli/main.js', '') : '/work/evenhand';
    expect(programAs(script, { root, cwd })).toBe(called);
  });

  it('tells a shim of an installation from one of a project', () => {
    const installed = '/npm/node_modules/evenhand';
    expect(programAs(main(installed), { root: installed, cwd: '/home/kim' })).toBe('evenhand');
    const local = '/home/kim/desk/node_modules/evenhand';
    expect(programAs(main(local), { root: local, cwd: '/home/kim/desk/q3' })).toBe('npx evenhand');
  });

  it('rewrites the commands that a text names, and nothing else', () => {
    const text =
      'Write evenhand.yaml with "evenhand init"; npx evenhand cases list. See ./evenhand cases, evenhand needs it.';
    expect(asCalled(text, 'npx evenhand')).toBe(
      'Write evenhand.yaml with "npx evenhand init"; npx evenhand cases list. See ./evenhand cases, evenhand needs it.',
    );
    expect(asCalled(text, 'evenhand')).toBe(text);
  });
});
