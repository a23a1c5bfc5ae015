import { z } from 'zod';
import { scanTags } from '../html-tags.ts';
import { pathPattern } from './robots.ts';

/**
 * Whether the owner reserves text and data mining (TDM Reservation Protocol, W3C community group report of 10 May 2024; article 4
 * of Directive (EU) 2019/790): in `/.well-known/tdmrep.json`, in a header, or in the page. Where two of them disagree,
 * the one that reserves counts.
 */
export interface TdmFile {
  reserves(path: string): boolean;
}

export const nothingReserved: TdmFile = { reserves: () => false };

const entries = z.array(
  z.object({ location: z.string().max(2_000), 'tdm-reservation': z.coerce.number().optional() }),
);

/** What is no such file reserves nothing. The first location that fits decides. */
export const parseTdmFile = (text: string): TdmFile => {
  const rules = entries.safeParse(jsonOf(text)).data ?? [];
  const patterns = rules.slice(0, 1_000).map((rule) => ({
    fits: pathPattern(rule.location),
    isReserved: rule['tdm-reservation'] === 1,
  }));
  return { reserves: (path) => patterns.find(({ fits }) => fits(path))?.isReserved ?? false };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** `tdm-reservation: 1`; `X-Robots-Tag: noai`, and `none`, which forbids everything. */
export const headersReserve = (headers: Headers): boolean =>
  headers.get('tdm-reservation')?.trim() === '1' || forbids(headers.get('x-robots-tag') ?? '');

/** `<meta name="tdm-reservation" content="1">`, and `noai` among the words for robots. */
export const pageReserves = (html: string): boolean => {
  let isReserved = false;
  scanTags(html.slice(0, HEAD_LENGTH), (tag, { name = '', content = '' }) => {
    if (tag !== 'meta') return;
    const key = name.trim().toLowerCase();
    if (key === 'tdm-reservation') isReserved ||= content.trim() === '1';
    if (key === 'robots' || key === 'evenhand') isReserved ||= forbids(content);
  });
  return isReserved;
};
const HEAD_LENGTH = 300_000;

/** A header may name a robot before its words (`otherbot: noai`); only words for all, or for us, are ours. */
const forbids = (words: string): boolean => {
  const [, robot, rest] = /^\s*(?!max-|unavailable_after)([a-z_-]+)\s*:(.*)$/is.exec(words) ?? [];
  if (robot !== undefined && robot.toLowerCase() !== 'evenhand') return false;
  return /(?:^|[\s,])(?:noai|none)(?:$|[\s,])/i.test(rest ?? words);
};
