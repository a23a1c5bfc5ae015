import type { CaseRow } from '../src/cases/fold-types.ts';
import { whyText } from '../src/cli/render/case-table.ts';
import { dueTime } from '../src/cli/render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../src/cli/render/render-options.ts';
import { severityBadge } from '../src/cli/render/severity-badge.ts';
import { fitText, padText } from '../src/cli/render/text-width.ts';

/** Two calm lines for a case that opened: what is at stake and until when; why, and the command that takes it. */
export const openedLines = (row: CaseRow, options: RenderOptions): string => {
  const { bold, dim, cyan } = coloursOf(options);
  const id = `EH-${row.id}`;
  const due = row.isHistory ? 'history, no clock runs' : dueTime(row.dueAt, options.now, options.language);
  const badge = severityBadge(row.severity, options);
  const head = `${padText(badge, 14)} ${bold(padText(id, 7))} ${padText(fitText(row.brand, 12), 12)} ${due}`;
  const command = `evenhand cases take ${id}`;
  const why = fitText(
    whyText({ categories: row.categories, reasons: row.reasons }, options),
    options.width - command.length - 20,
  );
  return `${head}\n${' '.repeat(15)}${dim(padText(why, options.width - command.length - 18))} ${cyan(command)}\n`;
};

export const demoGreeting = (folder: string, width: number): string => `
Evenhand demo · two companies that do not exist, and posts of our own, arriving as if written now.
Nothing leaves this machine. The demo keeps its database in ${folder}.
${'─'.repeat(Math.min(width, 100))}
`;

export const whereToLook = `
Where to look next, in another terminal:
  npx evenhand cases list          who waits, in the order in which they are owed an answer
  npx evenhand cases show EH-1     one case: words, reasons, clocks, activities
  npx evenhand review              what matched and opened no case, with the reason
  npx evenhand summary             for support leads        npx evenhand digest   for comms
  npx evenhand init                write your own configuration
Ctrl-C stops; a second start goes on where this one ended.
`;
