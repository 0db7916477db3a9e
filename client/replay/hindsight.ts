import type { NightEvent, ResultEvent } from '@night/shared/event'
import { byTime } from '@night/shared/time'
import type { RecordLine } from '@night/shared/result'

/** What came of a seat in the end: where it was first declared, and the figures that stand. */
type Outcome = {
  readonly first: ResultEvent | null
  readonly standing: ResultEvent | null
  /** The highest revision that was taken back. */
  readonly voided: number
  /** The seq of the last event that took something back. */
  readonly takenBackAt: number
}
const nothing: Outcome = { first: null, standing: null, voided: 0, takenBackAt: 0 }

/**
 * The night as it would have been had nothing been said wrongly: a corrected seat has its last figures from its first
 * declaration on, what was withdrawn never comes, and what was declared late comes when it was declared. Places are
 * counted anew. [RPY10 RPY11]
 */
export const withHindsight = (events: readonly NightEvent[]): NightEvent[] => {
  const outcomes = outcomesOf(events)
  const recordsOf = rectified(events, outcomes)
  return events
    .flatMap((event) => told(event, outcomes, recordsOf))
    .toSorted((a, b) => Number(b.kind === 'opened') - Number(a.kind === 'opened') || byAt(a, b))
    .map((event, place) => ({ ...event, seq: place + 1 }))
}

const byAt = (a: NightEvent, b: NightEvent): number => byTime(a.at, b.at) || a.seq - b.seq

const outcomesOf = (events: readonly NightEvent[]): ReadonlyMap<string, Outcome> => {
  const outcomes = new Map<string, Outcome>()
  for (const event of events) {
    if (event.kind !== 'declared' && event.kind !== 'corrected' && event.kind !== 'withdrawn')
      continue
    const { id } = event.constituency
    outcomes.set(id, after(outcomes.get(id) ?? nothing, event))
  }
  return outcomes
}

type Said = Extract<NightEvent, { kind: 'declared' | 'corrected' | 'withdrawn' }>

/** The same precedence as the board's: a later revision stands, a voided one does not come back. [LOG9] */
const after = (outcome: Outcome, event: Said): Outcome => {
  const { first, standing, voided } = outcome
  if (event.kind === 'withdrawn') {
    if ((standing?.revision ?? 0) > event.revision) return outcome
    return { first: null, standing: null, voided: event.revision, takenBackAt: event.seq }
  }
  if (event.revision <= Math.max(standing?.revision ?? 0, voided)) return outcome
  return { ...outcome, first: first ?? event, standing: event }
}

type RecordsOf = (constituency: string, seq: number) => readonly RecordLine[] | null

const told = (
  event: NightEvent,
  outcomes: ReadonlyMap<string, Outcome>,
  recordsOf: RecordsOf,
): NightEvent[] => {
  switch (event.kind) {
    case 'opened':
    case 'status':
    case 'note':
    case 'closed':
      return [event]
    case 'withdrawn':
      return []
    case 'flash':
      return isBorneOut(event, outcomes.get(event.constituency.id) ?? nothing) ? [event] : []
    case 'declared':
    case 'corrected': {
      const { first, standing } = outcomes.get(event.constituency.id) ?? nothing
      return first === event && standing ? [asFirstSaid(standing, first, recordsOf)] : []
    }
  }
}

/** A winner without figures who is the winner in the end; without figures, one who was not taken back. */
const isBorneOut = (
  { seq, winner }: Extract<NightEvent, { kind: 'flash' }>,
  { standing, takenBackAt }: Outcome,
): boolean => {
  if (!standing) return seq > takenBackAt
  const elected = standing.result.candidates.find((candidate) => candidate.elected)
  return elected?.id === winner.candidate
}

const asFirstSaid = (
  standing: ResultEvent,
  first: ResultEvent,
  recordsOf: RecordsOf,
): NightEvent => {
  const id = standing.constituency.id
  return {
    ...withoutReplacing(standing),
    kind: 'declared',
    at: first.at,
    seq: first.seq,
    words: { ...standing.words, time: first.words.time },
    records: [...(recordsOf(id, first.seq) ?? standing.records)],
    recordChanges: standing.recordChanges.map(({ constituency, records }) => ({
      constituency,
      records: [...(recordsOf(constituency, first.seq) ?? records)],
    })),
  }
}

const withoutReplacing = (event: ResultEvent) => {
  if (event.kind === 'declared') return event
  const { replaces: _replaces, reason: _reason, consequences: _consequences, ...rest } = event
  return rest
}

/**
 * What putting a seat right said of another's records counts from the wrong declaration on, whatever was said of them
 * in between.
 */
const rectified = (
  events: readonly NightEvent[],
  outcomes: ReadonlyMap<string, Outcome>,
): RecordsOf => {
  const spans = events.flatMap((event) => {
    if (event.kind !== 'corrected' && event.kind !== 'withdrawn') return []
    const from = outcomes.get(event.constituency.id)?.first?.seq ?? event.replaces
    const span = { from: Math.min(from, event.replaces), to: event.seq }
    return event.recordChanges.map((change) => ({ ...change, ...span }))
  })
  return (id, seq) =>
    spans.findLast(({ constituency, from, to }) => constituency === id && from <= seq && seq <= to)
      ?.records ?? null
}
