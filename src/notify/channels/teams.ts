import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { parseUrl } from '../../lib/parse-url.ts';
import { UserError } from '../../lib/user-error.ts';
import type { FrozenNotification, NotificationContent } from '../content.ts';
import type { Channel, Delivery, SendDeps } from './channel.ts';
import { type Answer, judgeStatus, post } from './post.ts';
import { cardOfAlerts, cardOfLetter } from './teams-card.ts';

export interface TeamsOptions {
  readonly name: string;
  /** The address that a workflow "When a Teams webhook request is received" shows; its `sig` makes it a secret. */
  readonly url: string;
  readonly timeoutMs?: number;
}

/** Microsoft Teams through a workflow: an adaptive card without a link, so that nothing leads to a person or a preview. */
export const createTeamsChannel = (options: TeamsOptions): Channel => {
  if (parseUrl(options.url) === null) {
    throw new UserError(
      `channel ${options.name}: the address of the Teams workflow is not an address; copy it whole, from https:// on`,
    );
  }
  return {
    name: options.name,
    kind: 'teams',
    contentType: 'application/json; charset=utf-8',
    pauseMs: teamsPauseMs,
    render,
    send: (frozen, deps) => send(frozen, options, deps),
  };
};

/** More than four requests a second are refused (facts/sources.md 10). */
const teamsPauseMs = 300;

const render = (content: NotificationContent, language: CatalogueLanguage): Uint8Array => {
  const card = content.kind === 'letter' ? cardOfLetter(content, language) : cardOfAlerts(content, language);
  const attachment = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content: card,
  };
  return new TextEncoder().encode(JSON.stringify({ type: 'message', attachments: [attachment] }));
};

const send = async (frozen: FrozenNotification, options: TeamsOptions, deps: SendDeps): Promise<Delivery> => {
  const headers = { 'content-type': frozen.contentType, 'user-agent': 'evenhand' };
  const { url, timeoutMs = 20_000 } = options;
  const answer = await post({ url, body: frozen.body, headers, timeoutMs }, deps);
  return answer.kind === 'answered' ? judge(answer) : answer;
};

const judge = (answer: Answer): Delivery => {
  const { status, text } = answer;
  // A page of HTML that says "fine" is a proxy or a login, not a workflow: the alert waits for the way to be open.
  if (status < 300 && text.trimStart().startsWith('<')) return { kind: 'transient', reason: 'not_teams' };
  // The old connectors say 200 and tell in words what Teams said to them.
  const [, told] = status === 200 ? (/returned HTTP error (\d{3})/.exec(text) ?? []) : [];
  if (told !== undefined) return judge({ ...answer, status: Number(told), text: '' });
  const verdict = judgeStatus(answer);
  if (verdict.kind !== 'permanent') return verdict;
  const reason = explained.find(({ fits }) => fits.test(text))?.reason ?? verdict.reason;
  // A workflow that is switched off can be switched on: what it was to say waits.
  if (reason === 'teams_workflow_off') return { kind: 'transient', reason };
  return { kind: 'permanent', reason, disables: reason !== verdict.reason || gone.has(status) };
};

/** As Power Automate words its refusals (code and message of its `error`); a workflow that is off or deleted says 400. */
const explained = [
  {
    fits: /WorkflowNotFound|WorkflowTriggerIsNotEnabled.{0,300}state 'Deleted'/s,
    reason: 'teams_workflow_gone',
  },
  { fits: /WorkflowTriggerIsNotEnabled/, reason: 'teams_workflow_off' },
  { fits: /DirectApiAuthorizationRequired/, reason: 'teams_needs_anyone' },
] as const;

/** Unauthorized, Forbidden, Not Found, Gone: the address was withdrawn or was never whole. */
const gone = new Set([401, 403, 404, 410]);
