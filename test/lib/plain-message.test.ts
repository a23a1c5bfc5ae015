import { describe, expect, it } from '@jest/globals';
import { plainMessage } from '../../src/lib/plain-message.ts';

const messageOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return plainMessage(error);
  }
};

describe('the message of an error in a log', () => {
  it('never quotes the text that a parser choked on', () => {
    const said = messageOf(() => JSON.parse('my order never came, call me'));
    expect(said).toMatch(/^SyntaxError/);
    expect(said).not.toMatch(/order|call me/);
  });

  it('keeps the code of the database and not the value', () => {
    const error = Object.assign(new Error('invalid input syntax for type json: "Anna Muster"'), {
      code: '22P02',
    });
    expect(plainMessage(error)).toBe('invalid input syntax for type json: … (22P02)');
  });

  it('is cut when it is long', () => {
    expect(plainMessage(new Error('x'.repeat(1_000))).length).toBeLessThan(200);
  });
});
