import { z } from 'zod'
import { Instant } from './instant.ts'
import { type Clock, instant } from './time.ts'

/** A line that was logged as an error: its own words and night, never what it had from outside. */
export const Fault = z.strictObject({
  at: Instant,
  words: z.string(),
  night: z.string().nullable(),
})
export type Fault = z.infer<typeof Fault>

type Log = { readonly error: (fields: object, words: string) => void }

/** The same log, and what it was last told as an error. */
export const rememberFault = <Kept extends Log>(log: Kept, clock: Clock) => {
  let last: Fault | null = null
  const error = function (this: unknown, ...said: readonly unknown[]): void {
    last = faultOf(said, clock)
    Reflect.apply(log.error, this, said)
  }
  const remembering: Kept = Object.create(log, { error: { value: error } })
  return { log: remembering, lastFault: (): Fault | null => last }
}

const Said = z.tuple([z.looseObject({ night: z.string().optional() }), z.string()])

const faultOf = (said: readonly unknown[], clock: Clock): Fault => {
  const { data } = Said.safeParse(said)
  const at = instant(clock.now())
  return data
    ? { at, words: data[1], night: data[0].night ?? null }
    : { at, words: 'An error without words.', night: null }
}
