export interface SseEvent {
  readonly event: string;
  readonly data: string;
}

export interface SseDecoder {
  /** The events that these bytes complete. */
  feed(bytes: Uint8Array): readonly SseEvent[];
}

/** Longer than any status; a line without end must not fill the memory. */
const MAX_EVENT_LENGTH = 1_048_576;

/** Server-sent events from bytes that may be cut anywhere, in the middle of a character too. Comments are heartbeats. */
export const createSseDecoder = (): SseDecoder => {
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  let data: string[] = [];
  let length = 0;
  const takeLine = (line: string): SseEvent | null => {
    if (line === '') {
      const complete =
        data.length > 0 && length <= MAX_EVENT_LENGTH ? { event, data: data.join('\n') } : null;
      [event, data, length] = ['', [], 0];
      return complete;
    }
    const [, field = '', value = ''] = /^([^:]*)(?::[ ]?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') {
      length += value.length;
      if (length <= MAX_EVENT_LENGTH) data.push(value);
    }
    return null;
  };
  return {
    feed: (bytes) => {
      rest += decoder.decode(bytes, { stream: true });
      const events: SseEvent[] = [];
      // A CR at the end may be the first half of a CRLF.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      if (rest.length > MAX_EVENT_LENGTH) {
        length = MAX_EVENT_LENGTH + 1;
        rest = '';
      }
      for (const line of lines) {
        const complete = takeLine(line);
        if (complete !== null) events.push(complete);
      }
      return events;
    },
  };
};
