import { ConstituencyId } from '@night/shared/constituency'
import { NightId } from '@night/shared/night'
import { clockTime } from '@night/shared/time'
import { z } from 'zod'
import type { FollowedLog } from '../followed-log.ts'
import { createFollower } from '../follower.ts'
import { type Exit, exits } from './exit.ts'
import { type House, nobody, refusalOf } from './house.ts'
import { eventLine, partyOfLine } from './line-words.ts'
import { createCommand } from './order.ts'
import { chip, wipe } from './paint.ts'
import { sayRefused } from './say.ts'
import { strangersIn } from './strangers.ts'
import { Wanted } from './wanted.ts'
import type { Terminal } from './world.ts'

const Watch = Wanted.extend({
  night: NightId,
  seat: z.array(ConstituencyId).optional(),
  party: z.array(z.string()).optional(),
  gains: z.boolean().optional(),
})
type Watch = z.infer<typeof Watch>

const many = { type: 'string', multiple: true } as const

/** A night's events as they are said, from its beginning to its end. [CLI4] */
export const watch = createCommand(
  {
    name: 'watch',
    places: ['night'],
    options: { seat: many, party: many, gains: { type: 'boolean' } },
    schema: Watch,
  },
  async (order, { house, world }) => {
    for (const words of await strangersIn(house, order)) world.terminal.say(words)
    if (world.stopped.aborted) return exits.done
    return new Promise<Exit>((resolve) => {
      const follower = createFollower({ ...house, night: order.night, follow: followOf(order) })
      const { hear, end } = createPaper(order, { house, terminal: world.terminal })
      const leave = (exit: Exit): void => {
        follower.close()
        resolve(end(exit))
      }
      world.stopped.addEventListener('abort', () => leave(exits.done))
      follower.subscribe((log) => {
        const exit = hear(log)
        if (exit !== null) leave(exit)
      })
    })
  },
)

const followOf = ({ seat, party, gains }: Watch) =>
  seat || party || gains ? { constituencies: seat, parties: party, gainsOnly: gains } : undefined

type Desk = { readonly house: House; readonly terminal: Terminal }

/** Writes down what is heard; answers how it ends, as soon as it does. */
const createPaper = ({ json }: Watch, { house, terminal }: Desk) => {
  const { print, say, width, colours } = terminal
  let { link, resets } = { link: 'connecting', resets: 0 }
  const under = width === null || json ? '' : wipe
  const hear = (log: FollowedLog): Exit | null => {
    if (log.problem && log.problem.status < 500) {
      return sayRefused(terminal, refusalOf(log.problem), json)
    }
    if (log.link === 'lost' && link === 'connecting') {
      return sayRefused(terminal, nobody(house.url), json)
    }
    if (log.link === 'lost' && link !== 'lost')
      say(`${under}Connection lost. It is taken up again.`)
    if (log.resets !== resets) say(`${under}The night begins again: what stands above is void.`)
    ;({ link, resets } = log)
    const lines = log.arrived.map((event) =>
      json
        ? `${JSON.stringify(event)}\n`
        : `${under}${chip(partyOfLine(event), colours)}${eventLine(event)}\n`,
    )
    if (lines.length > 0) print(lines.join(''))
    // What was put right after the end came with it, and was written too.
    if (log.arrived.some(({ kind }) => kind === 'closed')) return exits.done
    if (under !== '') print(`${under}${statusLine(log).slice(0, (width ?? 80) - 1)}`)
    return null
  }
  return {
    hear,
    end: (exit: Exit): Exit => {
      print(under)
      return exit
    },
  }
}

const linkWords = {
  connecting: 'Connecting',
  connected: 'Connected',
  lost: 'Connection lost',
  refused: 'Refused',
} as const

/** "Connected · event 2 · 2.45am". */
const statusLine = ({ link, seq, clock }: FollowedLog): string =>
  [linkWords[link], `event ${seq}`, ...(clock ? [clockTime(clock.now)] : [])].join(' · ')
