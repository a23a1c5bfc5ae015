/**
 * The address, absolute; null where it is none. To be asked instead of `URL.canParse`, which in Node 20 judges letters
 * between U+0080 and U+00FF otherwise than `new URL` as soon as it was called often enough to be compiled.
 */
export const parseUrl = (address: string, base?: string): URL | null => {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
};
