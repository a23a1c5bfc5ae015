import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { durationText } from '../lib/duration-text.ts';
import type { BrandDigest, DigestModel, ThreadDigest, UnansweredCase } from './compose-digest.ts';
import {
  brandText,
  categoriesText,
  othersText,
  periodText,
  problemPlace,
  problemText,
  problemTitle,
  spreadText,
  standingDetails,
  standingText,
  threadTitle,
  unseenTexts,
} from './digest-phrases.ts';
import { sayDigest } from './digest-texts.ts';

/** The digest as a message: what matters most in plain paragraphs; the whole of it stands in the written file. */
export const digestLetter = (model: DigestModel, language: CatalogueLanguage): DigestLetter => {
  const names = model.brands.map(({ name }) => name).join(', ');
  const title = sayDigest(language, 'title');
  return {
    title: names === '' ? title : `${names}: ${title}`,
    paragraphs: [
      `${periodText(model, language)}\n${sayDigest(language, 'principle')}`,
      ...model.brands.flatMap((brand) => brandParagraphs(brand, language)),
      listed(sayDigest(language, 'unseen.heading'), unseenTexts(model, language)),
    ],
    quotes: [...new Set(model.brands.flatMap(quotesOf))],
  };
};

/** Threads whose words the letter repeats: when one of their posts is deleted, it is written anew. */
const quotesOf = ({ threads, sameProblem }: BrandDigest): readonly string[] => [
  ...threads
    .slice(0, told)
    .flatMap(({ source, thread, excerpt }) => (excerpt === null ? [] : [`${source}|${thread}`])),
  ...sameProblem
    .slice(0, told)
    .flatMap(({ problem, excerpt }) =>
      excerpt === null ? [] : [problem.slice(0, problem.lastIndexOf('|'))],
    ),
];

const brandParagraphs = (brand: BrandDigest, language: CatalogueLanguage): readonly string[] => {
  const { threads, oldest, sameProblem, statements = [] } = brand;
  return [
    `${brand.name}: ${brandText(brand, language)}`,
    listed(
      sayDigest(language, 'threads.heading'),
      threads.length === 0
        ? [sayDigest(language, 'threads.none')]
        : threads.slice(0, told).map((thread) => threadLine(thread, language)),
    ),
    listed(
      sayDigest(language, 'oldest.heading'),
      oldest.length === 0
        ? [sayDigest(language, 'oldest.none')]
        : oldest.slice(0, told).map((row) => oldestLine(row, language)),
    ),
    ...(sameProblem.length === 0
      ? []
      : [
          listed(
            sayDigest(language, 'problem.heading'),
            sameProblem
              .slice(0, told)
              .map(
                (problem) =>
                  `${problemTitle(problem, language)}, ${problemPlace(problem, language)}: ${problemText(problem, language)}`,
              ),
          ),
        ]),
    ...(statements.length === 0
      ? []
      : [
          listed(
            sayDigest(language, 'statement.heading'),
            statements.map(({ about, text }) => `${about}: ${text}`),
          ),
        ]),
  ];
};

const threadLine = (thread: ThreadDigest, language: CatalogueLanguage): string => {
  const others = othersText(thread.others, language);
  return [
    threadTitle(thread, language),
    spreadText(thread, language).join(' · '),
    [standingText(thread, language), ...standingDetails(thread, language)].join(' · '),
    ...(others === null ? [] : [others]),
  ].join('\n  ');
};

const oldestLine = (row: UnansweredCase, language: CatalogueLanguage): string =>
  [
    row.caseId,
    sayDigest(language, `severity.${row.severity}`),
    durationText(row.waitedMs, language),
    ...(row.categories.length === 0 ? [] : [categoriesText(row.categories, language)]),
  ].join(' · ');

const listed = (head: string, lines: readonly string[]): string =>
  [`${head}:`, ...lines.map((line) => `• ${line}`)].join('\n');

/** Of each kind; a message that nobody reads to its end tells nothing. */
const told = 5;

export interface DigestLetter {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** `source|thread`. */
  readonly quotes: readonly string[];
}
