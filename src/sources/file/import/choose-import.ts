import { UserError } from '../../../lib/user-error.ts';
import type { Source, SourceDeps } from '../../source.ts';
import type { FileCursor } from '../page.ts';
import { chooseHistory, type ImportChoice, isOld, judgedLines, medianAgeMs } from './choose-history.ts';
import type { ImportCursor } from './import-cursor.ts';

export interface ImportAsk {
  readonly path: string;
  /** null: the file's own times decide. */
  readonly asked: ImportChoice | null;
  /** null: it begins. */
  readonly stored: ImportCursor | null;
  /** Asked for live, though its posts are old: their clocks start all the same. */
  readonly onOld: (medianAgeMs: number) => void;
}

/** What was chosen when an import began is kept: half of it live and half history would be neither. */
export const chooseImport = async (
  { path, asked, stored, onOld }: ImportAsk,
  source: Source<FileCursor>,
  deps: SourceDeps,
): Promise<ImportChoice> => {
  if (stored !== null) {
    if (!stored.isDone && asked !== null && asked !== stored.choice)
      throw new UserError(
        `${path} is half imported as ${stored.choice}: leave out --${asked} to go on, or import it under another --source`,
      );
    return stored.choice;
  }
  if (asked === 'history') return asked;
  const now = deps.clock.now();
  const times = await readTimes(source, deps);
  if (asked === null) return chooseHistory(times, now);
  const ageMs = medianAgeMs(times, now);
  if (ageMs !== null && isOld(ageMs)) onOld(ageMs);
  return asked;
};

/** Of the first lines, as many as an import is judged by. */
const readTimes = async (
  source: Source<FileCursor>,
  deps: SourceDeps,
): Promise<readonly (string | undefined)[]> => {
  const times: (string | undefined)[] = [];
  let lines = 0;
  for await (const page of source.pages(null, deps)) {
    for (const event of page.events) times.push(event.kind === 'mention' ? event.publishedAt : undefined);
    lines += page.events.length + (page.rejected?.length ?? 0);
    if (lines >= judgedLines) break;
  }
  return times;
};
