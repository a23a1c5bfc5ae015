import type { HookDelivery, Sink } from '../../../src/notify/sinks/sink.ts';
import { chatwoot } from './chatwoot-stand-in.ts';
import { freshdesk } from './freshdesk-stand-in.ts';
import type { Helpdesk } from './helpdesk.ts';
import { jira } from './jira-stand-in.ts';
import { zammad } from './zammad-stand-in.ts';
import { zendesk } from './zendesk-stand-in.ts';

/** A kind of helpdesk, as the tests that hold for all of them need it. */
export interface Kind {
  readonly name: Sink['kind'];
  readonly words: Readonly<Record<'solved' | 'open' | 'urgent' | 'high', string>>;
  start(): Promise<Helpdesk>;
  connect(desk: Helpdesk): Sink;
  /** A bell as the helpdesk rings it. */
  ring(
    ticket: string,
    how: { readonly secret: string; readonly at: Date; readonly delivery: string },
  ): HookDelivery;
  /** The signature holds a time. */
  readonly tellsTime: boolean;
}

export const kinds: readonly Kind[] = [zendesk, zammad, chatwoot, freshdesk, jira];
