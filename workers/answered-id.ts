import type { Mention } from '../src/domain/post.ts';

/** An own account that names no post, as in comment feeds, answers the one that began the thread. */
export const answeredId = ({ parent, thread, nativeId, authorRole }: Mention['post']): string | null =>
  parent ?? (authorRole !== 'customer' && thread !== nativeId ? thread : null);
