/**
 * An order number or the like in the one form in which the desk compares them: upper case, without separators, as
 * `classify` finds them in posts. null for what cannot be one: fewer than 4 or more than 24 letters and digits, or no digit.
 */
export const normalIdentifier = (written: string): string | null => {
  const plain = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^(?=.*\d)[A-Z0-9]{4,24}$/.test(plain) ? plain : null;
};
