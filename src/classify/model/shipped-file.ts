import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../lib/package-root.ts';
import { UserError } from '../../lib/user-error.ts';
import { decodeModel, type ModelFile } from './model-file.ts';

/** The weights that come with this release. */
export const modelPath: string = join(packageRoot, 'models', 'evenhand.bin');

let checksum: string | null = null;

/** Names the weights by what they are, without keeping them: whoever only asks for the version needs no model. */
export const modelChecksum = (): string => {
  if (checksum === null) readShipped();
  return checksum ?? '';
};

/** Throws a UserError of one sentence where they are missing or damaged. */
export const readShipped = (): ModelFile => {
  const bytes = bytesOf(modelPath);
  const file = decodeModel(bytes, modelPath);
  checksum = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return file;
};

const bytesOf = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UserError(`${path} cannot be read: put the file of this release back, or run npm run train`, {
      cause,
    });
  }
};
