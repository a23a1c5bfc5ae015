import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codeVersion } from '../../src/classify/code-version.ts';
import { packageRoot } from '../../src/lib/package-root.ts';

const room = join(packageRoot, 'src', 'classify');

const codeHash = (): string => {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('code-version.ts'))
    .sort((a, b) => (a < b ? -1 : 1));
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.replaceAll('\\', '/')).update(readFileSync(join(room, file)));
  return hash.digest('hex').slice(0, 12);
};

describe('the version of the rules', () => {
  it('names the code that decides, so that a replay knows whether it is the same', () => {
    // Changed a rule? Write this value into src/classify/code-version.ts: decisions then carry another version.
    expect(codeVersion).toBe(codeHash());
  });
});
