import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { NightId } from '@night/shared/night'
import { z } from 'zod'
import { type Exit, exits } from './exit.ts'
import { brokenOff, type House, type Refused, type Told } from './house.ts'
import { createCommand } from './order.ts'
import { sayRefused } from './say.ts'
import { Wanted } from './wanted.ts'
import type { World } from './world.ts'

const fileByForm = {
  csv: 'results.csv',
  ndjson: 'night.ndjson',
  json: 'board',
  atom: 'feed.atom',
  ics: 'schedule.ics',
} as const

const Export = Wanted.extend({
  night: NightId,
  form: z.enum(['csv', 'ndjson', 'json', 'atom', 'ics']),
  out: z.string().min(1).optional(),
})
type Export = z.infer<typeof Export>

const word = { type: 'string' } as const

/** A night in a form for other programs, to stdout or into a file. [CLI6] */
export const exportNight = createCommand(
  { name: 'export', places: ['night'], options: { form: word, out: word }, schema: Export },
  async (order, { house, world }) => {
    const told = await house.fetch(`/api/nights/${order.night}/${fileByForm[order.form]}`)
    if (told.ok) return write(told.answer, order, { house, world })
    return sayRefused(world.terminal, await explained(told, order, house), order.json)
  },
)

/** A file is there whole or not at all. */
const write = async (
  response: Response,
  { out, json }: Export,
  { house, world }: { readonly house: House; readonly world: World },
): Promise<Exit> => {
  const body = await response.arrayBuffer().catch(() => null)
  if (body === null) return sayRefused(world.terminal, brokenOff(house.url), json)
  const whole = Buffer.from(body)
  if (out === undefined) {
    const text = whole.toString()
    world.terminal.print(text.endsWith('\n') ? text : `${text}\n`)
    return exits.done
  }
  const path = world.path(out)
  try {
    await writeFile(`${path}.part`, whole, { mode: 0o644 })
    await rename(`${path}.part`, path)
  } catch (fault) {
    await rm(`${path}.part`, { force: true })
    if (!existsSync(dirname(path)))
      throw new Error(`There is no folder ${dirname(path)}. Make it, or name another with --out.`, {
        cause: fault,
      })
    throw fault
  }
  world.terminal.print(`${path}\n`)
  return exits.done
}

/** Where the night is there and the form is not, the house does not have that form. */
const explained = async (
  refused: Refused,
  { night, form }: Export,
  house: House,
): Promise<Refused> => {
  if (refused.code !== 'no-such-thing') return refused
  const asked: Told<unknown> = await house.get(z.unknown(), `/api/nights/${night}/board`)
  return asked.ok
    ? { ...refused, words: `This house does not give out ${form}: it is of another version.` }
    : refused
}
