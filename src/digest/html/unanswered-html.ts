import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import type { BrandDigest, UnansweredCase } from '../compose-digest.ts';
import { categoriesText, noneNamedText, saidText } from '../digest-phrases.ts';
import { sayDigest } from '../digest-texts.ts';
import { escapeHtml } from './escape-html.ts';

/** The severe cases that nobody answered. Labels are repeated in the cells for narrow screens, where the head is away. */
export const unansweredHtml = (brand: BrandDigest, labelId: string, language: CatalogueLanguage): string => {
  const say = (key: Parameters<typeof sayDigest>[1]): string => escapeHtml(sayDigest(language, key));
  if (brand.oldest.length === 0) return `<p class="soft">${escapeHtml(noneNamedText(brand, language))}</p>`;
  const head = (['case', 'severity', 'waiting', 'about', 'said'] as const)
    .map((key) => `<th scope="col">${say(`oldest.${key}`)}</th>`)
    .join('');
  const more = escapeHtml(sayDigest(language, 'oldest.more', { count: brand.moreOldest }));
  return `<p class="soft small">${say('oldest.intro')}</p>
<table aria-labelledby="${labelId}"><thead><tr>${head}</tr></thead>
<tbody>${brand.oldest.map((row) => rowHtml(row, language)).join('\n')}</tbody></table>
${brand.moreOldest > 0 ? `<p class="soft more">${more}</p>` : ''}`;
};

const rowHtml = (row: UnansweredCase, language: CatalogueLanguage): string => {
  const cell = (key: 'waiting' | 'about', text: string, name = ''): string =>
    `<td${name} data-label="${escapeHtml(sayDigest(language, `oldest.${key}`))}">${escapeHtml(text)}</td>`;
  const severity = escapeHtml(sayDigest(language, `severity.${row.severity}`));
  const about = categoriesText(row.categories, language);
  const said = saidText(row, language);
  return `<tr><th scope="row">${escapeHtml(row.caseId)}</th>
<td><span class="tag ${row.severity}">${severity}</span></td>
${cell('waiting', durationText(row.waitedMs, language), ' class="nowrap"')}
${about === '' ? '<td></td>' : cell('about', about)}
<td${row.excerpt === null ? ' class="soft"' : ''}>${escapeHtml(said)}</td></tr>`;
};
