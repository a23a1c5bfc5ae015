import { z } from 'zod';
import { schema } from './schema.ts';

/** What editors check evenhand.yaml with; committed as evenhand.schema.json (`npm test` says when it is stale). */
export const createJsonSchema = (): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as JsonSchema;

/** The committed text: two blanks, a newline at the end. */
export const jsonSchemaText = (): string => `${JSON.stringify(createJsonSchema(), null, 2)}\n`;

export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
}

/** The keys that may stand at a path; `kind` picks the member of a union. Empty where any name may stand. */
export const keysAt = (
  root: JsonSchema,
  path: readonly PropertyKey[],
  at: (path: readonly PropertyKey[]) => unknown,
): readonly string[] => {
  let here: JsonSchema | undefined = memberOf(root, at([]));
  path.forEach((key, depth) => {
    const below = childOf(here, key);
    here = below && memberOf(below, at(path.slice(0, depth + 1)));
  });
  return Object.keys(here?.properties ?? {});
};

const childOf = (parent: JsonSchema | undefined, key: PropertyKey): JsonSchema | undefined => {
  if (typeof key === 'number') return parent?.items;
  const named = parent?.properties?.[String(key)];
  return named ?? (parent?.additionalProperties || undefined);
};

const memberOf = (node: JsonSchema, value: unknown): JsonSchema => {
  const members = node.oneOf ?? node.anyOf;
  if (members === undefined) return node;
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  return members.find((member) => member.properties?.kind?.const === kind) ?? node;
};
