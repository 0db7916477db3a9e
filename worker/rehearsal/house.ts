import { Contest } from '@night/shared/contest'
import { NightEvent } from '@night/shared/event'
import { Mode, NightDefinition, OpenNight } from '@night/shared/night'
import type { Clock } from '@night/shared/time'
import { z } from 'zod'
import { Told } from './fate.ts'

type Parts = {
  readonly url: string
  readonly clock: Clock
  readonly sleep: (milliseconds: number) => Promise<void>
  /** How long a house may be away, in milliseconds: half a minute where nothing is said. */
  readonly patience?: number
}
type Answer = { readonly status: number; readonly body: unknown }
/** One call; a house that is away for a moment, as when it is restarted, is called again. */
export type Call = (method: string, path: string, body?: object) => Promise<Answer>

/** Calls a house as whoever the token belongs to. Throws in words when it is away for too long. */
export const caller =
  ({ url, clock, sleep, patience = 30_000 }: Parts, token: string): Call =>
  async (method, path, body) => {
    const deadline = clock.now() + patience
    for (;;) {
      const answer = await once(`${url.replace(/\/$/, '')}${path}`, { method, token, body })
      if (answer && answer.status !== 503) return answer
      if (clock.now() >= deadline)
        throw new Error(
          `Nobody answers at ${url}. Start the house with “npm start”, or say where it is with --url.`,
        )
      await sleep(500)
    }
  }

type Request = {
  readonly method: string
  readonly token: string
  readonly body: object | undefined
}

const once = async (url: string, { method, token, body }: Request): Promise<Answer | null> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(url, { method, headers, ...sent, redirect: 'error' }).catch(
    () => null,
  )
  if (!response) return null
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: isJson ? JSON.parse(text) : null }
}

const Problem = z.object({ detail: z.string() })

/** What a house says of itself when it does not do as it was asked. */
const wordsOf = ({ status, body }: Answer): string => {
  const problem = Problem.safeParse(body)
  return problem.success ? problem.data.detail : `The house answered ${status}.`
}

const asked = <Schema extends z.ZodType>(schema: Schema, answer: Answer): z.infer<Schema> => {
  if (answer.status < 200 || answer.status > 299) throw new Error(wordsOf(answer))
  return schema.parse(answer.body)
}

const { id, title, kind, date, pollsClose } = NightDefinition.shape
const contests = z.array(z.object(Contest.shape)).min(1)
const Page = z.object({ id, title, kind, date, pollsClose, contests, mode: Mode })
const Events = z.object({ events: z.array(NightEvent) })
const Editor = z.object({ id: z.string(), token: z.string() })
const Queued = z.object({ id: z.string() })

/** What a rehearsal asks of a house; each throws in the house's words where it is refused. */
export const createHouse = (call: Call) => ({
  night: async (night: string) => asked(Page, await call('GET', `/api/nights/${night}`)),
  events: async (night: string): Promise<NightEvent[]> =>
    asked(Events, await call('GET', `/api/nights/${night}/events`)).events,
  open: async (id: string, from: string): Promise<OpenNight> =>
    asked(OpenNight, await call('POST', '/api/nights', { id, mode: 'rehearsal', from })),
  /** Somebody who may write into this night and into no other. */
  editor: async (name: string, night: string) =>
    asked(Editor, await call('POST', '/api/officers', { name, role: 'editor', nights: [night] })),
  dismiss: async (editor: string): Promise<void> => {
    await call('DELETE', `/api/officers/${editor}`)
  },
  told: async (night: string, id: string): Promise<Told> =>
    asked(Told, await call('GET', `/api/nights/${night}/declarations/${id}`)),
})
export type House = ReturnType<typeof createHouse>

/** The id of what was taken, or why it was refused; anything else is no answer to a declaration, and throws. */
export const takenOrRefused = (answer: Answer): { id: string } | { refused: string } => {
  if (answer.status === 422) return { refused: wordsOf(answer) }
  return asked(Queued, answer)
}
