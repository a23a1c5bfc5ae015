import type { RecordedPlatform } from '../recorded/readers.ts';
import type { SourcePage } from '../source.ts';
import type { FileMap } from './file-map.ts';
import { type FileInput, fileError, readChunks } from './input.ts';
import { createLineSplitter, maxLineBytes } from './lines.ts';
import { createLineReader } from './our-lines.ts';
import { createPageBuilder, type FileCursor, type PageBuilder } from './page.ts';
import { createRecordedReader, maxRecordedBytes } from './recorded-lines.ts';

export interface WalkOptions {
  readonly map: FileMap;
  /** The lines are what this platform sends, not our format. */
  readonly from?: RecordedPlatform;
  readonly hash: string;
  readonly pageSize: number;
  readonly signal: AbortSignal;
}

/** Reads one JSON object per line, from the byte where the cursor stands. */
export async function* ndjsonPages(
  input: FileInput,
  cursor: FileCursor | null,
  options: WalkOptions,
): AsyncGenerator<SourcePage<FileCursor>> {
  const page = createPageBuilder(options.pageSize);
  const { take, maxBytes } = openLines(input, page, options);
  const start = cursor ?? { byte: input.hasBom ? 3 : 0, line: 0, rawByte: 0 };
  const reader = readChunks(input, start.byte);
  const lines = createLineSplitter(start, maxBytes);
  let { byte, line } = start;
  for await (const chunk of reader.chunks) {
    for (const next of lines.feed(chunk)) {
      take(next);
      ({ end: byte, line } = next);
      if (!page.isFull()) continue;
      yield page.toPage({ byte, line, rawByte: reader.rawBytes() }, false);
      if (options.signal.aborted) return;
    }
  }
  const failure = reader.failure();
  const last = failure === null ? lines.end() : null;
  if (last !== null) {
    take(last);
    ({ end: byte, line } = last);
  }
  yield page.toPage({ byte, line, rawByte: reader.rawBytes() }, failure === null);
  if (failure !== null) throw failure;
}

const openLines = (input: FileInput, page: PageBuilder, { from, map, hash }: WalkOptions) => {
  const begin = input.head.toString('latin1', 0, 100);
  if (from !== undefined) {
    if (/^\s*[[{]\s*\n/.test(begin))
      throw fileError(
        'permanent',
        `${input.path} holds JSON over several lines; write one value a line, for example with jq -c .`,
      );
    return { take: createRecordedReader(page, from), maxBytes: maxRecordedBytes };
  }
  if (/^\s*\[\s*(?:\{|$)/.test(begin))
    throw fileError(
      'permanent',
      `${input.path} holds one JSON array; write one object per line, for example with jq -c ".[]"`,
    );
  return { take: createLineReader(page, { map, hash }), maxBytes: maxLineBytes };
};
