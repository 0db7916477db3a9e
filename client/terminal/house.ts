import { isThisMachine } from '@night/shared/this-machine'
import { z } from 'zod'
import { exits, type Exit } from './exit.ts'
import type { World } from './world.ts'

/** What the house answered, or why there is no answer, in words and as an exit code. */
export type Told<Answer> = { readonly ok: true; readonly answer: Answer } | Refused
export type Refused = {
  readonly ok: false
  readonly exit: Exit
  readonly code: string
  readonly words: string
}

/** Milliseconds after which nobody is expected to answer any more. */
const patience = 60_000

type Tokens = Pick<World, 'deskToken' | 'viewToken' | 'ownToken'>

/** Talks to a house over HTTP. The tokens stand in headers and nowhere else. [CLI3] */
export const createHouse = async (url: string, { deskToken, viewToken, ownToken }: Tokens) => {
  const { origin, hostname } = new URL(url)
  const desk = deskToken ?? (isThisMachine(hostname) ? await ownToken() : null)
  const reader = viewToken ?? desk
  const call = async (path: string, method: string, body?: object): Promise<Told<Response>> => {
    const token = method === 'GET' ? reader : desk
    if (token !== null && !sendable.test(token)) return unsendable
    return ask(`${origin}${path}`, {
      method,
      headers: headersOf(token, body),
      ...(body && { body: JSON.stringify(body) }),
    })
  }
  return {
    url: origin,
    /** For the line that stays: what reads. */
    token: reader ?? undefined,
    fetch: (path: string) => call(path, 'GET'),
    get: async <Schema extends z.ZodType>(schema: Schema, path: string) =>
      parsed(schema, await call(path, 'GET')),
    post: async <Schema extends z.ZodType>(schema: Schema, path: string, body: object) =>
      parsed(schema, await call(path, 'POST', body)),
  }
}
export type House = Awaited<ReturnType<typeof createHouse>>

/** What a token of a house has; some other signs cannot even be sent. */
const sendable = /^[\w.~+/=-]+$/

const unsendable: Refused = {
  ok: false,
  exit: exits.misread,
  code: 'no-token',
  words:
    'The token has signs that no token has. Set DESK_TOKEN or VIEW_TOKEN again, without quotation marks around it.',
}

const headersOf = (token: string | null, body?: object): Record<string, string> => ({
  ...(token !== null && { authorization: `Bearer ${token}` }),
  ...(body && { 'content-type': 'application/json' }),
})

const ask = async (address: string, request: RequestInit): Promise<Told<Response>> => {
  const signal = AbortSignal.timeout(patience)
  const response = await fetch(address, { ...request, signal, redirect: 'error' }).catch(() => null)
  if (response === null) return nobody(new URL(address).origin)
  return response.ok ? { ok: true, answer: response } : refusalIn(response)
}

export const nobody = (url: string): Refused => ({
  ok: false,
  exit: exits.unanswered,
  code: 'away',
  words: `Nobody answers at ${url}. Start the house with “npm start”, or say where it is with --url.`,
})

export const brokenOff = (url: string): Refused => ({
  ok: false,
  exit: exits.unanswered,
  code: 'broken-off',
  words: `${url} broke off in the middle of its answer. Try again.`,
})

/** Another program may have the port, or a house whose answers are of another form. */
const stranger = (url: string): Refused => ({
  ok: false,
  exit: exits.unanswered,
  code: 'no-house',
  words: `What answers at ${url} is no house, or one of another version. Say where the house is with --url.`,
})

const Problem = z.object({ code: z.string(), detail: z.string() })

const refusalIn = async (response: Response): Promise<Refused> => {
  const body: unknown = await response.json().catch(() => null)
  const problem = Problem.safeParse(body)
  const said = problem.success
    ? problem.data
    : { code: 'fault', detail: `The house answered ${response.status}.` }
  return refusalOf({ ...said, status: response.status })
}

type Said = { readonly code: string; readonly detail: string; readonly status: number }

/** A refusal of the house's in its words, and what helps. */
export const refusalOf = ({ code, detail, status }: Said): Refused => ({
  ok: false,
  exit: status < 500 ? exits.refused : exits.unanswered,
  code,
  words: code === 'no-token' ? `${detail}\n${whereTokensAre}` : detail,
})

const whereTokensAre =
  'Put the desk’s token into DESK_TOKEN, or run this where DATA_DIR has the house’s data; a token for reading into VIEW_TOKEN.'

const parsed = async <Schema extends z.ZodType>(
  schema: Schema,
  told: Told<Response>,
): Promise<Told<z.infer<Schema>>> => {
  if (!told.ok) return told
  const { origin } = new URL(told.answer.url)
  const text = await told.answer.text().catch(() => null)
  if (text === null) return brokenOff(origin)
  const answer = schema.safeParse(jsonIn(text))
  return answer.success ? { ok: true, answer: answer.data } : stranger(origin)
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
