import { readFileSync } from 'node:fs';
import { cannotRead } from '../../lib/file-trouble.ts';
import { parseUrl } from '../../lib/parse-url.ts';
import { UserError } from '../../lib/user-error.ts';
import { cutText, NotAFeedError, readFeed } from '../../sources/feed.ts';
import type { Io } from '../io.ts';

export interface ShowFeedOptions {
  /** `-` is standard input. */
  readonly file: string;
  /** Sources that were named beside it: none may be. */
  readonly names: readonly string[];
  /** Where the file came from: links are resolved against it. */
  readonly url: string | undefined;
  /** `Name: value`, as the server sent them. */
  readonly headers: readonly string[];
}

/** What Evenhand reads in a feed that lies in a file, as JSON. Opens neither a database nor a configuration. */
export const showFeed = (options: ShowFeedOptions, io: Pick<Io, 'out' | 'err'>): void => {
  if (options.names.length > 0) throw new UserError('--file reads a file alone: name no source beside it');
  const url = webAddress(options.url);
  const headers = Object.fromEntries(options.headers.map(parseHeader));
  const bytes = readBytes(options.file);
  try {
    const reading = readFeed(bytes, { url, headers });
    const items = reading.items.map(({ fields }) => fields);
    io.out(`${JSON.stringify({ feed: reading.feed, items }, null, 2)}\n`);
    const cut = cutText(reading, options.file);
    if (cut !== undefined) io.err(`evenhand: ${cut}\n`);
  } catch (cause) {
    if (cause instanceof NotAFeedError) throw new UserError(`${options.file}: ${cause.message}`, { cause });
    throw cause;
  }
};

const webAddress = (written: string | undefined): string => {
  if (written === undefined)
    throw new UserError('--file needs --url too: the address the feed came from, for its relative links');
  if (!/^https?:$/.test(parseUrl(written)?.protocol ?? ''))
    throw new UserError(
      `--url ${written} is not a web address: write one such as https://forum.example/feed.xml`,
    );
  return written;
};

const parseHeader = (written: string): readonly [string, string] => {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*)$/s.exec(written) ?? [];
  if (name === undefined || value === undefined)
    throw new UserError(`--header "${written}" is not a header: write it as "Content-Type: text/xml"`);
  return [name, value.trim()];
};

const readBytes = (file: string): Uint8Array => {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (cause) {
    throw cannotRead(file, cause, 'name a file that holds a feed');
  }
};
