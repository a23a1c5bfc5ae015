import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { complaintText } from '../support/line.ts';
import { endPrograms, preparePlace, startProgram, until } from '../support/service.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const one of close.splice(0).reverse()) await one();
});

describe('a webhook on the own network that network.allow does not name', () => {
  it('is told of at start, at the delivery and by doctor, each with the key that opens it', async () => {
    let calls = 0;
    const receiver = createServer((_request, response) => {
      calls += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    close.push(() => receiver.close());
    await until(() => receiver.listening);
    const pair = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const howTo = `is not a public address; if it is on your own network, add "${pair}" to network.allow in evenhand.yaml`;
    const place = await preparePlace(
      `channels:\n  hook: { kind: webhook, url: "http://${pair}/hush", secret: "\${HOOK_SECRET}" }\n`,
    );
    close.push(() => place.remove());
    const program = startProgram({ folder: place.folder, env: place.env });
    await program.says(/"ready"/);
    const said = (): string => program.output().replaceAll('\\"', '"');
    expect(said()).toContain(`channels.hook.url: will be refused because 127.0.0.1 ${howTo}`);
    await place.push('shop', [
      {
        id: 'a',
        author: 'u1',
        text: `${complaintText(1)} Voltara: the charger caught fire and burnt my hand.`,
      },
    ]);
    await until(() => said().includes(`a notification waits because ${pair} ${howTo}`), {
      what: 'the sentence of the delivery',
    });
    const doctor = startProgram({ folder: place.folder, env: place.env, args: ['doctor'] });
    await doctor.ended();
    const told = doctor.output().replaceAll(/\s+/g, ' ');
    expect(told).toContain('hook is not called: its address leads into your own network');
    expect(told).toContain(`"${pair}" to network.allow`);
    expect(`${said()}${doctor.output()}`).not.toContain('hush');
    expect(calls).toBe(0);
    expect((await program.stop()).code).toBe(0);
  }, 60_000);
});
