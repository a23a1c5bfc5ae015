import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createModel } from '../src/classify/model/model.ts';
import { decodeModel, encodeModel } from '../src/classify/model/model-file.ts';
import { packageRoot } from '../src/lib/package-root.ts';
import { UserError } from '../src/lib/user-error.ts';
import { askClassifier } from './behaviour/ask.ts';
import { buildModel, prepare } from './build-model.ts';
import { agreements } from './corpus/agreement.ts';
import { loadTraining, loadUnseen } from './corpus/load.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { sayOf } from './evaluation/zero-shot.ts';
import { modelCard } from './model-card.ts';
import { asksForHelp, help, parseOptions } from './options.ts';

const begun = performance.now();
const say = (what: string): void => {
  process.stderr.write(`${((performance.now() - begun) / 1_000).toFixed(0).padStart(4)} s  ${what}\n`);
};

const main = (): void => {
  const options = parseOptions(process.argv.slice(2));
  const train = join(packageRoot, 'train');
  say(`reading ${options.folder}`);
  const loaded = loadTraining({
    folder: options.folder,
    ownFolder: join(train, 'own'),
    isResearch: options.isResearch,
  });
  say(`features of ${loaded.examples.length} texts`);
  const prepared = prepare(loaded.examples);
  const file = buildModel(prepared, {
    languageFolder: join(train, 'languages'),
    trainedOn: loaded.hash,
    seeds: options.seeds,
    say,
  });
  const bytes = encodeModel(file);
  const target = options.isResearch ? 'evenhand.research.bin' : 'evenhand.bin';
  const folder = join(packageRoot, 'models');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, target), bytes);
  say(`models/${target}: ${bytes.length} bytes`);
  if (!options.isEvaluated) return;
  const model = createModel(decodeModel(bytes, target));
  const report = evaluate({
    prepared,
    model,
    ask: options.isResearch ? (text) => sayOf(model, text) : askClassifier,
    unseen: loadUnseen(options.folder),
    agreements: agreements(join(train, 'own')),
    say,
  });
  process.stdout.write(report);
  if (!options.isResearch)
    writeFileSync(join(folder, 'MODEL_CARD.md'), modelCard(report, loaded.hash, bytes.length));
};

try {
  if (asksForHelp(process.argv)) process.stdout.write(help);
  else main();
} catch (error) {
  process.stderr.write(`${error instanceof UserError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof UserError ? 2 : 1;
}
