import { longWait } from './axis.ts'
import { isDeclaration, next } from './moves.ts'
import { countAt, type Place, placeAt, type Tape } from './tape.ts'
import type { View } from './view.ts'

/** What is left of a quiet hour that is passed over. */
const before = 60_000

/** Where a replay goes on when its clock has come to `place`: over quiet hours, round its loop. [RPY3 RPY6] */
export const advanced = (tape: Tape, { loop, skipsQuiet }: View, place: Place): Place => {
  if (loop && loop.to !== null && place.time >= loop.to) return placeAt(tape, loop.from)
  const count = Math.max(place.count, countAt(tape, place.time))
  const coming = tape.entries[count]?.time ?? place.time
  const time = skipsQuiet && coming - place.time > longWait ? coming - before : place.time
  return { time, count }
}

/** One declaration on, as fast as it looks good; null at the end. [RPY3] */
export const steppedOn = (tape: Tape, { loop }: View, place: Place): Place | null => {
  const to = next(tape, place, isDeclaration)
  const isRound = loop && loop.to !== null && (to === null || to.time > loop.to)
  return isRound ? placeAt(tape, loop.from) : to
}
