import type { ChainsVerified } from '../../cases/log/verify.store.ts';
import type { Difference } from '../../cases/log/verify-chain.ts';
import type { RowsVerified } from '../../cases/log/verify-rows.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { sayKnown } from '../render/render-texts.ts';
import type { RootVerdict } from './compare-roots.ts';
import { sayLog } from './verify-log-texts.ts';

export const chainLines = (chains: ChainsVerified, options: RenderOptions): readonly string[] => {
  const { language } = options;
  const { green, red } = coloursOf(options);
  const { activities, cases, unsealed, differences, first } = chains;
  const waiting = unsealed === 0 ? [] : [sayLog(language, 'unsealed', { count: unsealed })];
  if (differences === 0)
    return [green(sayLog(language, 'chains.same', { count: activities, cases })), ...waiting];
  return [
    red(sayLog(language, 'chains.different', { count: differences, activities })),
    ...first.map((difference) => `- ${differenceText(difference, language)}`),
    ...waiting,
  ];
};

const differenceText = ({ kind, caseId, seq, activity }: Difference, language: CatalogueLanguage): string => {
  if (caseId === null) return sayLog(language, 'seal_removed.somewhere');
  const what = activity === null ? '' : ` (${sayKnown(language, 'activity', activity.kind)}, ${activity.at})`;
  return sayLog(language, kind, { id: caseName(caseId), place: seq ?? 0, what });
};

export const rowLines = (rows: RowsVerified, options: RenderOptions): readonly string[] => {
  const { language } = options;
  const { green, red } = coloursOf(options);
  const { cases, untold, differences, first } = rows;
  const older = untold === 0 ? [] : [sayLog(language, 'rows.untold', { count: untold })];
  const count = cases - untold;
  if (differences === 0)
    return [...(count === 0 ? [] : [green(sayLog(language, 'rows.same', { count }))]), ...older];
  return [
    red(sayLog(language, 'rows.different', { count: differences })),
    ...first.map((difference) => {
      const fields = 'fields' in difference ? difference.fields.join(', ') : '';
      return `- ${sayLog(language, difference.kind, { id: caseName(difference.caseId), fields })}`;
    }),
    ...older,
  ];
};

export const rootLine = (verdict: RootVerdict, options: RenderOptions): string => {
  const { language } = options;
  const { green, red, yellow } = coloursOf(options);
  switch (verdict.kind) {
    case 'same':
      return [
        green(sayLog(language, 'roots.same', { count: verdict.roots, day: verdict.lastDay })),
        ...(verdict.later === 0 ? [] : [sayLog(language, 'roots.later', { count: verdict.later })]),
      ].join(' ');
    case 'none':
      return yellow(sayLog(language, 'roots.none'));
    case 'stored_differs':
    case 'root_differs':
      return red(sayLog(language, `roots.${verdict.kind}`, { day: verdict.day }));
    case 'unknown_root':
      return red(sayLog(language, 'roots.unknown', { root: verdict.root.slice(0, 12) }));
    case 'head_differs': {
      const { caseId, day, seq, found, activity } = verdict;
      const what = activity === null ? '' : ` (${sayKnown(language, 'activity', activity)})`;
      return red(
        sayLog(language, found ? 'roots.head' : 'roots.head_gone', {
          id: caseName(caseId),
          place: seq,
          day,
          what,
        }),
      );
    }
  }
};
