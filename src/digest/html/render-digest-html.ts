import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { BrandDigest, DigestModel, ProblemWaiting } from '../compose-digest.ts';
import {
  brandText,
  periodText,
  problemPlace,
  problemText,
  problemTitle,
  unseenTexts,
} from '../digest-phrases.ts';
import { sayDigest } from '../digest-texts.ts';
import { digestStyle } from './digest-style.ts';
import { escapeHtml } from './escape-html.ts';
import { countBar } from './spread-chart.ts';
import { threadsHtml } from './threads-html.ts';
import { unansweredHtml } from './unanswered-html.ts';

/** The digest as one file that loads nothing, runs nothing and may be forwarded; every value is escaped. */
export const renderDigestHtml = (model: DigestModel, language: CatalogueLanguage): string => {
  const title = sayDigest(language, 'title');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${digestStyle}</style>
</head>
<body>
<a class="skip" href="#digest">${escapeHtml(sayDigest(language, 'skip'))}</a>
<div class="page">
<header>
<h1>${escapeHtml(title)}</h1>
<p class="soft">${escapeHtml(periodText(model, language))}</p>
<p class="principle small">${escapeHtml(sayDigest(language, 'principle'))}</p>
</header>
<main id="digest">
${brandsHtml(model, language)}
${unseenHtml(model, language)}
</main>
</div>
</body>
</html>
`;
};

const brandsHtml = (model: DigestModel, language: CatalogueLanguage): string =>
  model.brands.length === 0
    ? `<p class="brand">${escapeHtml(sayDigest(language, 'brand.none'))}</p>`
    : model.brands.map((brand, index) => brandHtml(brand, { to: model.to, index, language })).join('\n');

const brandHtml = (brand: BrandDigest, at: BrandPlace): string => {
  const { language } = at;
  const id = `brand-${at.index + 1}`;
  return `<section class="brand" aria-labelledby="${id}">
<div class="brand-head"><h2 id="${id}">${escapeHtml(brand.name)}</h2>
<p class="soft">${escapeHtml(brandText(brand, language))}</p></div>
<h3>${escapeHtml(sayDigest(language, 'threads.heading'))}</h3>
${threadsHtml(brand, at.to, language)}
<h3 id="${id}-oldest">${escapeHtml(sayDigest(language, 'oldest.heading'))}</h3>
${unansweredHtml(brand, `${id}-oldest`, language)}
<h3>${escapeHtml(sayDigest(language, 'problem.heading'))}</h3>
${problemsHtml(brand.sameProblem, language)}${statementsHtml(brand, language)}
</section>`;
};

const statementsHtml = ({ statements = [] }: BrandDigest, language: CatalogueLanguage): string => {
  if (statements.length === 0) return '';
  const items = statements.map(
    ({ about, text }) => `<li><strong>${escapeHtml(about)}</strong>
<p class="small">${escapeHtml(text)}</p></li>`,
  );
  return `
<h3>${escapeHtml(sayDigest(language, 'statement.heading'))}</h3>
<ul class="problems">${items.join('\n')}</ul>`;
};

const problemsHtml = (problems: readonly ProblemWaiting[], language: CatalogueLanguage): string => {
  if (problems.length === 0) {
    return `<p class="soft">${escapeHtml(sayDigest(language, 'problem.none'))}</p>`;
  }
  const items = problems.map(
    (problem) => `<li><strong>${escapeHtml(problemTitle(problem, language))}</strong>
<p class="small">${escapeHtml(problemText(problem, language))}</p>
<p class="soft small">${escapeHtml(problemPlace(problem, language))}</p>${countBar(problem.waiting, problem.total)}</li>`,
  );
  return `<ul class="problems">${items.join('\n')}</ul>`;
};

const unseenHtml = (model: DigestModel, language: CatalogueLanguage): string => {
  const lines = unseenTexts(model, language).map((text) => `<li>${escapeHtml(text)}</li>`);
  return `<section class="brand unseen" aria-labelledby="unseen">
<h2 id="unseen">${escapeHtml(sayDigest(language, 'unseen.heading'))}</h2>
<ul>${lines.join('\n')}</ul>
</section>`;
};

interface BrandPlace {
  readonly to: string;
  readonly index: number;
  readonly language: CatalogueLanguage;
}
