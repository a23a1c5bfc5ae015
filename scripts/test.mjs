// Every check of the project, in an order that fails fast: `npm test`. What follows `--` goes to Jest.
// `--crash` runs the long form of the crash tests and soaks instead of the checks that need no service.
import { availableParallelism } from 'node:os';
import { runCommand } from './checks/command.mjs';
import { runJest } from './checks/jest.mjs';
import { createReport } from './checks/report.mjs';
import { findServices } from './checks/services.mjs';

const checks = [
  { name: 'types', script: 'check:types' },
  { name: 'format', script: 'check:format' },
  { name: 'lint', script: 'check:lint' },
  { name: 'imports', script: 'check:imports' },
  { name: 'dead code', script: 'check:unused' },
];

const args = process.argv.slice(2);
const isCrash = args.includes('--crash');
const jestArgs = args.filter((arg) => arg !== '--crash');
const report = createReport(process.stdout);

report.say(`Evenhand's checks on Node ${process.versions.node}, ${availableParallelism()} cores`);
await report.step('build', () => runCommand([process.execPath, 'scripts/ensure-built.mjs']));
if (report.failed > 0) report.end('the rest needs dist/ and did not run');
else {
  await report.step('services', () => findServices(report.say, process.env.CI === 'true'));
  if (!isCrash) for (const { name, script } of checks) await report.step(name, () => runCommand(script));
  await report.step('tests', () =>
    runJest(jestArgs, { isCrash, progress: report.progress, say: report.say }),
  );
  report.end();
}
