// node terminal-svg.mjs COLUMNS TITLE < output.ansi > picture.svg: real terminal output as a picture that loads nothing.
import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';

const [columns = '100', title = ''] = process.argv.slice(2);
const cell = { width: 8.4, height: 19 };
const margin = 18;
const bar = 34;
const palette = { 30: '#5c6370', 31: '#f07178', 32: '#a6d189', 33: '#e5c07b', 34: '#7aa2f7', 35: '#c099ff', 36: '#7fd1d8', 37: '#e6e6e6', 90: '#8b93a3' };
const plain = '#d5d9e0';
const paper = '#1b1f27';

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const changed = (style, codes) => {
  let next = { ...style };
  for (const code of codes) {
    if (code === 0) next = {};
    else if (code === 1) next.isBold = true;
    else if (code === 2) next.isDim = true;
    else if (code === 4) next.isUnderlined = true;
    else if (code === 7) next.isInverse = true;
    else if (code === 22) next = { ...next, isBold: false, isDim: false };
    else if (code === 24) next.isUnderlined = false;
    else if (code === 27) next.isInverse = false;
    else if (code === 39) next.colour = undefined;
    else if (code === 49) next.ground = undefined;
    else if (palette[code]) next.colour = palette[code];
    else if (palette[code - 10]) next.ground = palette[code - 10];
  }
  return next;
};

/** Runs of one style, each with the column where it begins. */
const runsOf = (line) => {
  const runs = [];
  let style = {};
  let column = 0;
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes !== undefined) style = changed(style, codes === '' ? [0] : codes.split(';').map(Number));
    else if (part !== '') {
      runs.push({ text: part, style, column });
      column += stringWidth(part);
    }
  }
  return runs;
};

const drawRun = ({ text, style, column }, y) => {
  const width = stringWidth(text) * cell.width;
  const x = margin + column * cell.width;
  const ink = style.isInverse ? paper : (style.colour ?? plain);
  const ground = style.isInverse ? (style.colour ?? plain) : style.ground;
  const box = ground ? `<rect x="${x.toFixed(1)}" y="${y - 14}" width="${width.toFixed(1)}" height="${cell.height}" rx="2" fill="${ground}"/>` : '';
  if (text.trim() === '') return box;
  const face = `${style.isBold ? ' font-weight="700"' : ''}${style.isDim ? ' opacity="0.62"' : ''}${style.isUnderlined ? ' text-decoration="underline"' : ''}`;
  return `${box}<text x="${x.toFixed(1)}" y="${y}" fill="${style.ground && !style.isInverse ? paper : ink}"${face} textLength="${width.toFixed(1)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escapeXml(text)}</text>`;
};

const lines = readFileSync(0, 'utf8').replace(/\s+$/, '').split('\n');
const width = Math.round(margin * 2 + Number(columns) * cell.width);
const height = bar + margin + lines.length * cell.height + margin / 2;
const body = lines.map((line, row) => runsOf(line).map((run) => drawRun(run, bar + margin + row * cell.height + 4)).join('')).filter((row) => row !== '');
const dots = ['#e06c75', '#e5c07b', '#98c379'].map((fill, at) => `<circle cx="${margin + 6 + at * 18}" cy="${bar / 2 + 2}" r="5.5" fill="${fill}"/>`).join('');
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<rect width="${width}" height="${height}" rx="9" fill="${paper}"/>
${dots}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<text x="${width / 2}" y="${bar / 2 + 6}" fill="#8b93a3" text-anchor="middle" font-size="13">${escapeXml(title)}</text>
${body.join('\n')}
</g>
</svg>`);
