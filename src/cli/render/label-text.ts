import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { categoryText, moneyText, reasonText } from '../../lib/reason-texts.ts';
import { sayKnown, sayRender } from './render-texts.ts';

/** What exactly a piece of evidence was taken for, in the language; classification writes it in its own words. */
export const labelText = (mark: { kind: string; label?: string }, language: CatalogueLanguage): string => {
  const { kind, label = '' } = mark;
  if (label === '') return '';
  if (kind === 'category') return categoryText(label, language);
  if (kind === 'amount') return moneyText(label, language);
  if (kind === 'danger') return dangerText(label, language);
  if (kind === 'prior_contact') return contactText(label, language);
  return sayKnown(language, 'value', label);
};

const dangerText = (label: string, language: CatalogueLanguage): string => {
  const code = `danger.${label}`;
  const said = reasonText({ code }, language);
  return said === code ? label : said;
};

/** `7 times`, `35 days`, `unanswered`. */
const contactText = (label: string, language: CatalogueLanguage): string => {
  if (label === 'unanswered') return sayRender(language, 'decision.unanswered');
  const [, number, unit] = /^(\d+) (times|days)$/.exec(label) ?? [];
  if (number === undefined) return label;
  const key = unit === 'times' ? 'decision.contactCount' : 'decision.contactDays';
  return sayRender(language, key, { count: Number(number) });
};
