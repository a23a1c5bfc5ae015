import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createXReader } from '../../../src/sources/recorded/x.ts';
import { readAll } from '../file/file-samples.ts';
import { itWithShared } from '../x/with-shared.ts';

const folder = new URL('../../../../shared/fixtures/twarc-csv/test-data/', import.meta.url);

describe('recorded X traffic in files', () => {
  itWithShared('is mapped whole: 1,409 posts of 1,409, and the line that was cut off is named', async () => {
    let posts = 0;
    const refused: string[] = [];
    for (const name of readdirSync(folder)) {
      // flat.jsonl was rewritten by the tool that recorded it.
      if (!name.endsWith('.jsonl') || name === 'flat.jsonl') continue;
      const reading = await readAll({ path: new URL(name, folder).pathname, from: 'x', pageSize: 50 });
      posts += reading.mentions.length;
      refused.push(...reading.rejected.map(({ at, reason }) => `${name}, ${at} ${reason}`));
    }
    expect(posts).toBe(1409);
    expect(refused).toContain('streaming_output_with_error.jsonl, line 8 is not JSON');
    expect(refused.every((line) => line.endsWith('is not JSON'))).toBe(true);
  });

  itWithShared('collapses an edit chain into one post with revisions', () => {
    const read = createXReader();
    const versions = ['edited_before.jsonl', 'edited_after.jsonl'].flatMap((name) =>
      read(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).events.map((event) =>
        event.kind === 'mention' ? [event.nativeId, event.revision] : [],
      ),
    );
    expect(new Set(versions.map(([id]) => id)).size).toBe(1);
    expect(versions.map(([, revision]) => revision)).toEqual([0, 1]);
  });

  it('holds posts, deletions, or neither', () => {
    const read = createXReader();
    const post = { id: '12', text: 'my lamp is broken', author_id: '7' };
    expect(read({ data: [post, { id: '7', username: 'jo' }] })).toMatchObject({
      events: [{ nativeId: '12', author: '7' }],
      refused: [],
    });
    expect(read({ data: post, matching_rules: [] }).events).toHaveLength(1);
    expect(read(post).events).toHaveLength(1);
    expect(read({ data: { text: 'no id' } })).toMatchObject({
      events: [],
      refused: ['post 1 has no id or no text'],
    });
    for (const none of [{ errors: [{ title: 'operational-disconnect' }] }, { meta: { result_count: 0 } }, {}])
      expect(read(none)).toEqual({ events: [], refused: [], passedOver: ['a line without a post'] });
    expect(read({ data: [post, { id: '7', username: 'jo' }, { id: '13' }] }).passedOver).toEqual([
      'an entry without text',
      'an entry without text',
    ]);
    expect(read({ id: '13', action: 'delete' })).toMatchObject({ events: [], refused: [] });
    expect(read({ id: '1', uri: 'https://a.example/1', content: '<p>of Mastodon</p>' })).toEqual({
      events: [],
      refused: ['is nothing that X sends: it has neither data nor text'],
    });
    for (const key of ['tweet', 'post'])
      expect(read({ data: { delete: { event_at: '2026-11-01T00:00:00Z', [key]: { id: '12' } } } })).toEqual({
        events: [{ kind: 'deletion', nativeId: '12' }],
        refused: [],
      });
    expect(read({ data: { user_delete: { user: { id: '7' } } } }).events).toEqual([
      { kind: 'deletion', author: '7' },
    ]);
    expect(read(3).refused).toEqual(['is not a JSON object']);
  });
});
