import { SingleBar } from 'cli-progress';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { Io } from '../io.ts';
import { sayImport } from './texts.ts';

/** What an import tells of itself while it runs. */
export type Progress =
  | { readonly kind: 'spooling'; readonly bytes: number }
  | { readonly kind: 'hashing'; readonly bytes: number; readonly totalBytes: number }
  | {
      readonly kind: 'page';
      readonly bytes: number;
      readonly totalBytes: number;
      readonly lines: number;
      readonly kept: number;
    }
  | { readonly kind: 'waiting'; readonly batches: number }
  | { readonly kind: 'old' }
  | { readonly kind: 'deciding'; readonly left: number };

export interface ProgressBar {
  show(progress: Progress): void;
  end(): void;
}

/** A bar on a terminal; elsewhere nothing, so that logs stay readable. */
export const createProgress = (io: Pick<Io, 'isErrTerminal'>, language: CatalogueLanguage): ProgressBar => {
  if (!io.isErrTerminal) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {percentage}%  {what}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
  });
  let isStarted = false;
  let most = 0;
  const set = (value: number, total: number, what: string): void => {
    if (!isStarted) bar.start(Math.max(1, total), 0, { what });
    isStarted = true;
    bar.setTotal(Math.max(1, total));
    bar.update(Math.min(value, Math.max(1, total)), { what });
  };
  return {
    show: (progress) => {
      if (progress.kind === 'spooling')
        return set(0, 1, sayImport(language, 'spooling', { megabytes: megabytes(progress.bytes) }));
      if (progress.kind === 'hashing')
        return set(progress.bytes, progress.totalBytes, sayImport(language, 'hashing'));
      if (progress.kind === 'page')
        return set(
          progress.bytes,
          progress.totalBytes,
          sayImport(language, 'reading', { lines: progress.lines, kept: progress.kept }),
        );
      if (progress.kind === 'waiting' || progress.kind === 'old') return;
      most = Math.max(most, progress.left);
      set(most - progress.left, most, sayImport(language, 'deciding', { count: progress.left }));
    },
    end: () => {
      if (isStarted) bar.stop();
      isStarted = false;
      most = 0;
    },
  };
};

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
