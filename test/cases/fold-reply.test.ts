import { describe, expect, it } from '@jest/globals';
import { outOfBandMark } from '../../src/cases/fold-reply.ts';
import type { CaseRow } from '../../src/cases/fold-types.ts';
import { foldInto, hour, listed, onlyCase, say, type Told } from './fold-samples.ts';

const first = onlyCase(foldInto([], [say('1', { at: 0 })]).cases);
const own = (nativeId: string, told: Told) =>
  say(nativeId, { by: 'desk', thread: '1', parent: '1', decision: listed('own_account'), ...told });
const support = (nativeId: string, told: Told) => own(nativeId, { authorRole: 'support', ...told });

describe('a support account’s public reply', () => {
  it('is the response: it answers the first target and leaves the queue until the customer speaks again', () => {
    const result = foldInto([first], [support('2', { at: 3, receivedAt: 8 })]);
    expect(onlyCase(result.cases)).toMatchObject({
      dueAt: null,
      dueTarget: null,
      status: 'new',
      firstResponse: { at: hour(3), via: 'public_reply_seen', actor: 'support' },
      lastResponseAt: hour(3),
    });
    expect(result.activities).toMatchObject([
      { kind: 'response_seen', actor: 'support', postKey: 'forum|2' },
    ]);
    expect(result.alerts).toEqual([]);
    const asked = foldInto(result.cases, [say('3', { at: 9, thread: '1', decision: listed('question') })]);
    expect(onlyCase(asked.cases)).toMatchObject({ dueAt: hour(57), dueTarget: 'next_response' });
    const answered = foldInto(asked.cases, [support('4', { at: 10, parent: '3' })]);
    expect(onlyCase(answered.cases)).toMatchObject({
      dueAt: null,
      firstResponse: { at: hour(3) },
      lastResponseAt: hour(10),
    });
  });

  it('that is seen after the customer wrote again leaves that message to be answered', () => {
    const asked = foldInto([first], [say('3', { at: 5, thread: '1', decision: listed('question') })]);
    const late = foldInto(asked.cases, [support('2', { at: 3, receivedAt: 6 })]);
    expect(onlyCase(late.cases)).toMatchObject({
      dueTarget: 'next_response',
      clockStart: hour(5),
      dueAt: hour(53),
    });
  });

  it('that is found late takes the first response back in time, never the last one', () => {
    const { cases } = foldInto([first], [support('3', { at: 6 })]);
    const earlier = onlyCase(foldInto(cases, [support('2', { at: 3, receivedAt: 9 })]).cases);
    expect(earlier).toMatchObject({ firstResponse: { at: hour(3) }, lastResponseAt: hour(6), dueAt: null });
  });

  it('counts once, whatever the order in the batch and however often it is delivered', () => {
    const batch = [support('2', { at: 0.5, receivedAt: 1 }), say('1', { at: 1, hasNoTime: true })];
    const result = foldInto([], batch);
    expect(onlyCase(result.cases)).toMatchObject({ dueAt: null, firstResponse: { at: hour(1) } });
    const again = foldInto(result.cases, batch);
    expect(again.changed).toEqual([]);
    expect(again.activities).toEqual([]);
    expect(again.placements.map(({ as }) => as)).toEqual(['known', 'known']);
  });

  it('to somebody else, for another brand, or by repeating the post answers nothing', () => {
    const others = [
      support('2', { at: 3, parent: '77' }),
      support('3', { at: 3, brand: 'südbahn' }),
      support('4', { at: 3, parent: null, repostOf: '1' }),
      support('5', { at: 3, parent: null, thread: '5', links: ['https://forum.example/1'] }),
    ];
    const result = foldInto([first], others);
    expect(result.changed).toEqual([]);
    expect(result.placements.map(({ as }) => as)).toEqual(['none', 'none', 'none', 'none']);
  });

  it('under a comment feed, which tells no parent, answers the post that began the thread', () => {
    const result = foldInto([first], [support('2', { at: 3, parent: null })]);
    expect(onlyCase(result.cases).lastResponseAt).toEqual(hour(3));
  });

  it('in two parts goes on in the same case, and to a merged case answers the one that goes on', () => {
    const parts = foldInto([first], [support('2', { at: 3 }), support('3', { at: 4, parent: '2' })]);
    expect(onlyCase(parts.cases).lastResponseAt).toEqual(hour(4));
    const goesOn: CaseRow = { ...first, id: 'case-2', posts: [] };
    const merged: CaseRow = { ...first, mergedInto: 'case-2' };
    expect(foldInto([merged, goesOn], [support('2', { at: 3 })]).placements).toEqual([
      { as: 'reply', caseId: 'case-2' },
    ]);
  });
});

describe('an executive’s or the brand’s post', () => {
  it.each(['executive', 'brand'] as const)(
    'by %s is marked out of band and neither answers nor closes',
    (authorRole) => {
      const result = foldInto([first], [own('2', { at: 3, authorRole, outOfBand: 'promise' })]);
      const row = onlyCase(result.cases);
      const { posts: _posts, ...rest } = row;
      const { posts: _firstPosts, ...untouched } = first;
      expect(rest).toEqual(untouched);
      expect(outOfBandMark(row)).toMatchObject({ role: authorRole, outOfBand: 'promise', at: hour(3) });
      expect(result.activities).toMatchObject([{ kind: 'out_of_band', actor: authorRole, value: 'promise' }]);
    },
  );

  it('may point at the customer’s post from a post of its own, and may be of no known kind', () => {
    for (const pointing of [{ links: ['https://forum.example/1'] }, { repostOf: '1' }]) {
      const post = own('2', { at: 3, authorRole: 'executive', thread: '2', parent: null, ...pointing });
      expect(outOfBandMark(onlyCase(foldInto([first], [post]).cases))).toMatchObject({ outOfBand: null });
    }
    expect(outOfBandMark(first)).toBeNull();
  });

  it('takes the kind of its newest revision', () => {
    const promised = foldInto([first], [own('2', { at: 3, authorRole: 'executive', outOfBand: 'promise' })]);
    const edited = own('2', { at: 3, authorRole: 'executive', outOfBand: 'attack', revision: 1 });
    const result = foldInto(promised.cases, [edited]);
    expect(outOfBandMark(onlyCase(result.cases))?.outOfBand).toBe('attack');
  });
});

describe('a reply of staff', () => {
  it('is noted and changes nothing', () => {
    const result = foldInto([first], [own('2', { at: 3, authorRole: 'staff', outOfBand: 'promise' })]);
    const row = onlyCase(result.cases);
    expect(row).toMatchObject({ dueAt: first.dueAt, lastResponseAt: null });
    expect(outOfBandMark(row)).toBeNull();
    expect(result.activities).toMatchObject([{ kind: 'staff_reply' }]);
  });
});
