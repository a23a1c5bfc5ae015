import { findOtherHead } from '../../cases/log/verify.store.ts';
import type { RootsVerified } from '../../cases/log/verify-roots.store.ts';
import type { Database } from '../../postgres/database.ts';
import type { OutsideRoots } from './outside-roots.ts';

/** What the roots say of the log. */
export type RootVerdict =
  | { readonly kind: 'same'; readonly roots: number; readonly lastDay: string | null }
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
  const lastDay = roots.at(-1)?.day ?? null;
  if (outside.kind === 'hex') {
    const known = roots.some(({ root }) => root === outside.root);
    if (!known) return { kind: 'unknown_root', root: outside.root };
    return differentDay === null
      ? { kind: 'same', roots: 1, lastDay }
      : { kind: 'stored_differs', day: differentDay };
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
  return outside.files.length === 0
    ? { kind: 'none' }
    : { kind: 'same', roots: outside.files.length, lastDay };
};
