/** What a peer sent over a web socket (RFC 6455). Bytes of a message are a view of what was received where it came whole. */
export type SocketFrame =
  | { readonly kind: 'message'; readonly bytes: Buffer }
  | { readonly kind: 'ping'; readonly bytes: Buffer }
  | { readonly kind: 'close'; readonly code: number | null; readonly reason: string };

/** The peer does not keep to the protocol, or sends more than is taken. */
export class SocketProtocolError extends Error {
  override readonly name = 'SocketProtocolError';
}

/** Cuts a server's bytes into frames, wherever they are split, and joins messages that come in pieces. Without sockets. */
export const createFrameReader = (maxMessageBytes: number): ((chunk: Buffer) => readonly SocketFrame[]) => {
  const input = createInput();
  let parts: Buffer[] = [];
  let partBytes = 0;
  let isOpen = false;
  const join = (bytes: Buffer): Buffer => {
    const whole = parts.length === 0 ? bytes : Buffer.concat([...parts, bytes]);
    parts = [];
    partBytes = 0;
    isOpen = false;
    return whole;
  };
  const take = ({ opcode, isFinal }: Header, bytes: Buffer): SocketFrame | null => {
    if (opcode >= OPCODE.close) return controlFrame(opcode, bytes);
    if (isOpen === (opcode !== OPCODE.more))
      throw new SocketProtocolError('the pieces of two messages are mixed');
    if (isFinal) return { kind: 'message', bytes: join(bytes) };
    parts.push(bytes);
    partBytes += bytes.length;
    isOpen = true;
    return null;
  };
  return (chunk) => {
    input.push(chunk);
    const frames: SocketFrame[] = [];
    for (;;) {
      const header = readHeader(input);
      if (header === null) return frames;
      if (partBytes + header.bytes > maxMessageBytes)
        throw new SocketProtocolError(`a message is longer than ${maxMessageBytes} bytes`);
      if (input.size() < header.size + header.bytes) return frames;
      input.take(header.size);
      const frame = take(header, input.take(header.bytes));
      if (frame !== null) frames.push(frame);
    }
  };
};

/** A frame of a client, which is always masked; what we send is short (pong, close). */
export const clientFrame = (kind: 'pong' | 'close', payload: Buffer, mask: Buffer): Buffer => {
  const bytes = payload.subarray(0, 125);
  const frame = Buffer.alloc(6 + bytes.length);
  frame[0] = 0x80 | OPCODE[kind];
  frame[1] = 0x80 | bytes.length;
  mask.copy(frame, 2, 0, 4);
  for (const [i, byte] of bytes.entries()) frame[6 + i] = byte ^ (mask[i % 4] ?? 0);
  return frame;
};

const OPCODE = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const known: ReadonlySet<number> = new Set(Object.values(OPCODE));

interface Header {
  readonly opcode: number;
  readonly isFinal: boolean;
  /** Of the header itself. */
  readonly size: number;
  /** That follow it. */
  readonly bytes: number;
}

/** null: more bytes are needed. */
const readHeader = (input: Input): Header | null => {
  const head = input.peek(10);
  const [first, second] = head;
  if (first === undefined || second === undefined) return null;
  const opcode = first & 0x0f;
  if ((first & 0x70) !== 0 || !known.has(opcode))
    throw new SocketProtocolError('a frame is of a kind that nobody agreed on');
  if ((second & 0x80) !== 0) throw new SocketProtocolError('the server masks what it sends');
  const isFinal = (first & 0x80) !== 0;
  const short = second & 0x7f;
  if (opcode >= OPCODE.close && (short > 125 || !isFinal))
    throw new SocketProtocolError('a control frame is too long or in pieces');
  const length = readLength(head, short);
  return length === null ? null : { opcode, isFinal, ...length };
};

const readLength = (head: Buffer, short: number): Pick<Header, 'size' | 'bytes'> | null => {
  if (short < 126) return { size: 2, bytes: short };
  const size = short === 126 ? 4 : 10;
  if (head.length < size) return null;
  return { size, bytes: short === 126 ? head.readUInt16BE(2) : Number(head.readBigUInt64BE(2)) };
};

const controlFrame = (opcode: number, bytes: Buffer): SocketFrame | null => {
  if (opcode === OPCODE.ping) return { kind: 'ping', bytes };
  if (opcode === OPCODE.pong) return null;
  return {
    kind: 'close',
    code: bytes.length < 2 ? null : bytes.readUInt16BE(0),
    reason: bytes.toString('utf8', 2),
  };
};

interface Input {
  push(chunk: Buffer): void;
  size(): number;
  /** At most this many of the next bytes, which stay. */
  peek(count: number): Buffer;
  take(count: number): Buffer;
}

/** Bytes that wait. They are joined only when somebody wants more than the first chunk has, so that no byte is copied twice. */
const createInput = (): Input => {
  let first: Buffer = Buffer.alloc(0);
  let more: Buffer[] = [];
  let moreBytes = 0;
  const joinFor = (count: number): void => {
    if (more.length === 0 || first.length >= count) return;
    first = Buffer.concat([first, ...more]);
    more = [];
    moreBytes = 0;
  };
  return {
    push: (chunk) => {
      if (first.length === 0 && more.length === 0) {
        first = chunk;
        return;
      }
      more.push(chunk);
      moreBytes += chunk.length;
    },
    size: () => first.length + moreBytes,
    peek: (count) => {
      joinFor(count);
      return first.subarray(0, count);
    },
    take: (count) => {
      joinFor(count);
      const taken = first.subarray(0, count);
      first = first.subarray(count);
      return taken;
    },
  };
};
