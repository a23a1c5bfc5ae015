import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/lib/package-root.ts';
import { UserError } from '../../src/lib/user-error.ts';
import { asksForHelp } from '../options.ts';
import { readPosts } from './posts.ts';
import { readSentences } from './sentences.ts';
import { trainDanger } from './train-danger.ts';

const usage = 'npm run train:danger -- FOLDER [--held]';
const help = `Fits how danger is told, writes it into src/classify/rules, and prints recall and precision by cross-validation.

  npm run train:danger -- ../shared/data           some minutes
  npm run train:danger -- ../shared/data --held    also what the sentences held back say: look seldom
`;

const main = (): void => {
  if (asksForHelp(process.argv.slice(2))) {
    process.stdout.write(help);
    return;
  }
  const { folder, withHeld } = optionsOf(process.argv.slice(2));
  const sentences = readSentences(join(packageRoot, 'train', 'own'));
  const { sources, report } = trainDanger({ sentences, posts: readPosts(folder), withHeld });
  for (const [name, source] of Object.entries(sources))
    writeFileSync(join(packageRoot, 'src', 'classify', 'rules', name), source);
  process.stdout.write(report);
};

const optionsOf = (args: readonly string[]) => {
  const [folder, ...more] = args.filter((arg) => arg !== '--held');
  if (folder === undefined || folder.startsWith('--') || more.length > 0)
    throw new UserError(`name one folder of labelled text: ${usage}`);
  return { folder, withHeld: args.includes('--held') };
};

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof UserError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof UserError ? 2 : 1;
}
