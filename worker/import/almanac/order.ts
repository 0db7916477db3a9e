import { z } from 'zod'
import { orderIn } from '../console.ts'

const path = z.string().min(1)

/** What the command line asks for. `generalByYear` has the file of candidates of each general election named. */
const AlmanacOrder = z.strictObject({
  since: path,
  constituencies: path,
  candidates: path,
  general: z
    .array(z.string().regex(/^\d{4}=./, 'a year and a file, such as 2019=candidates.csv'))
    .default([])
    .transform((words) => words.map((word) => ({ year: word.slice(0, 4), path: word.slice(5) }))),
  out: path.default('data/almanac'),
})
export type AlmanacOrder = z.output<typeof AlmanacOrder>

const usage = `npm run almanac -- --since <csv> --constituencies <csv> --candidates <csv>
  [--general <year>=<csv>]… [--out <dir>]`

const text = { type: 'string' } as const
const options = {
  since: text,
  constituencies: text,
  candidates: text,
  general: { ...text, multiple: true },
  out: text,
} as const

/** The order in the arguments; throws with the usage where it is not one. */
export const parseAlmanacOrder = (words: readonly string[]): AlmanacOrder =>
  orderIn(words, { options, schema: AlmanacOrder, usage })
