import type { ChannelConfig, GroupConfig } from '../config/channel-config.ts';
import type { Config } from '../config/config.ts';
import type { Channel } from '../src/notify/channels/channel.ts';
import { createConsoleChannel } from '../src/notify/channels/console.ts';
import { createEmailChannel } from '../src/notify/channels/email.ts';
import { createPagerDutyChannel } from '../src/notify/channels/pagerduty.ts';
import { createSlackChannel } from '../src/notify/channels/slack.ts';
import { createSlackBotChannel } from '../src/notify/channels/slack-bot.ts';
import { createTeamsChannel } from '../src/notify/channels/teams.ts';
import { createWebhookChannel } from '../src/notify/channels/webhook.ts';
import type { Listener } from '../src/notify/plan.ts';
import { defaultPolicy, type NotifyPolicy, type Route } from '../src/notify/policy.ts';
import type { WiredChannel } from './deliver.ts';

export interface ChannelTerminal {
  readonly write: (text: string) => void;
  readonly isColour: boolean;
  readonly width: number;
  /** False: a program reads, and everything is a JSON line. */
  readonly isPretty: boolean;
}

/** The configured channels that hear alerts; a channel for comms hears the digest only. */
export const wireChannels = (config: Config, terminal: ChannelTerminal): WiredChannel[] =>
  config.channels.map((channel) => ({
    channel: createChannel(channel, terminal),
    language: channel.language,
    policy: policyOf(channel.group),
    listeners: listenersOf(channel),
  }));

const listenersOf = ({ name, audience }: ChannelConfig): Listener[] => [
  ...(audience.includes('leads') ? [{ channel: name, hearing: 'team' as const, brands: null }] : []),
  ...(audience.includes('on_call') ? [{ channel: name, hearing: 'on_call' as const, brands: null }] : []),
];

const createChannel = (channel: ChannelConfig, terminal: ChannelTerminal): Channel => {
  switch (channel.kind) {
    case 'console':
      return createConsoleChannel({
        name: channel.name,
        write: terminal.write,
        isColour: terminal.isColour,
        columns: terminal.width,
        isJson: !terminal.isPretty,
      });
    case 'email': {
      const { host, port, tls, login } = channel;
      return createEmailChannel({ ...channel, server: { host, port, tls, login } });
    }
    case 'pagerduty':
      return createPagerDutyChannel(channel);
    case 'slack':
      return createSlackChannel({ name: channel.name, url: channel.url });
    case 'slack-bot':
      return createSlackBotChannel(channel);
    case 'teams':
      return createTeamsChannel({ name: channel.name, url: channel.url });
    case 'webhook':
      return createWebhookChannel({
        name: channel.name,
        url: channel.url,
        secrets: [channel.secret, ...(channel.formerSecret === null ? [] : [channel.formerSecret])],
      });
  }
};

/** A channel's own grouping: critical and danger stay single and at once, whatever it says. */
const policyOf = (group: GroupConfig): NotifyPolicy => ({
  ...defaultPolicy,
  routes: defaultPolicy.routes.map((route) => adjusted(route, group)),
});

const adjusted = (route: Route, group: GroupConfig): Route => {
  const repeat =
    route.repeatIntervalMs === null
      ? {}
      : { repeatIntervalMs: group.repeatIntervalMs ?? route.repeatIntervalMs };
  if (route.name !== 'high') return { ...route, ...repeat };
  return {
    ...route,
    ...repeat,
    groupBy: group.groupBy.length === 0 ? route.groupBy : group.groupBy,
    groupWaitMs: group.groupWaitMs ?? route.groupWaitMs,
    groupIntervalMs: group.groupIntervalMs ?? route.groupIntervalMs,
  };
};
