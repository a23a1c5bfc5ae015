import { describe, expect, it } from '@jest/globals';
import { namesOneOf } from '../../src/problems/names-one-of.ts';

describe('whether a text names somebody who was erased', () => {
  it.each([
    ['an id', 'as did:plc:abc says', ['did:plc:abc']],
    ['a number, in whatever case', 'about vt7718203.', ['VT7718203']],
    ['a whole handle', 'ask ann@forum.example first', ['@ann@forum.example']],
    ['a handle behind its @', 'as @Ann says', ['ann@forum.example']],
    ['a handle that is a word, behind its @', 'told by @support', ['support']],
    ['a handle with a digit', 'what ann87 wrote', ['ann87@forum.example']],
    ['a handle with a dot or an underscore', 'what ann_k and b.f wrote', ['b.f']],
  ])('%s', (_what, text, names) => {
    expect(namesOneOf(text, names)).toBe(true);
  });

  it.each([
    ['a handle that is a word', 'our support was overwhelmed in June', ['support@forum.example']],
    ['a handle that is a word, as the id itself', 'Die Post kam spät.', ['post']],
    ['a word with a hyphen', 'an e-mail went out', ['e-mail']],
    ['a part of a word', 'about VT77182031', ['VT7718203']],
    ['a part of a handle', 'as @annabel says', ['ann@forum.example']],
    ['nobody', 'anything', ['', '@']],
  ])('not %s', (_what, text, names) => {
    expect(namesOneOf(text, names)).toBe(false);
  });
});
