import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery } from '../channel.ts';
import { judgeSmtpError, judgeStatus } from './judge-smtp.ts';

/** Where letters are handed in. The operator wrote it, so it may stand on his own network. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `starttls`: the connection is encrypted before anything is said, or the letter waits; `implicit`: from its first byte. */
  readonly tls: 'starttls' | 'implicit' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** PEM of an authority that is trusted beside those of Node. */
  readonly authority?: string;
  /** For the whole attempt; it ends before another process may take the message to be abandoned. */
  readonly timeoutMs?: number;
}

export interface Mailbox {
  /** '': the address stands alone. */
  readonly name: string;
  readonly address: string;
}

export interface MailOrder {
  readonly server: SmtpServer;
  readonly from: string;
  readonly to: readonly string[];
  readonly message: Buffer;
}

/** What a server did with a letter: it took it for all or some of its readers, or for nobody. */
export type MailSent =
  | {
      readonly kind: 'taken';
      readonly accepted: readonly string[];
      readonly refused: readonly Refused[];
      /** Some services give a letter a Message-ID of their own, which answers then refer to. */
      readonly renamed: string | null;
    }
  | Exclude<Delivery, { kind: 'delivered' }>;

interface Refused {
  readonly reason: string;
  readonly isPassing: boolean;
}

/** One connection, one letter. */
export const sendMail = async (order: MailOrder, stop: AbortSignal): Promise<MailSent> => {
  const timeout = AbortSignal.timeout(order.server.timeoutMs ?? attemptMs);
  try {
    return await converse(order, AbortSignal.any([stop, timeout]));
  } catch (error) {
    if (stop.aborted) return { kind: 'transient', reason: 'stopped' };
    if (timeout.aborted) return { kind: 'transient', reason: 'timeout' };
    return judgeSmtpError(error);
  }
};

/** Shorter than the minute after which an attempt that never reports back is made again. */
const attemptMs = 45_000;
const connectMs = 15_000;

const converse = ({ server, from, to, message }: MailOrder, signal: AbortSignal): Promise<MailSent> => {
  const { host, port, tls, login, authority } = server;
  const connection = new SMTPConnection({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: attemptMs,
    socketCloseTimeout: 0,
    allowInternalNetworkInterfaces: true,
    tls: { minVersion: 'TLSv1.2', ...(authority === undefined ? {} : { ca: authority }) },
  });
  return new Promise<MailSent>((resolve, reject) => {
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', giveUp);
      settle();
    };
    const giveUp = (): void => end(() => reject(new Error('the attempt was given up')));
    const fail = (error: unknown): void => end(() => reject(error));
    const submit = (): void =>
      connection.send({ from, to: [...to], size: message.length }, message, (error, sent) => {
        if (error || sent === undefined) return fail(error);
        const refused = (sent.rejectedErrors ?? []).map((one) => judgeStatus('recipients', one.responseCode));
        // Taken is taken: how the server says good-bye changes nothing.
        connection.quit();
        end(() =>
          resolve({ kind: 'taken', accepted: sent.accepted, refused, renamed: sent.serverMessageId ?? null }),
        );
      });
    connection.on('error', fail);
    connection.on('end', () => fail(new Error('the server ended the connection')));
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    connection.connect((error) => {
      if (error) return fail(error);
      if (login === null) return submit();
      connection.login({ user: login.user, pass: login.password }, (refusal) =>
        refusal ? fail(refusal) : submit(),
      );
    });
  }).finally(() => connection.close());
};
