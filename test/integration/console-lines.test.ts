import { afterEach, describe, expect, it } from '@jest/globals';
import { complaintText } from '../support/line.ts';
import { endPrograms, preparePlace, startProgram, until } from '../support/service.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const one of close.splice(0).reverse()) await one();
});

describe('a service without a terminal', () => {
  it('writes JSON lines and nothing else, alerts of the console channel among them', async () => {
    const place = await preparePlace('');
    close.push(() => place.remove());
    const program = startProgram({ folder: place.folder, env: place.env, args: ['start'] });
    await program.says(/"ready"/);
    const text = `${complaintText(1)} Voltara: the charger caught fire and burnt my hand.`;
    await place.push('shop', [{ id: 'a', author: 'u1', text }]);
    await until(() => program.output().includes('"case.opened"'), { what: 'the alert' });
    expect((await program.stop()).code).toBe(0);
    const lines = program
      .output()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ type }) => type === 'case.opened')).toMatchObject([
      { level: 'warn', channel: 'console', alerts: [{ severity: 'critical', danger: 'product' }] },
    ]);
    expect(program.output()).not.toContain('burnt');
  }, 60_000);
});
