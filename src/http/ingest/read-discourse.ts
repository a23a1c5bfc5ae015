import type { IncomingHttpHeaders } from 'node:http';
import { readWebhook } from '../../sources/discourse/read-webhook.ts';
import type { ReadPosts } from './read-posts.ts';

/** The webhook of a Discourse: its address is configured, for a header could name another. */
export const readDiscourse =
  (baseUrl: string) =>
  (body: Buffer, headers: IncomingHttpHeaders): ReadPosts | string => {
    const read = readWebhook(jsonOf(body), { baseUrl, event: textOf(headers['x-discourse-event']) });
    return 'refused' in read ? read.refused : { events: read.events, ignored: {} };
  };

const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

const textOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : '';
