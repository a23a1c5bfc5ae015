import { InvalidArgumentError } from 'commander';
import { timeArgument, type WrittenTime } from './cases/written-time.ts';

/** How every `--until` is written: a time from now, or a moment. */
export type Until =
  | { readonly kind: 'after'; readonly ms: number }
  | { readonly kind: 'at'; readonly time: WrittenTime };

export const untilArgument = (text: string): Until => {
  const ms = msOf(text);
  if (ms > 0) return { kind: 'after', ms };
  if (!text.includes('-'))
    throw new InvalidArgumentError(
      'A time is written 30m, 2h or 3d, or as a moment such as 2026-05-04T10:30Z.',
    );
  return { kind: 'at', time: timeArgument(text) };
};

/** 0 for what is no length of time. */
const msOf = (text: string): number => {
  const [, number = '', unit = ''] = /^(\d{1,5})(m|h|d)$/.exec(text) ?? [];
  return Number(number) * (unitMs[unit] ?? 0);
};

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
