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
  pagerduty_invalid_key: 'PagerDuty knows no integration with this key; copy it anew from the service',
  pagerduty_invalid_event: 'PagerDuty cannot read the event; please report this',
  not_pagerduty: 'a page for people answers at its address, not PagerDuty',
  slack_invalid_auth:
    'Slack does not accept the token; copy it anew from the app\'s page "OAuth & Permissions"',
  slack_not_authed: 'Slack saw no token; look whether its variable is empty',
  slack_account_inactive: 'the bot was removed from Slack; install its app again',
  slack_token_revoked: 'the token was withdrawn; install the app again and copy the new one',
  slack_token_expired: 'the token has run out; switch token rotation off for the app or copy a new one',
  slack_missing_scope: 'the bot may not write; give its app the scope chat:write and install it again',
  slack_not_allowed_token_type: 'this is no token of a bot; copy the one that begins with xoxb-',
  slack_no_permission: 'the bot may not write there; invite it to the channel with /invite',
  slack_channel_not_found:
    'Slack shows the bot no such channel; correct its id, or invite the bot where the channel is private',
  slack_not_in_channel: 'the bot is no member of the channel; invite it there with /invite',
  slack_is_archived: 'the channel was archived; bring it back or name another',
  slack_channel_is_archived: 'the channel was archived; bring it back or make a new webhook',
  slack_no_service:
    'the webhook was removed from Slack; make a new one and put its address into the environment',
  slack_restricted_action: 'a setting of the workspace forbids the bot to write; ask who administers it',
  slack_restricted_action_read_only_channel:
    'the channel is read-only; let the bot write there or name another',
  slack_restricted_action_thread_only_channel: 'the channel takes answers in threads only; name another',
  slack_team_access_not_granted: 'the app was not let into this workspace; let it in there',
  slack_ekm_access_denied: "the workspace's administrators have suspended posting",
  slack_access_denied: 'Slack does not let the app reach the channel; let it in there',
  slack_team_not_found: 'Slack does not find the workspace; name the channel by its id',
  slack_enterprise_is_restricted:
    'Slack does not let an enterprise organisation call this; install the app in a workspace',
  slack_messages_tab_disabled: 'the app takes no direct messages; name a channel',
  slack_two_factor_setup_required: 'the workspace asks for two-factor sign-in; set it up',
  slack_accesslimited: 'Slack cannot be reached from this network; ask who administers the workspace',
  slack_rate_limited: 'Slack asks to be called less often',
  slack_request_timeout: 'Slack did not get the whole message',
  slack_team_added_to_org: 'the workspace is being moved; Slack is out of order for it till then',
  slack_org_login_required: 'the workspace is being moved; Slack is out of order for it till then',
  slack_no_text: 'Slack cannot read the message; please report this',
  slack_invalid_blocks_format: 'Slack cannot read the message; please report this',
  slack_invalid_arguments: 'Slack cannot read the message; please report this',
  slack_ratelimited: 'Slack asks to be called less often',
  slack_message_limit_exceeded: 'the workspace has reached its limit of messages',
  slack_internal_error: 'Slack had an error of its own',
  slack_fatal_error: 'Slack had an error of its own',
  slack_service_unavailable: 'Slack is out of order for the moment',
  slack_msg_too_long: 'Slack finds the message too long',
  slack_msg_blocks_too_long: 'Slack finds the message too long',
  slack_invalid_blocks: 'Slack cannot read the message; please report this',
  slack_message_not_found: 'the message was deleted in Slack',
  slack_edit_window_closed: 'the workspace lets nobody change so old a message',
  slack_cant_update_message: 'Slack does not let the bot change the message',
  not_teams: 'a page for people answers at its address, not Teams',
  teams_workflow_off: 'its workflow is switched off; switch it on again in the Workflows app of Teams',
  teams_workflow_gone:
    'its workflow was deleted; make a new one in Teams and put its address into the environment',
  teams_needs_anyone:
    'its workflow lets nobody in by the address alone; let "Anyone" trigger it in Teams and copy the whole address, with sig=, anew',
  smtp_greeting: 'the mail server does not let us begin ({status}); ask who runs it',
  smtp_tls:
    'the mail server offers no encryption; with tls: none letters go without, where there is no password',
  smtp_certificate:
    'the certificate of the mail server is not trusted; mend it there, or name its authority in NODE_EXTRA_CA_CERTS',
  smtp_login: 'the mail server does not take user and password ({status}); copy both anew',
  smtp_no_login:
    'the mail server offers no login that is known here; leave user and password out if it needs none',
  smtp_sender:
    'the mail server does not let this sender write ({status}); correct from, user or the rights there',
  smtp_recipients: 'the mail server does not know the readers ({status}); correct to',
  smtp_message: 'the mail server does not take this letter ({status})',
} satisfies Record<string, Message>;

export type DeliveryMessage = keyof typeof en;
