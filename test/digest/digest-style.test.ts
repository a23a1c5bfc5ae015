import { describe, expect, it } from '@jest/globals';
import { digestStyle } from '../../src/digest/html/digest-style.ts';

type Theme = Readonly<Record<string, string>>;

/** The colour tokens of the style sheet, as a browser would take them: the dark ones replace the light ones. */
const tokens = (css: string): Theme =>
  Object.fromEntries(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
const [lightPart = '', darkPart = ''] = digestStyle.split('@media (prefers-color-scheme: dark)');
const light = tokens(lightPart);
const themes: [string, Theme][] = [
  ['light', light],
  ['dark', { ...light, ...tokens(darkPart.slice(0, darkPart.indexOf('* {'))) }],
];

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
};

/** Which text stands on which ground: SC 1.4.3 asks for 4.5, SC 1.4.11 for 3 between a chart and its ground. */
const texts = [
  ['ink', 'ground'],
  ['ink', 'card'],
  ['ink', 'rest'],
  ['soft', 'ground'],
  ['soft', 'card'],
  ['accent', 'card'],
  ['wait', 'wait-ground'],
  ['done', 'done-ground'],
  ['critical', 'critical-ground'],
] as const;
const charts = [
  ['accent', 'card'],
  ['accent', 'rest'],
  ['accent', 'area'],
] as const;

describe.each(themes)('the colours of the digest, %s', (_name, theme) => {
  const ratio = (one: string, other: string): number => contrast(theme[one] ?? '', theme[other] ?? '');

  it.each(texts)('%s on %s reads at 4.5 to 1 or more', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(charts)('%s on %s is seen at 3 to 1 or more', (mark, ground) => {
    expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('the measure itself', () => {
  it('knows black on white and a grey that is just too light', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
