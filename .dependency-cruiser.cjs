/**
 * Who may import whom (DESIGN.md 3), as one list. A rule that fails is named in the output; the names say what is
 * wrong, the comments say why. test/locks/imports.test.ts breaks every rule once on purpose.
 */

/** Room of src/ -> the other rooms that its files may import. Everybody may import `domain` and `lib`. */
const rooms = {
  // The words of the trade and a handful of mechanisms: below everything, importing nothing of ours.
  domain: [],
  lib: [],
  // The blind half. What passes between these rooms is a `domain` type; workers call them in order.
  sources: [],
  ingest: [],
  classify: [],
  triage: [],
  problems: [],
  cases: [],
  notify: [],
  // When a source usually speaks: pure.
  rhythm: [],
  // Invisible to all rooms above.
  reach: ['cases'],
  viral: [],
  digest: ['cases', 'problems', 'reach', 'viral'],
  audit: [
    'sources',
    'ingest',
    'classify',
    'triage',
    'problems',
    'cases',
    'notify',
    'reach',
    'viral',
    'digest',
  ],
  // Edges. `http` and `cli` compose and are ruled below.
  postgres: [],
  queue: ['postgres'],
};

const bottom = ['domain', 'lib'];
/** These rooms hold no tables of their own: no store, no exception. */
const pureRooms = ['domain', 'lib', 'classify', 'triage', 'rhythm', 'viral'];
/** The split of a mention is the single place where the two halves meet, and it sees only a pure function. */
const splitFiles = ['^src/ingest/split\\.ts$', '^src/ingest/pack-page\\.ts$'];
const sealFile = '^src/reach/seal\\.ts$';

/** Decides and tells: the rooms, and the workers that run them with the files those are made of. */
const blind = [
  '^src/(classify|triage|problems|cases|notify)/',
  '^workers/(triage|notify)\\.worker\\.ts$',
  '^workers/(commit-batch|decide|decided-batch|decider|deliver|notifier)[^/]*\\.ts$',
];
const sighted = '^src/(reach|viral|digest|audit)/';

const roomRule = ([room, others]) => {
  const isAtBottom = bottom.includes(room);
  const allowed = [room, ...(isAtBottom ? [] : bottom), ...others];
  const stores = pureRooms.includes(room) || room === 'postgres' || room === 'queue';
  return {
    name: `${room}-imports-only-${isAtBottom ? 'itself' : allowed.filter((name) => name !== room).join('-')}`,
    comment: `src/${room} may import: ${allowed.join(', ')}. What it needs of another room arrives as a value.`,
    severity: 'error',
    from: { path: `^src/${room}/`, ...(room === 'ingest' ? { pathNot: splitFiles } : {}) },
    to: {
      path: '^(src|workers|config|test|bench|scripts|train)/',
      pathNot: `^src/(${(stores ? allowed : [...allowed, 'postgres']).join('|')})/`,
    },
  };
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // -- rooms --
    ...Object.entries(rooms).map(roomRule),
    {
      name: 'split-imports-only-the-seal',
      comment: 'Counts go in, opaque bytes come out: ingest sees nothing else of reach.',
      severity: 'error',
      from: { path: splitFiles },
      to: {
        path: '^(src|workers|config|test|bench|scripts|train)/',
        pathNot: ['^src/(ingest|domain|lib)/', sealFile],
      },
    },
    {
      name: 'seal-is-pure',
      comment: 'What ingest may import of reach must not lead it to the rest of reach, nor to any effect.',
      severity: 'error',
      from: { path: sealFile },
      to: { pathNot: '^src/(domain|lib)/' },
    },
    {
      name: 'http-imports-no-command',
      severity: 'error',
      comment: 'Both compose; http stands on its own.',
      from: { path: '^src/http/' },
      to: { path: '^(src/cli|config|test|bench|scripts|train)/' },
    },

    // -- stores --
    {
      name: 'postgres-only-in-stores',
      comment: 'In the rooms only *.store.ts speaks to the database; the rest stays pure or gets values.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.store\\.ts$', '^src/(postgres|queue|http|cli)/'],
      },
      to: { path: '^src/postgres/' },
    },
    {
      name: 'sql-only-in-stores',
      comment: 'Statements stand in stores and in postgres/; nobody builds one elsewhere in src.',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: ['\\.store\\.ts$', '^src/postgres/'] },
      to: { path: '(?:^|/)node_modules/(kysely|pg|@electric-sql/pglite)/' },
    },
    {
      name: 'queue-library-only-in-queue',
      comment: 'BullMQ behind one small room.',
      severity: 'error',
      from: { pathNot: '^src/queue/' },
      to: { path: '(?:^|/)node_modules/(bullmq|ioredis)/' },
    },

    // -- lock 2 of reach-blindness --
    {
      name: 'lock-2-blind-rooms-never-reach-the-audience',
      comment: 'Over any number of steps, types included: what decides and tells must not see reach.',
      severity: 'error',
      from: { path: blind },
      to: { path: sighted, reachable: true },
    },
    {
      name: 'digest-and-audit-only-at-the-edges',
      comment: 'Only workers, http and cli show what these two make.',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: '^src/(digest|audit|http|cli)/' },
      to: { path: '^src/(digest|audit)/' },
    },

    // -- edges --
    {
      name: 'src-never-imports-workers',
      comment:
        'Workers compose src. Commands may start stages in their own process (start, import, poll), and those that decide a post must decide it by the very code of the worker (classify, verify, review).',
      severity: 'error',
      from: {
        path: '^(src|config)/',
        pathNot: '^src/cli/(start|import|poll|classify|verify|review)(\\.ts$|/)',
      },
      to: { path: '^workers/' },
    },
    {
      name: 'config-arrives-as-values',
      comment: 'Only the commands and the workers, which start things, know the configuration as a whole.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^config/' },
    },
    {
      name: 'config-imports-only-domain-and-lib',
      comment: 'Settings are read before anything runs.',
      severity: 'error',
      from: { path: '^config/' },
      to: { path: '^(src|workers|test|bench|scripts|train)/', pathNot: '^src/(domain|lib)/' },
    },
    {
      name: 'workers-import-no-command',
      severity: 'error',
      comment:
        'Commands call workers, never the other way round; how a table looks on a terminal is no command.',
      from: { path: '^workers/' },
      to: { path: '^(src/cli|test|bench|scripts|train)/', pathNot: '^src/cli/render/' },
    },

    // -- libraries --
    {
      name: 'natural-only-in-classify',
      comment: 'One room knows the language library.',
      severity: 'error',
      from: { pathNot: '^src/classify/' },
      to: { path: '(?:^|/)node_modules/(@types/)?natural/' },
    },
    {
      name: 'natural-never-by-its-root',
      comment: 'Its root loads 1,268 modules in 0.9 s and calls dotenv five times: import a deep path.',
      severity: 'error',
      from: {},
      to: { path: '(?:^|/)node_modules/natural/(package\\.json|lib/natural/index\\.(js|d\\.ts))$' },
    },
    {
      name: 'dotenv-only-in-env',
      comment: 'config/env.ts alone reads the environment.',
      severity: 'error',
      from: { pathNot: '^config/env\\.ts$' },
      to: { path: '(?:^|/)node_modules/dotenv/' },
    },
    {
      name: 'no-development-package-at-run-time',
      comment: 'It is not there after npm install --omit=dev.',
      severity: 'error',
      from: {},
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(?:^|/)node_modules/@types/',
      },
    },
    {
      name: 'only-declared-packages',
      comment: 'A package that only another package brings may vanish with it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },

    // -- shape --
    {
      name: 'no-cycles',
      comment: 'Two files that need each other want to be one, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it and it imports nobody: it is not part of the program.',
      severity: 'error',
      from: { orphan: true, path: '^(src|workers)/', pathNot: ['\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere hides what stands behind it from every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Other parsers miss re-exports silently; TypeScript 7 offers none.
    parser: 'swc',
    // Imports of types count: a type is knowledge too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(?:^|/)node_modules/' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.js', '.cjs', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
