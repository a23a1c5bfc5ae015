/** Whole steps of -127 to 127 and what one of them is worth. */
export interface Quantised {
  readonly steps: Int8Array;
  readonly scale: number;
}

/** A few weights in a million are far above the rest: they are cut, or all others would be coarse. */
const cutAt = 0.99995;

export const quantise = (weights: Float32Array): Quantised => {
  const sizes = weights.map((weight) => Math.abs(weight)).sort();
  const top = Math.max(sizes[Math.floor(sizes.length * cutAt)] ?? 0, (sizes.at(-1) ?? 0) / 4, 1e-9);
  const scale = top / 127;
  const steps = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { steps, scale };
};

/** Tables of several heads, row by row. */
export const interleave = (heads: readonly Quantised[]): Int8Array => {
  const rows = heads[0]?.steps.length ?? 0;
  const table = new Int8Array(rows * heads.length);
  heads.forEach(({ steps }, head) => {
    for (let row = 0; row < rows; row++) table[row * heads.length + head] = steps[row] ?? 0;
  });
  return table;
};
