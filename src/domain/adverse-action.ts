/** What a company's systems do against a customer. */
export const adverseKinds = [
  'order_cancelled',
  'account_suspended',
  'warranty_denied',
  'price_changed',
] as const;
export type AdverseKind = (typeof adverseKinds)[number];

/** How long `proceed` holds where nobody says otherwise: a week in which a complaint may come that it does not know. */
export const usualValidDays = 7;
