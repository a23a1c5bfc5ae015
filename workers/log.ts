import { Writable } from 'node:stream';
import { createLogger, format, type Logger, transports } from 'winston';

export interface LogOptions {
  readonly level: string;
  /** Pretty on a terminal, JSON lines elsewhere. */
  readonly isPretty: boolean;
  readonly isColour: boolean;
  readonly write: (line: string) => void;
}

/** Ids, counts and sentences of our own; neither names nor text of any post ever reach a log. */
export const createLog = ({ level, isPretty, isColour, write }: LogOptions): Logger => {
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      write(chunk.toString());
      done();
    },
  });
  return createLogger({
    level,
    format: isPretty ? prettyFormat(isColour) : format.combine(format.timestamp(), format.json()),
    transports: [new transports.Stream({ stream })],
  });
};

const marks: Readonly<Record<string, string>> = { error: '✗', warn: '!', info: '·', debug: ' ' };

const prettyFormat = (isColour: boolean) =>
  format.printf(({ level, message, ...rest }) => {
    const { traceId, ...facts } = rest as Record<string, unknown>;
    const details = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null);
    const tail =
      details.length === 0 ? '' : `  ${details.map(([key, value]) => `${key}=${String(value)}`).join(' ')}`;
    const time = new Date().toISOString().slice(11, 19);
    const line = `${time} ${marks[level] ?? '·'} ${String(message)}${tail}${traceId === undefined ? '' : ` [${String(traceId)}]`}`;
    if (!isColour) return line;
    if (level === 'error') return `\u001b[31m${line}\u001b[39m`;
    return level === 'warn' ? `\u001b[33m${line}\u001b[39m` : `\u001b[2m${line}\u001b[22m`;
  });
