import { problem, type ProblemCode } from '../problems.ts'
import type { Examples } from './examples.ts'
import { formRef, type Json } from './forms.ts'
import { groupedBy } from './grouped.ts'
import { parametersOf } from './parameters.ts'
import { refusalDetails } from './refusal-details.ts'
import { refusalName, refusalsOf } from './refusals.ts'
import type { Answer, Body, Route, Who } from './route.ts'

const security: Readonly<Record<Who, readonly Json[]>> = {
  anybody: [],
  // Nothing is needed unless the house has set a token for reading.
  reader: [{}, { viewToken: [] }],
  writer: [{ deskToken: [] }, { officerToken: [] }],
  desk: [{ deskToken: [] }],
  house: [{ deskToken: [] }],
  subscriber: [{ subscriptionToken: [] }, { deskToken: [] }],
}

/** One route as OpenAPI 3.1 has it. */
export const operationOf = (route: Route, group: string, examples: Examples): Json => {
  const { id, summary, more, who, body } = route
  const parameters = parametersOf(route)
  return {
    operationId: id,
    tags: [group],
    summary,
    ...(more !== undefined && { description: more }),
    security: security[who],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: contentOf([body], examples) } }),
    responses: {
      ...Object.fromEntries(
        answersOf(route).map((answer) => [String(answer.status), answerOf(answer, examples)]),
      ),
      ...refusals(refusalsOf(route)),
    },
  }
}

/** Whatever is read has a tag: where its route says nothing of it, it is one of what was sent. */
const answersOf = ({ method, answers }: Route): readonly Answer[] =>
  method === 'get' && !answers.some(({ status }) => status === 304)
    ? [...answers, { status: 304, about: 'It is still what had that ETag.' }]
    : answers

const answerOf = ({ about, body, orElse = [], headers }: Answer, examples: Examples): Json => ({
  description: about,
  ...(headers && {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [
        name,
        { description, schema: { type: 'string' } },
      ]),
    ),
  }),
  ...(body && { content: contentOf([body, ...orElse], examples) }),
})

const contentOf = (bodies: readonly Body[], examples: Examples): Json =>
  Object.fromEntries(
    bodies.map((body) => [
      'json' in body ? 'application/json' : body.text,
      {
        schema: 'json' in body ? formRef(body.json) : { type: 'string' },
        example: examples[body.example],
      },
    ]),
  )

/** Refusals by status: which there are, and how each reads. */
const refusals = (codes: readonly ProblemCode[]): Json => {
  const byStatus = groupedBy(codes, (code) => problem(code, '').status)
  return Object.fromEntries([...byStatus].map(([status, some]) => [String(status), refusal(some)]))
}

const refusal = (codes: readonly ProblemCode[]): Json => {
  const refs = codes.map((code) => ({ $ref: `#/components/schemas/${refusalName(code)}` }))
  const [only] = refs
  const examples = codes.map((code) => [code, { value: problem(code, refusalDetails[code]) }])
  return {
    description: codes.map((code) => `\`${code}\`: ${problem(code, '').title}.`).join(' '),
    content: {
      'application/problem+json': {
        schema: refs.length === 1 ? only : { oneOf: refs },
        examples: Object.fromEntries(examples),
      },
    },
  }
}
