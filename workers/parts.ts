/** Those who call are cut off first, then what makes work, then who works; what all of them need goes last. */
const order = [
  'http',
  'told',
  'sweep',
  'notifier',
  'webhooks',
  'digest',
  'queues',
  'replies',
  'audiences',
  'problems',
  'decider',
  'backend',
] as const;

/** How each part of a service that was started so far is stopped. */
export type Parts = Partial<Record<(typeof order)[number], () => Promise<void>>>;

/** Stops every part that was started, be it that another one cannot be stopped; rejects with the first error. */
export const stopParts = async (parts: Parts): Promise<void> => {
  const errors: unknown[] = [];
  for (const name of order)
    try {
      await parts[name]?.();
    } catch (error) {
      errors.push(error);
    }
  if (errors.length > 0) throw errors[0];
};
