/**
 * What a key may be used for. `admin` opens every operation; `X:write` does not open `X:read`. The three after the cases
 * let a program know of confidential ones: no operation asks for them, and `admin` does not hold them.
 */
export const scopes = [
  'cases:read',
  'cases:write',
  'danger:read',
  'disputes:read',
  'staff-conduct:read',
  'alerts:read',
  'alerts:write',
  'problems:read',
  'problems:write',
  'contacts:write',
  'escalations:write',
  'events:read',
  'webhooks:write',
  'admin',
] as const;
export type Scope = (typeof scopes)[number];

export const isScope = (word: string): word is Scope => (scopes as readonly string[]).includes(word);
