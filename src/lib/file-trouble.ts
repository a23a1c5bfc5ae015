import { UserError } from '../lib/user-error.ts';

/** A file that an option names and that cannot be written; `advice` says what to do. */
export const cannotWrite = (named: string, cause: unknown, advice: string): UserError =>
  new UserError(`${named} cannot be written (${whyNot(cause)}): ${advice}`, {
    cause,
  });

/** A file that an option names and that cannot be read. */
export const cannotRead = (named: string, cause: unknown, advice: string): UserError => {
  const isMissing = (cause as { code?: string } | null)?.code === 'ENOENT';
  const what = isMissing ? 'does not exist' : `cannot be read (${whyNot(cause)})`;
  return new UserError(`${named} ${what}: ${advice}`, { cause });
};

/** The system's reason without its jargon: no code, no name of a draft, no name of a call. */
const whyNot = (cause: unknown): string => {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  const known = reasons[code ?? ''];
  if (known !== undefined) return known;
  return (message ?? String(cause)).replace(/^E[A-Z]+: /, '').replace(/, \w+( '.*)?$/s, '');
};

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file is in the way',
  EISDIR: 'it is a folder',
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'your share of the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
};
