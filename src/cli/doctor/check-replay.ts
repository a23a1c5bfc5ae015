import { readLastReplay } from '../../audit/replay.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { durationText } from '../../lib/duration-text.ts';
import type { Transaction } from '../../postgres/database.ts';
import { createFinder, type Finding } from './finding.ts';
import type { WorkContext } from './work-context.ts';

/** Lock 5 by night: what came of deciding a sample of cases again. */
export const checkReplay = async (tx: Transaction, { language, now }: WorkContext): Promise<Finding> => {
  const finder = createFinder(language, 'lock');
  const last = await readLastReplay(tx);
  if (last === null) return finder.ok('replay.none');
  const age = durationText(now.getTime() - last.doneAt.getTime(), language);
  const { posts, same, untold, different, differentCases } = last;
  if (different === 0) return finder.ok('replay.same', { count: posts, age, same, untold });
  const [first = ''] = differentCases;
  const cases = differentCases.map(caseName).join(', ');
  return finder.warn(
    'replay.differs',
    { count: different, age, cases, first: caseName(first) },
    'replay.look',
  );
};
