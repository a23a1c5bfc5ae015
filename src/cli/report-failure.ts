import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { asCalled } from '../lib/program.ts';
import { sentenceIn } from '../lib/sentences.ts';
import { UserError } from '../lib/user-error.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';

/** The one place that turns an error into words and an exit code. */
export const reportFailure = (
  error: unknown,
  io: Pick<Io, 'err'>,
  language: CatalogueLanguage = 'en',
): number => {
  if (error instanceof UserError) {
    const lines = error.message.split('\n').map((line) => sentenceIn(line, language));
    io.err(`evenhand: ${asCalled(lines.join('\n'))}\n`);
    return exitCodes.usage;
  }
  const unavailable = whyUnavailable(error);
  if (unavailable !== null) {
    io.err(`evenhand: ${unavailable}\n`);
    return exitCodes.unavailable;
  }
  const { stack, message } = error instanceof Error ? error : new Error(String(error));
  io.err(
    `evenhand: this should not have happened: ${message}\n${stack ?? ''}\nPlease report it with the lines above.\n`,
  );
  return exitCodes.failure;
};

const codes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  ENOENT: 'its socket does not exist',
  ECONNRESET: 'it closed the connection',
  '57P03': 'it is starting or shutting down',
  '57P01': 'it is shutting down',
  '53300': 'it takes no more connections',
};
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong',
  '28000': 'the login is refused',
  '3D000': 'the database does not exist',
};

/** A sentence for a database that does not answer; null for every other error. */
export const whyUnavailable = (error: unknown): string | null => {
  const { code, syscall } = (error ?? {}) as { code?: string; syscall?: string };
  const nested =
    error instanceof AggregateError ? (error.errors[0] as { code?: string } | undefined)?.code : undefined;
  const known = code ?? nested;
  if (known === undefined) return null;
  if (refusals[known] !== undefined) return `the database refuses (${refusals[known]}): correct DATABASE_URL`;
  if (codes[known] === undefined || (known === 'ENOENT' && syscall !== 'connect')) return null;
  return `the database cannot be reached (${codes[known]}): start it, or correct DATABASE_URL`;
};
