import { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import { acknowledge as acknowledgeCases } from '../../../notify/sent/ack.store.ts';
import { refuseUnseen } from '../cases/seen.ts';
import { operation } from '../operation.ts';
import { done, refuse } from '../outcome.ts';
import { caseParams } from '../values.ts';

const mostMinutes = 24 * 60;

/** It adds something and decides nothing by what was read: no version is asked for. */
export const acknowledge = operation({
  id: 'acknowledgeCase',
  method: 'POST',
  path: '/cases/:caseId/acknowledge',
  tag: 'alerts',
  summary:
    'Somebody looks after it: its alert is not told again for so long. When nobody has taken it then, it is told at once.',
  scope: 'alerts:write',
  needs: 'work_cases',
  params: caseParams,
  body: z.strictObject({ minutes: z.int().min(1).max(mostMinutes).default(60) }),
  answer: {
    status: 200,
    body: z
      .object({ case: z.string(), actor: z.string(), at: z.date(), until: z.date() })
      .meta({ id: 'Acknowledgement' }),
  },
  problems: [404],
  handle: async ({ params: { caseId }, body }, context) => {
    const unseen = await refuseUnseen(caseId, context);
    if (unseen !== null) return unseen;
    const { tx, now, caller } = context;
    const until = new Date(now.getTime() + body.minutes * 60_000);
    const waiting = await acknowledgeCases(tx, { caseIds: [caseId], actor: caller.actor, now, until });
    return waiting.length === 0
      ? refuse(
          409,
          'nothing_waits',
          `${caseName(caseId)} needs no acknowledgement: somebody has it, or it waits for no answer`,
        )
      : done({ case: caseName(caseId), actor: caller.actor, at: now, until });
  },
});
