import type { AuthorActivity } from './author.store.ts';

/** Actors that are no persons; everybody else works here. */
const offices: ReadonlySet<string> = new Set([
  'evenhand',
  'customer',
  'support',
  'brand',
  'executive',
  'staff',
]);

const hidden = '[staff]';

/** Activities as the customer may read them: what was done and written, and by no name of those who work here. Pure. */
export const withoutStaff = (
  activities: readonly AuthorActivity[],
  people: readonly string[],
): readonly AuthorActivity[] => {
  const names = [...new Set([...people, ...activities.flatMap(namesIn)])].toSorted(
    (a, b) => b.length - a.length,
  );
  const hide = (text: string | null): string | null => (text === null ? null : hideNames(text, names));
  return activities.map((activity) => ({
    ...activity,
    actor: offices.has(activity.actor) ? activity.actor : hidden,
    previous: hide(activity.previous),
    value: hide(activity.value),
    note: hide(activity.note),
  }));
};

/** Whoever acted; and who had a case, which its taking tells as the value before. */
const namesIn = ({ actor, kind, previous, value }: AuthorActivity): readonly string[] =>
  [actor, ...(assigning.has(kind) ? [previous, value] : [])].flatMap((name) =>
    name === null || name.trim() === '' || offices.has(name) ? [] : [name],
  );

const assigning: ReadonlySet<string> = new Set(['taken', 'assigned', 'released']);

const hideNames = (text: string, names: readonly string[]): string =>
  names.reduce(
    (said, name) =>
      said.replace(
        new RegExp(
          `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
          'giu',
        ),
        () => hidden,
      ),
    text,
  );
