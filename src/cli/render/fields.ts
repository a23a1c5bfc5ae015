import { coloursOf, type RenderOptions } from './render-options.ts';
import { padText, textWidth, wrapText } from './text-width.ts';

/** `Label  value` lines with aligned values; a value that is too long goes on below itself. */
export const fields = (pairs: readonly (readonly [string, string])[], options: RenderOptions): string => {
  const dim = coloursOf(options).dim;
  const shown = pairs.filter(([, value]) => value !== '');
  const labels = Math.max(0, ...shown.map(([label]) => textWidth(label)));
  const indent = ' '.repeat(labels + 2);
  return shown
    .map(([label, value]) => `${dim(padText(label, labels))}  ${hang(value, options.width, indent)}`)
    .join('\n');
};

/** A value that is coloured already is taken as it is: its escapes must not be counted or cut. */
const hang = (value: string, width: number, indent: string): string =>
  value.includes('\u001b') ? value : wrapText(value, width, indent).trimStart();
