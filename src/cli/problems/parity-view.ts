import { caseName } from '../../domain/case-id.ts';
import { problemName } from '../../domain/problem-id.ts';
import { moneyBand, type OwedKind } from '../../domain/remedy.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { GivenAmount } from '../../problems/parity.store.ts';
import type { ParityRow } from '../../problems/parity.ts';
import type { ShownParity } from '../../problems/shown-parity.store.ts';
import { columns } from '../render/columns.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { sayKnown } from '../render/render-texts.ts';
import { sayParity } from './parity-texts.ts';

/** Every confirmed member, with what it got, what is owed to it, and what a person did about it. Amounts are bands. */
export const parityView = (list: ShownParity, options: RenderOptions): string => {
  const { language } = options;
  const { bold, dim } = coloursOf(options);
  const owed = list.rows.filter((row) => row.owed.length > 0).length;
  const id = problemName(list.problem);
  const head = (['head.case', 'head.got', 'head.owed', 'head.done'] as const).map((key) =>
    dim(sayParity(language, key)),
  );
  const rows = list.rows.map((row) => [
    bold(caseName(row.caseId)),
    gotText(row.caseId, list.amounts, language),
    row.owed.map((kind) => kindText(kind, language)).join(', ') || '–',
    settledText(row, language),
  ]);
  const sentence = sayParity(language, owed === 0 ? 'none_owed' : 'owed', { id, count: owed });
  const more = list.isMoreOwed ? [sayParity(language, 'more_owed')] : [];
  return [columns([head, ...rows]), ...outsideTexts(list, language), sentence, ...more].join('\n\n');
};

/** What cases got that a person took out since. */
const outsideTexts = (
  { problem, rows, fromOutside }: ShownParity,
  language: CatalogueLanguage,
): readonly string[] =>
  fromOutside
    .filter(({ kind }) => rows.some(({ owed }) => owed.includes(kind)))
    .map(({ caseId, kind }) =>
      sayParity(language, 'from_outside', {
        case: caseName(caseId),
        what: kindText(kind, language),
        kind,
        id: problemName(problem),
      }),
    );

export const kindText = (kind: OwedKind, language: CatalogueLanguage): string =>
  sayKnown(language, 'value', kind);

const gotText = (caseId: string, amounts: readonly GivenAmount[], language: CatalogueLanguage): string =>
  amounts
    .filter((one) => one.caseId === caseId)
    .map(({ kind, money }) =>
      money === null ? kindText(kind, language) : `${kindText(kind, language)} ${moneyBand(money)}`,
    )
    .join(', ') || '–';

const settledText = ({ settled }: ParityRow, language: CatalogueLanguage): string => {
  if (settled === null) return '–';
  const reason = settled.reason === null ? '' : ` (${sayKnown(language, 'value', settled.reason)})`;
  return `${sayParity(language, `outcome.${settled.outcome}`)}${reason}`;
};

export const parityJson = ({ problem, rows, amounts, fromOutside, isMoreOwed }: ShownParity) => ({
  problem: problemName(problem),
  isOwed: isMoreOwed || rows.some(({ owed }) => owed.length > 0),
  fromOutside: fromOutside.map(({ caseId, kind, at }) => ({ case: caseName(caseId), kind, at })),
  members: rows.map(({ caseId, owed, settled }) => ({
    case: caseName(caseId),
    owed,
    given: amounts
      .filter((one) => one.caseId === caseId)
      .map(({ kind, money }) => ({ kind, band: money === null ? null : moneyBand(money) })),
    settled: settled === null ? null : { outcome: settled.outcome, reason: settled.reason, at: settled.at },
  })),
});
