import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { parseUrl } from '../../lib/parse-url.ts';
import { UserError } from '../../lib/user-error.ts';
import type { FrozenNotification, NotificationContent } from '../content.ts';
import type { Channel, Delivery, SendDeps } from './channel.ts';
import { judgeStatus, post } from './post.ts';
import { layOutAlerts, layOutLetter } from './slack-layout.ts';

export interface SlackOptions {
  readonly name: string;
  /** The address of an incoming webhook; it is a secret. */
  readonly url: string;
  readonly timeoutMs?: number;
}

/** Slack incoming webhook, Block Kit. No author, no link, no preview: a preview shows the very reach that is kept out. */
export const createSlackChannel = (options: SlackOptions): Channel => {
  if (parseUrl(options.url) === null) {
    throw new UserError(
      `channel ${options.name}: the Slack webhook address is not an address; copy it whole, from https:// on`,
    );
  }
  return {
    name: options.name,
    kind: 'slack',
    contentType: 'application/json; charset=utf-8',
    pauseMs: slackPauseMs,
    render,
    send: (frozen, deps) => send(frozen, options, deps),
  };
};

/** Slack takes one message a second and channel (facts/sources.md 10). */
const slackPauseMs = 1_050;

const render = (content: NotificationContent, language: CatalogueLanguage): Uint8Array => {
  const { text, blocks } =
    content.kind === 'letter' ? layOutLetter(content, language) : layOutAlerts(content, language);
  return new TextEncoder().encode(JSON.stringify({ text, unfurl_links: false, unfurl_media: false, blocks }));
};

const send = async (frozen: FrozenNotification, options: SlackOptions, deps: SendDeps): Promise<Delivery> => {
  const headers = { 'content-type': frozen.contentType, 'user-agent': 'evenhand' };
  const { url, timeoutMs = 20_000 } = options;
  const answer = await post({ url, body: frozen.body, headers, timeoutMs }, deps);
  if (answer.kind !== 'answered') return answer;
  // A page of HTML with status 200 is a proxy or a login, not Slack: the alert waits for the way to be open.
  if (answer.status === 200 && answer.text.trimStart().startsWith('<'))
    return { kind: 'transient', reason: 'not_slack' };
  const verdict = judgeStatus(answer);
  const code = answer.text.trim();
  if (verdict.kind !== 'permanent' || !/^[a-z_]{3,60}$/.test(code)) return verdict;
  return { kind: 'permanent', reason: `slack_${code}`, disables: verdict.disables || closed.has(code) };
};

/** Errors that only a person can mend, in Slack or in the configuration (docs.slack.dev, "Handling errors"). */
const closed = new Set(
  'no_service no_service_id no_active_hooks no_team team_disabled invalid_token channel_is_archived channel_not_found action_prohibited posting_to_general_channel_denied'.split(
    ' ',
  ),
);
