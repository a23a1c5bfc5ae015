/** What a key may be used for. `admin` opens everything; `X:write` does not open `X:read`. */
export const scopes = [
  'cases:read',
  'cases:write',
  'problems:read',
  'problems:write',
  'contacts:write',
  'escalations:read',
  'escalations:write',
  'adverse-actions:write',
  'events:read',
  'webhooks:write',
  'admin',
] as const;
export type Scope = (typeof scopes)[number];

export const isScope = (word: string): word is Scope => (scopes as readonly string[]).includes(word);
