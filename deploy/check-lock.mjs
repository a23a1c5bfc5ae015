// node check-lock.mjs LOCKFILE: fails when node_modules holds a package that the lock file does not name in this
// version. "npm install" adds what a lock lacks without a word; an image must not.
import { readFileSync } from 'node:fs';

const [lockFile = 'package-lock.json'] = process.argv.slice(2);
const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
const locked = packagesOf(lockFile);
const installed = Object.entries(packagesOf('node_modules/.package-lock.json'));

const faultOf = ([path, { version, integrity, optional }]) => {
  const entry = locked[path];
  // Binaries for one platform are all that a lock which was made elsewhere may lack.
  if (entry === undefined) return optional === true ? null : 'is not in the lock file';
  if (entry.version !== version) return `is ${version}, and the lock file says ${entry.version}`;
  return entry.integrity === integrity ? null : 'has another checksum than in the lock file';
};

const faults = installed.flatMap((entry) => {
  const fault = faultOf(entry);
  return fault === null ? [] : [`${entry[0]} ${fault}`];
});
if (installed.length === 0) faults.push('node_modules is empty');
for (const fault of faults) console.error(fault);
console.log(`${installed.length} packages installed, ${faults.length} not as in ${lockFile}`);
process.exit(faults.length === 0 ? 0 : 1);
