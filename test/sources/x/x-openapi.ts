import { existsSync, readFileSync } from 'node:fs';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import { parseUrl } from '../../../src/lib/parse-url.ts';

/**
 * The two published descriptions of the X API, closed: an answer with a property that they do not name is refused, and
 * so is a request with a parameter or value that they do not name.
 */
export type Operation = 'search' | 'mentions' | 'counts' | 'lookup' | 'rules' | 'update rules' | 'stream';
export type Spelling = 'tweet' | 'post';

export interface XDescriptions {
  /** What is wrong with an answer, in the words of the validator; empty: nothing. */
  answerErrors(spelling: Spelling, operation: Operation, answer: { status: number; body: unknown }): string[];
  requestErrors(operation: Operation, params: URLSearchParams, body?: unknown): string[];
}

const folder = new URL('../../../../shared/fixtures/x-openapi/', import.meta.url);
const files: Record<Spelling, URL> = {
  tweet: new URL('openapi-2.166-541ef718.json', folder),
  post: new URL('openapi-2.167-28713281-2026-08-22.json', folder),
};
const paths: Record<Operation, string> = {
  search: '/2/tweets/search/recent',
  mentions: '/2/users/{id}/mentions',
  counts: '/2/tweets/counts/recent',
  lookup: '/2/tweets',
  rules: '/2/tweets/search/stream/rules',
  'update rules': '/2/tweets/search/stream/rules',
  stream: '/2/tweets/search/stream',
};
const operations = Object.keys(paths) as Operation[];
const methodOf = (operation: Operation): 'get' | 'post' => (operation === 'update rules' ? 'post' : 'get');

export const hasShared = existsSync(folder);

let memo: XDescriptions | null = null;

/** Compiled once for all stand-ins of a test file. */
export const readDescriptions = (): XDescriptions | null => {
  if (hasShared) memo ??= compileDescriptions();
  return memo;
};

const compileDescriptions = (): XDescriptions => {
  const specs = { tweet: readSpec(files.tweet), post: readSpec(files.post) };
  const checks = { tweet: answerChecks(specs.tweet), post: answerChecks(specs.post) };
  return {
    answerErrors: (spelling, operation, { status, body }) => {
      const check = checks[spelling][status === 200 ? operation : isProblem(body) ? 'problem' : 'error'];
      if (check(body)) return [];
      return (check.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${spelling} ${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    },
    requestErrors: (operation, params, body) => [
      ...parameterErrors(specs.tweet, operation, params),
      // The newer description renamed the fields; the platform takes both, and everything else must be in both.
      ...parameterErrors(specs.post, operation, without(params, ['tweet.fields', 'expansions'])),
      ...(operation === 'update rules'
        ? [checks.tweet.rulesBody, checks.post.rulesBody].flatMap((check) =>
            check(body) ? [] : (check.errors ?? []).map(({ message }) => `rules: ${message}`),
          )
        : []),
    ],
  };
};

const isProblem = (body: unknown): boolean => typeof body === 'object' && body !== null && 'type' in body;

type Node = Record<string, unknown>;
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Node;
  $ref?: string;
}
interface Described {
  parameters: Parameter[];
  responses: Record<string, { content: Record<string, { schema: Node }> }>;
  requestBody?: { content: Record<string, { schema: Node }> };
}
interface Spec {
  paths: Record<string, Record<'get' | 'post', Described>>;
  components: { schemas: Record<string, Node>; parameters: Record<string, Parameter> };
}

const readSpec = (file: URL): Spec => JSON.parse(readFileSync(file, 'utf8')) as Spec;

const answerChecks = (
  spec: Spec,
): Record<Operation | 'problem' | 'error' | 'rulesBody', ValidateFunction> => {
  const ajv = new Ajv2019({ strict: false, allErrors: true, logger: false });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  ajv.addFormat('uri', (text: string) => parseUrl(text) !== null);
  for (const number of ['int32', 'int64', 'double']) ajv.addFormat(number, true);
  const schemas = Object.entries(spec.components.schemas).flatMap(([name, schema]) => [
    [name, closed(schema, false)],
    [`${name}__open`, closed(schema, true)],
  ]);
  ajv.addSchema({ $id: 'x', components: { schemas: Object.fromEntries(schemas) } });
  const compile = ({ $ref }: Node): ValidateFunction => ajv.compile({ $ref: `x${String($ref)}` });
  const answerOf = (operation: Operation, status: string, type: string): ValidateFunction =>
    compile(
      spec.paths[paths[operation]]?.[methodOf(operation)].responses[status]?.content[type]?.schema ?? {},
    );
  const body = spec.paths[paths['update rules']]?.post.requestBody?.content['application/json']?.schema;
  const answers = operations.map((operation) => [operation, answerOf(operation, '200', 'application/json')]);
  return {
    ...(Object.fromEntries(answers) as Record<Operation, ValidateFunction>),
    rulesBody: compile(body ?? {}),
    problem: answerOf('search', 'default', 'application/problem+json'),
    error: answerOf('search', 'default', 'application/json'),
  };
};

/** Closes a schema against unknown properties; a part of an `allOf` stays open, or the parts would refuse each other. */
const closed = (schema: Node, isOpen: boolean): Node => {
  if (typeof schema.$ref === 'string') return { $ref: `${schema.$ref}${isOpen ? '__open' : ''}` };
  const { discriminator, ...rest } = schema;
  const choice = discriminator as Choice | undefined;
  if (choice?.mapping !== undefined && !isOpen && rest.oneOf === undefined) {
    return chosen(choice.propertyName, choice.mapping);
  }
  const entries = Object.entries(rest).map(([key, value]) => [key, closedPart(key, value, isOpen)]);
  const node: Node = Object.fromEntries(entries);
  // The validator takes `nullable` beside a type only.
  if (node.type === undefined) delete node.nullable;
  return isOpen || !isObject(node) ? node : { unevaluatedProperties: false, ...node };
};

interface Choice {
  readonly propertyName: string;
  readonly mapping?: Record<string, string>;
}

const isObject = (node: Node): boolean =>
  (node.properties !== undefined || node.allOf !== undefined || node.type === 'object') &&
  node.additionalProperties === undefined;

const closedPart = (key: string, value: unknown, isOpen: boolean): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (key === 'allOf') return (value as Node[]).map((part) => closed(part, true));
  if (key === 'oneOf' || key === 'anyOf') return (value as Node[]).map((part) => closed(part, isOpen));
  if (key === 'items' || key === 'additionalProperties') return closed(value as Node, false);
  if (key !== 'properties') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closed(part as Node, false)]));
};

const chosen = (propertyName: string, mapping: Record<string, string>): Node => ({
  type: 'object',
  required: [propertyName],
  properties: { [propertyName]: { enum: Object.keys(mapping) } },
  allOf: Object.entries(mapping).map(([value, $ref]) => ({
    anyOf: [{ properties: { [propertyName]: { not: { const: value } } } }, { $ref }],
  })),
});

const without = (params: URLSearchParams, names: readonly string[]): URLSearchParams =>
  new URLSearchParams([...params].filter(([name]) => !names.includes(name)));

const parameterErrors = (spec: Spec, operation: Operation, params: URLSearchParams): string[] => {
  const known = (spec.paths[paths[operation]]?.[methodOf(operation)].parameters ?? [])
    .map((parameter) => (parameter.$ref ? resolved(spec.components.parameters, parameter.$ref) : parameter))
    .filter((parameter) => parameter.in === 'query');
  const names = known.map((parameter) => parameter.name);
  const missing = known.filter(({ name, required }) => required === true && !params.has(name));
  return [
    ...[...params.keys()].filter((name) => !names.includes(name)).map((name) => `${name} is not documented`),
    ...missing.map(({ name }) => `${name} is missing`),
    ...known.flatMap(({ name, schema }) =>
      params.getAll(name).flatMap((value) => valueErrors(spec, name, { schema, value })),
    ),
  ];
};

const resolved = <T>(from: Record<string, T>, $ref: string): T => {
  const found = from[$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`${$ref} is not in the description`);
  return found;
};

const valueErrors = (spec: Spec, name: string, given: { schema: Node; value: string }): string[] => {
  const check = checkOf(spec, given.schema);
  const value =
    check.type === 'array'
      ? given.value.split(',')
      : check.type === 'integer'
        ? Number(given.value)
        : given.value;
  return check.validate(value) ? [] : [`${name}=${given.value}: ${values.errorsText(check.validate.errors)}`];
};

interface ValueCheck {
  readonly type: unknown;
  readonly validate: ValidateFunction;
}
/** Compiled once each: a soak asks thousands of times. */
const checks = new WeakMap<Node, ValueCheck>();

const checkOf = (spec: Spec, given: Node): ValueCheck => {
  const known = checks.get(given);
  if (known !== undefined) return known;
  const whole = (part: Node): Node =>
    typeof part.$ref === 'string' ? resolved(spec.components.schemas, part.$ref) : part;
  const named = whole(given);
  const schema = named.items === undefined ? named : { ...named, items: whole(named.items as Node) };
  const check = { type: schema.type, validate: values.compile(schema) };
  checks.set(given, check);
  return check;
};

const values = new Ajv2019({ strict: false, logger: false });
values.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
values.addFormat('int32', true);
