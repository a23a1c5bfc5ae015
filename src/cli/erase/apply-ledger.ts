import {
  type ErasureTarget,
  erasureHash,
  installationHash,
  noteErasure,
  readStoredIds,
} from '../../ingest/erase.store.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Database } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { type EraseDeps, type Erased, type Erasing, erasePosts } from './erase-posts.ts';
import { findDeadLetters, type PackedPost } from './find-dead-letters.ts';
import type { LedgerLine } from './ledger.ts';

/** Compares every stored id with the ledger and erases what a backup brought back. Doing it twice changes nothing. */
export const applyLedger = async (
  db: Database,
  lines: readonly LedgerLine[],
  deps: EraseDeps & { readonly file: string },
): Promise<Erased> => {
  const key = await db.transaction('desk', (tx) => readInstanceKey(tx));
  const stranger = lines.find(({ installation }) => installation !== installationHash(key));
  if (stranger !== undefined)
    throw new UserError(
      `${deps.file} belongs to another installation: its hashes fit no id here; name the ledger of the database that was restored`,
    );
  const found = createFindings(lines, key);
  for await (const post of storedPosts(db)) found.look(post);
  const letters = await findDeadLetters(db, found.look);
  const bySource = found.erasings(letters);
  const erased: Erased[] = [];
  for (const erasing of bySource) erased.push(await erasePosts(db, erasing, deps));
  await db.transaction('desk', async (tx) => {
    for (const { kind, key: hash, at } of lines) await noteErasure(tx, { kind, hash, at: new Date(at) });
  });
  return total(erased);
};

async function* storedPosts(db: Database): AsyncGenerator<PackedPost> {
  let last = '0';
  for (;;) {
    const slice = await db.transaction('desk', (tx) => readStoredIds(tx, last, sliceSize));
    yield* slice;
    if (slice.length < sliceSize) return;
    last = slice.at(-1)?.mentionId ?? last;
  }
}

const sliceSize = 5_000;

interface Findings {
  /** True when the ledger names the post or its author. */
  readonly look: (post: PackedPost) => boolean;
  erasings(deadLetters: readonly string[]): readonly Erasing[];
}

const createFindings = (lines: readonly LedgerLine[], key: string): Findings => {
  const erasedAt = new Map(lines.map((line) => [`${line.kind} ${line.key}`, new Date(line.at)]));
  const targets = new Map<string, { target: ErasureTarget; at: Date }>();
  const posts = new Map<string, Set<string>>();
  const known = (target: ErasureTarget): Date | undefined => {
    const hash = `${target.kind} ${erasureHash(key, target)}`;
    const at = erasedAt.get(hash);
    if (at !== undefined) targets.set(hash, { target, at });
    return at;
  };
  return {
    look: (post) => {
      const { source, nativeId, author } = post;
      const postAt = known({ kind: 'post', source, nativeId });
      const authorAt = author === null ? undefined : known({ kind: 'author', source, author });
      const isMeant = postAt !== undefined || (authorAt !== undefined && isBefore(post, authorAt));
      if (isMeant) posts.set(source, (posts.get(source) ?? new Set()).add(nativeId));
      return isMeant;
    },
    erasings: (deadLetters) =>
      [...posts].map(([source, nativeIds], index) => ({
        source,
        targets: [...targets.values()].filter(({ target }) => target.source === source),
        nativeIds: [...nativeIds],
        authors: [],
        deadLetters: index === 0 ? deadLetters : [],
      })),
  };
};

/** What somebody wrote after asking to be erased is theirs to write; what is read again from before is not kept. */
const isBefore = ({ receivedAt, publishedAt }: PackedPost, erasedAt: Date): boolean =>
  receivedAt <= erasedAt || (publishedAt !== null && publishedAt <= erasedAt);

const total = (parts: readonly Erased[]): Erased => ({
  mentions: sum(parts, (part) => part.mentions),
  cases: parts.flatMap((part) => part.cases),
  samples: sum(parts, (part) => part.samples),
  deadLetters: sum(parts, (part) => part.deadLetters),
  labels: [...new Set(parts.flatMap((part) => part.labels))],
  statements: [...new Set(parts.flatMap((part) => part.statements))],
  renewed: sum(parts, (part) => part.renewed),
  notRecalled: parts.flatMap((part) => part.notRecalled),
});

const sum = (parts: readonly Erased[], of: (part: Erased) => number): number =>
  parts.reduce((all, part) => all + of(part), 0);
