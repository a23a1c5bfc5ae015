import { describe, expect, it } from '@jest/globals';
import { asCalled, programAs, withConfig } from '../../src/lib/program.ts';

const main = (root: string): string => `${root}/dist/src/cli/main.js`;

describe('how the program is called', () => {
  it.each([
    ['npx in a checkout', '/cache/npm/_npx/1b6e/node_modules/.bin/evenhand', '/srv/evenhand', 'npx evenhand'],
    ['npm start in a checkout', main('/srv/evenhand'), '/srv/evenhand', 'npx evenhand'],
    ['a folder of the checkout', main('/srv/evenhand'), '/srv/evenhand/docs', 'npx evenhand'],
    ['a test', '/srv/evenhand/node_modules/jest/bin/jest.js', '/srv/evenhand', 'evenhand'],
  ])('is told for %s, where npm starts the service', (_, script, cwd, command) => {
    expect(programAs(script, { root: '/srv/evenhand', cwd })).toEqual({ command, start: 'npm start' });
  });

  it.each([
    ['a checkout next door', '/srv/evenhand', '/srv/evenhand-2', 'node ../evenhand/dist/src/cli/main.js'],
    ['a checkout far away', '/opt/evenhand', '/var/lib/eh', 'node /opt/evenhand/dist/src/cli/main.js'],
    ['a shim of an installation', '/npm/node_modules/evenhand', '/people/kim', 'evenhand'],
    ['a shim of a project', '/people/kim/desk/node_modules/evenhand', '/people/kim/desk/q3', 'npx evenhand'],
  ])('is told for %s, which starts the service itself', (_, root, cwd, command) => {
    expect(programAs(main(root), { root, cwd })).toEqual({ command, start: `${command} start` });
  });

  it.each([
    ['an installation', '/usr/local/bin/evenhand', '/people/kim', 'evenhand'],
    [
      'a project that holds it',
      '/people/kim/desk/node_modules/.bin/evenhand',
      '/people/kim/desk',
      'npx evenhand',
    ],
  ])('is told for %s by the name that was typed', (_, script, cwd, command) => {
    const root = '/people/kim/desk/node_modules/evenhand';
    expect(programAs(script, { root, cwd })).toEqual({ command, start: `${command} start` });
  });

  it('rewrites the commands that a text names, and nothing else', () => {
    const text =
      'Write evenhand.yaml with "evenhand init"; npx evenhand cases list. See ./evenhand cases, evenhand needs it.';
    expect(asCalled(text, { command: 'npx evenhand', start: 'npm start' })).toBe(
      'Write evenhand.yaml with "npx evenhand init"; npx evenhand cases list. See ./evenhand cases, evenhand needs it.',
    );
    expect(asCalled(text)).toBe(text);
    const start = 'start it with "npm start", or "npm start -- --stages triage"';
    expect(asCalled(start, { command: 'evenhand', start: 'evenhand start' })).toBe(
      'start it with "evenhand start", or "evenhand start --stages triage"',
    );
  });

  it.each([
    [['-c', 'desk.yaml', 'cases', 'list'], '-c desk.yaml'],
    [['cases', 'list', '--config=desk.yaml', '--all'], '-c desk.yaml'],
    [['start', '-c', "kim's desk.yaml"], "-c 'kim'\\''s desk.yaml'"],
  ])('suggests commands for the configuration that %j named', (given, option) => {
    const called = withConfig({ command: 'npx evenhand', start: 'npm start' }, given);
    expect(asCalled('evenhand cases take EH-1; npm start; npm start -- --stages triage', called)).toBe(
      `npx evenhand ${option} cases take EH-1; npm start -- ${option}; npm start -- ${option} --stages triage`,
    );
    const installed = withConfig({ command: 'evenhand', start: 'evenhand start' }, given);
    expect(asCalled('npm start -- --stages triage', installed)).toBe(
      `evenhand ${option} start --stages triage`,
    );
  });

  it.each([[['cases', 'list', '--json']], [['-c']], [[]]])('adds nothing where %j names none', (given) => {
    const called = { command: 'npx evenhand', start: 'npm start' };
    expect(withConfig(called, given)).toEqual(called);
  });
});
