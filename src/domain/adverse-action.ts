/** What a company's systems do against a customer. */
export const adverseKinds = [
  'order_cancelled',
  'account_suspended',
  'warranty_denied',
  'price_changed',
] as const;
export type AdverseKind = (typeof adverseKinds)[number];
