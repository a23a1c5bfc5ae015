import { type CatalogueLanguage, localeOf } from '../../lib/catalogue.ts';
import { numberFormat } from '../../lib/formats.ts';
import { labelText } from './label-text.ts';
import { type Colours, coloursOf, type RenderOptions } from './render-options.ts';
import { sayKnown, sayRender } from './render-texts.ts';
import { printable, type Span, textWidth, wrapLines } from './text-width.ts';

/**
 * The text with the words that counted underlined: by colour, or without colours by markers below the words. The
 * number of each marker is its place in `evidenceLegend`.
 */
export const highlightEvidence = (
  text: string,
  evidence: readonly Mark[],
  options: HighlightOptions,
): string => {
  const safe = printable(text);
  const marks = usableMarks(safe, evidence);
  const lines = wrapLines(safe, Math.max(20, options.width));
  return lines
    .flatMap((line) =>
      options.isColour
        ? [colourLine(safe, line, marks, coloursOf(options))]
        : [safe.slice(line.start, line.end), ...markerRows(safe, line, marks)],
    )
    .map((line) => line.trimEnd())
    .join('\n');
};

/** One line for each mark: its number, what it was evidence for, and its words. */
export const evidenceLegend = (
  text: string,
  evidence: readonly Mark[],
  options: HighlightOptions & { readonly language: CatalogueLanguage },
): string => {
  const safe = printable(text);
  const colours = coloursOf(options);
  return usableMarks(safe, evidence)
    .map((mark, index) => {
      const words = safe.slice(mark.start, mark.end).replace(/\s+/g, ' ');
      const label = labelText(mark, options.language);
      const what = `${sayKnown(options.language, 'evidence', mark.kind)}${label === '' ? '' : ` (${label})`}`;
      return `${colours.dim(String(index + 1).padStart(2))} ${toneOf(mark, colours)(what)}: ${sayRender(options.language, 'quoted', { words })}${weightText(mark, options.language, colours)}`;
    })
    .join('\n');
};

/** "+1.2": how much the model adds for these words, in log-odds. */
const weightText = ({ weight }: Mark, language: CatalogueLanguage, { dim }: Colours): string =>
  weight === undefined
    ? ''
    : ` ${dim(numberFormat(localeOf[language], { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(weight))}`;

/** Offsets come from a database or another version: what lies outside the text is left out, never thrown. */
export const usableMarks = (text: string, evidence: readonly Mark[]): readonly Mark[] =>
  evidence
    .filter((mark) => mark.start >= 0 && mark.end <= text.length && mark.start < mark.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);

const colourLine = (text: string, line: Span, marks: readonly Mark[], colours: Colours): string => {
  const here = marks.filter((mark) => mark.start < line.end && mark.end > line.start);
  const cuts = [line.start, line.end, ...here.flatMap((mark) => [mark.start, mark.end])]
    .filter((cut) => cut >= line.start && cut <= line.end)
    .sort((a, b) => a - b);
  return cuts
    .slice(1)
    .map((end, index) => {
      const start = cuts[index] ?? end;
      const part = text.slice(start, end);
      const over = here.filter((each) => each.start <= start && each.end >= end);
      // Danger is seen before all else; else the innermost mark, which begins last, names the part most exactly.
      const mark = over.find(({ kind }) => kind === 'danger') ?? over.at(-1);
      return mark === undefined || part === '' ? part : colours.underline(toneOf(mark, colours)(part));
    })
    .join('');
};

/** As many rows of markers as overlapping marks need, each beginning with the mark's number. */
const markerRows = (text: string, line: Span, marks: readonly Mark[]): readonly string[] => {
  const rows: string[] = [];
  for (const [index, mark] of marks.entries()) {
    const start = Math.max(mark.start, line.start);
    const end = Math.min(mark.end, line.end);
    if (start >= end) continue;
    const from = textWidth(text.slice(line.start, start));
    const width = Math.max(1, textWidth(text.slice(start, end)));
    const number = String(index + 1);
    const drawn = `${number}${'~'.repeat(Math.max(0, width - number.length))}`;
    // A number without a gap to the one before it would read as another number.
    const free = rows.findIndex((row) => row.length < from || row.length === 0);
    const row = free === -1 ? rows.length : free;
    rows[row] = `${(rows[row] ?? '').padEnd(from)}${drawn}`;
  }
  return rows;
};

const toneOf = (mark: Mark, colours: Colours): ((text: string) => string) => {
  if (mark.kind === 'danger') return colours.red;
  if (mark.kind === 'category') return colours.cyan;
  if (calming.has(mark.kind)) return colours.green;
  return colours.yellow;
};

/** `Evidence` of a classification fits; so does the span of a reason. Offsets are UTF-16 code units. */
export interface Mark extends Span {
  readonly kind: string;
  readonly label?: string;
  /** Log-odds. */
  readonly weight?: number;
}

type HighlightOptions = Pick<RenderOptions, 'isColour' | 'width'>;

/** What speaks against a case. */
const calming: ReadonlySet<string> = new Set([
  'praise',
  'solved',
  'relay',
  'opinion',
  'question',
  'negation',
  'employee',
  'advert',
  'response',
]);
