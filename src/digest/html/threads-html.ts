import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { BrandDigest, ThreadDigest } from '../compose-digest.ts';
import {
  othersText,
  spreadText,
  standingDetails,
  standingText,
  threadOrigin,
  threadTitle,
} from '../digest-phrases.ts';
import { sayDigest } from '../digest-texts.ts';
import { escapeHtml } from './escape-html.ts';
import { countBar, sparkChart } from './spread-chart.ts';

/** The threads of a brand, each beside how its customers stand. */
export const threadsHtml = (brand: BrandDigest, to: string, language: CatalogueLanguage): string => {
  if (brand.threads.length === 0) return soft(sayDigest(language, 'threads.none'));
  const greatest = Math.max(...brand.threads.map(countOf));
  const items = brand.threads.map((thread) => threadHtml(thread, { to, greatest, language }));
  const more = soft(sayDigest(language, 'threads.more', { count: brand.moreThreads }), 'more');
  return `<ol class="threads">${items.join('\n')}</ol>${brand.moreThreads > 0 ? more : ''}`;
};

const threadHtml = (thread: ThreadDigest, at: ThreadPlace): string => {
  const { language } = at;
  const isHidden = thread.isDanger || thread.excerpt === null;
  const others = othersText(thread.others, language);
  return `<li class="thread"><div>
<p class="said${isHidden ? ' hidden' : ''}">${escapeHtml(threadTitle(thread, language))}</p>
<p class="origin soft small">${escapeHtml(threadOrigin(thread, at.to, language))}</p>
<div class="standing">${standingHtml(thread, language)}</div>
${others === null ? '' : `<p class="others small">${escapeHtml(others)}</p>`}
</div>
<div class="measure">${measureHtml(thread, at)}</div></li>`;
};

const standingHtml = (thread: ThreadDigest, language: CatalogueLanguage): string => {
  const state = thread.first?.state ?? 'none';
  const details = standingDetails(thread, language).join(' · ');
  const tag = `<span class="tag ${state}">${escapeHtml(standingText(thread, language))}</span>`;
  return `${tag}${details === '' ? '' : `<span class="small">${escapeHtml(details)}</span>`}`;
};

const measureHtml = (thread: ThreadDigest, at: ThreadPlace): string => {
  const { spread } = thread;
  const [, ...rest] = spreadText(thread, at.language);
  const details = `<p class="soft small">${escapeHtml(rest.join(' · '))}</p>`;
  if (spread.kind === 'unknown') return `${soft(sayDigest(at.language, 'spread.unknown'))}${details}`;
  const count = escapeHtml(sayDigest(at.language, 'spread.count', { count: spread.count }));
  const label = sayDigest(at.language, 'spread.chart', { count: spread.count });
  const large = count.replace(/[\d.,]+/, (digits) => `<strong>${digits}</strong>`);
  return `<p>${large}</p>${countBar(spread.count, at.greatest)}${sparkChart(spread.samples, label)}${details}`;
};

const countOf = ({ spread }: ThreadDigest): number => (spread.kind === 'known' ? spread.count : 0);

const soft = (text: string, name = ''): string => `<p class="soft ${name}">${escapeHtml(text)}</p>`;

interface ThreadPlace {
  readonly to: string;
  readonly greatest: number;
  readonly language: CatalogueLanguage;
}
