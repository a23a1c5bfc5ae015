import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

/** Sends one value as a frame: four bytes of length, then V8's structured clone. Both ends are the same program. */
export const writeFrame = (socket: Socket, value: unknown): void => {
  const body = serialize(value);
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(body.length);
  socket.write(Buffer.concat([head, body]));
};

/** Calls `onValue` for each whole frame, however the bytes arrive. */
export const readFrames = (socket: Socket, onValue: (value: unknown) => void): void => {
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
      const end = 4 + pending.readUInt32BE(0);
      onValue(deserialize(pending.subarray(4, end)));
      pending = pending.subarray(end);
    }
  });
};
