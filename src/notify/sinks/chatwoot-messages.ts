import { z } from 'zod';

const message = z.object({
  id: z.number(),
  content: z.string().nullish(),
  message_type: z.number(),
  private: z.boolean(),
  /** Unix seconds. */
  created_at: z.number(),
  sender: z.object({ type: z.string() }).nullish(),
  content_attributes: z
    .object({ activity: z.object({ type: z.string().nullish(), status: z.string().nullish() }).nullish() })
    .nullish()
    .catch(null),
});
export type Message = z.output<typeof message>;

export const messaged = z.object({ payload: z.array(message) });

const outgoing = 1;
/** Written by Chatwoot itself. */
const activity = 2;

/** Of somebody who works there, to the customer. */
export const isAnswer = (message: Message): boolean =>
  message.message_type === outgoing && !message.private && message.sender?.type === 'user';

/**
 * What Chatwoot notes of a status says so; teams, agents, labels and priorities are noted as well, in words of the
 * account's language alone, and tell nothing of it. null: none of those that are shown brought this status.
 */
export const statusTime = (status: string, messages: readonly Message[]): Date | null => {
  const changes = messages.filter(
    ({ message_type: type, content_attributes: attributes }) =>
      type === activity && attributes?.activity?.type === 'conversation_status_changed',
  );
  const newest = changes.toSorted((a, b) => a.created_at - b.created_at || a.id - b.id).at(-1);
  return newest === undefined || newest.content_attributes?.activity?.status !== status
    ? null
    : new Date(newest.created_at * 1_000);
};
