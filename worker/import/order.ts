import { join } from 'node:path'
import { NightId } from '@night/shared/night'
import { z } from 'zod'
import { orderIn } from './console.ts'

const path = z.string().min(1)

/** What the command line asks for. `out` is the folder that the night's folder is made in. */
const Order = z.strictObject({
  night: NightId,
  date: z.iso.date(),
  constituencies: path,
  candidates: path,
  previous: path,
  title: z.string().min(1).optional(),
  times: path.optional(),
  expected: path.optional(),
  held: path.optional(),
  predecessors: path.optional(),
  out: path,
})
export type Order = z.infer<typeof Order>

const usage = `npm run import -- --night <id> --date <yyyy-mm-dd> --constituencies <csv> --candidates <csv> --previous <csv>
  [--title <text>] [--times <csv>] [--expected <csv>] [--held <csv>] [--predecessors <csv>] [--out <dir>]`

const text = { type: 'string' } as const
const options = {
  night: text,
  date: text,
  constituencies: text,
  candidates: text,
  previous: text,
  title: text,
  times: text,
  expected: text,
  held: text,
  predecessors: text,
  out: text,
}

/** The order in the arguments; throws with the usage where it is not one. `dataFolder` is DATA_DIR, if set. */
export const parseOrder = (words: readonly string[], dataFolder: string | undefined): Order => {
  const out = path.default(join(dataFolder || './var', 'nights'))
  return orderIn(words, { options, schema: Order.extend({ out }), usage })
}
