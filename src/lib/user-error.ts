/**
 * Something that the person at the keyboard can mend. The message is one clear sentence that names the file, key or
 * line and says what to do; the command line prints it alone and ends with exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
