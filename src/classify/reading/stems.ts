import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import PorterStemmerDe from 'natural/lib/natural/stemmers/porter_stemmer_de.js';

/** natural's Porter stem of an English word. Slow (about 1 us): call it through the cache of terms only. */
export const stemEnglish = (word: string): string => PorterStemmer.stem(word);

/** natural's Porter stem of a German word, umlauts written out as `fold` writes them. */
export const stemGerman = (word: string): string => PorterStemmerDe.stem(word);
