import { describe, expect, it } from '@jest/globals';
import { createChatwootSink } from '../../../src/notify/sinks/chatwoot.ts';

const at = (minute: number): number => Date.UTC(2026, 10, 20, 10, minute) / 1_000;
const noted = (minute: number, content: string, attributes?: unknown) => ({
  id: minute,
  content,
  message_type: 2,
  private: false,
  created_at: at(minute),
  ...(attributes === undefined ? {} : { content_attributes: attributes }),
});
const turned = (minute: number, status: string) =>
  noted(minute, `Conversation was marked ${status} by Max`, {
    activity: { type: 'conversation_status_changed', status },
  });
const written = { ...noted(5, 'And nobody answers.'), message_type: 0, sender: { type: 'contact' } };
const assigned = noted(6, 'Assigned to resolved-team by Automation System');

describe('since when a conversation of Chatwoot stands as it stands', () => {
  const read = async (messages: readonly object[], status = 'resolved'): Promise<Date | null> => {
    const json = (body: object) => Promise.resolve(new Response(JSON.stringify(body)));
    const fetchThere = ((url: string | URL) =>
      json(String(url).endsWith('/messages') ? { payload: messages } : { status })) as typeof fetch;
    const sink = createChatwootSink({ baseUrl: 'http://desk.test', token: 't', accountId: 1, inboxId: 4 });
    const outcome = await sink.read('7', {
      fetch: fetchThere,
      now: () => new Date(),
      signal: new AbortController().signal,
    });
    if (outcome.kind !== 'done') throw new Error(outcome.reason);
    return outcome.value.statusAt;
  };

  it('is when the status changed, whatever else was noted since', async () => {
    expect(await read([turned(0, 'resolved'), written, assigned])).toEqual(new Date(at(0) * 1_000));
    expect(await read([turned(0, 'resolved'), turned(3, 'open'), turned(4, 'resolved')])).toEqual(
      new Date(at(4) * 1_000),
    );
  });

  it.each([
    ['what is noted is about somebody else than the status', [assigned]],
    ['it is noted in words alone', [noted(0, 'Conversation was marked resolved by Max')]],
    ['the newest note is about another status', [turned(0, 'resolved'), turned(3, 'open')]],
    ['notes carry what nobody knows', [noted(0, 'x', { activity: 'resolved' }), noted(1, 'x', [])]],
    ['nothing is noted', [written]],
  ])('is not told where %s', async (_what, messages) => {
    expect(await read(messages)).toBeNull();
  });
});
