import { NightId } from '@night/shared/night'
import { Replay, Speed } from '@night/shared/replay'
import { z } from 'zod'
import { exits } from './exit.ts'
import { createCommand } from './order.ts'
import { sayRefused } from './say.ts'
import { Wanted } from './wanted.ts'

const text = { type: 'string' } as const

/** Plays a recorded night again, for everyone. */
export const replay = createCommand(
  {
    name: 'replay',
    places: ['night'],
    options: { speed: text, from: text },
    schema: Wanted.extend({
      night: NightId,
      speed: z.preprocess((word) => (word === 'max' ? word : Number(word)), Speed),
      from: z.iso.datetime({ offset: true }).optional(),
    }),
  },
  async ({ night, speed, from, json }, { house, world: { terminal } }) => {
    const told = await house.post(Replay, '/api/replays', { of: night, speed, from })
    if (!told.ok) return sayRefused(terminal, told, json)
    terminal.print(json ? `${JSON.stringify(told.answer)}\n` : `${told.answer.night}\n`)
    terminal.say(`It plays at ${house.url}/wall?night=${told.answer.night}`)
    return exits.done
  },
)
