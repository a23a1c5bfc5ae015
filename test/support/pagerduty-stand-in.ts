import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface PagerDutyStandIn extends StandIn {
  readonly routingKey: string;
  /** What each incident is, by its dedup_key, and how often somebody was woken for it. */
  readonly incidents: Map<string, { state: 'triggered' | 'acknowledged' | 'resolved'; woken: number }>;
  readonly bodies: string[];
  readonly wrong: string[];
}

/**
 * Events API v2 as its OpenAPI tells it (../shared/fixtures/pagerduty): 202, 400 with what is wrong, keys and words that
 * it knows. A trigger of an open incident wakes nobody again, one of a resolved incident opens a new one.
 */
export const startPagerDutyStandIn = async (): Promise<PagerDutyStandIn> => {
  const incidents: PagerDutyStandIn['incidents'] = new Map();
  const bodies: string[] = [];
  const wrong: string[] = [];
  const routingKey = 'R0123456789abcdef0123456789ABCDE';
  const standIn = await startStandIn((url, headers, { method, body }) => {
    bodies.push(body);
    const event = JSON.parse(body) as PagerDutyEvent;
    if (event.routing_key !== routingKey) return invalid(['Invalid routing key']);
    const found = faultsOf(event);
    if (url.pathname !== '/v2/enqueue' || method !== 'POST') found.push(`${method} ${url.pathname}`);
    if (headers['content-type'] !== 'application/json') found.push('content type');
    wrong.push(...found);
    if (found.length > 0) return invalid(found);
    apply(event, incidents);
    const answer = { status: 'success', message: 'Event processed', dedup_key: event.dedup_key };
    return { status: 202, body: JSON.stringify(answer) };
  });
  return Object.assign(standIn, { baseUrl: `${standIn.baseUrl}/v2`, routingKey, incidents, bodies, wrong });
};

const invalid = (errors: readonly string[]): StandInAnswer => ({
  status: 400,
  body: JSON.stringify({ status: 'invalid event', message: 'Event object is invalid', errors }),
});

interface PagerDutyEvent {
  readonly routing_key?: string;
  readonly event_action?: string;
  readonly dedup_key?: string;
  readonly payload?: { readonly [key: string]: unknown };
}

const eventKeys = new Set(
  'payload routing_key event_action dedup_key client client_url links images'.split(' '),
);
const payloadKeys = new Set(
  'summary timestamp severity source component group class custom_details'.split(' '),
);

const faultsOf = (event: PagerDutyEvent): string[] => {
  const faults = Object.keys(event).flatMap((key) => (eventKeys.has(key) ? [] : [`the key ${key}`]));
  const { event_action: action, dedup_key: key, payload } = event;
  if (!['trigger', 'acknowledge', 'resolve'].includes(String(action))) faults.push(`the action ${action}`);
  if (key === undefined || key.length > 255) faults.push('dedup_key');
  return action === 'trigger' ? [...faults, ...payloadFaults(payload ?? {})] : faults;
};

const payloadFaults = (payload: { readonly [key: string]: unknown }): string[] => {
  const { summary, severity, source, timestamp } = payload;
  const isRight = {
    summary: typeof summary === 'string' && summary !== '' && summary.length <= 1_024,
    severity: ['critical', 'warning', 'error', 'info'].includes(String(severity)),
    source: typeof source === 'string' && source !== '',
    timestamp: !Number.isNaN(Date.parse(String(timestamp))),
  };
  return [
    ...Object.keys(payload).filter((name) => !payloadKeys.has(name)),
    ...Object.entries(isRight).flatMap(([name, right]) => (right ? [] : [name])),
  ];
};

const apply = (
  { event_action: action, dedup_key: key = '' }: PagerDutyEvent,
  incidents: PagerDutyStandIn['incidents'],
): void => {
  const known = incidents.get(key);
  const isOpen = known !== undefined && known.state !== 'resolved';
  if (action === 'trigger' && !isOpen)
    incidents.set(key, { state: 'triggered', woken: (known?.woken ?? 0) + 1 });
  if (isOpen && action === 'acknowledge') known.state = 'acknowledged';
  if (isOpen && action === 'resolve') known.state = 'resolved';
};
