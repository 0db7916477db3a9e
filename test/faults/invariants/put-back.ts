import {
  type Invariant,
  type LineOf,
  type Night,
  ofKind,
  type Violation,
  viewsOf,
} from '../reading.ts'

/**
 * Of I3 and I4, where a backup was put in the place of a log: what follows begins with that backup; nobody is shown any
 * more what was rolled back; and whoever had seen it is given a whole board and told that what they held is void.
 */
export const putBack: Invariant = ({ nights }) =>
  nights.flatMap((night) =>
    ofKind(night.lines, 'restored').flatMap((restored) => [
      ...beginsWithIt(night, restored),
      ...[...viewsOf(night)].flatMap(([client, view]) =>
        afterIt(night, restored, { client, view }),
      ),
    ]),
  )

type Restored = LineOf<'restored'>
type Seen = LineOf<'recv' | 'reset'>
type Client = { readonly client: string; readonly view: readonly Seen[] }

const beginsWithIt = ({ name, epochs }: Night, { seq, hash, at }: Restored): Violation[] => {
  const next = epochs.find((epoch) => epoch.at > at)
  if (!next || next.events[seq - 1]?.hash === hash) return []
  const words = `${name}: the log that was put back ended with event ${seq}, which the final log does not have`
  return [{ invariant: 'I3', words, at }]
}

const afterIt = (night: Night, restored: Restored, { client, view }: Client): Violation[] => {
  const later = view.filter(({ t }) => t > restored.t)
  const held = view.findLast(({ t }) => t <= restored.t)
  return [
    ...stillShown(night, restored, { client, view: later }),
    ...notTold(night, restored, { client, held, later }),
  ]
}

const stillShown = (
  { name, epochs }: Night,
  { at }: Restored,
  { client, view }: Client,
): Violation[] => {
  const now = epochs.filter((epoch) => epoch.at > at)
  const old = view.find(
    ({ seq, hash }) => seq > 0 && !now.some(({ events }) => events[seq - 1]?.hash === hash),
  )
  if (!old) return []
  const words = `${name}: ${client} was shown event ${old.seq} of the log that had been rolled back`
  return [{ invariant: 'I3', words, at: old.at }]
}

type Went = {
  readonly client: string
  readonly held: Seen | undefined
  readonly later: readonly Seen[]
}

const notTold = (
  { name }: Night,
  restored: Restored,
  { client, held, later }: Went,
): Violation[] => {
  if (!held || held.seq <= restored.seq) return []
  const [first] = later
  if (first?.kind === 'reset' && first.afresh === true) return []
  const words = `${name}: ${client} held event ${held.seq} and was not told that the log was put back to event ${restored.seq}`
  return [{ invariant: 'I4', words, at: first?.at ?? restored.at }]
}
