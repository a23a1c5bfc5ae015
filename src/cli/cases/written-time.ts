import { InvalidArgumentError } from 'commander';

/** A time as somebody wrote it. */
export type WrittenTime =
  | { readonly kind: 'exact'; readonly at: Date }
  /** Without an offset: milliseconds as if the local clock were UTC. */
  | { readonly kind: 'local'; readonly localMs: number };

const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** `2026-05-04T10:00`, with or without an offset; which zone is meant without one is known once the brand is. */
export const timeArgument = (text: string): WrittenTime => {
  const [, day = '', time = '00:00', offset = null] = pattern.exec(text) ?? [];
  const localMs = Date.parse(`${day}T${time}Z`);
  const isDay = !Number.isNaN(localMs) && new Date(localMs).toISOString().startsWith(day);
  const at = new Date(`${day}T${time}${(offset ?? 'Z').replace(/(\d{2})(\d{2})$/, '$1:$2')}`);
  if (!isDay || Number.isNaN(at.getTime()))
    throw new InvalidArgumentError(
      "A time is written 2026-05-04T10:30 in the brand's time zone, or 2026-05-04T10:30Z for UTC.",
    );
  return offset === null ? { kind: 'local', localMs } : { kind: 'exact', at };
};
