import type { RecordedReading } from '../recorded/reader.ts';
import { type RecordedPlatform, recordedReaders } from '../recorded/readers.ts';
import type { FileLine } from './lines.ts';
import type { PageBuilder } from './page.ts';

/** An answer with hundreds of posts and all that they refer to. */
export const maxRecordedBytes = 33_554_432;

/** Takes lines that a platform sends. */
export const createRecordedReader = (page: PageBuilder, from: RecordedPlatform) => {
  const read = recordedReaders[from]();
  return ({ bytes, line }: FileLine): void => {
    if (bytes === null) {
      page.add(`is longer than ${maxRecordedBytes / 1_048_576} MB`, line, 0);
      return;
    }
    const value = parseValue(bytes.toString('utf8'));
    if (value === undefined) return;
    const { events, refused, passedOver = [] } = value === notJson ? notJson : read(value);
    for (const event of events) page.add(event, line, bytes.length / events.length);
    for (const reason of refused) page.add(reason, line, 0);
    for (const reason of passedOver) page.passOver(reason, line);
  };
};

const notJson: RecordedReading = { events: [], refused: ['is not JSON'] };

/** undefined: an empty line, as streams send them to stay open. */
const parseValue = (told: string): unknown => {
  if (told.trim() === '') return undefined;
  try {
    return JSON.parse(told);
  } catch {
    return notJson;
  }
};
