import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { renderTerminalDigest } from '../../src/cli/digest/terminal-digest.ts';
import { textWidth } from '../../src/cli/render/text-width.ts';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import { digestLetter } from '../../src/digest/digest-letter.ts';
import { brandRows, dayMs, exampleRows, now, thread } from '../digest/digest-example.ts';

const period = { now, sinceMs: dayMs };
const model = composeDigest(exampleRows, period);
const options = { language: 'en', isColour: false, width: 80, now } as const;

describe.each(['en', 'de'] as const)('the digest on a terminal in %s', (language) => {
  it('fits the terminal and leaves no placeholder open', () => {
    for (const width of [60, 100]) {
      const shown = renderTerminalDigest(model, { ...options, language, width });
      expect(shown).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      for (const line of shown.split('\n')) {
        expect(textWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('says the same with colours as without', () => {
    const coloured = renderTerminalDigest(model, { ...options, language, isColour: true });
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminalDigest(model, { ...options, language }));
  });

  it('is a letter of plain paragraphs too, which names no danger', () => {
    const { title, paragraphs } = digestLetter(model, language);
    expect(title).toMatch(/^Nordlicht, Voltara: /);
    expect(paragraphs.join('\n')).toContain('EH-19');
    expect(paragraphs.join('\n')).not.toMatch(/heart of my mother|\{\w+\}|undefined/);
  });
});

describe('the digest on a terminal', () => {
  it('shows no text that steers the terminal', () => {
    const hostile = composeDigest(
      {
        brands: [
          brandRows({
            name: '\u001b[2Jx',
            threads: [thread({ thread: 't', excerpt: 'a\u001b]0;owned\u0007b' })],
          }),
        ],
        unseen: [{ kind: 'never', source: 'x\u009b31m' }],
      },
      period,
    );
    expect(renderTerminalDigest(hostile, options).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('says so when there is nothing', () => {
    expect(
      renderTerminalDigest(composeDigest({ brands: [brandRows()], unseen: [] }, period), options),
    ).toContain('Nothing spread in this period');
    expect(renderTerminalDigest(composeDigest({ brands: [], unseen: [] }, period), options)).toContain(
      'No brand is configured',
    );
  });
});
