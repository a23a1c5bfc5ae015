import { type DangerKind, dangerKinds } from '../../domain/classification.ts';
import type { Cue } from '../lexicon/cues.ts';
import type { Hit } from '../reading/read.ts';
import { dangerWeights } from './danger-weights.ts';

/** How far a stretch of text tells of danger: above 0 it does. `kind` is the likeliest kind, whatever the score. */
export interface DangerScore {
  readonly score: number;
  readonly kind: DangerKind;
}

export interface DangerSigns {
  /** Phrases of danger and signs, as they stand after figures of speech and negations are taken away. */
  readonly hits: readonly Hit[];
  /** Cues of other rules that were seen: whose story it is, what speaks for a supposition or a figure of speech. */
  readonly cues: readonly Cue[];
  readonly hasQuestion: boolean;
}

/** Signs that mean much the same, so that frames ("what heats" beside "a part of the body") hold for all of them. */
const groups: Readonly<Record<string, string>> = {
  HAZ: 'fire fire_frame smoke smoke_frame burnt melt spark explode shock shock_frame gas smell_frame heat swell',
  HARD: 'fire_frame smoke_frame burnt melt shock_frame smell_frame controls_frame explode gas',
  HARM: 'injury hurt acute sick death cut_frame',
  HELP: 'hospital doctor emergency_line',
  FIG: 'figure drastic laugh show game c:hyperbole',
  CHILD: 'child child_age',
  THREAT: 'violence menace weapon',
  SOFT: 'money digital office',
  LIFE: 'medicine deprived',
};

const groupsOf: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const [group, members] of Object.entries(groups))
    for (const member of members.split(' ')) found.set(member, [...(found.get(member) ?? []), group]);
  return found;
})();

/** `A&B`: a frame, both of its sides in the stretch; learned which of them tell something. */
const frames: readonly (readonly [name: string, a: string, b: string])[] = Object.keys(dangerWeights)
  .filter((name) => name.includes('&'))
  .map((name) => [name, name.split('&')[0] ?? '', name.split('&')[1] ?? ''] as const);

interface Seen {
  count: number;
  first: number;
  last: number;
}

/** Adds up what is seen: one look at each sign and each frame. */
export const scoreDanger = (signs: DangerSigns): DangerScore => {
  const { seen, kinds } = countSigns(signs.hits);
  seeContext(seen, signs);
  const sums = [...(dangerWeights.bias ?? zero)];
  for (const [name, { count }] of seen) {
    add(sums, name);
    if (count > 1) add(sums, `${name}#2`);
  }
  for (const [group, count] of kinds)
    for (const least of [1, 2]) if (count > least) add(sums, `${group}>${least}`);
  for (const [name, a, b] of frames) if (areApart(seen.get(a), seen.get(b))) add(sums, name);
  return { score: sums[0] ?? 0, kind: likeliest(sums) };
};

/** How often each sign and group was seen, and how many signs of each group. */
const countSigns = (hits: readonly Hit[]) => {
  const seen = new Map<string, Seen>();
  const kinds = new Map<string, number>();
  for (const hit of hits) {
    const name = hit.cue === 'danger' ? `D:${hit.label}` : (hit.label ?? '');
    const isNew = !seen.has(name);
    see(seen, name, hit.from);
    for (const group of groupsOf.get(name) ?? none) {
      see(seen, group, hit.from);
      if (isNew) kinds.set(group, (kinds.get(group) ?? 0) + 1);
    }
  }
  return { seen, kinds };
};

const seeContext = (seen: Map<string, Seen>, { cues, hasQuestion }: DangerSigns): void => {
  for (const cue of cues) see(seen, `c:${cue}`, -1);
  if (cues.includes('hyperbole')) see(seen, 'FIG', -1);
  if (hasQuestion) see(seen, 'c:question', -1);
};

const none: readonly string[] = [];
const zero: readonly number[] = [0, 0, 0, 0, 0];

const see = (seen: Map<string, Seen>, name: string, at: number): void => {
  const known = seen.get(name);
  if (known === undefined) seen.set(name, { count: 1, first: at, last: at });
  else {
    known.count++;
    known.first = Math.min(known.first, at);
    known.last = Math.max(known.last, at);
  }
};

/** Both were seen, and not in one and the same word only. */
const areApart = (a: Seen | undefined, b: Seen | undefined): boolean =>
  a !== undefined && b !== undefined && (a.first !== b.last || a.last !== b.first);

const add = (sums: number[], name: string): void => {
  const row = dangerWeights[name];
  if (row !== undefined) for (let at = 0; at < row.length; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
};

const likeliest = (sums: readonly number[]): DangerKind => {
  let best: DangerKind = 'person_at_risk';
  let most = Number.NEGATIVE_INFINITY;
  for (const [nth, kind] of dangerKinds.entries()) {
    const sum = sums[nth + 1] ?? 0;
    if (sum <= most) continue;
    best = kind;
    most = sum;
  }
  return best;
};
