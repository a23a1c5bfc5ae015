import Table from 'cli-table3';
import { textWidth } from './text-width.ts';

/** Aligned columns without borders; cells may be coloured, and are as wide as their widest content. */
export const columns = (rows: readonly (readonly string[])[], gap = 2): string => {
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};

/** Columns that rows would take, the gaps included. */
export const columnsWidth = (rows: readonly (readonly string[])[], gap = 2): number => {
  const count = Math.max(0, ...rows.map((row) => row.length));
  let width = 0;
  for (let column = 0; column < count; column += 1) {
    width += Math.max(...rows.map((row) => textWidth(row[column] ?? ''))) + gap;
  }
  return width;
};

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
} as const;
