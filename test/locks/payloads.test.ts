import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findReachWords } from '../../config/reach-lock.ts';
import { parsePayload, payloadSchemas, type QueueName } from '../../src/queue/payloads.ts';

const ids = { batchId: '0193c1de-7a54-7cc3-9d3a-3f5b8f1c2d4e', traceId: 'trace-1' };
const sound: Readonly<Record<QueueName, object>> = {
  triage: ids,
  reach: ids,
  poll: { source: 'owners-blog' },
  follow: { source: 'owners-blog' },
  notify: { reason: 'outbox' },
  digest: { reason: 'schedule' },
};
const queues = Object.keys(payloadSchemas) as QueueName[];

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The openings of a payload's schema: unknown keys that pass, fields of any content, and keys that name reach. */
const openings = (name: string, schema: z.ZodType): string[] => {
  const walk = (node: unknown, path: string): string[] => {
    if (!isNode(node)) return [`${path} accepts anything`];
    const { properties, items, anyOf } = node;
    if (isNode(properties) || node.type === 'object') {
      const fields = Object.entries(isNode(properties) ? properties : {});
      return [
        ...(node.additionalProperties === false ? [] : [`${path} accepts unknown keys`]),
        ...fields.flatMap(([key, field]) => [...namesReach(path, key), ...walk(field, `${path}.${key}`)]),
      ];
    }
    if (node.type === 'array') return walk(items, `${path}[]`);
    if (Array.isArray(anyOf)) return anyOf.flatMap((one) => walk(one, path));
    return node.type === undefined && node.const === undefined && node.enum === undefined
      ? [`${path} accepts anything`]
      : [];
  };
  return walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), name);
};

const namesReach = (path: string, key: string): string[] =>
  findReachWords({ [key]: true }).length > 0 ? [`${path}.${key} names reach`] : [];

describe('lock 4: the payloads', () => {
  it.each(queues)('of queue %s are closed as the code stands', (name) => {
    expect(openings(name, payloadSchemas[name])).toEqual([]);
    expect(parsePayload(name, sound[name])).toEqual(sound[name]);
  });

  it.each(
    queues.flatMap((name) =>
      ['followers', 'is_verified', 'audience', 'note'].map((key) => [name, key] as const),
    ),
  )('of queue %s let no %s ride along', (name, key) => {
    const say = () => parsePayload(name, { ...sound[name], [key]: 12 });
    expect(say).toThrow(`a job of queue ${name} is refused`);
    expect(say).toThrow(key);
  });

  it('show when a schema no longer refuses unknown keys', () => {
    expect(openings('triage', z.object(payloadSchemas.triage.shape))).toEqual([
      'triage accepts unknown keys',
    ]);
    expect(openings('triage', payloadSchemas.triage.loose())).toEqual(['triage accepts unknown keys']);
  });

  it('show when a schema gains a field that names reach', () => {
    const opened = payloadSchemas.notify.extend({ followers: z.int() });
    expect(openings('notify', opened)).toEqual(['notify.followers names reach']);
  });

  it('show when a schema gains a field in which anything may hide', () => {
    const hidden = payloadSchemas.triage.extend({ extra: z.unknown() });
    const record = payloadSchemas.triage.extend({ extra: z.record(z.string(), z.number()) });
    const list = payloadSchemas.triage.extend({ extra: z.array(z.strictObject({ likes: z.int() })) });
    expect(openings('triage', hidden)).toEqual(['triage.extra accepts anything']);
    expect(openings('triage', record)).toEqual(['triage.extra accepts unknown keys']);
    expect(openings('triage', list)).toEqual(['triage.extra[].likes names reach']);
  });
});
