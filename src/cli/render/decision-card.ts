import type { Target } from '../../domain/brand.ts';
import type { Classification, PriorContact } from '../../domain/classification.ts';
import type { Decision } from '../../domain/decision.ts';
import { type CatalogueLanguage, localeOf } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { numberFormat } from '../../lib/formats.ts';
import { reasonText } from '../../lib/reason-texts.ts';
import { whyText } from './case-table.ts';
import { fields } from './fields.ts';
import { evidenceLegend, highlightEvidence } from './highlight-evidence.ts';
import { targetText } from './relative-time.ts';
import { coloursOf, type RenderOptions } from './render-options.ts';
import { sayRender } from './render-texts.ts';
import { severityBadge } from './severity-badge.ts';
import { tellingEvidence } from './telling-evidence.ts';

/** What would be decided about a text and why, for `classify TEXT`. */
export const decisionCard = (decided: DecidedText, options: RenderOptions): string => {
  const { text, classification, decision, names } = decided;
  const isCase = decision.kind === 'complaint';
  const categories = isCase ? decision.categories : [];
  const telling = tellingEvidence(text, classification.evidence, { isCase, categories, names });
  const say = (key: Parameters<typeof sayRender>[1]): string => sayRender(options.language, key);
  const legend = evidenceLegend(text, telling, options);
  return [
    verdict(decided.decision, options),
    why(decided, options),
    highlightEvidence(text, telling, options),
    `${coloursOf(options).bold(say('decision.evidence'))}\n${legend === '' ? say('decision.noEvidence') : legend}`,
    `${coloursOf(options).bold(say('decision.read'))}\n${reading(classification, options)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const verdict = (decision: Decision, options: RenderOptions): string => {
  const { language } = options;
  const bold = coloursOf(options).bold;
  if (decision.kind === 'complaint') {
    return `${bold(sayRender(language, 'decision.complaint'))}  ${severityBadge(decision.severity, options)}`;
  }
  const reason = reasonText({ code: `review.${decision.review}` }, language);
  const title = bold(sayRender(language, 'decision.review', { reason }));
  return decision.isUnsure ? `${title}\n${sayRender(language, 'decision.unsure')}` : title;
};

const why = ({ decision, target }: DecidedText, options: RenderOptions): string => {
  const { language } = options;
  const categories = decision.kind === 'complaint' ? decision.categories : [];
  // The verdict has told why there is no case already.
  const reasons = decision.reasons.filter((reason) => !reason.code.startsWith('review.'));
  return fields(
    [
      [sayRender(language, 'decision.about'), whyText({ categories, reasons: [] }, options)],
      [sayRender(language, 'decision.why'), whyText({ categories: [], reasons }, options)],
      [sayRender(language, 'decision.due'), decision.kind === 'complaint' ? dueText(target, language) : ''],
    ],
    options,
  );
};

const dueText = (target: Target | null, language: CatalogueLanguage): string =>
  target === null ? sayRender(language, 'decision.dueDiffers') : targetText(target, language);

const reading = (words: Classification, options: RenderOptions): string => {
  const { language } = options;
  const say = (key: Parameters<typeof sayRender>[1]): string => sayRender(language, key);
  const { negative, neutral, positive } = words.sentiment;
  const mood = {
    negative: percent(negative, language),
    neutral: percent(neutral, language),
    positive: percent(positive, language),
  };
  return fields(
    [
      [say('decision.likelihood'), percent(words.complaint, language)],
      [say('decision.mood'), sayRender(language, 'decision.moodText', mood)],
      [say('decision.language'), words.language],
      [say('decision.contact'), words.priorContact === null ? '' : contactText(words.priorContact, language)],
      [say('decision.identifiers'), words.identifiers.join(', ')],
    ],
    options,
  );
};

const contactText = (contact: PriorContact, language: CatalogueLanguage): string =>
  [
    ...(contact.count === null
      ? []
      : [sayRender(language, 'decision.contactCount', { count: contact.count })]),
    ...(contact.days === null ? [] : [daysText(contact.days, language)]),
    ...(contact.isUnanswered ? [sayRender(language, 'decision.unanswered')] : []),
  ].join(', ');

const dayMs = 86_400_000;

const daysText = (days: number, language: CatalogueLanguage): string =>
  days < 1
    ? sayRender(language, 'decision.contactSince', { time: durationText(days * dayMs, language) })
    : sayRender(language, 'decision.contactDays', { count: Math.round(days) });

const percent = (share: number, language: CatalogueLanguage): string =>
  numberFormat(localeOf[language], { style: 'percent' }).format(share);

export interface DecidedText {
  readonly text: string;
  readonly classification: Classification;
  readonly decision: Decision;
  /** Until an answer would be due; null: the brands differ. */
  readonly target: Target | null;
  /** Of brands, which are no reason. */
  readonly names: readonly string[];
}
