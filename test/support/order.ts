import { orderIn, say } from '@night/worker/import/console'
import { z } from 'zod'

type Reading<Schema extends z.ZodType> = Parameters<typeof orderIn<Schema>>[1]

/** What a tool of the tests was asked for; where that is no order it says how it is asked, and ends with 2: nothing was seen. */
export const orderOf = <Schema extends z.ZodType>(reading: Reading<Schema>): z.output<Schema> => {
  try {
    return orderIn(process.argv.slice(2), reading)
  } catch (fault) {
    say(fault instanceof Error ? fault.message : String(fault))
    process.exit(2)
  }
}

/** The same of a tool that there is nothing to ask of. */
export const noOrder = (usage: string): void =>
  void orderOf({ options: {}, schema: z.strictObject({}), usage })
