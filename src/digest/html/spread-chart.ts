import type { SpreadSample } from '../digest-rows.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * A small line of cumulative counts, drawn from zero so that a thread at rest looks flat. Empty
 * below three samples: from nought to one count is a line that looks alike for every thread.
 */
export const sparkChart = (samples: readonly SpreadSample[], label: string): string => {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || samples.length < 3) return '';
  const start = Date.parse(first.at);
  const spanMs = Math.max(1, Date.parse(last.at) - start);
  const top = Math.max(1, ...samples.map((sample) => sample.count));
  const points = samples.map((sample) => ({
    x: round(inset + ((Date.parse(sample.at) - start) / spanMs) * (width - 2 * inset)),
    y: round(height - inset - (sample.count / top) * (height - 2 * inset)),
  }));
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const area = `${inset},${height - inset} ${line} ${width - inset},${height - inset}`;
  const end = points.at(-1) ?? { x: width, y: height };
  return [
    `<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">`,
    `<polygon class="spark-area" points="${area}"/>`,
    `<polyline class="spark-line" points="${line}"/>`,
    `<circle class="spark-end" cx="${end.x}" cy="${end.y}" r="2.5"/>`,
    '</svg>',
  ].join('');
};

/** How a count compares with the greatest of its list. The number stands beside it, so the bar is silent. */
export const countBar = (count: number, greatest: number): string => {
  const length = greatest <= 0 ? 0 : round((count / greatest) * barWidth);
  return [
    `<svg class="bar" viewBox="0 0 ${barWidth} 6" preserveAspectRatio="none" aria-hidden="true">`,
    `<rect class="bar-rest" width="${barWidth}" height="6" rx="3"/>`,
    `<rect class="bar-count" width="${count > 0 ? Math.max(3, length) : 0}" height="6" rx="3"/>`,
    '</svg>',
  ].join('');
};

const round = (value: number): number => Math.round(value * 10) / 10;

const width = 160;
const height = 44;
const inset = 4;
const barWidth = 160;
