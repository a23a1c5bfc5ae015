import type { FastifyReply } from 'fastify';

/** RFC 9457 problem details: a title that belongs to the status, and one sentence that says what to do. */
export const problem = (reply: FastifyReply, status: number, detail: string): FastifyReply =>
  reply
    .code(status)
    .type('application/problem+json')
    .send({ status, title: problemTitles[status] ?? 'Error', detail });

/** What is asked for again later: the header and the sentence name the same time. */
export const tryAgain = (
  reply: FastifyReply,
  status: 429 | 503,
  { why, seconds }: { readonly why: string; readonly seconds: number },
): FastifyReply =>
  problem(reply.header('retry-after', String(seconds)), status, `${why}: try again in ${seconds} s`);

export const problemTitles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};
