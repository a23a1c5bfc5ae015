/** What a script may rely on; documented in docs/operation.md. */
export const exitCodes = {
  ok: 0,
  /** A fault of Evenhand: please report it. */
  failure: 1,
  /** Something that the person at the keyboard can mend: input, configuration, an id that does not exist. */
  usage: 2,
  /** A database, a queue or a polled source that does not answer. */
  unavailable: 3,
} as const;
