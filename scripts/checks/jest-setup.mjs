import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in which the test files of a run find what they share: test/support/shared-cluster.ts. */
export default function makeRunFolder() {
  process.env.EVENHAND_TEST_RUN = mkdtempSync(join(tmpdir(), 'evenhand-run-'));
}
