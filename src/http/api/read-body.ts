import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    rawBody: Buffer | null;
  }
}

/** The body as it came, byte by byte. */
export const rawBodyOf = (request: FastifyRequest): Buffer => request.rawBody ?? Buffer.alloc(0);

/** JSON in UTF-8, kept as bytes beside what it says: what is signed or remembered is what was sent. */
export const readJsonBodies = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers();
  scope.decorateRequest('rawBody', null);
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    request.rawBody = body as Buffer;
    if (body.length === 0) return done(null, undefined);
    const read = parse(body as Buffer);
    return 'error' in read ? done(asClientError(read.error)) : done(null, read.value);
  });
};

const parse = (body: Buffer): { readonly value: unknown } | { readonly error: string } => {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) };
  } catch {
    return { error: 'the body is no JSON in UTF-8' };
  }
};

const asClientError = (message: string): Error => Object.assign(new Error(message), { statusCode: 400 });

/**
 * Where a text stands that no table takes: NUL, or half of a surrogate pair; null: nowhere. Iterative, for a body may
 * nest deeper than the stack.
 */
export const findBadText = (root: unknown): boolean => {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return true;
    if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) waiting.push(key, each);
  }
  return false;
};
