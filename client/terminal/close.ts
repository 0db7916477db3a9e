import { NightId } from '@night/shared/night'
import { createCommand } from './order.ts'
import { Queued, sayFate } from './fate.ts'
import { sayRefused } from './say.ts'
import { Wanted } from './wanted.ts'

/** Says that a night is over. */
export const close = createCommand(
  { name: 'close', places: ['night'], schema: Wanted.extend({ night: NightId }) },
  async ({ night, json }, { house, world }) => {
    const told = await house.post(Queued, `/api/nights/${night}/closing`, {})
    if (!told.ok) return sayRefused(world.terminal, told, json)
    return sayFate({ night, id: told.answer.id, json }, { house, world })
  },
)
