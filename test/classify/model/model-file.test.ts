import { describe, expect, it } from '@jest/globals';
import { decodeModel, encodeModel } from '../../../src/classify/model/model-file.ts';
import { UserError } from '../../../src/lib/user-error.ts';
import { tinyModel } from './tiny-model.ts';

const bytes = encodeModel(tinyModel());
const refusal = (changed: Uint8Array): string => {
  try {
    decodeModel(changed, 'models/evenhand.bin');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  return 'read';
};

describe('the file of a model', () => {
  it('is read as it was written', () => {
    expect(decodeModel(bytes, 'x')).toEqual(tinyModel());
  });

  it('is written to the same bytes again', () => {
    expect(encodeModel(tinyModel()).equals(bytes)).toBe(true);
  });

  it('is refused in one sentence when a single byte differs', () => {
    for (const at of [30, 200, bytes.length - 40, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(refusal(changed)).toMatch(/^models\/evenhand\.bin is damaged or cut short: [^\n]+$/);
    }
  });

  it.each([0, 10, 23, 100, bytes.length - 1])('is refused when it ends after %d bytes', (length) => {
    expect(refusal(bytes.subarray(0, length))).toMatch(/is (?:not a model|damaged or cut short)/);
  });

  it('is refused when it is of another version, which is named', () => {
    const changed = Buffer.from(bytes);
    changed.writeUInt32LE(99, 15);
    expect(refusal(changed)).toContain('version 99');
  });

  it('is refused when it is something else', () => {
    expect(refusal(Buffer.from('{"weights": []}'.repeat(20)))).toContain('is not a model of Evenhand');
  });
});
