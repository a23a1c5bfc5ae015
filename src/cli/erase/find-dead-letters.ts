import { listDeadLetters, openDeadLetter } from '../../ingest/dead-letter.store.ts';
import type { Database } from '../../postgres/database.ts';

export interface PackedPost {
  readonly source: string;
  readonly nativeId: string;
  readonly author: string | null;
  readonly receivedAt: Date;
  readonly publishedAt: Date | null;
}

/** Dead letters keep their words packed; they are opened here, before any transaction begins. */
export const findDeadLetters = async (
  db: Database,
  isMeant: (post: PackedPost) => boolean,
): Promise<readonly string[]> => {
  const letters = await db.transaction('desk', (tx) => listDeadLetters(tx, mostLetters));
  return letters
    .filter((letter) =>
      (openDeadLetter(letter)?.mentions ?? []).some(({ post, receivedAt }) =>
        isMeant({
          source: post.source,
          nativeId: post.nativeId,
          author: post.author,
          receivedAt: new Date(receivedAt),
          publishedAt: post.publishedAt === null ? null : new Date(post.publishedAt),
        }),
      ),
    )
    .map(({ id }) => id);
};

const mostLetters = 100_000;
