import { z } from 'zod'
import { problem, type ProblemCode, problemCodes } from '../problems.ts'
import type { Route, Who } from './route.ts'

const byWho: Readonly<Record<Who, readonly ProblemCode[]>> = {
  anybody: [],
  reader: ['no-token', 'redis-away'],
  writer: ['no-token', 'redis-away'],
  desk: ['no-token', 'not-allowed', 'redis-away'],
  house: ['no-token', 'not-allowed', 'redis-away'],
  subscriber: ['no-token', 'not-allowed', 'no-such-thing', 'redis-away'],
}

const byMethod: Readonly<Record<Route['method'], readonly ProblemCode[]>> = {
  get: [],
  post: ['not-json', 'too-large', 'disk-full'],
  patch: ['not-json', 'too-large', 'disk-full'],
  delete: ['not-json', 'too-large'],
}

/** Every refusal that a route may answer with, in the order of `problems.ts`. */
export const refusalsOf = ({ who, method, body, refuses = [] }: Route): ProblemCode[] => {
  const all = new Set<ProblemCode>([
    ...byWho[who],
    ...byMethod[method],
    ...(body ? (['does-not-fit'] as const) : []),
    ...refuses,
    'fault',
  ])
  return problemCodes.filter((code) => all.has(code))
}

/** A refusal's form: all of it is known but the sentence. */
const formOf = (code: ProblemCode) => {
  const { type, title, status } = problem(code, '')
  return z.strictObject({
    type: z.literal(type),
    title: z.literal(title),
    status: z.literal(status),
    code: z.literal(code),
    detail: z.string(),
  })
}

export const refusalName = (code: ProblemCode): string => `Problem.${code}`

/** The form of each refusal by its name. */
export const refusalForms: ReadonlyMap<string, z.ZodType> = new Map(
  problemCodes.map((code) => [refusalName(code), formOf(code)]),
)
