import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { capture, root } from './command.mjs';

/**
 * What integration tests start for themselves. `marks`: how a test file shows that it needs the service. PostgreSQL is
 * looked for where test/support/postgres-cluster.ts looks. `package`: Debian's; null: nothing to install, see `advice`.
 */
const services = [
  {
    name: 'redis-server',
    package: 'redis-server',
    advice: 'apt-get install redis-server',
    marks: /support\/redis-server\.ts/,
    isThere: async () => (await capture('redis-server', ['--version'])).code === 0,
  },
  {
    name: 'postgresql',
    package: 'postgresql',
    advice: 'apt-get install postgresql',
    marks: /support\/(?:postgres-cluster|engines)\.ts/,
    isThere: async () =>
      versionsOf('/usr/lib/postgresql').some((version) => existsSync(join(version, 'bin', 'initdb'))),
  },
  {
    name: 'aiosmtpd',
    package: 'python3-aiosmtpd',
    advice: 'apt-get install python3-aiosmtpd',
    marks: /support\/smtp-server\.ts/,
    isThere: async () => (await capture('/usr/bin/python3', ['-c', 'import aiosmtpd'])).code === 0,
  },
  {
    name: 'a small disk',
    package: null,
    advice: 'run as root on Linux, in a container with the capability SYS_ADMIN',
    marks: /support\/small-disk\.ts/,
    isThere: () => canMount(),
  },
];

/** Finds them, or installs them where this is ours to do. Missing on a build server is a failure, elsewhere a skip. */
export const findServices = async (say, isRequired, needed = services) => {
  let missing = await findMissing(needed);
  if (missing.length === 0)
    return outcome({ passed: 1, note: needed.map((service) => service.name).join(', ') });
  const packages = missing.flatMap((service) => service.package ?? []);
  const install =
    packages.length > 0 && canInstall() ? await installPackages(packages, say) : { code: 1, output: '' };
  missing = await findMissing(needed);
  if (missing.length === 0) return outcome({ passed: 1, note: `installed ${packages.join(', ')}` });
  const lacking = missing.map((service) => `${service.name} missing (${service.advice})`).join('; ');
  const output = install.output === '' ? '' : install.output.split('\n').slice(-5).join('\n');
  if (isRequired) return outcome({ failed: 1, note: `${lacking}: needed because CI=true`, output });
  const suites = suitesThatNeed(missing);
  return outcome({ skipped: 1, note: `${lacking}: skipped ${suites.join(', ') || 'nothing'}`, output });
};

const outcome = (given) => ({ passed: 0, failed: 0, skipped: 0, output: '', ...given });

const findMissing = async (needed) => {
  const found = await Promise.all(
    needed.map(async (service) => ((await service.isThere()) ? [] : [service])),
  );
  return found.flat();
};

/** As test/support/small-disk.ts does it. */
const canMount = async () => {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-disk-'));
  const { code } = await capture('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (code === 0) await capture('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return code === 0;
};

const versionsOf = (base) =>
  existsSync(base) ? readdirSync(base).map((version) => join(base, version)) : [];

/** Root on Debian or what is made of it. */
const canInstall = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release'))
    return false;
  return /^ID(?:_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
};

const installPackages = async (names, say) => {
  say(`  installing ${names.join(' and ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await capture('apt-get', ['update', '-qq'], { env, timeout: 180_000 });
  const install = await capture('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env,
    timeout: 300_000,
  });
  return install.code === 0
    ? install
    : { code: install.code, output: `${update.output}\n${install.output}`.trim() };
};

const suitesThatNeed = (missing) =>
  readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => {
      const text = readFileSync(path, 'utf8');
      return missing.some((service) => service.marks.test(text));
    })
    .map((path) => relative(root, path))
    .sort();
