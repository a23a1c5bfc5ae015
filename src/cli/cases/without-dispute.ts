/** Of a case in dispute all but counsel see that it exists, and when it is due (DESIGN.md 4). */
export const withoutDispute = <
  Row extends { readonly inDispute: boolean; readonly categories: readonly unknown[] },
>(
  row: Row,
): Row => {
  if (!row.inDispute) return row;
  return 'reasons' in row ? { ...row, categories: [], reasons: [] } : { ...row, categories: [] };
};
