import type { CaseRow } from '../src/cases/fold-types.ts';
import { whyText } from '../src/cli/render/case-table.ts';
import { dueTime } from '../src/cli/render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../src/cli/render/render-options.ts';
import { sayRender } from '../src/cli/render/render-texts.ts';
import { severityBadge } from '../src/cli/render/severity-badge.ts';
import { fitText, padText, textWidth } from '../src/cli/render/text-width.ts';
import { caseName } from '../src/domain/case-id.ts';
import { asCalled } from '../src/lib/program.ts';

/** Two calm lines for a case that opened: what is at stake and until when; why, and the command that takes it. */
export const openedLines = (row: CaseRow, options: RenderOptions): string => caseLines(row, 'take', options);

/** The same for an older case that its customer's new words made more severe. */
export const raisedLines = (row: CaseRow, options: RenderOptions): string => caseLines(row, 'show', options);

const caseLines = (row: CaseRow, verb: 'take' | 'show', options: RenderOptions): string => {
  const { bold } = coloursOf(options);
  const id = caseName(row.id);
  const due = row.isHistory ? 'history, no clock runs' : dueTime(row.dueAt, options.now, options.language);
  const badge = severityBadge(row.severity, options);
  const raised = verb === 'show' ? `  ${bold(sayRender(options.language, 'activity.severity_raised'))}` : '';
  const head = `${padText(badge, 14)} ${bold(padText(id, 7))} ${padText(fitText(row.brand, 12), 12)} ${due}${raised}`;
  return [head, ...belowHead(asCalled(`evenhand cases ${verb} ${id}`), row, options)].join('\n').concat('\n');
};

/** Why, and what to type: beside each other where both fit. */
const belowHead = (command: string, row: CaseRow, options: RenderOptions): readonly string[] => {
  const { dim, cyan } = coloursOf(options);
  const space = ' '.repeat(indent);
  const idRoom = Math.max(0, widestId - caseName(row.id).length);
  const room = options.width - indent - command.length - idRoom - 2;
  const isBeside = room >= roomForWhy;
  const why = fitText(
    whyText({ categories: row.categories, reasons: row.reasons }, options),
    isBeside ? room : options.width - indent,
  );
  return isBeside
    ? [`${space}${dim(padText(why, room))}  ${cyan(command)}`]
    : [`${space}${dim(why)}`, `${space}${cyan(command)}`];
};

/** Below this many columns a reason is cut to nothing that helps. */
const roomForWhy = 30;
/** Ids grow while they are told, and commands are to stand below each other all the same. */
const widestId = 'EH-9999'.length;
/** Where the id stands in the line above. */
const indent = 15;

export const demoGreeting = (folder: string, width: number): string => `
Evenhand demo · two companies that do not exist, and posts of our own, arriving as if written now.
Nothing leaves this machine. The demo keeps its database in ${folder}.
${'─'.repeat(Math.min(width, 100))}
`;

/** `call`: how a command is typed here; another one only in tests. */
export const whereToLook = (call: (command: string) => string = asCalled): string => {
  const commands = places.map(([command, what]) => [call(`evenhand ${command}`), what] as const);
  const widest = Math.max(...commands.map(([command]) => textWidth(command)));
  const lines = commands.map(([command, what]) => `  ${padText(command, widest)}  ${what}`);
  return `
Where to look next, in another terminal:
${lines.join('\n')}
Ctrl-C stops; a second start goes on where this one ended.
`;
};

const places = [
  ['cases list', 'who waits, in the order in which they are owed an answer'],
  ['cases show EH-1', 'one case: words, reasons, clocks, activities'],
  ['review', 'what matched and opened no case, with the reason'],
  ['summary', 'for support leads'],
  ['digest', 'for comms: what spreads, beside who waits'],
  ['init', 'write your own configuration'],
] as const;
