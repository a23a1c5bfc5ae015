/** What a platform lets a source ask for, as it stood after an answer; shown by `poll`, `doctor` and the metrics. */
export interface SourceQuota {
  readonly unit: 'requests' | 'units';
  readonly used: number;
  readonly limit: number;
  /** ISO 8601 UTC, when `used` begins at 0 again; null: it is counted over the time just past. */
  readonly resetsAt: string | null;
}

/** The quota as it stands now: what was used before it began anew is used no more. */
export const quotaAt = (quota: SourceQuota, now: Date): SourceQuota =>
  quota.resetsAt !== null && Date.parse(quota.resetsAt) <= now.getTime()
    ? { ...quota, used: 0, resetsAt: null }
    : quota;
