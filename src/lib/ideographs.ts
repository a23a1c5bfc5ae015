/** Han of the BMP and Hangul syllables: letters without case, marks or compatibility forms of their own. */
export const isIdeographOrSyllable = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3);
