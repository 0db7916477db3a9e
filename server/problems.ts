import type { Problem } from '@night/shared/protocol'
import type { Response } from 'express'

const problems = {
  'not-json': [400, 'The body is not JSON'],
  'no-token': [401, 'A token is needed'],
  'not-allowed': [403, 'This token does not allow that'],
  'no-such-thing': [404, 'There is no such thing here'],
  'read-only': [405, 'Nothing is changed here'],
  'exists-already': [409, 'There is one already'],
  'too-large': [413, 'The body is too large'],
  'does-not-fit': [422, 'What was sent does not have the right form'],
  'second-person': [403, 'A second person is needed'],
  'not-armed': [409, 'The night is not live yet'],
  'not-empty': [409, 'The night has begun already'],
  'not-live': [409, 'The night is not a live one'],
  'wrong-phrase': [422, 'That is not the phrase'],
  'not-held': [409, 'It is not held back'],
  'cannot-be-released': [422, 'That cannot be overruled'],
  'no-such-contest': [422, 'There is no contest there on this night'],
  'before-polls-close': [422, 'Nothing is declared before the polls close'],
  'in-the-future': [422, 'Nothing is declared before its time'],
  'push-off': [409, 'Web push is off'],
  driven: [409, 'Somebody else drives this replay'],
  'changed-meanwhile': [409, 'It was changed meanwhile'],
  'too-many': [429, 'Too many at once'],
  fault: [500, 'Something is wrong on our side'],
  'disk-full': [503, 'There is little room on the disk'],
  'redis-away': [503, 'The night’s log is out of reach'],
} as const

export type ProblemCode = keyof typeof problems

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(isProblemCode)

/** A refusal before it is sent. */
export type Refusal = { readonly code: ProblemCode; readonly detail: string }

/** A refusal as RFC 9457 has it: `code` for programs, `detail` for whoever stands there. */
export const problem = (code: ProblemCode, detail: string): Problem => {
  const [status, title] = problems[code]
  return { type: `urn:results-night:problem:${code}`, title, status, code, detail }
}

/** What HTTP wants said beside some of them: how one says who one is (RFC 9110, 11.6.1), and when to come again, in seconds. */
const headers: Readonly<Partial<Record<ProblemCode, Record<string, string>>>> = {
  'no-token': { 'WWW-Authenticate': 'Bearer' },
  'too-many': { 'Retry-After': '60' },
}

export const refuse = (response: Response, code: ProblemCode, detail: string): void => {
  const body = problem(code, detail)
  for (const [name, value] of Object.entries(headers[code] ?? {}))
    if (!response.hasHeader(name)) response.set(name, value)
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body))
}
