import type { Language } from '../../domain/classification.ts';
import type { Term } from '../reading/term.ts';
import { createTermMarks } from '../reading/term-slots.ts';
import type { Mode } from './token.ts';

/** Which table reads a text: one for each language, and one for German posts about trains, buses and the way to them. */
export const experts = ['en', 'de', 'transit'] as const;
export type Expert = (typeof experts)[number];

/** How the words of a text that an expert reads become features. */
export const modeOf = (expert: Expert): Mode => (expert === 'en' ? 'en' : 'de');

/**
 * What German travellers write is mostly neutral and has words of its own: trained together with other posts it costs
 * either side three to ten points (docs/adr/0013). No word for who somebody is may decide: "blind", "gehbehindert".
 */
const transitWord =
  /^(?:zug|zuege?n?|bus|busse|tram|ice|oepnv|barrierefrei\w*|bvg|mvg|db|oebb|vbb|hvv|rmv|kvb|sbb|gdl|gleise?|bahnsteige?)$|bahn|zuege?n?$|^(?:haltestelle|rolltrepp|aufzug|aufzueg|fahrst|rollst|rollator|beleuchtung|durchsage|schaffner|lokfuehr|anzeigetafel|zugbegleit|fahrplan|fahrg|verkehr|baustelle|bauarbeiten|kinderwagen|rampen?$|unfall|unfaelle|staus?$|parkplatz|parkplaetz|flughafen|autofahr|umleitung|polizeieinsatz|fussgaenger|demonstration|strassen?$)|verkehr$|beleuchtung$|strasse$|baustellen?$/;

/** Whether a post addresses somebody: complaints to a brand sound other than those about one. */
export const isAddressed = (terms: readonly Term[]): boolean => terms.some(isMention);

const isMention = ({ kind }: Term): boolean => kind === 'mention';

/** Answers to newspapers and the police are about what happened, hardly ever about a brand: told as neutrally as rail news. */
const newsroom =
  /^(?:spiegel|zeitonline|bild$|faznet|tagesspiegel|sz$|welt$|tagesschau|mdraktuell|polizei|stern$|focus|ntv|ndr|wdr|zdf)/;

/** Posts of 280 signs have no more words and marks than this: what is longer is an article or advert, which tells and hardly judges. */
const article = 45;

const isTransitWord = ({ kind, folded }: Term): boolean =>
  (kind === 'mention' && newsroom.test(folded)) ||
  ((kind === 'word' || kind === 'hashtag' || kind === 'mention') && transitWord.test(folded));

/** Lifts, stairs, ramps, light, displays and announcements: things, never who needs them. */
const accessWord =
  /^(?:lifts?|rampen?)$|barriere|rolltrepp|aufzug|aufzueg|fahrstu|rollst(?:uhl|uehle)(?!fahr)|rollator|kinderwagen|beleuchtung|^durchsage|ansagen?$|anzeigetafel|anzeigen?$|demonstration|baustelle/;

const slotBits = 12;
const accessMark = createTermMarks(slotBits, ({ kind, folded }) =>
  (kind === 'word' || kind === 'hashtag') && accessWord.test(folded) ? 1 : 0,
);

/**
 * Whether a post in transit is about the way to trains rather than about trains: MobASA, which teaches transit, is about
 * little else, and what it teaches holds for other posts about trains only by half (docs/adr/0013).
 */
export const isAboutAccess = (terms: readonly Term[]): boolean =>
  terms.some((term) => accessMark(term) === 1);

/** The expert for a text in this language; languages that are not read go to the English one. */
export const createExpertOf = (): ((terms: readonly Term[], language: Language) => Expert) => {
  const isTransit = createTermMarks(slotBits, (term) => (isTransitWord(term) ? 1 : 0));
  return (terms, language) => {
    if (language !== 'de') return 'en';
    if (terms.length > article) return 'transit';
    for (const term of terms) if (isTransit(term) === 1) return 'transit';
    return 'de';
  };
};
