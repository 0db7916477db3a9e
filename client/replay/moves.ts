import type { NightEvent } from '@night/shared/event'
import { isStatement } from '../statement.ts'
import { type Place, placeAfter, type Tape } from './tape.ts'

type Wanted = (event: NightEvent) => boolean

/** Whatever was said of who won a seat. */
export const isDeclaration: Wanted = isStatement

export const isGain: Wanted = (event) => {
  if (event.kind === 'flash') return event.verdict.kind === 'gain'
  return (
    (event.kind === 'declared' || event.kind === 'corrected') &&
    event.result.verdict.kind === 'gain'
  )
}

export const isOf =
  (seats: ReadonlySet<string>): Wanted =>
  (event) =>
    isStatement(event) && seats.has(event.constituency.id)

/** The place after the next such event, or null where none comes. [RPY3] */
export const next = (tape: Tape, from: Place, wanted: Wanted): Place | null => {
  const index = tape.entries.findIndex(({ event }, place) => place >= from.count && wanted(event))
  return index < 0 ? null : placeAfter(tape, index)
}

/** The place after the such event before the one that was told last; null where there is none. [RPY3] */
export const previous = (tape: Tape, from: Place, wanted: Wanted): Place | null => {
  const told = tape.entries.slice(0, from.count)
  const last = told.findLastIndex(({ event }) => isStatement(event))
  const index = told.slice(0, Math.max(0, last)).findLastIndex(({ event }) => wanted(event))
  return index < 0 ? null : placeAfter(tape, index)
}
