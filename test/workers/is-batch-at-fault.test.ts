import { describe, expect, it } from '@jest/globals';
import { PoisonError } from '../../workers/decider.ts';
import { isBatchAtFault } from '../../workers/is-batch-at-fault.ts';

const failed = (code: string): Error => Object.assign(new Error('refused'), { code });

describe('whose fault a failed attempt is', () => {
  it.each([
    ['words that no thread survives', new PoisonError('no decision within 15 s')],
    ['data that the database refuses', failed('22P05')],
    ['a row that breaks a rule of the tables', failed('23505')],
    ['a value that is too large to be indexed', failed('54000')],
    ['a fault of our own code', new TypeError('x is not a function')],
    ['a time that no clock can tell', new RangeError('Invalid time value')],
  ])('blames the batch for %s', (_what, error) => {
    expect(isBatchAtFault(error)).toBe(true);
  });

  it.each([
    ['a database that shuts down', failed('57P01')],
    ['a full disk', failed('53100')],
    ['a connection that dropped', failed('ECONNRESET')],
    ['a classifier that is closed', new Error('the classifier is closed')],
  ])('blames no batch for %s', (_what, error) => {
    expect(isBatchAtFault(error)).toBe(false);
  });
});
