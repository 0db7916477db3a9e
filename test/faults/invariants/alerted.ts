import { by } from '../by.ts'
import type { NightEvent } from '@night/shared/event'
import {
  type Bounds,
  eventWords,
  type Invariant,
  isResult,
  type LineOf,
  type Night,
  ofKind,
  type Violation,
} from '../reading.ts'

/** I8: an alert is of an event that is in the log, comes at least once, has one id, and only a live night sends any. */
export const alerted: Invariant = ({ nights }, bounds) =>
  nights.flatMap((night) => [
    ...ofKind(night.lines, 'alert').flatMap((alert) => objections(night, alert, bounds)),
    ...agesOf(night).flatMap((alerts) => oneId(night, alerts)),
    ...atLeastOnce(night),
  ])

type Alert = LineOf<'alert'>

const violation = ({ name }: Night, words: string, at: number): Violation => ({
  invariant: 'I8',
  words: `${name}: ${words}`,
  at,
})

/** An event was nowhere before the worker made it; a test alert, at 0, is of no event. */
const objections = (
  night: Night,
  { device, id, seq, t, at }: Alert,
  { skew }: Bounds,
): Violation[] => {
  const modes = new Set(night.epochs.map(({ mode }) => mode))
  const whose = `${device} was sent ${id}`
  if (!modes.has('live')) return [violation(night, `${whose}, and the night is not live`, at)]
  if (seq === 0) return []
  const made = night.epochs.flatMap(({ events }) => events[seq - 1] ?? [])
  const [first] = made
  if (!first) return [violation(night, `${whose} of event ${seq}, which is not in the log`, at)]
  return made.every(({ publishedAt }) => t < Date.parse(publishedAt) - skew)
    ? [violation(night, `${whose} before ${eventWords(first)} was in the log`, at)]
    : []
}

/** From one putting back of the log to the next: then the same news may come again at another place. */
const agesOf = ({ lines }: Night): Alert[][] => {
  const restored = ofKind(lines, 'restored')
  return [
    ...by(ofKind(lines, 'alert'), ({ t }) => restored.filter((line) => line.t < t).length).values(),
  ]
}

/** A device shows one thing once because it has one id each time, and no other thing has it. */
const oneId = (night: Night, alerts: readonly Alert[]): Violation[] => {
  const byThing = by(alerts, ({ device, seq, tag }) => `${device} ${seq} ${tag}`)
  const byId = by(alerts, ({ device, id }) => `${device} ${id}`)
  return [
    ...[...byThing.values()].flatMap((same) => others(night, same, ({ id }) => id)),
    ...[...byId.values()].flatMap((same) => others(night, same, ({ seq }) => `event ${seq}`)),
  ]
}

/** The first among what should be alike that is not like the first. */
const others = (
  night: Night,
  [first, ...rest]: readonly Alert[],
  what: (alert: Alert) => string,
): Violation[] => {
  const other = first && rest.find((alert) => what(alert) !== what(first))
  if (!first || !other) return []
  const words = `${other.device} was sent ${first.id} of event ${first.seq}, and then ${other.id} of event ${other.seq}`
  return [violation(night, words, other.at)]
}

const atLeastOnce = (night: Night): Violation[] => {
  const restored = ofKind(night.lines, 'restored').at(-1)
  const alerts = ofKind(night.lines, 'alert').filter(
    ({ t, seq }) => !restored || t > restored.t || seq <= restored.seq,
  )
  const told = new Set(alerts.map(({ device, seq }) => `${device} ${seq}`))
  return ofKind(night.lines, 'subscribe').flatMap(({ device, seats, since }) =>
    night.log
      .filter((event) => event.seq > since && isOfSeats(event, seats))
      .filter(({ seq }) => !told.has(`${device} ${seq}`))
      .map((event) =>
        violation(night, `${device} was never told of ${eventWords(event)}`, night.end),
      ),
  )
}

const isOfSeats = (event: NightEvent, seats: readonly string[]): boolean =>
  (isResult(event) || event.kind === 'withdrawn') && seats.includes(event.constituency.id)
