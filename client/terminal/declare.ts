import { readFile } from 'node:fs/promises'
import { NightId } from '@night/shared/night'
import { z } from 'zod'
import { exits } from './exit.ts'
import { Queued, sayFate } from './fate.ts'
import { createCommand } from './order.ts'
import { sayRefused } from './say.ts'
import { Wanted } from './wanted.ts'
import type { World } from './world.ts'

/** Sends a declaration and says what became of it. [CLI5] */
export const declare = createCommand(
  {
    name: 'declare',
    places: ['night', 'file'],
    schema: Wanted.extend({ night: NightId, file: z.string().min(1) }),
  },
  async ({ night, file, json }, { house, world }) => {
    const read = await declarationIn(file, world)
    if ('fault' in read) {
      world.terminal.say(read.fault)
      return exits.misread
    }
    const told = await house.post(Queued, `/api/nights/${night}/declarations`, read.body)
    if (!told.ok) return sayRefused(world.terminal, told, json)
    return sayFate({ night, id: told.answer.id, json }, { house, world })
  },
)

/** Whether it is a declaration is for the house to say; that it is JSON can be seen here. */
const declarationIn = async (
  file: string,
  world: World,
): Promise<{ readonly body: object } | { readonly fault: string }> => {
  const name = file === '-' ? 'What came in' : file
  try {
    const text = file === '-' ? await world.readAll() : await readFile(world.path(file), 'utf8')
    // An editor may have put its mark before it.
    const body: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof body === 'object' && body !== null) return { body }
    return { fault: `${name} is no declaration: it is no JSON object.` }
  } catch (fault) {
    return {
      fault: `${name} cannot be read: ${fault instanceof Error ? fault.message : 'a fault'}`,
    }
  }
}
