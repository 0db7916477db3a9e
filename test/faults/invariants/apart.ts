import { eventWords, type Invariant, type Night, type Reading, type Violation } from '../reading.ts'

/** I10: what is of one night and mode is in no other's log and on no other's screens. */
export const apart: Invariant = (reading) =>
  reading.nights.flatMap((night) => [...inTheLog(night), ...onScreens(reading, night)])

const inTheLog = ({ name, epochs }: Night): Violation[] =>
  epochs.flatMap(({ events, mode, at }) =>
    events
      .filter((event) => event.night !== name || event.mode !== mode)
      .map((event) => ({
        invariant: 'I10',
        words: `${name}: ${eventWords(event)} is of the ${event.mode} night ${event.night} and stands in a ${mode} log`,
        at,
      })),
  )

/** A hash covers night and mode, so the same hash in two nights is the same event. */
const onScreens = ({ nights }: Reading, { name, lines, epochs }: Night): Violation[] => {
  const own = new Set(epochs.flatMap(({ events }) => events.map(({ hash }) => hash)))
  const foreign = new Map(
    nights
      .filter((other) => other.name !== name)
      .flatMap((other) =>
        other.epochs.flatMap(({ events }) => events.map(({ hash }) => [hash, other.name] as const)),
      ),
  )
  return lines.flatMap((line): Violation[] => {
    if (line.kind !== 'recv' && line.kind !== 'reset') return []
    const from = own.has(line.hash) ? undefined : foreign.get(line.hash)
    if (from === undefined) return []
    const words = `${name}: ${line.client} was sent event ${line.seq} of ${from}`
    return [{ invariant: 'I10', words, at: line.at }]
  })
}
