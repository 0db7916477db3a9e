import { NightId, OpenNight } from '@night/shared/night'
import { z } from 'zod'
import { exits } from './exit.ts'
import { createCommand } from './order.ts'
import { sayRefused } from './say.ts'
import { Wanted } from './wanted.ts'

const text = { type: 'string' } as const

/** Opens a night from what a recorded one knew before the polls closed. */
export const open = createCommand(
  {
    name: 'open',
    places: ['id'],
    options: { from: text, mode: text },
    schema: Wanted.extend({
      id: NightId,
      from: NightId,
      mode: z.enum(['rehearsal', 'live']).default('rehearsal'),
    }),
  },
  async ({ id, from, mode, json }, { house, world: { terminal } }) => {
    const told = await house.post(OpenNight, '/api/nights', { id, from, mode })
    if (!told.ok) return sayRefused(terminal, told, json)
    terminal.print(json ? `${JSON.stringify(told.answer)}\n` : `${id}\n`)
    if (mode === 'live')
      terminal.say(
        `Nothing can be said on it until two people have armed it: ${house.url}/desk/held?night=${id}`,
      )
    return exits.done
  },
)
