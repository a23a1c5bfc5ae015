import type { Cue } from '../lexicon/cues.ts';
import type { Hit } from '../reading/read.ts';

/** What was found in a stretch of text that may tell of danger. */
export interface DangerSigns {
  /** Phrases of danger and signs, as they stand after figures of speech and negations are taken away. */
  readonly hits: readonly Hit[];
  /** Cues of other rules that were seen: whose story it is, what speaks for a supposition or a figure of speech. */
  readonly cues: readonly Cue[];
  readonly hasQuestion: boolean;
}

/** Frames (`A&B`: both of its sides in the stretch) that are looked for, by their first side. */
export type Frames = ReadonlyMap<string, readonly { readonly name: string; readonly other: string }[]>;

/** The frames among some names. */
export const framesAmong = (names: Iterable<string>): Frames => {
  const frames = new Map<string, { readonly name: string; readonly other: string }[]>();
  for (const name of names) {
    const [first, other] = name.split('&');
    if (first === undefined || other === undefined) continue;
    const list = frames.get(first);
    if (list === undefined) frames.set(first, [{ name, other }]);
    else list.push({ name, other });
  }
  return frames;
};

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

interface Seen {
  count: number;
  first: number;
  last: number;
}

/**
 * Names what is seen, each once: signs, `D:` phrases of danger, groups in capitals, `c:` cues of other rules, `#2` twice,
 * `>1` and `>2` more kinds of a group, and those of the frames that hold. Training and inference both ask here.
 */
export const dangerFeatures = (signs: DangerSigns, frames: Frames): readonly string[] => {
  if (signs.hits.length === 0) return untold;
  const { seen, kinds } = countSigns(signs.hits);
  seeContext(seen, signs);
  const names: string[] = [];
  for (const [name, { count }] of seen) {
    names.push(name);
    if (count > 1) names.push(`${name}#2`);
  }
  for (const [group, count] of kinds)
    for (const least of [1, 2]) if (count > least) names.push(`${group}>${least}`);
  for (const [first, one] of seen)
    for (const { name, other } of frames.get(first) ?? [])
      if (areApart(one, seen.get(other))) names.push(name);
  return names;
};

/** No sign tells of danger: only the words speak. */
const untold: readonly string[] = ['untold'];

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
const areApart = (a: Seen, b: Seen | undefined): boolean =>
  b !== undefined && (a.first !== b.last || a.last !== b.first);
