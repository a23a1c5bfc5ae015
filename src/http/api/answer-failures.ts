import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { prefix } from './document.ts';
import { operations } from './operations.ts';
import { versionRequired } from './precondition.ts';
import { sendProblem } from './send-problem.ts';

/** What happens before or beside the work of an operation, as problem documents. */
export const answerApiFailures = (scope: FastifyInstance, onError: (error: Error) => void): void => {
  scope.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = methodsAt(path);
    if (allowed.length === 0)
      return sendProblem(reply, { status: 404, code: 'no_such_path', detail: `there is nothing at ${path}` });
    return sendProblem(reply.header('allow', allowed.join(', ')), {
      status: 405,
      code: 'wrong_method',
      detail: `${path} takes ${allowed.join(', ')}, not ${request.method}`,
    });
  });
  scope.setErrorHandler((error: FastifyError, _request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error))
      return lacksVersion(error) ? sendProblem(reply, versionRequired) : sendProblem(reply, ...unfit(error));
    const status = error.statusCode ?? 500;
    if (status >= 500) onError(error);
    return sendProblem(reply, { status, code: codes[status] ?? 'failed', detail: detailOf(error, status) });
  });
};

const methodsAt = (path: string): readonly string[] => {
  const asked = path.slice(prefix.length);
  const found = operations.filter((operation) => patternOf(operation.path).test(asked));
  return [...new Set(found.map(({ method }) => method))];
};

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);

const codes: Readonly<Record<number, string>> = {
  400: 'bad_request',
  408: 'too_slow',
  413: 'too_large',
  415: 'wrong_type',
  429: 'too_many_requests',
  500: 'internal',
};

const detailOf = (error: Error, status: number): string => {
  if (status === 413) return 'the body is larger than this operation takes: send less at once';
  if (status === 415) return 'send application/json';
  return status >= 500 ? 'this should not have happened; see the log' : error.message;
};

interface Unfit {
  readonly validation: readonly { readonly instancePath: string; readonly message?: string }[];
  readonly validationContext?: string;
}

/** The one header that an operation may require. */
const lacksVersion = ({ validation, validationContext }: Unfit): boolean =>
  validationContext === 'headers' && validation.every(({ instancePath }) => instancePath === '/if-match');

const unfit = ({
  validation,
  validationContext: part = '',
}: Unfit): [{ status: number; code: string; detail: string }, { at: string; detail: string }[]] => {
  const errors = validation.slice(0, mostErrors).map(({ instancePath, message }) => ({
    at: `${partNames[part] ?? part}${instancePath === '/' ? '' : instancePath}`,
    detail: message ?? 'does not fit',
  }));
  const [first] = errors;
  return [{ status: 400, code: 'unfit', detail: `${first?.at ?? ''}: ${first?.detail ?? ''}` }, errors];
};

const mostErrors = 20;
const partNames: Readonly<Record<string, string>> = { querystring: 'query', params: 'path' };
