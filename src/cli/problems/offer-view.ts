import { caseName } from '../../domain/case-id.ts';
import type { OwedKind } from '../../domain/remedy.ts';
import { type CatalogueLanguage, catalogueLanguages, localeOf } from '../../lib/catalogue.ts';
import type { ParityList } from '../../problems/parity.store.ts';
import type { RenderOptions } from '../render/render-options.ts';
import { padText, wrapText } from '../render/text-width.ts';
import { sayParity } from './parity-texts.ts';
import { kindText } from './parity-view.ts';

const gap = 3;

/** The text in English and German beside each other. A person sends it, from where the customer wrote; Evenhand sends none. */
export const offerView = (
  { rows }: ParityList,
  { as, caseId }: { readonly as: 'offer' | 'ask'; readonly caseId: string },
  { language, width }: RenderOptions,
): string => {
  const owed = rows.find((row) => row.caseId === caseId)?.owed ?? [];
  const half = Math.max(24, Math.floor((width - gap) / 2));
  const [english = [], german = []] = catalogueLanguages.map((spoken) => {
    return wrapText(sayParity(spoken, `text.${as}`, { owed: owedText(owed, spoken) }), half).split('\n');
  });
  const lines = Array.from({ length: Math.max(english.length, german.length) }, (_, i) =>
    `${padText(english[i] ?? '', half)}${' '.repeat(gap)}${german[i] ?? ''}`.trimEnd(),
  );
  return [...lines, '', sayParity(language, 'send', { case: caseName(caseId) })].join('\n');
};

/** What was promised nobody got yet. */
const owedText = (owed: readonly OwedKind[], spoken: CatalogueLanguage): string => {
  const got = [...new Set(owed)].flatMap((kind) => (kind === 'promise' ? [] : [kindText(kind, spoken)]));
  const what = new Intl.ListFormat(localeOf[spoken], { type: 'conjunction' }).format(got);
  if (got.length === 0) return sayParity(spoken, 'owed.promised');
  return sayParity(spoken, owed.includes('promise') ? 'owed.both' : 'owed.got', { what });
};
