import { caseName } from '../../domain/case-id.ts';

/** A case as the record tells it for an export; `text` is of the post that opened it. */
export interface ExportRow {
  readonly caseId: string;
  readonly brand: string;
  readonly source: string;
  readonly severity: string;
  readonly danger: string | null;
  readonly status: string;
  readonly disposition: string | null;
  readonly mergedInto: string | null;
  readonly inDispute: boolean;
  readonly isHistory: boolean;
  readonly categories: readonly string[];
  readonly openedAt: Date;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly dueTarget: string | null;
  readonly snoozedUntil: Date | null;
  readonly firstResponseAt: Date | null;
  readonly firstResponseVia: string | null;
  readonly lastResponseAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly posts: number;
  readonly version: number;
  readonly text: string | null;
}

/** The columns of the CSV, in their order; the keys of the NDJSON. */
export const exportColumns = [
  'id',
  'brand',
  'source',
  'severity',
  'danger',
  'status',
  'disposition',
  'mergedInto',
  'inDispute',
  'isHistory',
  'categories',
  'openedAt',
  'receivedAt',
  'dueAt',
  'dueTarget',
  'snoozedUntil',
  'firstResponseAt',
  'firstResponseVia',
  'lastResponseAt',
  'resolvedAt',
  'closedAt',
  'posts',
  'version',
  'excerpt',
] as const;

export type ExportedCase = Readonly<Record<(typeof exportColumns)[number], unknown>>;

/**
 * What leaves the desk of a case: no author, no link, no name of whoever works on it, nothing of reach, and of its words
 * a masked beginning. Cases of danger and cases in dispute leave without words, whatever was read.
 */
export const toExported = (row: ExportRow, mask: (text: string) => string): ExportedCase => {
  const { caseId, text, mergedInto, ...rest } = row;
  const isConfidential = row.danger !== null || row.inDispute;
  return {
    id: caseName(caseId),
    ...rest,
    mergedInto: mergedInto === null ? null : caseName(mergedInto),
    excerpt: text === null || isConfidential ? null : mask(text),
  };
};
