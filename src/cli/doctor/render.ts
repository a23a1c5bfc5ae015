import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { coloursOf } from '../render/render-options.ts';
import { padText, wrapText } from '../render/text-width.ts';
import { areas, type Finding } from './finding.ts';
import { sayDoctor } from './texts.ts';

interface Look {
  readonly language: CatalogueLanguage;
  readonly isColour: boolean;
  readonly width: number;
}

/** One line for each finding, under the name of its area; below a line, what to do. */
export const renderExamination = (
  { findings, sql }: { findings: readonly Finding[]; sql: readonly string[] | null },
  look: Look,
): string => {
  const sections = areas.flatMap((area) => {
    const own = findings.filter((finding) => finding.area === area);
    if (own.length === 0) return [];
    const title = coloursOf(look).bold(sayDoctor(look.language, `area.${area}`));
    return [[title, ...own.flatMap((finding) => lines(finding, look))].join('\n')];
  });
  return [...sections, ...(sql === null ? [] : [sql.join('\n')]), closing(findings, look.language)].join(
    '\n\n',
  );
};

const lines = ({ level, text, todo }: Finding, look: Look): string[] => {
  const { green, yellow, red, dim } = coloursOf(look);
  const colour = { ok: green, warn: yellow, fail: red }[level];
  const indent = ' '.repeat(8);
  return [
    `  ${colour(padText(level, 4))}  ${wrapText(text, look.width, indent).trimStart()}`,
    ...(todo === null ? [] : [wrapText(`→ ${todo}`, look.width, indent).split('\n').map(dim).join('\n')]),
  ];
};

const closing = (findings: readonly Finding[], language: CatalogueLanguage): string => {
  const count = (level: Finding['level']): number => findings.filter((one) => one.level === level).length;
  if (count('fail') > 0) return sayDoctor(language, 'sum.fail', { count: count('fail') });
  return count('warn') > 0
    ? sayDoctor(language, 'sum.warn', { count: count('warn') })
    : sayDoctor(language, 'sum.good');
};
