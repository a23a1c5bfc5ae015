import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { holders } from '../../domain/may.ts';
import type { Operation } from './operation.ts';
import { problemDocument } from './problem-document.ts';

export const prefix = '/api/v1';

/** OpenAPI 3.1 out of the very schemas by which requests are read. */
export const documentOptions = (version: string): FastifyDynamicSwaggerOptions => ({
  openapi: {
    openapi: '3.1.1',
    info: {
      title: 'Evenhand',
      version,
      description:
        'Cases of complaints, in the order in which answers are owed. Nothing here tells of reach, and nothing can be asked by it.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: prefix }],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'evh_…',
          description: 'A key of "evenhand keys add NAME --scopes …".',
        },
      },
    },
  },
  transform: jsonSchemaTransform,
  transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
});

/** Each named schema comes in two forms, as it is read and as it is answered; what nothing refers to is left out. */
const withoutUnused = <Document extends ReturnType<typeof jsonSchemaTransformObject>>(
  document: Document,
): Document => {
  const told = JSON.stringify(document);
  const { components } = document as { components?: { schemas?: Record<string, unknown> } };
  const schemas = Object.entries(components?.schemas ?? {}).filter(([name]) =>
    told.includes(`"#/components/schemas/${name}"`),
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
};

/** What an operation takes and answers, as its route is registered. */
export const schemaOf = (operation: Operation) => ({
  operationId: operation.id,
  tags: [operation.tag],
  summary: operation.summary,
  description: descriptionOf(operation),
  ...(operation.params === undefined ? {} : { params: operation.params }),
  querystring: operation.query ?? nothing,
  ...(operation.body === undefined ? {} : { body: operation.body }),
  headers: headersOf(operation),
  response: {
    [operation.answer.status]: {
      description: 'Done.',
      content: { 'application/json': { schema: operation.answer.body } },
    },
    ...Object.fromEntries(statusesOf(operation).map((status) => [status, problemResponse])),
  },
});

/** Also where nothing is asked for: a filter that is misspelt would otherwise seem to have found everything. */
const nothing = z.strictObject({});

const descriptionOf = ({ scope, needs }: Operation): string => {
  if (needs === null) return `Scope \`${scope}\`.`;
  const { roles, clearances } = holders[needs];
  const held = [...roles, ...clearances].map((one) => `\`${one}\``).join(' or ');
  return `Scope \`${scope}\`; the key of a person also needs ${held}.`;
};

export const problemResponse = {
  description: 'Refused; nothing changed.',
  content: { 'application/problem+json': { schema: problemDocument } },
};

const statusesOf = ({ problems, ifMatch, method, body }: Operation): readonly number[] => {
  const statuses = new Set<number>([400, 401, 403, ...problems, 429]);
  if (method !== 'GET') for (const status of [409, 422]) statuses.add(status);
  if (body !== undefined) for (const status of [413, 415]) statuses.add(status);
  if (ifMatch !== undefined) statuses.add(412);
  if (ifMatch === 'required') statuses.add(428);
  return [...statuses].sort((a, b) => a - b);
};

/** Loose: clients send headers of their own. */
const headersOf = ({ method, ifMatch }: Operation) =>
  z.looseObject({
    ...(method === 'GET'
      ? {}
      : {
          'idempotency-key': z.string().optional().meta({
            description: 'Names this request: sent again with the same name, it gets the same answer.',
          }),
        }),
    ...(ifMatch === undefined
      ? {}
      : { 'if-match': ifMatch === 'required' ? ifMatchHeader : ifMatchHeader.optional() }),
  });

const ifMatchHeader = z
  .string()
  .meta({ description: 'The `ETag` under which the case was read; `*` for whichever there is.' });
