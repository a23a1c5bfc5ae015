/** Everything that a command reads from and writes to; tests pass another. */
export interface Io {
  readonly stdin: NodeJS.ReadStream;
  /** Results: what a script reads. */
  out(text: string): void;
  /** Remarks, progress and errors. */
  err(text: string): void;
  /** stdout is a terminal. */
  readonly isTerminal: boolean;
  readonly isErrTerminal: boolean;
  readonly isColour: boolean;
  readonly width: number;
}

export const processIo = (color: 'always' | 'never' | 'auto'): Io => ({
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  isErrTerminal: process.stderr.isTTY === true,
  isColour: color === 'always' || (color === 'auto' && process.stdout.isTTY === true),
  width: process.stdout.isTTY === true ? Math.max(60, Math.min(process.stdout.columns, 140)) : 100,
});
