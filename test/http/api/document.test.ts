import { describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { sql } from 'kysely';
import { operations } from '../../../src/http/api/operations.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { groupCases } from '../../support/group-cases.ts';
import { type ApiReply, keepApi } from './api-service.ts';
import {
  broken,
  type DocumentedOperation,
  fitting,
  type OpenApi,
  type RandomRequest,
  type Schema,
} from './random-requests.ts';

const runs = 15;

const isIso = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text);

describe('every operation of the document', () => {
  const api = keepApi(usualEngine);

  const readDocument = async (): Promise<OpenApi> => (await api.ask('/openapi.json')).body;

  const seed = async (): Promise<void> => {
    await commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: complains('low') },
      { id: 'b', at: 0, by: 'b', decision: complains('high', ['billing']) },
      { id: 'c', at: 0, by: 'c', decision: complains('critical') },
    ]);
    await groupCases(api.db, hour(0));
    for (const statement of [
      sql`insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at) values (1, 'nordbahn', 20, ${hour(0)}, ${hour(0)}, ${hour(0)})`,
      sql`insert into desk.swarm_member (mention_id, swarm_id, case_id) select mention_id, 1, case_id from desk.mention`,
      sql`insert into desk.statement (brand, problem_id, text, author, written_at) values ('nordbahn', 1, 'Sorry.', 'kim', ${hour(0)})`,
    ])
      await statement.execute(api.db.kysely);
  };

  const send = (
    method: string,
    path: string,
    { path: params, query, headers, body }: RandomRequest,
    key: string,
  ) => {
    const filled = path.replace(/\{(\w+)\}/g, (_found, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const asked = new URLSearchParams(query).toString();
    return api.ask(`${filled}${asked === '' ? '' : `?${asked}`}`, {
      method: method.toUpperCase(),
      key,
      headers,
      ...(body === undefined ? {} : { json: body }),
    });
  };

  /** Why an answer is none that the document tells of; null: it is. */
  const whyUndocumented = (
    operation: DocumentedOperation,
    document: OpenApi,
    reply: ApiReply,
  ): string | null => {
    const type = (reply.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
    const schema = operation.responses[reply.status]?.content?.[type]?.schema;
    if (schema === undefined) return `${reply.status} ${type} is not documented`;
    const validate = validatorOf(schema, document);
    return validate(reply.body) ? null : ajv.errorsText(validate.errors);
  };

  const ajv = new Ajv2020({ strict: false, formats: { 'date-time': isIso } });
  const validators = new Map<string, ValidateFunction>();
  /** Making one takes longer than the request whose answer it judges: each schema gets one for all its answers. */
  const validatorOf = (schema: Schema, document: OpenApi): ValidateFunction => {
    const written = JSON.stringify(schema);
    const known = validators.get(written) ?? ajv.compile({ ...schema, components: document.components });
    validators.set(written, known);
    return known;
  };

  it('is OpenAPI 3.1 and tells of each exactly once', async () => {
    const document = await readDocument();
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      servers: [{ url: '/api/v1' }],
    });
    const told = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect([...told].sort()).toEqual([...operations.map(({ id }) => id), 'streamEvents'].sort());
    expect(new Set(told).size).toBe(told.length);
  });

  it.each(
    operations.map(({ id, method, path }) => [id, method.toLowerCase(), path.replace(/:(\w+)/g, '{$1}')]),
  )(
    '%s answers what it documents to whatever fits, and refuses what is broken in one place',
    async (_id, method, path) => {
      await seed();
      const key = await api.key(['admin'], { person: 'all' });
      const document = await readDocument();
      const operation = document.paths[path]?.[method];
      if (operation === undefined) throw new Error(`${path} is not in the document`);
      await fc.assert(
        fc.asyncProperty(fitting(operation, document), async (request) => {
          const reply = await send(method, path, request, key);
          expect([whyUndocumented(operation, document, reply), api.errors]).toEqual([null, []]);
        }),
        { numRuns: runs },
      );
      await fc.assert(
        fc.asyncProperty(broken(operation, document), async (request) => {
          const reply = await send(method, path, request, key);
          expect(whyUndocumented(operation, document, reply)).toBeNull();
          expect(reply.status).toBeGreaterThanOrEqual(400);
          expect(api.errors).toEqual([]);
        }),
        { numRuns: runs },
      );
    },
  );
});
