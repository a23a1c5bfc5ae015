import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/lib/package-root.ts';
import { UserError } from '../../src/lib/user-error.ts';
import { readSentences } from './sentences.ts';
import { trainDanger } from './train-danger.ts';

const main = (): void => {
  const { sources, report } = trainDanger(readSentences(join(packageRoot, 'train', 'own')));
  for (const [name, source] of Object.entries(sources))
    writeFileSync(join(packageRoot, 'src', 'classify', 'rules', name), source);
  process.stdout.write(report);
};

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof UserError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof UserError ? 2 : 1;
}
