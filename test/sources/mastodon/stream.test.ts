import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { writeBytes } from '../../support/stand-in.ts';
import { cursorOf, deletionsOf, idsOf, type Lab, mentionsOf, startLab, walk } from './harness.ts';

const token = 'secret-token';
const stream = { silenceMs: 2_000, pageMs: 50, lastsMs: 600 };

const wire = (event: string, data: string): Buffer =>
  Buffer.from(`event: ${event}\ndata: ${data}\n\n:thump\n`);

const opened = async (lab: Lab): Promise<ServerResponse> => {
  for (;;) {
    const response = lab.standIn.streams.at(-1)?.response;
    if (response !== undefined) return response;
    await sleep(5);
  }
};

describe('the stream of a hashtag', () => {
  it('brings posts, edits and deletions as they are written, every byte alone', async () => {
    const lab = await startLab();
    const [old] = lab.publish(1);
    const source = lab.source({ token, stream: { ...stream, lastsMs: 6_000 } });
    const walking = walk(lab, source);
    const response = await opened(lab);
    const [id] = lab.publish(1, { text: 'nordbahn fällt aus 🚆', endedMsAgo: 0 });
    await writeBytes(response, wire('update', JSON.stringify(lab.standIn.statusOf(id ?? ''))));
    const toot = lab.standIn.toots.get(id ?? '');
    Object.assign(toot ?? {}, {
      body: 'nordbahn fährt wieder',
      editedAt: new Date(lab.clock.now().getTime() + 5),
    });
    response.write(wire('status.update', JSON.stringify(lab.standIn.statusOf(id ?? ''))));
    response.write(wire('notification', '{}'));
    response.write(wire('delete', old ?? ''));
    const pages = await walking;
    expect(mentionsOf(pages).map(({ text, revision }) => [text, (revision ?? 0) > 0])).toEqual([
      ['train 1 never came #Nordbahn', false],
      ['nordbahn fällt aus 🚆 #Nordbahn', false],
      ['nordbahn fährt wieder #Nordbahn', true],
    ]);
    expect(deletionsOf(pages)).toEqual([lab.standIn.uriOf(old ?? '')]);
    expect(pages.at(-1)?.isLast).toBe(true);
    expect(source.nextPollMs(cursorOf(pages))).toBe(5_000);
  });

  it('is filled up from the timeline after it broke off', async () => {
    const lab = await startLab();
    lab.publish(1);
    const source = lab.source({ token, stream });
    const walking = walk(lab, source);
    (await opened(lab)).destroy();
    const pages = await walking;
    expect(pages.flatMap(({ rejected }) => rejected ?? [])).toEqual([
      {
        at: expect.any(String),
        reason: expect.stringMatching(/stream of http:\/\/127.* broke off|closed the stream/),
      },
    ]);
    lab.clock.forward(20_000);
    const missed = lab.publish(3, { endedMsAgo: 5_000 });
    lab.standIn.streams.length = 0;
    const next = walk(lab, source, cursorOf(pages));
    expect(idsOf(await next)).toEqual(missed);
  });

  it('shows that it is alive by a page now and then, though nobody writes', async () => {
    const lab = await startLab();
    const pages = await walk(lab, lab.source({ token, stream }));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.every(({ events }) => events.length === 0)).toBe(true);
  });

  it('ends at once when the service stops', async () => {
    const lab = await startLab();
    const stopping = new AbortController();
    const deps = { ...lab.deps, signal: stopping.signal };
    const walking = walk(
      { ...lab, deps },
      lab.source({ token, stream: { ...stream, pageMs: 20_000, lastsMs: 60_000 } }),
    );
    await opened(lab);
    const began = performance.now();
    stopping.abort();
    await walking;
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is given up when the instance falls silent', async () => {
    const lab = await startLab();
    const quiet = { silenceMs: 300, pageMs: 100, lastsMs: 20_000 };
    const pages = await walk(lab, lab.source({ token, stream: quiet }));
    expect(pages.flatMap(({ rejected }) => rejected ?? []).length).toBe(1);
  });
});
