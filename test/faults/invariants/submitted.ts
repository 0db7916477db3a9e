import type { NightEvent } from '@night/shared/event'
import { eventWords, type Invariant, type LineOf, type Night, type Violation } from '../reading.ts'
import { keyOfEvent, sentByKey } from '../submissions.ts'

/** I2: for every event somebody sent it, with a token that was good for its seat. The opening is the house's own. */
export const submitted: Invariant = ({ nights }) => nights.flatMap(ofNight)

const ofNight = (night: Night): Violation[] => {
  const sent = sentByKey(night)
  return night.log.flatMap((event, place): Violation[] => {
    const key = keyOfEvent(event)
    const why = key === null ? opening(place) : objection(event, sent.get(key)?.submits ?? [])
    if (why === null) return []
    return [{ invariant: 'I2', words: `${night.name}: ${eventWords(event)} ${why}`, at: night.end }]
  })
}

const opening = (place: number): string | null =>
  place === 0 ? null : 'opens the night a second time'

const objection = (event: NightEvent, submits: readonly LineOf<'submit'>[]): string | null => {
  if (submits.length === 0) return 'is in the final log and nobody sent it'
  if (!('by' in event)) return null
  const own = submits.filter(({ by }) => by === event.by)
  if (own.length === 0) return `is said to be from ${event.by}, who did not send it`
  const seat = event.constituency?.id
  const isAllowed = own.some(({ may }) => may === null || seat === undefined || may.includes(seat))
  return isAllowed ? null : `is from ${event.by}, whose token is not for that seat`
}
