import { relative } from 'node:path';
import { root } from './command.mjs';

/** A test that leaves a timer or a socket open would keep Jest for ever. */
const graceMs = 30_000;

/** Tells the process that started Jest how far it is, file by file. */
export default class JestProgress {
  onRunStart({ numTotalTestSuites }) {
    process.send?.({ kind: 'begun', files: numTotalTestSuites });
  }

  onTestResult(_test, result) {
    process.send?.({
      kind: 'file',
      path: relative(root, result.testFilePath),
      passed: result.numPassingTests,
      failed: result.numFailingTests + (result.testExecError === undefined ? 0 : 1),
      failure: result.failureMessage ?? '',
    });
  }

  /** The timer itself keeps nobody: it rings only when something else was left open. */
  onRunComplete() {
    const end = () => {
      process.stderr.write(`Jest did not end within ${graceMs / 1000} s: a test left something open.\n`);
      process.exit(1);
    };
    setTimeout(end, graceMs).unref();
  }
}
