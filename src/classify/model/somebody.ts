import { familyNames, firstNames } from './first-names.ts';
import { identityTerms, peopleStems, personNames, places } from './identity-terms.ts';
import { morePeoples, morePlaces, moreStems } from './peoples.ts';

const listOf = (text: string): readonly string[] => text.trim().split(/\s+/);
const withPlural = (word: string): readonly string[] => (word.length > 3 ? [word, `${word}s`] : [word]);

const identities = new Set([identityTerms, morePeoples].flatMap(listOf).flatMap(withPlural));
const namesAndPlaces = new Set([personNames, firstNames, familyNames, places, morePlaces].flatMap(listOf));
const peoples = new Set([peopleStems, moreStems].flatMap(listOf));

/** Who somebody is, somebody's name or a place, as the lists hold it. Folded. */
export const isOnList = (folded: string): boolean => identities.has(folded) || namesAndPlaces.has(folded);

/** German inflects who somebody is: "türkischer", "Syrerinnen". */
export const isOfPeople = (folded: string): boolean => {
  const bare = folded.replace(/(?:innen|in)$/, '');
  const stem = bare.replace(/(?:er|es|en|em|e|s|n)$/, '');
  return [folded, bare, stem, stem.replace(/isch$/, '')].some(
    (one) => one.length >= shortestStem && (peoples.has(one) || identities.has(one)),
  );
};

const shortestStem = 4;

export const isListedSomebody = (folded: string): boolean => isOnList(folded) || isOfPeople(folded);

/** "23-year-old", "81-jährige": as written. */
export const isAge = (word: string): boolean => /year-?old|j(?:ä|ae)hrige?/i.test(word);
