import { by } from '../by.ts'
import type { NightEvent } from '@night/shared/event'
import { contentWords } from '../content.ts'
import {
  eventWords,
  type Invariant,
  type LineOf,
  type Night,
  ofKind,
  type Violation,
} from '../reading.ts'
import { keyOf, keyOfEvent, type Sent, sentByKey } from '../submissions.ts'

/** I1: what was acknowledged is in the final log exactly once; what was turned down is not; a lost answer means either. */
export const acknowledged: Invariant = ({ nights }) =>
  nights.flatMap((night) => [...inOnce(night), ...ofNobody(night), ...asPlaced(night)])

const inOnce = (night: Night): Violation[] => {
  const eventsByKey = by(night.log, keyOfEvent)
  return [...sentByKey(night)].flatMap(([key, sent]) => {
    const events = eventsByKey.get(key) ?? []
    if (events.length >= sent.least && events.length <= sent.most) return []
    const at = sent.submits.at(-1)?.at ?? night.end
    return [{ invariant: 'I1', words: `${night.name}: ${whatBecameOf(sent, events)}`, at }]
  })
}

const whatBecameOf = ({ content, least, most }: Sent, events: readonly NightEvent[]): string => {
  const what = contentWords(content)
  const where = events.map(({ seq }) => seq).join(', ')
  if (events.length < least) return `${what} was acknowledged and is not in the final log`
  if (most === 0) return `${what} was turned down and is in the final log all the same: ${where}`
  return `${what} is in the final log ${events.length} times, not ${most}: ${where}`
}

const ofNobody = ({ name, lines }: Night): Violation[] => {
  const known = new Set(ofKind(lines, 'submit').map(({ id }) => id))
  return ofKind(lines, 'ack')
    .filter(({ id }) => !known.has(id))
    .map(({ id, at }) => ({
      invariant: 'I1',
      words: `${name}: ${id} was acknowledged and nobody sent it`,
      at,
    }))
}

/** What the house itself says of where a submission stands. */
const asPlaced = (night: Night): Violation[] => {
  const submits = ofKind(night.lines, 'submit')
  const contentsById = new Map(submits.map(({ id, content }) => [id, content]))
  return ofKind(night.lines, 'append').flatMap((line): Violation[] => {
    const content = contentsById.get(line.id)
    const event = eventAt(night, line)
    if (!content || !event || keyOfEvent(event) === keyOf(content)) return []
    const words = `${night.name}: ${contentWords(content)} is said to be event ${line.seq}, but that is ${eventWords(event)}`
    return [{ invariant: 'I1', words, at: line.at }]
  })
}

/** In the log of whose time it was written; one that is in none is another promise's. */
const eventAt = ({ epochs }: Night, { seq, hash }: LineOf<'append'>): NightEvent | undefined =>
  epochs.map(({ events }) => events[seq - 1]).find((event) => event?.hash === hash)
