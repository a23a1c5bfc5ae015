import type { LogRoot } from '../../cases/log/root.store.ts';
import { countSealsAfter } from '../../cases/log/seal.store.ts';
import { findOtherHead } from '../../cases/log/verify.store.ts';
import type { RootsVerified } from '../../cases/log/verify-roots.store.ts';
import type { Database } from '../../postgres/database.ts';
import type { OutsideRoots } from './outside-roots.ts';

/** What the roots say of the log. */
export type RootVerdict =
  /** `later`: seals that the last of the roots does not cover, because they are of a day that is not over. */
  | { readonly kind: 'same'; readonly roots: number; readonly lastDay: string; readonly later: number }
  /** Nothing was kept outside, or nothing is there yet to compare. */
  | { readonly kind: 'none' }
  | { readonly kind: 'stored_differs'; readonly day: string }
  | { readonly kind: 'unknown_root'; readonly root: string }
  | { readonly kind: 'root_differs'; readonly day: string }
  | {
      readonly kind: 'head_differs';
      readonly day: string;
      readonly caseId: string;
      readonly seq: number;
      readonly found: boolean;
      readonly activity: string | null;
    };

/** A root file tells the very case and activity; a root alone only that something before it is not as it was. */
export const compareRoots = async (
  db: Database,
  { roots, differentDay }: RootsVerified,
  outside: OutsideRoots,
): Promise<RootVerdict> => {
  const same = async (count: number, { day, upTo }: Pick<LogRoot, 'day' | 'upTo'>): Promise<RootVerdict> => ({
    kind: 'same',
    roots: count,
    lastDay: day,
    later: await db.transaction('desk', (tx) => countSealsAfter(tx, upTo)),
  });
  if (outside.kind === 'hex') {
    const known = roots.find(({ root }) => root === outside.root);
    if (known === undefined) return { kind: 'unknown_root', root: outside.root };
    return differentDay === null ? same(1, known) : { kind: 'stored_differs', day: differentDay };
  }
  for (const file of outside.files) {
    const other = await db.transaction('desk', (tx) => findOtherHead(tx, file.heads));
    if (other !== null) {
      const { caseId, seq, found, kind } = other;
      return { kind: 'head_differs', day: file.day, caseId, seq, found, activity: kind };
    }
    const inside = roots.find(({ day }) => day === file.day);
    if (inside?.root !== file.root) return { kind: 'root_differs', day: file.day };
  }
  if (differentDay !== null) return { kind: 'stored_differs', day: differentDay };
  const last = outside.files.at(-1);
  return last === undefined ? { kind: 'none' } : same(outside.files.length, last);
};
