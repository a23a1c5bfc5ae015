import type {
  BrandDigest,
  DigestModel,
  ProblemWaiting,
  ThreadDigest,
  UnansweredCase,
} from '../../digest/compose-digest.ts';
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
} from '../../digest/digest-phrases.ts';
import { type DigestTextKey, sayDigest } from '../../digest/digest-texts.ts';
import { durationText } from '../../lib/duration-text.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { severityBadge } from '../render/severity-badge.ts';
import { fitText, padText, wrapText } from '../render/text-width.ts';

/** The digest on a terminal: the sentences of the Markdown, without the signs that only a renderer wants to see. */
export const renderTerminalDigest = (model: DigestModel, options: RenderOptions): string => {
  const { bold, dim } = coloursOf(options);
  const say = (key: DigestTextKey): string => wrapText(sayDigest(options.language, key), options.width);
  const brands = model.brands.flatMap((brand) => brandParts(brand, model.to, options));
  return `${[
    `${bold(say('title'))}\n${dim(wrapText(periodText(model, options.language), options.width))}\n${say('principle')}`,
    ...(model.brands.length === 0 ? [say('brand.none')] : brands),
    heading('unseen.heading', options),
    unseenTexts(model, options.language)
      .map((text) => item('·', text, options))
      .join('\n'),
  ].join('\n\n')}\n`;
};

const brandParts = (brand: BrandDigest, to: string, options: RenderOptions): readonly string[] => {
  const { bold } = coloursOf(options);
  const say = (key: DigestTextKey): string => wrapText(sayDigest(options.language, key), options.width);
  const { threads, oldest, sameProblem } = brand;
  return [
    `${bold(fitText(brand.name, options.width))}\n${wrapText(brandText(brand, options.language), options.width)}\n${'─'.repeat(Math.min(options.width, 60))}`,
    heading('threads.heading', options),
    ...(threads.length === 0 ? [say('threads.none')] : []),
    ...threads.map((thread, index) => threadPart(thread, { to, number: index + 1 }, options)),
    ...more('threads.more', brand.moreThreads, options),
    heading('oldest.heading', options),
    oldest.length === 0
      ? noneNamedText(brand, options.language)
      : oldest.map((row) => oldestPart(row, options)).join('\n'),
    ...(oldest.length === 0 ? [] : more('oldest.more', brand.moreOldest, options)),
    heading('problem.heading', options),
    sameProblem.length === 0
      ? say('problem.none')
      : sameProblem.map((problem) => problemPart(problem, options)).join('\n'),
  ];
};

const threadPart = (
  thread: ThreadDigest,
  { to, number }: { to: string; number: number },
  options: RenderOptions,
): string => {
  const { language } = options;
  const { dim } = coloursOf(options);
  const state = standingText(thread, language);
  const standing = indented([state, ...standingDetails(thread, language)].join(' · '), options);
  const others = othersText(thread.others, language);
  return [
    item(`${number}.`, threadTitle(thread, language), options),
    dim(indented(threadOrigin(thread, to, language), options)),
    indented(spreadText(thread, language).join(' · '), options),
    emphasised(standing, state, options),
    ...(others === null ? [] : [indented(others, options)]),
  ].join('\n');
};

const oldestPart = (row: UnansweredCase, options: RenderOptions): string => {
  const { language } = options;
  const { bold, dim } = coloursOf(options);
  const about = fitText(categoriesText(row.categories, language), options.width - columnsBefore);
  const head = [
    bold(padText(row.caseId, 8)),
    padText(severityBadge(row.severity, options), 14),
    padText(durationText(row.waitedMs, language), 12),
    about,
  ];
  const said = saidText(row, language);
  return `${head.join(' ').trimEnd()}\n${indent}${dim(fitText(said, options.width - indent.length))}`;
};

/** Of what the row is about: the case, its severity, how long it has waited. */
const columnsBefore = 8 + 14 + 12 + 3;

const problemPart = (problem: ProblemWaiting, options: RenderOptions): string => {
  const title = problemTitle(problem, options.language);
  const text = wrapText(`${title}: ${problemText(problem, options.language)}`, options.width);
  const place = fitText(problemPlace(problem, options.language), options.width - indent.length);
  return `${emphasised(text, title, options)}\n${indent}${coloursOf(options).dim(place)}`;
};

/** After wrapping, so that the signs of a colour count for no column. A part that was broken stays plain. */
const emphasised = (text: string, part: string, options: RenderOptions): string =>
  text.replace(part, () => coloursOf(options).bold(part));

const heading = (key: DigestTextKey, options: RenderOptions): string =>
  coloursOf(options).bold(sayDigest(options.language, key));

const more = (
  key: 'threads.more' | 'oldest.more',
  count: number,
  options: RenderOptions,
): readonly string[] => (count === 0 ? [] : [sayDigest(options.language, key, { count })]);

const indent = '    ';

const indented = (text: string, { width }: RenderOptions): string => wrapText(text, width, indent);

/** A text behind its mark; further lines stand below the text. */
const item = (mark: string, text: string, options: RenderOptions): string =>
  `${padText(mark, indent.length - 1)} ${indented(text, options).slice(indent.length)}`;
