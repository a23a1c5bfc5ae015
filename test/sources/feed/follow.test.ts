import { describe, expect, it } from '@jest/globals';
import { createFeedSource } from '../../../src/sources/feed.ts';
import type { SourceDeps } from '../../../src/sources/source.ts';
import { lookAt } from '../../support/look.ts';
import { clockAt } from '../../support/simulated.ts';

const feedOf = (items: string): string =>
  `<rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>T</title>${items}</channel></rss>`;
const entry = (id: string, text: string, more = ''): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${id}</title><description>${text}</description>${more}</item>`;
const article = (id: string, count: number): string =>
  entry(
    id,
    'News.',
    `<wfw:commentRss>https://blog.example/c/${id}</wfw:commentRss><slash:comments>${count}</slash:comments>`,
  );

const startLab = async () => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const answers = new Map<string, string>();
  const asked: string[] = [];
  const deps: SourceDeps = {
    clock,
    signal: new AbortController().signal,
    fetch: (input) => {
      const { pathname } = new URL(String(input));
      asked.push(pathname);
      const body = answers.get(pathname);
      return Promise.resolve(new Response(body ?? '', { status: body === undefined ? 404 : 200 }));
    },
  };
  answers.set('/feed', feedOf(article('a', 1) + article('quiet', 0)));
  answers.set('/c/a', feedOf(entry('c1', 'one')));
  answers.set('/c/quiet', feedOf(''));
  const source = createFeedSource({ name: 'blog', url: 'https://blog.example/feed', comments: true });
  let cursor = null;
  for await (const page of source.pages(null, deps)) cursor = page.cursor;
  asked.length = 0;
  return { answers, asked, deps, source, cursor };
};

describe('the comments under an article', () => {
  it('are asked for though the feed says that none came, each told once', async () => {
    const { answers, asked, deps, source, cursor } = await startLab();
    answers.set('/c/a', feedOf(entry('c2', 'two') + entry('c1', 'one')));
    const first = await lookAt(source, { thread: 'a', cursor }, deps);
    expect(first.mentions.map(({ nativeId, thread, parent }) => [nativeId, thread, parent])).toEqual([
      ['c2', 'a', 'a'],
    ]);
    answers.set('/c/a', feedOf(entry('c3', 'three') + entry('c2', 'two')));
    const second = await lookAt(source, { thread: 'a', cursor, mark: first.mark }, deps);
    expect(second.texts).toEqual(['three']);
    expect(asked).toEqual(['/c/a', '/c/a']);
  });

  it('are asked for as often where nobody comments', async () => {
    const { answers, asked, deps, source, cursor } = await startLab();
    answers.set('/c/quiet', feedOf(entry('q1', 'late')));
    expect((await lookAt(source, { thread: 'quiet', cursor }, deps)).texts).toEqual(['late']);
    expect(asked).toEqual(['/c/quiet']);
  });

  it('are left alone where no feed of them is known or wanted', async () => {
    const { asked, deps, source, cursor } = await startLab();
    expect(await lookAt(source, { thread: 'unknown', cursor }, deps)).toMatchObject({
      events: [],
      error: null,
    });
    expect(
      createFeedSource({ name: 'blog', url: 'https://blog.example/feed', comments: false }).follow,
    ).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
