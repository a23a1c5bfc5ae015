import type { RawEvent } from '../../domain/raw-mention.ts';
import { refusalOf } from './map-status.ts';
import { type Reading, readDeletion, readStatus } from './read-statuses.ts';
import { mastodonStatus } from './status.ts';

export interface ReadEvent {
  readonly events: readonly RawEvent[];
  /** Why it was not taken; null: it was, or concerns no post. */
  readonly refused: string | null;
  /** Why its author would not have it taken. */
  readonly passedOver?: string;
}

const nothing: ReadEvent = { events: [], refused: null };

/** One event of a stream. `payload` is JSON within JSON on the wire; a recording may hold it unpacked. */
export const readEvent = (
  { event, payload }: { readonly event: string; readonly payload: unknown },
  reading: Reading,
): ReadEvent => {
  if (event === 'delete') {
    const deletion = readDeletion(String(payload).trim(), reading);
    return deletion === null ? nothing : { events: [deletion], refused: null };
  }
  if (event !== 'update' && event !== 'status.update') return nothing;
  return readWhole(typeof payload === 'string' ? parsed(payload) : payload, reading);
};

export const readWhole = (told: unknown, reading: Reading): ReadEvent => {
  const status = mastodonStatus.safeParse(told);
  if (!status.success) return { events: [], refused: 'has no id, no uri or no content' };
  const event = readStatus(status.data, reading);
  if (event !== null) return { events: [event], refused: null };
  const passedOver = refusalOf(status.data, reading.found);
  return { ...nothing, ...(passedOver === null ? {} : { passedOver: `a post that ${passedOver}` }) };
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};
