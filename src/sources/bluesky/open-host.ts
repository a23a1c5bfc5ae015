import type { Socket } from '../../lib/safe-socket.ts';
import type { SourceDeps } from '../source.ts';
import { type Asked, askFrom, type BlueskyCursor } from './cursor.ts';
import { addressOf, protocolOf } from './hosts.ts';
import { connectError, isCursorTooOld } from './refusal.ts';
import type { Listening } from './walk.ts';

export interface OpenHost {
  readonly socket: Socket;
  readonly asked: Asked;
}

/** Asks the host for what comes after the cursor. */
export const openHost = async (
  { host, isOnlyHost }: Listening,
  stored: BlueskyCursor | null,
  { connect, signal, clock }: SourceDeps,
): Promise<OpenHost> => {
  if (connect === undefined) throw new TypeError('a source that listens needs a way to connect');
  const call = async (asked: Asked): Promise<OpenHost> => {
    const protocol = protocolOf(host.wire);
    const socket = await connect(addressOf(host, asked.cursor), {
      signal,
      ...(protocol === undefined ? {} : { protocol }),
    });
    return { socket, asked };
  };
  try {
    const asked = askFrom(stored, host);
    return await call(asked).catch((error: unknown) => {
      // Asked by time instead, the host begins with the oldest that it has, and what is missing is told.
      if (asked.isBySeq && isCursorTooOld(error)) return call(askFrom(stored, host, true));
      throw error;
    });
  } catch (error) {
    throw connectError(error, host, { now: clock.now(), isOnlyHost });
  }
};
