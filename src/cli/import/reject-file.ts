import { closeSync, openSync, writeSync } from 'node:fs';
import { cannotWrite } from '../../lib/file-trouble.ts';

export interface RejectFile {
  write(file: string, refused: readonly { readonly at: string; readonly reason: string }[]): void;
  close(): void;
}

/** Every refused line as NDJSON; the words stay in the imported file. It is opened before anything is imported. */
export const openRejectFile = (path: string | undefined): RejectFile => {
  if (path === undefined) return { write: () => undefined, close: () => undefined };
  const handle = open(path);
  return {
    write: (file, refused) => {
      for (const one of refused) writeSync(handle, `${JSON.stringify({ file, ...one })}\n`);
    },
    close: () => closeSync(handle),
  };
};

const open = (path: string): number => {
  try {
    return openSync(path, 'w');
  } catch (cause) {
    throw cannotWrite(`--rejects ${path}`, cause, 'name a file in a folder of yours');
  }
};
