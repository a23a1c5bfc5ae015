import { join } from 'node:path';
import { packageRoot } from '../../src/lib/package-root.ts';
import { readOwn } from '../corpus/own.ts';
import { asksForHelp } from '../options.ts';
import { askClassifier } from './ask.ts';
import { behaviourLines } from './report.ts';
import { runTest } from './run.ts';
import { behaviourTests } from './suite.ts';

const mostPosts = 300;

/** Tests of behaviour with the shipped weights: our own posts that no weight has seen, and sentences of frames. */
const main = (isTelling: boolean): void => {
  const held = readOwn(join(packageRoot, 'train', 'own')).filter(
    ({ isHeld, kind }) => isHeld === true && kind !== 'same_problem',
  );
  const posts = (['en', 'de'] as const).flatMap((language) =>
    held.filter((one) => one.language === language).slice(0, mostPosts),
  );
  const outcomes = behaviourTests(posts).map((test) => runTest(askClassifier, test));
  process.stdout.write(`${behaviourLines(outcomes).join('\n')}\n`);
  if (!isTelling) return;
  for (const { test, examples } of outcomes)
    process.stdout.write(`\n${test.language}, ${test.name}\n  ${examples.join('\n  ')}\n`);
};

const help = `Tests how the shipped weights behave: what must and what must not change an answer.

  npm run eval:behaviour                shares that failed, by family and language
  npm run eval:behaviour -- --failed    with examples of what failed
`;

if (asksForHelp(process.argv.slice(2))) process.stdout.write(help);
else main(process.argv.includes('--failed'));
