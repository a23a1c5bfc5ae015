/** What an import may tell about the audience of a post, in the words of the import format. */
export const audienceFields = ['followers', 'verified', 'likes', 'reposts', 'replies', 'views'] as const;
export type AudienceField = (typeof audienceFields)[number];

type Counts = { [Field in AudienceField]?: number | boolean };

/** Keeps the known fields of the right shape, untouched: they are sealed unread. What else stands there is ignored. */
export const readAudience = (told: unknown, ignore: (key: string) => void): Counts | null => {
  if (told === undefined || told === null) return null;
  if (typeof told !== 'object' || Array.isArray(told)) {
    ignore('audience');
    return null;
  }
  const counts: Counts = {};
  let isEmpty = true;
  for (const [key, value] of Object.entries(told)) {
    if (value === null) continue;
    if (!isAudienceField(key) || !hasShape(key, value)) {
      ignore(`audience.${key}`);
      continue;
    }
    counts[key] = value as number | boolean;
    isEmpty = false;
  }
  return isEmpty ? null : counts;
};

const isAudienceField = (key: string): key is AudienceField =>
  (audienceFields as readonly string[]).includes(key);

const hasShape = (field: AudienceField, value: unknown): boolean =>
  field === 'verified' ? typeof value === 'boolean' : Number.isSafeInteger(value) && (value as number) >= 0;

/** A cell as a person's spreadsheet shows it: 12,345 and 12.345 are whole numbers, "yes" and "ja" are true. */
export const audienceCell = (field: AudienceField, cell: string): unknown => {
  const text = cell.trim();
  if (text === '') return undefined;
  if (field === 'verified') return truth.get(text.toLowerCase()) ?? text;
  if (/^\d+$/.test(text)) return Number(text);
  return /^\d{1,3}(?:([.,'’\u00a0\u202f ])\d{3})(?:\1\d{3})*$/.test(text)
    ? Number(text.replace(/\D/g, ''))
    : text;
};

const truth = new Map<string, boolean>([
  ...['true', 'yes', 'y', '1', 'ja', 'wahr', 'x'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', 'nein', 'falsch', '-'].map((word) => [word, false] as const),
]);
