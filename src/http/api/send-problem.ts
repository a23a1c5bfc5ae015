import type { FastifyReply } from 'fastify';
import type { Problem } from './outcome.ts';
import { type ProblemDocument, problemOf } from './problem-document.ts';

/** Says no, as a problem document. */
export const sendProblem = (
  reply: FastifyReply,
  { status, code, detail }: Pick<Problem, 'code' | 'detail'> & { readonly status: number },
  errors?: ProblemDocument['errors'],
): FastifyReply =>
  reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(status, code, detail, errors)));
