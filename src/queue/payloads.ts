import { z } from 'zod';

/**
 * Lock 4: a job carries ids and nothing else. Unknown keys are refused, so that no count of an audience can ride
 * along with the work.
 */
const batch = z.strictObject({ batchId: z.uuid(), traceId: z.string().min(1).max(64) });
const poll = z.strictObject({ source: z.string().min(1) });
const wake = z.strictObject({ reason: z.enum(['outbox', 'timer', 'schedule']) });

export const payloadSchemas = {
  triage: batch,
  reach: batch,
  poll,
  follow: poll,
  notify: wake,
  digest: wake,
} as const;

export type QueueName = keyof typeof payloadSchemas;
export type Payload<Name extends QueueName> = z.infer<(typeof payloadSchemas)[Name]>;

/** Parses a job's payload once, at the door. Throws with the queue's name and what was wrong. */
export const parsePayload = <Name extends QueueName>(name: Name, data: unknown): Payload<Name> => {
  const parsed = payloadSchemas[name].safeParse(data);
  if (!parsed.success) throw new Error(`a job of queue ${name} is refused: ${z.prettifyError(parsed.error)}`);
  return parsed.data as Payload<Name>;
};
