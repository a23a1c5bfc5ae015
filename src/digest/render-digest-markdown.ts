import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { durationText } from '../lib/duration-text.ts';
import type { BrandDigest, DigestModel, ThreadDigest, UnansweredCase } from './compose-digest.ts';
import {
  brandText,
  categoriesText,
  noneNamedText,
  othersText,
  periodText,
  problemPlace,
  problemText,
  problemTitle,
  saidText,
  spreadText,
  standingDetails,
  standingText,
  threadOrigin,
  threadTitle,
  unseenTexts,
} from './digest-phrases.ts';
import { sayDigest } from './digest-texts.ts';

/** The digest as Markdown. What customers wrote is escaped, so that no text can forge a heading, link or image. */
export const renderDigestMarkdown = (model: DigestModel, language: CatalogueLanguage): string =>
  `${[
    `# ${sayDigest(language, 'title')}`,
    escapeMarkdown(periodText(model, language)),
    sayDigest(language, 'principle'),
    ...brandsMarkdown(model, language),
    `## ${sayDigest(language, 'unseen.heading')}`,
    list(unseenTexts(model, language).map(escapeMarkdown)),
  ].join('\n\n')}\n`;

const brandsMarkdown = (model: DigestModel, language: CatalogueLanguage): readonly string[] =>
  model.brands.length === 0
    ? [sayDigest(language, 'brand.none')]
    : model.brands.flatMap((brand) => brandMarkdown(brand, model.to, language));

const brandMarkdown = (brand: BrandDigest, to: string, language: CatalogueLanguage): readonly string[] => [
  `## ${escapeMarkdown(brand.name)}: ${brandText(brand, language)}`,
  `### ${sayDigest(language, 'threads.heading')}`,
  ...threadsMarkdown(brand, to, language),
  `### ${sayDigest(language, 'oldest.heading')}`,
  ...oldestMarkdown(brand, language),
  `### ${sayDigest(language, 'problem.heading')}`,
  brand.sameProblem.length === 0
    ? sayDigest(language, 'problem.none')
    : list(
        brand.sameProblem.map(
          (problem) =>
            `**${problemTitle(problem, language)}**: ${problemText(problem, language)}\\\n  ${escapeMarkdown(problemPlace(problem, language))}`,
        ),
      ),
  ...statementsMarkdown(brand, language),
];

const statementsMarkdown = (
  { statements = [] }: BrandDigest,
  language: CatalogueLanguage,
): readonly string[] =>
  statements.length === 0
    ? []
    : [
        `### ${sayDigest(language, 'statement.heading')}`,
        list(
          statements.map(({ about, text }) => `**${about}**: ${escapeMarkdown(text.replace(/\s+/g, ' '))}`),
        ),
      ];

const threadsMarkdown = (brand: BrandDigest, to: string, language: CatalogueLanguage): readonly string[] => {
  if (brand.threads.length === 0) return [sayDigest(language, 'threads.none')];
  const lines = brand.threads.map((thread, index) => `${index + 1}. ${threadMarkdown(thread, to, language)}`);
  const more = sayDigest(language, 'threads.more', { count: brand.moreThreads });
  return [lines.join('\n'), ...(brand.moreThreads > 0 ? [more] : [])];
};

/** Lines of one list item: the trailing spaces of Markdown's line break get lost in editors, a backslash does not. */
const threadMarkdown = (thread: ThreadDigest, to: string, language: CatalogueLanguage): string => {
  const others = othersText(thread.others, language);
  const standing = [
    `**${standingText(thread, language)}**`,
    ...standingDetails(thread, language).map(escapeMarkdown),
  ];
  return [
    escapeMarkdown(threadTitle(thread, language)),
    escapeMarkdown(threadOrigin(thread, to, language)),
    escapeMarkdown(spreadText(thread, language).join(' · ')),
    standing.join(' · '),
    ...(others === null ? [] : [escapeMarkdown(others)]),
  ].join('\\\n   ');
};

const oldestMarkdown = (brand: BrandDigest, language: CatalogueLanguage): readonly string[] => {
  if (brand.oldest.length === 0) return [noneNamedText(brand, language)];
  const more = sayDigest(language, 'oldest.more', { count: brand.moreOldest });
  const columns = ['case', 'severity', 'waiting', 'about', 'said'] as const;
  const head = columns.map((key) => sayDigest(language, `oldest.${key}`));
  const table = [head, head.map(() => '---'), ...brand.oldest.map((row) => unansweredCells(row, language))];
  return [
    sayDigest(language, 'oldest.intro'),
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ...(brand.moreOldest > 0 ? [more] : []),
  ];
};

const unansweredCells = (row: UnansweredCase, language: CatalogueLanguage): readonly string[] => [
  escapeMarkdown(row.caseId),
  sayDigest(language, `severity.${row.severity}`),
  durationText(row.waitedMs, language),
  escapeMarkdown(categoriesText(row.categories, language)),
  escapeMarkdown(saidText(row, language)),
];

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** `<` and `&` too: Markdown lets HTML through. A list marker can only stand at the beginning of a line. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~!&]/g, (character) => `\\${character}`)
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    // Bare addresses become links by themselves in many readers.
    .replace(/(https?):\/\//gi, '$1:\\/\\/')
    .replace(/\bwww\./gi, 'www\\.');
