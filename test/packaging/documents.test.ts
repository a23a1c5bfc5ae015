import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { variableNames } from '../../config/env-variables.ts';
import { jsonSchemaText } from '../../config/json-schema.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import { stages } from '../../workers/stages.ts';
import { cleanEnvironment } from './dockerfile.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

const markdownUnder = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', ...markdownUnder('docs')];

/** As GitHub names a heading. */
const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set(
    [...read(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );

const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

describe.each(pages)('%s', (page) => {
  it('links only to what is there', () => {
    const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    const broken = links.filter((to) => {
      if (/^(?:https:|mailto:)/.test(to)) return false;
      const [path = '', anchor] = to.split('#');
      const target = path === '' ? page : relative(packageRoot, join(packageRoot, dirname(page), path));
      if (!existsSync(join(packageRoot, target))) return true;
      return anchor !== undefined && !anchorsOf(target).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names only files and folders that are there', () => {
    const named = [
      ...read(page).matchAll(/`((?:src|test|workers|config|deploy|docs|scripts|bench)\/[\w./-]*)`/g),
    ];
    const absent = named.map(([, path = '']) => path).filter((path) => !existsSync(join(packageRoot, path)));
    expect(absent).toEqual([]);
  });

  it('calls only scripts and commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const text = read(page);
    const called = [...text.matchAll(/\bnpm run ([a-z][\w:]*)/g)].map(([, name = '']) => name);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const commands = [...text.matchAll(/(?:`|^|npx )evenhand ([a-z][a-z-]+)/gm)].map(([, name = '']) => name);
    expect(commands.filter((name) => !existsSync(join(packageRoot, 'src', 'cli', `${name}.ts`)))).toEqual([]);
  });
});

describe('README.md', () => {
  it('holds the two commands as they are typed', () => {
    const lines = read('README.md').split('\n');
    expect(lines).toContain('npm install && npm start');
    expect(lines).toContain('npm install && npm test');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  });

  it('names every command of the program', () => {
    const text = read('README.md');
    const names = readdirSync(join(packageRoot, 'src', 'cli'))
      .map((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? '')
      .filter(
        (name) =>
          name !== '' && /export const register\w+: RegisterCommand = /.test(read(`src/cli/${name}.ts`)),
      );
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });
});

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** Dotted paths of all keys, a name that the operator gives as `*`. */
const keysOf = (node: SchemaNode, path: string): string[] => [
  ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one) => keysOf(one, path)),
  ...(typeof node.additionalProperties === 'object' ? keysOf(node.additionalProperties, `${path}.*`) : []),
  ...Object.entries(node.properties ?? {}).flatMap(([key, below]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return [place, ...keysOf(below, place)];
  }),
];

/** Small sets of fixed words are told in the row of the key that holds them. */
const toldAbove =
  /^(.+\.(?:hours|map|tags|fields|priorities|first_response|next_response|resolution))(?:\.\*)?\.([a-z_]+)$/;

describe('docs/configuration.md', () => {
  const rows = read('docs/configuration.md').split('\n');
  const keys = keysOf(JSON.parse(jsonSchemaText()) as SchemaNode, '');

  it('tells of every key of the schema', () => {
    const leaves = keys.filter((key) => !keys.some((other) => other.startsWith(`${key}.`)));
    expect(leaves.length).toBeGreaterThan(40);
    const untold = leaves.filter((key) => {
      const [, holder, word] = toldAbove.exec(key) ?? [];
      if (holder === undefined) return !rows.some((row) => row.startsWith(`| \`${key}\` |`));
      if (/response|resolution/.test(holder)) return !rows.some((row) => row.startsWith(`| \`${holder}\` |`));
      return !rows.some((row) => row.startsWith(`| \`${holder}\` |`) && row.includes(word ?? ''));
    });
    expect(untold).toEqual([]);
  });

  it('tells of no key that the schema does not know', () => {
    const told = rows
      .map((row) => /^\| `([a-z_]+\.[a-z_.*]+)` \|/.exec(row)?.[1])
      .filter((key) => key !== undefined);
    expect(told.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('tells of every variable of the environment', () => {
    const text = rows.join('\n');
    const untold = variableNames.filter(
      (name) => name !== 'EVENHAND_SHARED' && !text.includes(`\`${name}\``),
    );
    expect(untold).toEqual([]);
  });
});

describe('docs/operation.md', () => {
  const text = read('docs/operation.md');

  it('tells of every exit code and every stage', () => {
    for (const code of Object.values(exitCodes)) expect(text).toContain(`| ${code} | `);
    for (const stage of stages) expect(text).toContain(`| \`${stage}\` |`);
  });

  it('tells of the metrics that are there, and of no other', () => {
    const code = read('workers/metrics.ts');
    const gauges = [...code.matchAll(/gauge\('(\w+)'/g)].map(([, name]) => `evenhand_${name}`);
    const counters = [...code.matchAll(/counter\('(\w+)'/g)].map(([, name]) => `evenhand_${name}_total`);
    const others = [...code.matchAll(/name: '(evenhand_\w+)'/g)].map(([, name]) => String(name));
    const told = [...text.matchAll(/^\| `(evenhand_\w+)` \| (?:gauge|counter|histogram)/gm)].map(
      ([, name]) => name,
    );
    expect(new Set(told)).toEqual(new Set([...gauges, ...counters, ...others]));
  });
});

describe('docs/adr', () => {
  it('gives a reason for every dependency that runs', () => {
    const told = markdownUnder('docs/adr').map(read).join('\n');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('.env.example', () => {
  it('is what evenhand init writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-init-'));
    const entry = join(packageRoot, 'dist', 'src', 'cli', 'main.js');
    const { status } = spawnSync(process.execPath, [entry, 'init'], { cwd: folder, env: cleanEnvironment() });
    expect(status).toBe(0);
    const written = readFileSync(join(folder, '.env.example'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(read('.env.example')).toBe(written);
  });

  it('names only variables that are known', () => {
    const names = [...read('.env.example').matchAll(/^# ([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
    const ownNames = ['SLACK_WEBHOOK_URL', 'WEBHOOK_SECRET', 'GUARD_SECRET'];
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !variableNames.includes(name) && !ownNames.includes(name))).toEqual([]);
  });
});

interface ComposeService {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
}

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, ComposeService>;
    volumes: Record<string, unknown>;
  };
  const ours = Object.values(compose.services).filter(({ command }) => command?.[0] === 'start');

  it('runs every stage, and http in each container for its health check', () => {
    const chosen = ours.map(({ command }) => command?.at(-1)?.split(',') ?? []);
    expect([...new Set(chosen.flat())].sort()).toEqual([...stages].sort());
    for (const of of chosen) expect(of).toContain('http');
  });

  it('keeps Redis from forgetting, and writes it down every second', () => {
    const command = compose.services.redis?.command?.join(' ');
    expect(command).toContain('--appendonly yes --appendfsync everysec --maxmemory-policy noeviction');
  });

  it('depends on services and uses volumes that it declares', () => {
    for (const service of Object.values(compose.services)) {
      for (const name of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(name);
      const named = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
      for (const name of named.filter((volume) => !volume.startsWith('.')))
        expect(compose.volumes).toHaveProperty(name);
    }
  });
});

describe('deploy/evenhand.service', () => {
  const lines = read('deploy/evenhand.service').split('\n');
  const sections = new Map<string, Map<string, string[]>>();
  let section = new Map<string, string[]>();
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (name !== undefined) {
      section = new Map();
      sections.set(name, section);
      continue;
    }
    const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`no setting: ${line}`);
    section.set(key, [...(section.get(key) ?? []), value ?? '']);
  }
  const service = sections.get('Service');

  it('has the three sections and starts the program', () => {
    expect([...sections.keys()]).toEqual(['Unit', 'Service', 'Install']);
    expect(service?.get('ExecStart')?.[0]).toMatch(
      /node --max-semi-space-size=\d+ \/opt\/evenhand\/dist\/src\/cli\/main\.js start --json$/,
    );
  });

  it('does not start again what only a person can mend', () => {
    expect(service?.get('RestartPreventExitStatus')).toEqual([String(exitCodes.usage)]);
  });

  it('is closed where it can be', () => {
    for (const key of [
      'NoNewPrivileges',
      'ProtectHome',
      'PrivateTmp',
      'PrivateDevices',
      'RestrictNamespaces',
    ])
      expect(service?.get(key)).toEqual(['yes']);
    expect(service?.get('ProtectSystem')).toEqual(['strict']);
    expect(service?.get('User')).toEqual(['evenhand']);
  });
});
