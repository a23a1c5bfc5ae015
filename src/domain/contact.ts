export const contactKinds = ['call', 'ticket', 'mail', 'chat'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** An attempt of a customer to reach the company, as the company's own log of calls and tickets has it. */
export interface LoggedContact {
  /** The log's own name of it: the same one counts once. */
  readonly externalId: string;
  /** Normalised; see `normalIdentifier`. */
  readonly identifier: string;
  readonly at: Date;
  readonly kind: ContactKind;
  /** Somebody picked up or wrote back. */
  readonly isAnswered: boolean;
}
