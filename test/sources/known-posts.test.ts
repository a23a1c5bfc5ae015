import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openKnownPosts } from '../../src/sources/known-posts.ts';

const at = (minute: number): Date => new Date(1_800_000_000_000 + minute * 60_000);
const watched = { key: '1', nativeId: 'n1', hash: 'a', isWatched: true };

describe('what a source remembers of its posts', () => {
  it('passes each state on once, and never an older one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 30 }), (revisions) => {
        const known = openKnownPosts([]);
        const passed = revisions.flatMap((revision, n) => {
          const told = known.note({ ...watched, revision, hash: String(revision) }, at(n));
          return told === null ? [] : [told];
        });
        expect(passed).toEqual(
          revisions.filter((revision, n) => revisions.slice(0, n).every((one) => one < revision)),
        );
      }),
    );
  });

  it('counts edits by their words where the platform counts none, and gives no revision twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 3 }))), (states) => {
        const known = openKnownPosts([]);
        const passed = states.flatMap(
          ([hash, atLeast], n) => known.note({ ...watched, hash, atLeast }, at(n)) ?? [],
        );
        expect(new Set(passed).size).toBe(passed.length);
        expect(passed).toEqual([...passed].sort((a, b) => a - b));
        const changes = states.filter(([hash], n) => n === 0 || states[n - 1]?.[0] !== hash);
        expect(passed).toHaveLength(changes.length);
      }),
    );
  });

  it('asks for every watched post by its age alone, and for no other', () => {
    const known = openKnownPosts([]);
    known.note(watched, at(0));
    known.note({ ...watched, key: '2', nativeId: 'n2', isWatched: false }, at(0));
    const looks: number[] = [];
    for (let minute = 0; minute < 5 * 1440; minute += 10)
      for (const [key] of known.due(at(minute), 10)) {
        expect(key).toBe('1');
        looks.push(minute);
        known.looked(key, at(minute));
      }
    expect(looks.slice(0, 6)).toEqual([60, 120, 180, 240, 300, 660]);
    expect(looks.filter((minute) => minute >= 2 * 1440).length).toBe(3);
  });

  it('goes on after a restart as if there was none', () => {
    const known = openKnownPosts([]);
    known.note({ ...watched, thread: 't' }, at(0));
    const again = openKnownPosts(JSON.parse(JSON.stringify(known.stored(at(1)))));
    expect([
      again.note({ ...watched, thread: 't' }, at(2)),
      again.isWatchedThread('t'),
      again.get('1')?.[6],
    ]).toEqual([null, true, 't']);
  });

  it('is bounded in number and in time', () => {
    const known = openKnownPosts([]);
    for (let n = 0; n < 9_000; n += 1)
      known.note({ ...watched, key: String(n), isWatched: n % 2 === 0 }, at(0));
    for (let n = 9_000; n < 18_000; n += 1)
      known.note({ ...watched, key: String(n), isWatched: n % 2 === 0 }, at(5));
    expect(known.stored(at(10)).length).toBe(7_000);
    expect(known.stored(at(31 * 1440))).toEqual([]);
  });
});
