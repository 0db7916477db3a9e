import { parseArgs, type ParseArgsConfig } from 'node:util'
import { z } from 'zod'

/** To the person at the terminal. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** One line that is written over; a terminal sees it move, a file sees nothing of it. */
export const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

/** Runs a command to its exit code; what a person can mend is said without a stack. */
export const runCommand = async (run: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await run()
  } catch (fault) {
    progress('')
    say(fault instanceof Error ? fault.message : String(fault))
    process.exitCode = 1
  }
}

type Reading<Schema> = {
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly schema: Schema
  readonly usage: string
}

/** What the words of a command line ask for; throws with the usage where they are no order. */
export const orderIn = <Schema extends z.ZodType>(
  words: readonly string[],
  { options, schema, usage }: Reading<Schema>,
): z.output<Schema> => {
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true })
    const order = schema.safeParse(values)
    if (order.success) return order.data
    throw new Error(z.prettifyError(order.error))
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${usage}`, {
      cause: fault,
    })
  }
}
