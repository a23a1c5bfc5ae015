import fc from 'fast-check';

/** The served document as far as these tests read it. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A request as it goes out: parameters as text, a body as JSON. */
export interface RandomRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** undefined: none. */
  readonly body: unknown;
}

/** What the operation documents, and nothing else. */
export const fitting = (operation: DocumentedOperation, document: OpenApi): fc.Arbitrary<RandomRequest> => {
  const bodySchema = operation.requestBody?.content['application/json']?.schema;
  return fc.record({
    path: parametersOf(operation, 'path'),
    query: parametersOf(operation, 'query'),
    headers: parametersOf(operation, 'header'),
    body: bodySchema === undefined ? fc.constant(undefined) : valueFor(bodySchema, document),
  });
};

/** The same, broken in one place. */
export const broken = (operation: DocumentedOperation, document: OpenApi): fc.Arbitrary<RandomRequest> => {
  const inBody = operation.requestBody === undefined ? [] : [breakBody];
  const inQuery = [
    (request: RandomRequest) => fc.constant({ ...request, query: { ...request.query, nonsense: '1' } }),
  ];
  const inPath = operation.parameters?.some(({ in: place }) => place === 'path') === true ? [breakPath] : [];
  const breaks = [...inBody, ...inBody, ...inQuery, ...inPath];
  return fitting(operation, document).chain((request) => fc.oneof(...breaks.map((one) => one(request))));
};

const parametersOf = (
  { parameters = [] }: DocumentedOperation,
  place: Parameter['in'],
): fc.Arbitrary<Record<string, string>> => {
  const here = parameters.filter((parameter) => parameter.in === place);
  const entries = here.map(({ name, schema }) => [name, textOf(name, schema)] as const);
  const requiredKeys = here
    .filter(({ required }) => required === true || place === 'path')
    .map(({ name }) => name);
  return fc.record(Object.fromEntries(entries), { requiredKeys });
};

/** Ids that the tests put there are as likely as others. */
const textOf = (name: string, schema: Schema): fc.Arbitrary<string> => {
  if (name === 'caseId')
    return fc.oneof(fc.constantFrom('1', 'EH-2', '3'), valueFor(schema, noDocument).map(String));
  if (name === 'problemId' || name === 'swarmId' || name === 'statementId')
    return fc.oneof(fc.constantFrom('1', '2'), valueFor(schema, noDocument).map(String));
  if (name === 'silenceId') return fc.constantFrom('1', '2');
  if (name === 'if-match') return fc.constantFrom('"1"', '"2"', '*', '"99"');
  if (name === 'idempotency-key') return fc.constantFrom('one', 'two', 'three');
  return valueFor(schema, noDocument).map(String);
};

const noDocument: OpenApi = { paths: {}, components: {} };

const valueFor = (schema: Schema, document: OpenApi): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) {
    const named = document.components.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
    if (named === undefined) throw new Error(`${schema.$ref} leads nowhere`);
    return valueFor(named, document);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return fc.oneof(...either.map((one) => valueFor(one, document)));
  const [type] = Array.isArray(schema.type) ? schema.type : [schema.type];
  return byType[type as string]?.(schema, document) ?? fc.jsonValue();
};

const byType: Readonly<Record<string, (schema: Schema, document: OpenApi) => fc.Arbitrary<unknown>>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -1e6, maximum = 1e6 }) =>
    fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) }),
  number: ({ minimum = -1e6, maximum = 1e6 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  string: (schema) => stringOf(schema),
  array: ({ items = {}, minItems = 0, maxItems = 4 }, document) =>
    fc.array(valueFor(items, document), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) }),
  object: ({ properties = {}, required = [] }, document) =>
    fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, namedValue(name, one, document)]),
      ),
      { requiredKeys: [...required] },
    ),
};

/** What the tests put there is as likely as anything else. */
const namedValue = (name: string, schema: Schema, document: OpenApi): fc.Arbitrary<unknown> =>
  ['case', 'problem', 'other'].includes(name) && schema.pattern !== undefined
    ? fc.oneof(fc.constantFrom('1', '2', '3'), valueFor(schema, document))
    : valueFor(schema, document);

const stringOf = ({ minLength = 0, maxLength = 40, pattern, format }: Schema): fc.Arbitrary<string> => {
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
  if (format === 'uri') return fc.webUrl({ validSchemes: ['https'] });
  if (pattern !== undefined)
    return fc
      .stringMatching(new RegExp(pattern))
      .filter((text) => !text.includes('\n') && !text.includes('\0'));
  return fc
    .string({ minLength, maxLength: Math.min(maxLength, minLength + 60), unit: 'grapheme' })
    .filter((text) => !text.includes('\0') && text.trim().length >= minLength && text.isWellFormed());
};

const breakPath = (request: RandomRequest): fc.Arbitrary<RandomRequest> =>
  fc.constantFrom('no id!', '-1', '1e9', '9'.repeat(40), 'a\0').map((id) => ({
    ...request,
    path: Object.fromEntries(Object.keys(request.path).map((name) => [name, id])),
  }));

const breakBody = (request: RandomRequest): fc.Arbitrary<RandomRequest> => {
  const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Record<
    string,
    unknown
  >;
  const names = Object.keys(body);
  const whole: readonly unknown[] = [
    [],
    'text',
    7,
    null,
    { ...body, nonsense: 1 },
    { ...body, note: 'a\0b' },
  ];
  const wrong = names.flatMap((name) =>
    [{ no: 'such' }, [[]], 'x'.repeat(100_000), '\ud800'].map((value) => ({ ...body, [name]: value })),
  );
  return fc.constantFrom(...whole, ...wrong).map((value) => ({ ...request, body: value }));
};
