import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { cannotWrite } from '../lib/file-trouble.ts';

interface WrittenFile {
  /** As the person called it, with its option. */
  readonly named: string;
  readonly path: string;
  readonly mode: number;
}

/** Somebody may have the file open: it is the old one or the new one, never half of it. */
export const writeWhole = ({ named, path, mode }: WrittenFile, text: string): void => {
  const draft = `${path}.${randomUUID()}.tmp`;
  let isDrafted = false;
  try {
    writeFileSync(draft, text, { mode });
    isDrafted = true;
    renameSync(draft, path);
  } catch (cause) {
    if (isDrafted) rmSync(draft, { force: true });
    throw cannotWrite(named, cause, 'name a file in a folder that exists and is yours');
  }
};
