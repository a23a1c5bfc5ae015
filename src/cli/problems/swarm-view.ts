import { caseName } from '../../domain/case-id.ts';
import { withoutWriter } from '../../notify/hide-author.ts';
import type { ListedSwarm, SampledMember } from '../../problems/swarm.store.ts';
import { columns } from '../render/columns.ts';
import { relativeTime } from '../render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { printable, wrapText } from '../render/text-width.ts';
import { saySwarm } from './swarm-texts.ts';

export const swarmName = (id: number): string => `S-${id}`;

export const swarmTable = (swarms: readonly ListedSwarm[], options: RenderOptions): string => {
  const { language, now } = options;
  if (swarms.length === 0) return saySwarm(language, 'none');
  const { dim, bold } = coloursOf(options);
  const head = (['head.swarm', 'head.cases', 'head.began', 'head.decision', 'head.brand'] as const).map(
    (key) => dim(saySwarm(language, key)),
  );
  return columns([
    head,
    ...swarms.map((swarm) => [
      bold(swarmName(swarm.id)),
      String(swarm.cases),
      relativeTime(swarm.firstAt, now, language),
      saySwarm(language, `decision.${swarm.decision ?? 'open'}`),
      swarm.brand,
    ]),
  ]);
};

const longestShown = 400;

export const swarmView = (
  swarm: ListedSwarm,
  members: readonly SampledMember[],
  options: RenderOptions,
): string => {
  const { language, width, now } = options;
  const { bold } = coloursOf(options);
  const head = saySwarm(language, 'title', {
    id: swarmName(swarm.id),
    brand: swarm.brand,
    cases: swarm.cases,
    began: relativeTime(swarm.firstAt, now, language),
    decision: saySwarm(language, `decision.${swarm.decision ?? 'open'}`),
  });
  const shown = members.map(({ caseId, text, knownAs, isConfidential }) => {
    const said = isConfidential
      ? saySwarm(language, 'confidential')
      : (withoutWriter(text, knownAs) ?? saySwarm(language, 'gone'));
    const cut = said.length <= longestShown ? said : `${said.slice(0, longestShown).toWellFormed()}…`;
    return `${bold(caseName(caseId))}\n${wrapText(printable(cut), width, '  ')}`;
  });
  return [bold(head), ...shown, saySwarm(language, whatToDo(swarm), { id: swarmName(swarm.id) })].join(
    '\n\n',
  );
};

/** Once it is decided nobody needs to hear how that is done. */
const whatToDo = ({ decision }: ListedSwarm) => {
  if (decision === null) return 'what_to_do';
  return decision === 'one_answer' ? 'taking_out' : 'at_random';
};

/** For scripts; null: without members. */
export const swarmJson = ({ id, ...swarm }: ListedSwarm, members: readonly SampledMember[] | null) => ({
  id: swarmName(id),
  ...swarm,
  ...(members === null
    ? {}
    : {
        sample: members.map(({ caseId, text, knownAs, isConfidential }) => ({
          case: caseName(caseId),
          text: isConfidential ? null : withoutWriter(text, knownAs),
        })),
      }),
});
