/** A case as people call it, everywhere: `EH-12`. */
export const caseName = (id: string): string => `EH-${id}`;

/** `12`, `EH-12`, `eh-12` and `#12` are one case; null for what cannot be the number of one. */
export const parseCaseId = (text: string): string | null => {
  const [, digits] = /^(?:EH-|#)?0*([1-9]\d{0,17})$/i.exec(text.trim()) ?? [];
  return digits ?? null;
};
