const { imul } = Math;

/** Hash of a string of UTF-16 code units from `from` up to `to`, 32 bits, the same on every machine. */
export const hashOf = (text: string, seed: number, from = 0, to = text.length): number => {
  let hash = seed ^ 0x811c9dc5;
  for (let at = from; at < to; at++) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finish(hash);
};

/** Hash of two hashes in their order. */
export const mix = (a: number, b: number): number =>
  finish(imul(a, 0x9e3779b1) ^ imul(b, 0x85ebca77) ^ 0x27d4eb2f);

const finish = (hash: number): number => {
  const once = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const twice = imul(once ^ (once >>> 12), 0x297a2d39);
  return (twice ^ (twice >>> 15)) | 0;
};
