import { type Severity, severityRank } from '../../domain/severity.ts';
import { type Colours, coloursOf, type RenderOptions } from './render-options.ts';
import { sayRender } from './render-texts.ts';

/** The ladder as a shape too, so that it reads without colours: `■■□□ medium`. */
export const severityBadge = (
  severity: Severity,
  options: Pick<RenderOptions, 'language' | 'isColour'>,
): string => {
  const rungs = severityRank(severity) + 1;
  const shape = `${'■'.repeat(rungs)}${'□'.repeat(4 - rungs)}`;
  return paint(
    severity,
    coloursOf(options),
  )(`${shape} ${sayRender(options.language, `severity.${severity}`)}`);
};

const paint = (severity: Severity, colours: Colours): ((text: string) => string) => {
  if (severity === 'critical') return (text) => colours.bold(colours.red(text));
  if (severity === 'high') return colours.yellow;
  if (severity === 'medium') return colours.cyan;
  return colours.dim;
};
