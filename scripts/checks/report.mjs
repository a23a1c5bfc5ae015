/**
 * One calm line per step with its duration; what a step said only when it failed; one line at the end.
 * @param {import('node:tty').WriteStream} out
 */
export const createReport = (out) => {
  const paint = createPaint(out);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failedSteps = [];
  let isProgressShown = false;

  const clear = () => {
    if (isProgressShown) out.write('\r\x1b[K');
    isProgressShown = false;
  };
  const say = (text) => {
    clear();
    out.write(`${text}\n`);
  };
  const progress = (text) => {
    if (!out.isTTY) return;
    clear();
    out.write(paint.dim(text.slice(0, (out.columns || 80) - 1)));
    isProgressShown = true;
  };

  const step = async (name, work) => {
    progress(`  ${name} …`);
    const begun = performance.now();
    const result = await work().catch((error) => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      note: 'failed',
      output: String(error.stack),
    }));
    for (const key of Object.keys(total)) total[key] += result[key];
    if (result.failed > 0) failedSteps.push(name);
    say(line(name, result, performance.now() - begun));
    if (result.output.trim() !== '') say(indent(result.output.trimEnd()));
  };

  const line = (name, { failed, skipped, note }, ms) => {
    const colour = failed > 0 ? paint.red : skipped > 0 ? paint.yellow : paint.green;
    return `  ${name.padEnd(10)} ${colour(note.padEnd(44))} ${paint.dim(seconds(ms))}`;
  };

  /** The exit code says the same as the last line. */
  const end = (why = '') => {
    if (failedSteps.length > 0) say(`failed: ${failedSteps.join(', ')}${why === '' ? '' : `; ${why}`}`);
    const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
    say(`${total.passed} passed, ${total.failed} failed${skipped}`);
    process.exitCode = total.failed > 0 ? 1 : 0;
  };

  return {
    say,
    progress,
    step,
    end,
    get failed() {
      return total.failed;
    },
  };
};

const seconds = (ms) => `${(ms / 1000).toFixed(1).padStart(6)} s`;

const indent = (text) => text.replaceAll(/^(?=.)/gm, '    ');

/** Colours on a terminal only, and not there either where NO_COLOR is set (no-color.org). */
const createPaint = (out) => {
  const isColoured = out.isTTY === true && (process.env.NO_COLOR ?? '') === '';
  const code = (number) => (text) => (isColoured ? `\x1b[${number}m${text}\x1b[0m` : text);
  return { red: code(31), green: code(32), yellow: code(33), dim: code(2) };
};
