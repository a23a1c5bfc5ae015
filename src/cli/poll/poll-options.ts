import type { SpokenOptions } from '../desk-options.ts';

export interface PollOptions extends SpokenOptions {
  readonly file?: string;
  readonly url?: string;
  readonly header?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface Polling {
  readonly signal: AbortSignal;
  readonly options: PollOptions;
}
