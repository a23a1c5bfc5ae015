/** What the model knows of a word beside the bits of `traits`, in bits above those. */
export const flags = {
  /** Its class says something: all but the plain words. */
  marked: 1 << 12,
  positive: 1 << 13,
  negative: 1 << 14,
  /** Somebody's name, a place, who somebody is: two in a row count once. */
  somebody: 1 << 15,
  /** Adds nothing: full stop and comma, whose work is to end clauses. */
  silent: 1 << 16,
  /** A link or a mention: read by itself, as if it stood outside the sentence. */
  aside: 1 << 17,
  think: 1 << 18,
  past: 1 << 19,
  used: 1 << 20,
  to: 1 << 21,
  now: 1 << 22,
  own: 1 << 23,
  others: 1 << 24,
  yes: 1 << 25,
  no: 1 << 26,
  though: 1 << 27,
  /** Says or holds: with `others` it is their view that is told. */
  views: 1 << 28,
  /** Negates as those of the lexicon do. */
  not: 1 << 29,
} as const;

/** How a word that sounds good or bad is meant where it stands. */
export const scopes = { plain: 0, negated: 1, muted: 2 } as const;

const listOf = (flag: number, words: string): readonly (readonly [string, number])[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => [word, flag] as const);

/** Words that turn or weigh what a sentence says, folded. */
const list = [
  ...listOf(
    flags.think,
    'think thinking thought say saying said claim agree feel find call consider denke glaube finde meine behaupte sage wuerde',
  ),
  ...listOf(
    flags.past,
    'formerly previously once ago past originally frueher damals einst einmal vorher ehemals last letztes letzten jahren',
  ),
  ...listOf(flags.used, 'used'),
  ...listOf(flags.to, 'to'),
  ...listOf(
    flags.now,
    'now nowadays today currently presently lately these jetzt heute inzwischen mittlerweile nun',
  ),
  ...listOf(flags.own, 'i me im ive ich mir mich we us wir uns'),
  ...listOf(
    flags.others,
    `people others other everyone everybody anybody somebody someone some many most critics reviewers reviews friends users customers passengers travellers guests they papers colleagues neighbours
    cousin told heard read warned leute andere anderen alle viele manche einige etliche jeder kunden gaeste freunde kollegen nachbarn fahrgaeste kritiker eltern cousine heisst angeblich`,
  ),
  ...listOf(
    flags.views,
    `say says said think thinks thought told heard read warned find finds call calls claim claims consider considers love loves like likes hate hates dislike dislikes despise despises enjoy enjoys admire
    admires adore adores recommend recommends resent loathe loathes appreciate sagt sagen meint meinen findet finden haelt halten mag moegen liebt lieben hasst hassen heisst angeblich sei waere`,
  ),
  ...listOf(flags.yes, 'yes yeah yep yup sure absolutely ja jep klar genau doch'),
  ...listOf(flags.not, 'keineswegs mitnichten keinesfalls nope'),
  ...listOf(flags.no, 'no nope nah never nein noe nee niemals'),
  ...listOf(flags.though, 'though while whereas waehrend doch'),
];

const byWord = new Map<string, number>();
for (const [word, flag] of list) byWord.set(word, (byWord.get(word) ?? 0) | flag);

export const marksOf = (folded: string): number => byWord.get(folded) ?? 0;
