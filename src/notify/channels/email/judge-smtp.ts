import { z } from 'zod';
import type { Delivery } from '../channel.ts';

/** At which step a server said no: what a person has to mend depends on it. */
type Step = 'greeting' | 'tls' | 'login' | 'sender' | 'recipients' | 'message';

/** A 4xx may pass; a 5xx does not (RFC 5321, 4.2.1). The reason is a code without an address. */
export const judgeStatus = (
  step: Step,
  status: number | false | undefined,
): { readonly reason: string; readonly isPassing: boolean } => {
  const isKnown = typeof status === 'number' && status >= 400 && status <= 599;
  return { reason: isKnown ? `smtp_${step}_${status}` : 'network', isPassing: !isKnown || status < 500 };
};

/**
 * What nodemailer says of a letter that nobody took. A refusal for good concerns the way or the readers, which every
 * later letter shares, so that it switches the channel off and nothing is lost; only a refusal of the finished letter
 * concerns that letter alone.
 */
export const judgeSmtpError = (error: unknown): Exclude<Delivery, { kind: 'delivered' }> => {
  const { data } = trouble.safeParse(error);
  if (data === undefined) return { kind: 'transient', reason: 'network' };
  const step = stepOf(data);
  const statuses = data.rejectedErrors?.map(({ responseCode }) => responseCode) ?? [data.responseCode];
  const answered = statuses.filter((status) => typeof status === 'number');
  const [weightiest] = answered.toSorted((a, b) => a - b);
  if (weightiest === undefined) return judgeSilence(data);
  const { reason, isPassing } = judgeStatus(step, weightiest);
  if (isPassing) return { kind: 'transient', reason };
  return { kind: 'permanent', reason, disables: step !== 'message' };
};

const answer = z.object({ responseCode: z.union([z.number(), z.literal(false)]).optional() });
const trouble = answer.extend({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  command: z.string().optional(),
  rejectedErrors: z.array(answer).min(1).optional(),
});
type Trouble = z.infer<typeof trouble>;

const stepOf = ({ code, command = '' }: Trouble): Step => {
  if (code === 'EAUTH') return 'login';
  if (code === 'ETLS') return 'tls';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipients';
  return command === 'DATA' ? 'message' : 'greeting';
};

/** No server said anything that could be understood. */
const judgeSilence = ({ code, originalCode = '' }: Trouble): Exclude<Delivery, { kind: 'delivered' }> => {
  if (code === 'EAUTH') return { kind: 'permanent', reason: 'smtp_no_login', disables: true };
  if (code === 'EMESSAGE') return { kind: 'permanent', reason: 'smtp_message_552', disables: false };
  if (code === 'ETIMEDOUT') return { kind: 'transient', reason: 'timeout' };
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(originalCode))
    return { kind: 'transient', reason: 'smtp_certificate' };
  return { kind: 'transient', reason: code === 'ETLS' ? 'smtp_tls' : 'network' };
};
