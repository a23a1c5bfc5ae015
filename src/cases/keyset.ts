/**
 * Where a page ended, as one word for the command line: `queue.mi3x1k2a.mi3wz0q1.29`, what is listed, then the sort
 * key of the last row. Pages are cut by key, never by count, so that a row which comes or goes moves no other. Times
 * are whole milliseconds, as the desk writes them.
 */
export const writeCursor = (list: string, { times, id }: PageKey): string =>
  [list, ...times.map((time) => time.getTime().toString(36)), id].join('.');

/** The sort key of a cursor of this list, with so many times; null when it is none, or of another list. */
export const readCursor = (list: string, cursor: string, count: number): PageKey | null => {
  const [name, ...key] = cursor.split('.');
  const id = key.pop() ?? '';
  if (name !== list || key.length !== count || !/^\d{1,18}$/.test(id)) return null;
  const times = key.map(
    (part) => new Date(/^-?[0-9a-z]{1,10}$/.test(part) ? Number.parseInt(part, 36) : Number.NaN),
  );
  return times.every((time) => !Number.isNaN(time.getTime())) ? { times, id } : null;
};

/** The columns of an order: its times in their order, then the number of the row, which makes it total. */
export interface PageKey {
  readonly times: readonly Date[];
  readonly id: string;
}
