import { ownHash } from '../own-chain.ts'
import type { NightEvent } from '@night/shared/event'
import {
  eventWords,
  type Invariant,
  type LineOf,
  type Night,
  type Violation,
  viewsOf,
  ofKind,
} from '../reading.ts'

/** I3: a final log counts 1 to n, each event's hash covers the one before, and nobody ever saw another beginning. */
export const chained: Invariant = ({ nights }) =>
  nights.flatMap((night) => [...whole(night), ...neverAnother(night)])

const whole = ({ name, epochs, end }: Night): Violation[] => {
  if (epochs.length === 0)
    return [{ invariant: 'I3', words: `${name}: there is no final log`, at: end }]
  return epochs.flatMap(({ events, at }) => {
    const words = firstBreak(events)
    return words === null ? [] : [{ invariant: 'I3', words: `${name}: ${words}`, at }]
  })
}

/** The first place that does not follow; what comes after it says nothing more. */
const firstBreak = (events: readonly NightEvent[]): string | null => {
  let before = ''
  for (const [place, event] of events.entries()) {
    if (event.seq !== place + 1)
      return `at place ${place + 1} of the final log is ${eventWords(event)}`
    if (event.hash !== ownHash(before, event))
      return `${eventWords(event)} of the final log does not follow event ${place}: its hash is not that of what it says`
    before = event.hash
  }
  return null
}

type Place = { readonly seq: number; readonly hash: string }

/** Since a hash covers all that came before, the place somebody saw stands for the whole beginning. */
const neverAnother = (night: Night): Violation[] => {
  const appended = ofKind(night.lines, 'append')
  return [
    ...[...viewsOf(night)].flatMap(([client, view]) => firstStrange(night, client, view)),
    ...appended
      .filter((line) => !night.epochs.some((epoch) => has(epoch, line)))
      .slice(0, 1)
      .map((line) => strange(night, 'the worker wrote', line)),
  ]
}

/** A client follows one log from one whole board to the next, and never goes over from one to another. */
const firstStrange = (
  night: Night,
  client: string,
  view: readonly LineOf<'recv' | 'reset'>[],
): Violation[] => {
  let possible = night.epochs
  for (const line of view) {
    if (line.kind === 'reset') possible = night.epochs
    possible = line.seq === 0 ? possible : possible.filter((epoch) => has(epoch, line))
    if (possible.length === 0) return [strange(night, `${client} saw`, line)]
  }
  return []
}

const has = ({ events }: LineOf<'final'>, { seq, hash }: Place): boolean =>
  events[seq - 1]?.hash === hash

const strange = (
  { name, log }: Night,
  who: string,
  { seq, at }: Place & { at: number },
): Violation => {
  const words =
    seq > log.length
      ? `${who} event ${seq}, but the final log ends at event ${log.length}`
      : `${who} another event ${seq} than the final log has`
  return { invariant: 'I3', words: `${name}: ${words}`, at }
}
