import type { Declaration } from '@night/shared/declaration'
import { z } from 'zod'
import type { Answer, Call } from '../support/call.ts'
import { nightName, october } from '../support/night.ts'
import { until } from '../support/until.ts'

const Token = z.object({ token: z.string() })
const Queued = z.object({ id: z.string() })
const Fate = z.looseObject({ status: z.string() })
const Subscriptions = z.object({
  subscriptions: z.array(
    z.object({ id: z.string(), ended: z.object({ why: z.string() }).nullable() }),
  ),
})
const Deliveries = z.object({
  deliveries: z.array(
    z.object({
      message: z.object({ id: z.string() }),
      state: z.string(),
      acknowledged: z.string().nullable(),
    }),
  ),
})

/** What the desk of a live night does, through the front door. */
export const openDesk = async (call: Call) => {
  const night = await openLive(call)
  const all = '/api/alerts/subscriptions'
  return {
    night,
    declare: async (declaration: Declaration): Promise<void> => {
      const path = `/api/nights/${night}/declarations`
      const { id } = Queued.parse(taken(await call('POST', path, declaration), 202))
      await until('it is decided', async () => {
        const fate = Fate.parse(taken(await call('GET', `${path}/${id}`), 200))
        if (fate.status === 'queued') return false
        if (fate.status === 'published') return true
        throw new Error(`It was not published: ${JSON.stringify(fate)}`)
      })
    },
    subscriptions: async () =>
      Subscriptions.parse(taken(await call('GET', `${all}?night=${night}`), 200)).subscriptions,
    delivery: async (subscription: string, alert: string) => {
      const answer = taken(await call('GET', `${all}/${subscription}/deliveries`), 200)
      return Deliveries.parse(answer).deliveries.find(({ message }) => message.id === alert)
    },
  }
}
export type PushDesk = Awaited<ReturnType<typeof openDesk>>

/** Opens a live night, and two people arm it. */
const openLive = async (call: Call): Promise<string> => {
  const id = nightName()
  taken(await call('POST', '/api/nights', { id, mode: 'live', from: october }), 201)
  const scope = { name: 'Second person', role: 'editor', nights: [id] }
  const { token } = Token.parse(taken(await call('POST', '/api/officers', scope), 201))
  const phrase = { phrase: `GO LIVE ${id}` }
  for (const person of [call, call.as(token)])
    taken(await person('POST', `/api/nights/${id}/arming`, phrase), 200)
  return id
}

const taken = ({ status, body }: Answer, wanted: number): unknown => {
  if (status !== wanted) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`)
  return body
}
