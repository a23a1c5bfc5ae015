import type { Message } from '../lib/catalogue.ts';

/** What the reason of a delivery that failed means, by its code; the end of a sentence. */
export const en = {
  http: 'it answered {status}',
  http_401: 'it does not accept the address or key that it is called with (401)',
  http_403: 'it does not allow this (403)',
  http_404: 'nothing answers at its address any more (404)',
  http_410: 'it says that it is gone for good (410)',
  http_413: 'the message is too large for it (413)',
  http_429: 'it asks to be called less often (429)',
  network: 'no connection to it',
  timeout: 'it did not answer in time',
  stopped: 'the service was stopped while it was called',
  address_refused: 'its address leads into your own network and is not called',
  channel_not_configured: 'it stands no more in evenhand.yaml',
  write_failed: 'the terminal took nothing',
  not_slack: 'a page for people answers at its address, not Slack',
  not_teams: 'a page for people answers at its address, not Teams',
  teams_workflow_off: 'its workflow is switched off; switch it on again in the Workflows app of Teams',
  teams_workflow_gone:
    'its workflow was deleted; make a new one in Teams and put its address into the environment',
  teams_needs_anyone:
    'its workflow lets nobody in by the address alone; let "Anyone" trigger it in Teams and copy the whole address, with sig=, anew',
} satisfies Record<string, Message>;

export type DeliveryMessage = keyof typeof en;
