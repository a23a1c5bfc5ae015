import type { OddFeed } from './odd-feed.ts';

const jsonFeed = (version: string, fields: object): string =>
  JSON.stringify({ version: `https://jsonfeed.org/version/${version}`, ...fields });

export const jsonFeeds: readonly OddFeed[] = [
  {
    kind: 'JSON Feed 1.0 with an id that is a number and an author',
    feed: jsonFeed('1', {
      title: 'J',
      home_page_url: 'http://j.example/',
      items: [
        {
          id: 1,
          title: 'T <b>',
          url: '/rel',
          content_html: '<p>x &amp; y</p>',
          author: { name: 'Ina' },
          date_published: '2010-02-07T14:04:00-05:00',
          tags: ['a', 'b'],
        },
      ],
    }),
    head: { title: 'J', link: 'http://j.example/' },
    items: [
      {
        id: '1',
        title: 'T <b>',
        link: 'https://blog.example/rel',
        summary: 'x & y',
        content: 'x & y',
        author: 'Ina',
        published: '2010-02-07T19:04:00Z',
        tags: ['a', 'b'],
      },
    ],
  },
  {
    kind: 'JSON Feed 1.1 with plain text, several authors and a language',
    feed: jsonFeed('1.1', {
      title: 'J',
      language: 'de-AT',
      authors: [{ name: 'Fay' }],
      items: [
        {
          id: 'x',
          content_text: '1 < 2 & <b>',
          external_url: 'http://ext.example/',
          authors: [{ name: 'A' }, { url: 'http://b.example/' }],
          summary: 'S',
          date_modified: '2010-02-07',
        },
        { id: 'y', content_text: 'text' },
      ],
    }),
    head: { title: 'J', language: 'de-AT' },
    items: [
      {
        id: 'x',
        link: 'http://ext.example/',
        summary: 'S',
        content: '1 < 2 & <b>',
        author: 'A, http://b.example/',
        updated: '2010-02-07T00:00:00Z',
      },
      { id: 'y', summary: 'text', content: 'text', author: 'Fay' },
    ],
  },
  {
    kind: 'JSON Feed with a byte order mark and no items',
    feed: `\uFEFF${jsonFeed('1.1', { title: 'J', items: [] })}`,
    head: { title: 'J' },
    items: [],
  },
  {
    kind: 'JSON Feed whose values have other types',
    feed: jsonFeed('1.1', {
      title: null,
      items: [null, { id: 'a', title: 5, content_html: null, tags: 'one', authors: 'Ina' }],
    }),
    items: [{ id: 'a', title: '5', author: 'Ina', tags: ['one'] }],
  },
];
