import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One recorded request and its answer. */
export interface Recorded {
  readonly file: string;
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface Cassette {
  readonly interactions: readonly {
    readonly request: { readonly method: string; readonly uri: string };
    readonly response: {
      readonly body: { readonly string: string | Uint8Array };
      readonly headers: Readonly<Record<string, readonly string[]>>;
      readonly status: { readonly code: number };
    };
  }[];
}

/** What another project recorded with VCR.py: every interaction of every file of a folder. */
export const readCassettes = (folder: URL): readonly Recorded[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((file) => {
      const { interactions } = parse(readFileSync(new URL(file, folder), 'utf8')) as Cassette;
      return interactions.map(({ request, response }) => ({
        file,
        method: request.method,
        url: new URL(request.uri),
        status: response.status.code,
        headers: new Headers(
          Object.entries(response.headers).flatMap(([key, values]) =>
            values.map((value) => [key, value] as [string, string]),
          ),
        ),
        body: Buffer.from(response.body.string).toString('utf8'),
      }));
    });
