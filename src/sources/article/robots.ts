/** The name by which robots.txt may address us (RFC 9309 2.2.1). */
const ROBOT = 'evenhand';

export interface Robots {
  /** `path` with its query, as it is asked for. */
  allows(path: string): boolean;
}

export const everythingAllowed: Robots = { allows: () => true };
export const nothingAllowed: Robots = { allows: () => false };

/** RFC 9309 2.5: at least 500 KiB are read. */
const LONGEST = 512_000;

/** robots.txt as RFC 9309 reads it: our own group, else that of `*`; the longest rule wins, and `allow` among equals. */
export const parseRobots = (text: string): Robots => {
  const rules = rulesFor(text.slice(0, LONGEST));
  return {
    allows: (path) => {
      if (path === '/robots.txt') return true;
      const fitting = rules.filter((rule) => rule.fits(path));
      const longest = Math.max(0, ...fitting.map(({ length }) => length));
      const strongest = fitting.filter(({ length }) => length === longest);
      return strongest.length === 0 || strongest.some(({ isAllow }) => isAllow);
    },
  };
};

interface Rule {
  readonly isAllow: boolean;
  readonly fits: PathPattern;
  readonly length: number;
}

interface Group {
  readonly agents: readonly string[];
  readonly rules: Rule[];
}

const rulesFor = (text: string): readonly Rule[] => {
  const groups = readGroups(text);
  const naming = (agent: string): readonly Group[] => groups.filter(({ agents }) => agents.includes(agent));
  const ours = naming(ROBOT);
  return (ours.length > 0 ? ours : naming('*')).flatMap(({ rules }) => rules);
};

/** Names that follow each other share the rules that follow them. */
const readGroups = (text: string): readonly Group[] => {
  const groups: Group[] = [];
  for (const [, key = '', value = ''] of text.matchAll(/^[ \t]*([A-Za-z-]+)[ \t]*:[ \t]*([^\r\n#]*)/gm)) {
    const name = key.toLowerCase();
    const last = groups.at(-1);
    if (name === 'user-agent') {
      const isNaming = last !== undefined && last.rules.length === 0;
      const agents = [...(isNaming ? last.agents : []), productOf(value)];
      groups.splice(isNaming ? -1 : groups.length, isNaming ? 1 : 0, { agents, rules: [] });
    } else if (name === 'allow' || name === 'disallow') {
      last?.rules.push(ruleOf(name === 'allow', value.trim()));
    }
  }
  return groups;
};

const productOf = (value: string): string => /^[A-Za-z_-]+|^\*/.exec(value.trim())?.[0].toLowerCase() ?? '';

/** An empty `disallow` forbids nothing. */
const ruleOf = (isAllow: boolean, path: string): Rule =>
  path === '' || path.length > 2_000
    ? { isAllow: true, fits: () => false, length: 0 }
    : { isAllow, fits: pathPattern(path), length: path.length };

export type PathPattern = (path: string) => boolean;

/**
 * `*` stands for anything, `$` for the end; also how tdmrep.json writes locations. Each part is looked for once, behind
 * the one before it: a pattern of a stranger costs no more than its length.
 */
export const pathPattern = (written: string): PathPattern => {
  const isWhole = written.endsWith('$');
  const parts = decoded(isWhole ? written.slice(0, -1) : written).split('*');
  const [first = '', ...rest] = parts;
  const last = isWhole ? (rest.pop() ?? null) : '';
  return (path) => {
    const asked = decoded(path);
    if (!asked.startsWith(first)) return false;
    // A pattern without `*` that ends is the whole path.
    if (last === null) return asked.length === first.length;
    let at = first.length;
    for (const part of rest) {
      const found = asked.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return asked.length - last.length >= at && asked.endsWith(last);
  };
};

const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
