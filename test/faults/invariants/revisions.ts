import type { NightEvent } from '@night/shared/event'
import { eventWords, type Invariant, isResult, type Night, type Violation } from '../reading.ts'

/** I6: in each seat every result is a later revision than all before it, and only what stands is taken back. */
export const revisions: Invariant = ({ nights }) => nights.flatMap(ofNight)

const ofNight = ({ name, log, end }: Night): Violation[] => {
  const known = new Map<string, number>()
  return log.flatMap((event): Violation[] => {
    const words = take(known, event)
    return words === null
      ? []
      : [{ invariant: 'I6', words: `${name}: ${eventWords(event)} ${words}`, at: end }]
  })
}

const take = (known: Map<string, number>, event: NightEvent): string | null => {
  if (!isResult(event) && event.kind !== 'withdrawn') return null
  const { constituency, revision } = event
  const before = known.get(constituency.id) ?? 0
  known.set(constituency.id, Math.max(before, revision))
  if (event.kind === 'withdrawn')
    return revision === before
      ? null
      : `takes back revision ${revision} where revision ${before} stands`
  return revision > before ? null : `is revision ${revision} and comes after revision ${before}`
}
