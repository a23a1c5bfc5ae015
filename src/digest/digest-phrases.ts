import type { Category } from '../domain/classification.ts';
import { assertNever } from '../lib/assert-never.ts';
import { type CatalogueLanguage, localeOf } from '../lib/catalogue.ts';
import { durationText } from '../lib/duration-text.ts';
import { dateFormat } from '../lib/formats.ts';
import { categoryText } from '../lib/reason-texts.ts';
import type {
  BrandDigest,
  DigestModel,
  ProblemWaiting,
  ThreadDigest,
  UnansweredCase,
  Waiting,
} from './compose-digest.ts';
import type { Unseen } from './digest-rows.ts';
import { sayDigest } from './digest-texts.ts';

/** The sentences of the digest, alike in every form that it takes. Nothing here is escaped: the renderers do that. */
export const periodText = (model: DigestModel, language: CatalogueLanguage): string =>
  sayDigest(language, 'period', { from: timeText(model.from, language), to: timeText(model.to, language) });

export const brandText = (brand: BrandDigest, language: CatalogueLanguage): string =>
  brand.waiting === 0
    ? sayDigest(language, 'brand.noneWaiting')
    : sayDigest(language, 'brand.waiting', { count: brand.waiting });

/** What the customer of a case said, or why it is not shown. */
export const saidText = (row: UnansweredCase, language: CatalogueLanguage): string => {
  if (row.isErased) return sayDigest(language, 'said.erased');
  return row.excerpt ?? sayDigest(language, 'thread.noText');
};

export const threadTitle = (thread: ThreadDigest, language: CatalogueLanguage): string => {
  if (thread.isDanger) return sayDigest(language, 'thread.hidden');
  if (thread.isStartRead) return thread.excerpt ?? sayDigest(language, 'thread.noText');
  if (thread.excerpt === null) return sayDigest(language, 'thread.unread');
  return sayDigest(language, 'thread.reply', { text: thread.excerpt });
};

export const threadOrigin = (thread: ThreadDigest, to: string, language: CatalogueLanguage): string => {
  const ago = durationText(Date.parse(to) - Date.parse(thread.startedAt), language);
  const where = sayDigest(language, 'thread.onSource', { source: thread.source });
  return `${where}, ${sayDigest(language, 'thread.since', { ago })}`;
};

export const spreadText = (thread: ThreadDigest, language: CatalogueLanguage): readonly string[] => {
  const said: string[] = [];
  if (thread.posts > 1) said.push(sayDigest(language, 'spread.posts', { count: thread.posts }));
  if (thread.relays > 0) said.push(sayDigest(language, 'spread.relays', { count: thread.relays }));
  const { spread } = thread;
  if (spread.kind === 'unknown') return [sayDigest(language, 'spread.unknown'), ...said];
  const speed =
    spread.perHour === null
      ? sayDigest(language, 'spread.early')
      : sayDigest(language, 'spread.speed', { perHour: spread.perHour });
  return [sayDigest(language, 'spread.count', { count: spread.count }), speed, ...said];
};

/** "already answered", "waiting 9 d": how the customer who began the thread stands. */
export const standingText = (thread: ThreadDigest, language: CatalogueLanguage): string => {
  if (thread.first === null)
    return sayDigest(language, thread.isStartRead ? 'standing.none' : 'standing.unread');
  const { state, waitedMs } = thread.first;
  if (state === 'answered') return sayDigest(language, 'standing.answered');
  if (state === 'ended') return sayDigest(language, 'standing.ended');
  if (state === 'history') return sayDigest(language, 'standing.history');
  return sayDigest(language, 'standing.waiting', { waited: durationText(waitedMs, language) });
};

export const standingDetails = (thread: ThreadDigest, language: CatalogueLanguage): readonly string[] => {
  if (thread.first === null) return [];
  const { caseId, severity, outOfBand } = thread.first;
  if (caseId === null) return [sayDigest(language, 'standing.confidential')];
  return [
    sayDigest(language, 'standing.case', { caseId }),
    sayDigest(language, `severity.${severity}`),
    ...(outOfBand === null ? [] : [sayDigest(language, `outOfBand.${outOfBand}`)]),
  ];
};

export const othersText = (others: Waiting, language: CatalogueLanguage): string | null => {
  if (others.total === 0) return null;
  if (others.waiting === 0) return sayDigest(language, 'others.answered', { count: others.total });
  const waiting = sayDigest(language, 'others.waiting', { count: others.waiting });
  return [waiting, ...waitingDetails(others, language)].join(', ');
};

export const problemTitle = (problem: ProblemWaiting, language: CatalogueLanguage): string =>
  problem.categories.length === 0
    ? sayDigest(language, 'problem.unnamed')
    : categoriesText(problem.categories, language);

/** Which thread the customers wrote in: its source and the words that began it. */
export const problemPlace = (problem: ProblemWaiting, language: CatalogueLanguage): string => {
  const where = sayDigest(language, 'thread.onSource', { source: problem.source });
  return problem.excerpt === null
    ? where
    : `${where}: ${sayDigest(language, 'quoted', { text: problem.excerpt })}`;
};

export const problemText = (problem: ProblemWaiting, language: CatalogueLanguage): string => {
  const waiting = sayDigest(language, 'problem.waiting', { count: problem.waiting, total: problem.total });
  return [waiting, ...waitingDetails(problem, language)].join(', ');
};

/** What stands where no severe case is named: there is none, or all of them are confidential. */
export const noneNamedText = ({ moreOldest }: BrandDigest, language: CatalogueLanguage): string =>
  moreOldest === 0
    ? sayDigest(language, 'oldest.none')
    : sayDigest(language, 'oldest.confidential', { count: moreOldest });

export const categoriesText = (categories: readonly Category[], language: CatalogueLanguage): string =>
  categories.map((category) => categoryText(category, language)).join(', ');

/** Always ends with the limits that no source lifts. */
export const unseenTexts = (model: DigestModel, language: CatalogueLanguage): readonly string[] => [
  ...(model.unseen.some((each) => each.kind !== 'no_spread') ? [] : [sayDigest(language, 'unseen.none')]),
  ...model.unseen.map((each) => unseenText(each, language)),
  sayDigest(language, 'unseen.always'),
];

const waitingDetails = (waiting: Waiting, language: CatalogueLanguage): readonly string[] => [
  sayDigest(language, 'waiting.longest', { waited: durationText(waiting.longestMs, language) }),
  ...(waiting.lesserKnown > 0
    ? [sayDigest(language, 'waiting.lesserKnown', { count: waiting.lesserKnown })]
    : []),
  ...(waiting.unknownReach > 0
    ? [sayDigest(language, 'waiting.unknown', { count: waiting.unknownReach })]
    : []),
];

const unseenText = (unseen: Unseen, language: CatalogueLanguage): string => {
  switch (unseen.kind) {
    case 'stale':
    case 'silent':
      return sayDigest(language, `unseen.${unseen.kind}`, {
        source: unseen.source,
        since: timeText(unseen.since, language),
      });
    case 'budget':
      return sayDigest(language, 'unseen.budget', {
        source: unseen.source,
        since: timeText(unseen.since, language),
        seen: unseen.seen,
      });
    case 'sampled':
      return sayDigest(language, 'unseen.sampled', { source: unseen.source, seen: unseen.seen });
    case 'gap':
      return sayDigest(language, 'unseen.gap', {
        source: unseen.source,
        from: timeText(unseen.from, language),
        to: timeText(unseen.to, language),
      });
    case 'gap_noted':
      return sayDigest(language, 'unseen.gap_noted', {
        source: unseen.source,
        at: timeText(unseen.at, language),
      });
    case 'never':
    case 'no_spread':
      return sayDigest(language, `unseen.${unseen.kind}`, { source: unseen.source });
    case 'unprocessed':
    case 'undecided':
      return sayDigest(language, `unseen.${unseen.kind}`, { count: unseen.count });
    default:
      return assertNever(unseen);
  }
};

const timeText = (iso: string, language: CatalogueLanguage): string =>
  dateFormat(localeOf[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(iso));
