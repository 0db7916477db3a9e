import { NightEvent } from '@night/shared/event'
import { Ruling } from '@night/shared/ruling'
import { z } from 'zod'
import { type Exit, exits } from './exit.ts'
import type { House, Told } from './house.ts'
import { eventLine } from './line-words.ts'
import { plainLine, sayRefused } from './say.ts'
import type { World } from './world.ts'

export const Queued = z.object({ id: z.string() })
const Events = z.object({ events: z.array(NightEvent) })

const head = { id: z.string() }
const reason = z.object({ code: z.string(), words: z.string(), suggestion: z.string().optional() })
const Fate = z.discriminatedUnion('status', [
  z.object({ ...head, status: z.literal('queued') }),
  z.object({ ...head, status: z.literal('published'), seq: z.int() }),
  z.object({ ...head, status: z.literal('held'), reasons: z.array(reason) }),
  z.object({ ...head, status: z.literal('rejected'), ruling: Ruling }),
])
type Fate = z.infer<typeof Fate>

type Sent = { readonly night: string; readonly id: string; readonly json: boolean }
type Parts = { readonly house: House; readonly world: World }

/** How long a decision is waited for: a server that is restarted meanwhile is asked again. */
const patience = 30_000

/** Waits until something that was taken is decided, and says what became of it. [CLI5] */
export const sayFate = async (sent: Sent, { house, world }: Parts): Promise<Exit> => {
  const path = `/api/nights/${sent.night}`
  const fate = await decided(`${path}/declarations/${sent.id}`, { house, world })
  if (!fate.ok) return sayRefused(world.terminal, fate, sent.json)
  const { answer } = fate
  const own = answer.status === 'published' ? `${path}/events?since=${answer.seq - 1}` : null
  const event = own === null ? null : await firstOf(own, { house, world })
  if (sent.json) world.terminal.print(`${JSON.stringify({ ...answer, ...(event && { event }) })}\n`)
  else world.terminal.print(fateWords(answer, event))
  return exitOf(answer)
}

const decided = async (path: string, { house, world }: Parts): Promise<Told<Fate>> => {
  const deadline = world.clock.now() + patience
  for (;;) {
    const told = await house.get(Fate, path)
    if (told.ok ? told.answer.status !== 'queued' : told.exit === exits.refused) return told
    if (world.clock.now() >= deadline || world.stopped.aborted) return told
    await world.sleep(200)
  }
}

/** As soon as there is one: a server may know of a decision before it has read the log that far. */
const firstOf = async (path: string, { house, world }: Parts): Promise<NightEvent | null> => {
  const deadline = world.clock.now() + patience
  for (;;) {
    const told = await house.get(Events, path)
    const event = told.ok ? told.answer.events[0] : undefined
    if (event) return event
    if (!told.ok && told.exit === exits.refused) return null
    if (world.clock.now() >= deadline || world.stopped.aborted) return null
    await world.sleep(200)
  }
}

const fateWords = (fate: Fate, event: NightEvent | null): string => {
  switch (fate.status) {
    case 'queued':
      return `received, not decided yet: is a worker running? Its id is ${fate.id}; sending it again changes nothing.\n`
    case 'published':
      return `published as event ${fate.seq}${event ? `: ${wordsOf(event)}` : ''}\n`
    case 'held':
      return `held back for the desk:\n${fate.reasons.map(reasonLine).join('')}`
    case 'rejected':
      return `rejected by the desk: ${plainLine(fate.ruling.reason)}\n`
  }
}

const wordsOf = (event: NightEvent): string =>
  'words' in event && 'snap' in event.words ? plainLine(event.words.snap) : eventLine(event)

const reasonLine = ({ words, suggestion }: z.infer<typeof reason>): string =>
  `  - ${plainLine(words)}${suggestion === undefined ? '' : ` ${plainLine(suggestion)}`}\n`

const exitOf = ({ status }: Fate): Exit =>
  ({
    queued: exits.unanswered,
    published: exits.done,
    held: exits.held,
    rejected: exits.refused,
  })[status]
