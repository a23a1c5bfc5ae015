/** Events of our own wording, in the shape of Jetstream v1 without `time_us`. */
export const postOf = (rkey: string, text: string, more: Record<string, unknown> = {}) => ({
  did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa',
  kind: 'commit',
  commit: {
    rev: '3mmoojpaqkn2z',
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey,
    record: {
      $type: 'app.bsky.feed.post',
      createdAt: '2026-05-04T09:00:00.000Z',
      langs: ['en'],
      text,
      ...more,
    },
    cid: `bafyrei${'a'.repeat(52)}`,
  },
});

export const idOf = (rkey: string): string =>
  `at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/${rkey}`;

const refTo = (uri: string) => ({ cid: `bafyrei${'b'.repeat(52)}`, uri });

export const replyOf = (rkey: string, text: string, root: string, parent = root) =>
  postOf(rkey, text, { reply: { parent: refTo(parent), root: refTo(root) } });

export const deletionOf = (rkey: string) => ({
  did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa',
  kind: 'commit',
  commit: { rev: '3mmoojpaqkn2z', operation: 'delete', collection: 'app.bsky.feed.post', rkey },
});

export const accountOf = (did: string, status: string | null) => ({
  did,
  kind: 'account',
  account: {
    active: status === null,
    did,
    seq: 1,
    ...(status === null ? {} : { status }),
    time: '2026-05-04T09:00:00Z',
  },
});
