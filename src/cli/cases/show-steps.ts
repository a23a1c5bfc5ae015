import { SingleBar } from 'cli-progress';
import type { Io } from '../io.ts';

export interface Steps {
  next(what: string): void;
  end(): void;
}

/** A bar on a terminal; elsewhere nothing, so that logs stay readable. */
export const showSteps = ({ isErrTerminal }: Pick<Io, 'isErrTerminal'>, total: number): Steps => {
  if (!isErrTerminal) return { next: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {value}/{total}  {what}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(total, 0, { what: '' });
  return { next: (what) => bar.increment(1, { what }), end: () => bar.stop() };
};
