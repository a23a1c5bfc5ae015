import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { capture, root } from './command.mjs';

/**
 * What integration tests start for themselves. `marks`: how a test file shows that it needs the service. PostgreSQL is
 * looked for where test/support/postgres-cluster.ts looks.
 */
const services = [
  {
    package: 'redis-server',
    marks: /support\/redis-server\.ts/,
    isThere: async () => (await capture('redis-server', ['--version'])).code === 0,
  },
  {
    package: 'postgresql',
    marks: /support\/(?:postgres-cluster|engines)\.ts/,
    isThere: async () =>
      versionsOf('/usr/lib/postgresql').some((version) => existsSync(join(version, 'bin', 'initdb'))),
  },
];

/** Finds them, or installs them where this is ours to do. Missing on a build server is a failure, elsewhere a skip. */
export const findServices = async (say, isRequired) => {
  let missing = await findMissing();
  const names = missing.map((service) => service.package);
  if (missing.length === 0)
    return outcome({ passed: 1, note: services.map((service) => service.package).join(', ') });
  const install = canInstall() ? await installPackages(names, say) : { code: 1, output: '' };
  missing = await findMissing();
  if (missing.length === 0) return outcome({ passed: 1, note: `installed ${names.join(', ')}` });
  const left = missing.map((service) => service.package).join(' and ');
  const suites = suitesThatNeed(missing);
  const advice = `${left} missing (apt-get install ${missing.map((service) => service.package).join(' ')})`;
  const output = install.output === '' ? '' : install.output.split('\n').slice(-5).join('\n');
  if (isRequired) return outcome({ failed: 1, note: `${advice}: needed because CI=true`, output });
  return outcome({ skipped: 1, note: `${advice}: skipped ${suites.join(', ') || 'nothing'}`, output });
};

const outcome = (given) => ({ passed: 0, failed: 0, skipped: 0, output: '', ...given });

const findMissing = async () => {
  const found = await Promise.all(
    services.map(async (service) => ((await service.isThere()) ? [] : [service])),
  );
  return found.flat();
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
